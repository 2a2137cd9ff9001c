"""Nothing that leaves may act as a formula, or carry a file name that a system refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from foundation.warehouse.file_names import file_stem

if TYPE_CHECKING:
    import pandas as pd

#: First characters that make Excel, WPS or LibreOffice evaluate a cell, also in their full-width forms.
_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Characters that XML 1.0 cannot hold: a file with one of them does not open.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: What a file name holds no more than once: spaces and punctuation, full-width forms among them.
_BETWEEN = re.compile(r'[\\/:*?"<>|\s_？：＊＂＜＞｜，。！；\u2028\u2029]+')


def neutralise(value: Any) -> Any:
    """A text that would start a formula gets an apostrophe in front; all else stays as it is.

    `=1+1` → `'=1+1`, ` @cmd` → `' @cmd`, -3 (a number) → -3, `-` alone → `-` (an empty mark).
    """
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    if text.strip(" ") in ("-", "－"):
        return text
    return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(_STARTERS) else text


def neutralised(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every text cell and header neutralised."""
    safe = frame.map(neutralise)
    safe.columns = [neutralise(str(column)) for column in frame.columns]
    return safe


def file_name(*parts: str, suffix: str) -> str:
    """A file name from words: `("主动型 占比", "2025-12", suffix="xlsx")` → `主动型_占比_2025-12.xlsx`.

    No separators, wildcards, controls or reserved names; never empty, never too long.
    """
    words = "_".join(part for part in parts if part)
    plain = _BETWEEN.sub("_", _CONTROL.sub("", words)).strip("._ ")
    return f"{file_stem(plain).rstrip('._ ') or '_'}.{suffix}"
