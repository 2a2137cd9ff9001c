"""Text → phone, mail, name: what identifies a person, as exact as the file allows."""

from __future__ import annotations

import re

import pyarrow.compute as pc

from data_ingest.cleaning.distinct import BROKEN, ColumnRead, Reading, Texts, filled, odd_ones, strings
from data_ingest.cleaning.numerals import plain
from foundation.fast.coded import among

_MOBILE = re.compile(r"1[3-9]\d{9}")
_ONE_MOBILE = re.compile(r"(?:0086|86|0)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(?:86)?(400\d{7}|0\d{2,3}\d{7,8}|[2-8]\d{6,7})")
_EXTENSION = re.compile(r"^(\(?0\d{2,3}\)?[\-\s]?\d{7,8}|\d{7,8})(?:-|转|#)+\d{1,5}$")
_BETWEEN_DIGITS = re.compile(r"[\s\-()+.·_]")
_SEVERAL = re.compile(r"[、,;/\\|或和及\n]+")
_RUINED = re.compile(r"^\d(\.\d+)?e\+?\d+$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.ASCII)


def clean_phone(values: Texts) -> ColumnRead:
    """Digits only. 138-0000-1234, 13800001234.0 and +86 138 0000 1234 are one number; of two, the first."""
    return odd_ones(filled(strings(values)), r"^1[3-9]\d{9}$", lambda usual_texts: usual_texts, _phone)


def _phone(text: str) -> Reading:
    text = plain(text).removesuffix(".0")
    if _RUINED.match(text.strip()):
        return Reading(rule="ruined_number")
    numbers = [n for part in _SEVERAL.split(text) for n in _numbers(part.strip())]
    numbers = list(dict.fromkeys(numbers))
    if not numbers:
        return Reading(rule="wrong_phone")
    return Reading(numbers[0], "several_phones" if len(numbers) > 1 else None)


def _numbers(part: str) -> list[str]:
    digits = _BETWEEN_DIGITS.sub("", _EXTENSION.sub(r"\1", part))
    for pattern in (_ONE_MOBILE, _LANDLINE):
        if match := pattern.fullmatch(digits):
            return [match.group(1)]
    runs = re.findall(r"\d+", digits)
    return [m for run in runs if len(run) % 11 == 0 for m in _MOBILE.findall(run)]


def clean_email(values: Texts) -> ColumnRead:
    """Addresses in lower case; of two, the first."""

    def parse(text: str) -> Reading:
        addresses = list(dict.fromkeys(_MAIL.findall(plain(text).replace(" ", "").lower())))
        if not addresses:
            return Reading(rule="wrong_email")
        return Reading(addresses[0], "several_values" if len(addresses) > 1 else None)

    usual = r"^[0-9a-z_.+\-]+@[0-9a-z_\-]+(\.[0-9a-z_\-]+)+$"
    return odd_ones(filled(strings(values)), usual, lambda usual_texts: usual_texts, parse)


def clean_text(values: Texts, *, is_name: bool = False) -> ColumnRead:
    """Trimmed text. is_name: spaces between Chinese characters go (张　三 → 张三)."""
    texts = filled(strings(values))
    if is_name:
        texts = pc.replace_substring_regex(texts, r"(\p{Han})[\s\x{3000}\x{a0}]+(\p{Han})", r"\1\2")
        texts = pc.replace_substring_regex(texts, r"(\p{Han})[\s\x{3000}\x{a0}]+(\p{Han})", r"\1\2")
    is_broken = among(texts, BROKEN)
    if is_broken is None:
        return ColumnRead(texts)
    rule = pc.if_else(is_broken, "broken_formula", None)
    return ColumnRead(pc.if_else(is_broken, None, texts), rule)


def clean_reference(values: Texts) -> ColumnRead:
    """What names another row or a person: text as written; a number that became a float loses its ".0"."""
    read = clean_text(values)
    texts = read.value
    if pc.any(pc.ends_with(texts, ".0")).as_py():
        texts = pc.replace_substring_regex(texts, r"^(\d+)\.0$", r"\1")
    if not pc.any(pc.match_substring(texts, "E+", ignore_case=True)).as_py():
        return ColumnRead(texts, read.rule)
    is_ruined = pc.match_substring_regex(texts, _RUINED.pattern, ignore_case=True)
    rule = pc.if_else(is_ruined, "ruined_number", read.rule)
    return ColumnRead(pc.if_else(is_ruined, None, texts), rule)
