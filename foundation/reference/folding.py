"""Two writings of one word become one: width, case, spaces, bracket shapes."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")"})
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def fold(text: str) -> str:
    """`" Ｂ 类（企业）"` → `"b类(企业)"`: NFKC, no white space at all, lower case, round brackets."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).translate(_BRACKETS).casefold()


def without_brackets(folded: str) -> str:
    """A folded text without its bracketed parts: `"b类(企业)"` → `"b类"`."""
    return _IN_BRACKETS.sub("", folded)
