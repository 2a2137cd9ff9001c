"""Text → value of a code list, several values, yes or no, audience."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow as pa

from data_ingest.cleaning.distinct import ColumnRead, Reading, Texts, filled, over_distinct, strings
from foundation.reference import code_list, fold
from foundation.reference.audience import parse_audience

_SEVERAL = re.compile(r"[、,，;；/|\n+&]+")
#: Two values of these would put the row into a group that nobody named: neither is taken.
_ONE_ONLY = frozenset(["category", "city", "unit"])
_MEANINGFUL_EMPTY = frozenset(["无", "暂无"])

_YES_FORMS = """
是 有 y yes true t 1 1.0 √ ✓ ✔ ☑ ✅ v 对 已 愿意 同意 可以 能 公开 具备 符合 满足 支持 成功 到 参加 在
"""
_NO_FORMS = "否 无 n no false f 0 0.0 〇 × ✗ ✘ x ❌ ☒ 错 缺勤 缺席 旷课 请假 失败 退回 保密 拒绝"
_YES = frozenset(map(fold, _YES_FORMS.split()))
_NO = frozenset(map(fold, _NO_FORMS.split()))
_NEGATIVE = re.compile("^(不|未|没|无|否|非)")


def clean_code(values: Texts, list_id: str) -> ColumnRead:
    """The canonical value. Several in one cell: the first, and the sender is told (city, category: none)."""
    codes = code_list(list_id)

    def parse(text: str) -> Reading:
        value = codes.resolve(text)
        if value is not None:
            return Reading(value)
        matches = [v for v in map(codes.resolve, _parts(text)) if v is not None]
        if len(set(matches)) > 1:
            return Reading(None if list_id in _ONE_ONLY else matches[0], "several_values")
        if matches and len(_parts(text)) == 1:
            return Reading(matches[0])
        return Reading(text) if codes.is_open else Reading(rule="not_in_list")

    keep = _MEANINGFUL_EMPTY & set(codes.values)
    return over_distinct(filled(strings(values), keep=frozenset(keep)), parse, pa.string())


def clean_codes(values: Texts, list_id: str) -> ColumnRead:
    """Several canonical values joined by 、 in the order written; words not in the list are reported."""
    codes = code_list(list_id)

    def parse(text: str) -> Reading:
        match = codes.resolve(text)
        matches = [match] if match else [codes.resolve(part) for part in _parts(text)]
        joined = "、".join(dict.fromkeys(v for v in matches if v is not None)) or None
        return Reading(joined, "not_in_list" if None in matches or not matches else None)

    keep = _MEANINGFUL_EMPTY & set(codes.values)
    return over_distinct(filled(strings(values), keep=frozenset(keep)), parse, pa.string())


def _parts(text: str) -> list[str]:
    return [part for part in _SEVERAL.split(text) if part.strip()]


def clean_yes_no(values: Texts, *, words: Iterable[str] = (), list_id: str | None = None) -> ColumnRead:
    """是 否 √ × 有 无 Y N 1 0 … → true, false.

    words: headers of the column; a cell that repeats its header (请假 under 请假) says yes.
    list_id: a list of two values, of which the first means yes (省内, 省外).
    """
    header_words = {fold(word).removeprefix("是否").removeprefix("有无") for word in words}
    codes = code_list(list_id) if list_id else None

    def parse(text: str) -> Reading:
        folded = fold(text)
        if codes and (value := codes.resolve(text)):
            return Reading(value == codes.values[0])
        if folded in _YES or folded in header_words:
            return Reading(True)
        if folded in _NO or _NEGATIVE.match(folded):
            return Reading(False)
        return Reading(True) if folded.startswith("已") else Reading(rule="not_yes_no")

    meaningful = frozenset(["无", "0", "〇"])
    return over_distinct(filled(strings(values), keep=meaningful), parse, pa.bool_())


def clean_audience(values: Texts) -> ColumnRead:
    """通知范围 in canonical words; any other word is an issue, and the notice reaches nobody."""

    def parse(text: str) -> Reading:
        canonical = parse_audience(text).canonical
        return Reading(canonical, None if canonical else "unknown_audience")

    return over_distinct(filled(strings(values)), parse, pa.string())
