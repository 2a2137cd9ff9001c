"""How wide words are, and where they break: nothing measures type before the browser does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: The typeface of slides, workbooks and documents: on every Windows since Vista; LibreOffice and WPS replace
#: it by their own Chinese sans.
TYPEFACE = "Microsoft YaHei"


def text_width(words: str, size: float) -> float:
    """Estimated width of one line in pixels: an ideograph is one em wide, other letters about half."""
    return sum(_em(character) for character in words) * size


def _em(character: str) -> float:
    if character in "\u200a\u00a0 .,:;'il|":
        return 0.1 if character == "\u200a" else 0.27
    if character in "%mwMW@":
        return 0.9
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.57


def folded(words: str, *, size: int, width: float) -> list[str]:
    """Break a name into lines that fit the width: between words, Chinese between any two characters."""
    lines = [""]
    for token in re.findall(r"[!-~]+ *|.", words):
        if lines[-1] and text_width((lines[-1] + token).rstrip(), size) > width:
            lines.append("")
        lines[-1] += token
    return [line.rstrip() for line in lines]


def wrapped(words: str, *, size: int, width: float, separator: str = " · ") -> list[str]:
    """Break a list of phrases into lines that fit the width; a phrase is never split."""
    lines: list[str] = []
    for phrase in words.split(separator):
        longer = f"{lines[-1]}{separator}{phrase}" if lines else phrase
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(phrase)
    return lines


def spread(
    places: Sequence[float], sizes: Sequence[float], *, low: float, high: float, gap: float = 0
) -> list[float]:
    """Centres of labels that do not overlap, each as near to its place as its neighbours allow.

    places: wished centres, ascending; sizes: extents along the axis; low, high: the room. Labels that
    overlap become one block about the mean of their wishes. Too little room: they overlap evenly.
    """
    blocks: list[list[float]] = []  # [first index, count, extent, wish of the block's centre]
    for index, (place, size) in enumerate(zip(places, sizes, strict=True)):
        blocks.append([index, 1, size + gap, place])
        blocks[-1][3] = _kept(place, size + gap, low, high)
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1]):
            second, first = blocks.pop(), blocks.pop()
            count, extent = first[1] + second[1], first[2] + second[2]
            wish = (first[3] * first[1] + second[3] * second[1]) / count
            blocks.append([first[0], count, extent, _kept(wish, extent, low, high)])
    centres: list[float] = []
    for block in blocks:
        start, edge = int(block[0]), block[3] - block[2] / 2
        for size in sizes[start : start + int(block[1])]:
            centres.append(edge + (size + gap) / 2)
            edge += size + gap
    return centres


def _touch(first: list[float], second: list[float]) -> bool:
    return first[3] + first[2] / 2 > second[3] - second[2] / 2


def _kept(middle: float, extent: float, low: float, high: float) -> float:
    """The nearest middle that keeps the extent inside the room; the room's own if it is too small."""
    if extent >= high - low:
        return (low + high) / 2
    return min(max(middle, low + extent / 2), high - extent / 2)
