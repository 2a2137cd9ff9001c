"""Chinese numerals, as dates and counts use them: 〇 to 九十九."""

from __future__ import annotations

import re
import unicodedata

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "O": 0}
NUMERAL = "[〇零○一二三四五六七八九十廿卅]"
_TENS = re.compile(r"^([一二三四五六七八九])?十([一二三四五六七八九])?$")
_SAME = str.maketrans("。．－–—―～○", "..----~〇")
_SHORT_TENS = {"廿": 20, "卅": 30}


def plain(text: str) -> str:
    """NFKC, and the several dashes, dots and circles that stand for one another."""
    return unicodedata.normalize("NFKC", text).strip().translate(_SAME)


def chinese_number(text: str) -> int | None:
    """十二 → 12, 二十八 → 28, 廿三 → 23, 二〇二三 → 2023; None where it is no such number."""
    if match := _TENS.match(text):
        tens, ones = match.groups()
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
    if text[:1] in _SHORT_TENS and len(text) <= 2:
        return _SHORT_TENS[text[0]] + (DIGITS.get(text[1], 0) if len(text) == 2 else 0)
    if text and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return None


def with_digits(text: str) -> str:
    """Every Chinese numeral in digits: 二〇二三年五月八日 → 2023年5月8日."""

    def digits(match: re.Match[str]) -> str:
        number = chinese_number(match.group())
        return match.group() if number is None else str(number)

    return re.sub(f"{NUMERAL}+", digits, text)
