"""How a number is written, the same on screen, slide, in words and in the table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from analytics.charts.declaration import ValueFormat

#: Excel and PowerPoint number formats of each value format.
NUMBER_FORMAT: Mapping[ValueFormat, str] = {"percent": "0.0%", "integer": "#,##0", "decimal": "0.00"}
#: The same for labels inside a bar, where a decimal would be noise.
SHORT_FORMAT: Mapping[ValueFormat, str] = {"percent": "0%", "integer": "#,##0", "decimal": "0.0"}


def shown(value: float | None, value_format: ValueFormat, *, is_short: bool = False) -> str:
    """`0.3667` → `36.7%` (short `37%`), `1234` → `1,234`, a missing value → "".

    Halves round away from zero, as Excel and PowerPoint do with the same number.
    """
    if value is None or pd.isna(value):
        return ""
    number = value * 100 if value_format == "percent" else value
    digits = {"percent": 1, "integer": 0, "decimal": 2}[value_format]
    if is_short:
        digits = max(digits - 1, 0)
    unit = "%" if value_format == "percent" else ""
    return f"{half_up(number, digits):,.{digits}f}{unit}"


def fraction_of(part: float | None, whole: float | None) -> str:
    """`18/26`; "" where either is missing."""
    if part is None or whole is None or pd.isna(part) or pd.isna(whole):
        return ""
    return f"{part:,g}/{whole:,g}"


def span(low: float, high: float, value_format: ValueFormat) -> str:
    """A range in short: `35–52%`, `3–14`; "" where it is missing."""
    first = shown(low, value_format, is_short=True).removesuffix("%")
    return f"{first}–{shown(high, value_format, is_short=True)}" if first else ""


def half_up(number: float, digits: int) -> float:
    """Round half away from zero at the fifteenth figure, the precision that Excel keeps."""
    return float(Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
