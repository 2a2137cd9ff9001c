"""Text → number, money in 万元, and identifiers that must stay text."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning.distinct import ColumnRead, Reading, Texts, filled, odd_ones, strings
from data_ingest.cleaning.numerals import chinese_number, plain, with_digits

_ZERO = frozenset(["0"])
_NUMBER = re.compile(r"^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$", re.IGNORECASE)
_MEASURE = re.compile(
    r"^(个|人|人次|次|场|场次|项|件|家|名|篇|份|分|小时|学时|课时|天|年|年度|h|hours?|期)?$"
)
_APPROXIMATE = re.compile(r"^(约|近|共|计|总计|合计|人民币|rmb|cny|¥|￥|第)+", re.IGNORECASE)
#: Unit of money → 万元.
UNITS = {
    "元": 0.0001,
    "千元": 0.1,
    "万元": 1.0,
    "万": 1.0,
    "百万元": 100.0,
    "百万": 100.0,
    "亿元": 10_000.0,
    "亿": 10_000.0,
}
#: A bare number beyond this under a 万元 header (ten 亿元) was surely meant in 元: refused, not converted.
LARGEST_BARE_WAN = 100_000.0
#: Excel keeps fifteen digits and writes zeros, or an exponent, for the rest.
_RUINED = re.compile(r"^\d(\.\d+)?e\+?\d+$|^\d{15}0{3,}$", re.IGNORECASE)


def clean_number(values: Texts, *, is_whole: bool = False) -> ColumnRead:
    """Numbers; measure words fall away (3场), 85% is 0.85. is_whole: counts, which are never negative."""
    kind = pa.int64() if is_whole else pa.float64()
    usual = r"^\d{1,15}$" if is_whole else r"^-?\d{1,15}(\.\d+)?$"

    def parse(text: str) -> Reading:
        number = _number(text)
        if number is None or (is_whole and (number < 0 or number != int(number))):
            return Reading(rule="wrong_number")
        return Reading(int(number) if is_whole else number)

    return odd_ones(filled(strings(values), keep=_ZERO), usual, lambda plain: pc.cast(plain, kind), parse)


def _number(text: str) -> float | None:
    bare = _APPROXIMATE.sub("", plain(text).replace(",", "").replace(" ", ""))
    if (count := chinese_number(bare.rstrip("个人次场项件家名篇份"))) is not None:
        return float(count)
    match = _NUMBER.match(bare)
    if not match:
        return None
    number, rest = float(match[1]), match[2]
    if rest == "%":
        return number / 100
    return number if _MEASURE.match(rest.lower()) and abs(number) < 1e15 else None


def clean_money(values: Texts, *, unit: str = "万元") -> ColumnRead:
    """Amounts in 万元. `unit`: of cells that name none (the column's header may say 元).

    50万 → 50; 500000元 → 50; 0.5亿元 → 5000. A sum that is only described (50-100万, 面议) is no number.
    """
    factor = UNITS[unit]

    def parse(text: str) -> Reading:
        return _money(text, factor=factor)

    def take(plain: pa.Array) -> pa.Array:
        return _rounded(pc.multiply(pc.cast(plain, pa.float64()), factor))

    # Up to five digits before the point stay under LARGEST_BARE_WAN whatever the unit.
    usual = r"^\d{1,5}(\.\d+)?$" if factor <= 1 else r"^\d{1,2}(\.\d+)?$"
    texts = filled(strings(values), keep=_ZERO)
    texts = pc.if_else(pc.is_in(texts, value_set=pa.array(["面议", "不限", "视情况而定"])), None, texts)
    return odd_ones(texts, usual, take, parse)


def _rounded(amounts: pa.Array) -> pa.Array:
    """To a hundredth of a yuan, so that 0.1 + binary dust compares equal."""
    return pc.round(amounts, ndigits=6)


def _money(text: str, *, factor: float) -> Reading:
    bare = with_digits(_APPROXIMATE.sub("", plain(text).replace(",", "").replace(" ", "")))
    match = _NUMBER.match(bare)
    if not match:
        return Reading(rule="wrong_money")
    amount, rest = float(match[1]), re.sub(r"(整|左右|人民币|\(.*\)|rmb)$", "", match[2].lower())
    if rest and rest not in UNITS:
        return Reading(rule="wrong_money")
    wan = round(amount * (UNITS[rest] if rest else factor), 6)
    if wan < 0:
        return Reading(rule="wrong_money")
    if not rest and wan > LARGEST_BARE_WAN:
        return Reading(rule="doubtful_money")
    return Reading(wan)


def clean_number_text(values: Texts) -> ColumnRead:
    """Identifiers as text: a float's ".0" goes, what Excel has ruined is refused, nothing is repaired."""

    def parse(text: str) -> Reading:
        bare = plain(text).lstrip("'`‘’").removesuffix(".0").strip()
        return Reading(rule="ruined_number") if _RUINED.match(bare) else Reading(bare or None)

    usual = r"^[0-9A-Za-z\-_]*[A-DF-Za-df-z\-_][0-9A-Za-z\-_]*$|^\d{1,15}$"
    return odd_ones(filled(strings(values)), usual, lambda plain: plain, parse)
