"""The colours of every chart, screen and paper alike. Colour is earned: the accent means beyond chance."""

from __future__ import annotations

INK = "#16202C"
MUTED = "#5B6774"
LINE = "#DDE3E9"
SURFACE = "#F4F6F8"
PAPER = "#FFFFFF"
ACCENT = "#12436D"
#: Bars and points about which nothing is claimed.
NEUTRAL = "#C3CBD3"
#: Points and lines about which nothing is claimed: seen beside a band, without calling.
QUIET = "#8E9BA8"
#: Colours of up to three lines: the subject, then what it is compared with.
LINES = (ACCENT, QUIET, "#6FA3CC")
#: The two channels of recommendation: 市州推荐 (circle), 高校院所企业推荐 (diamond).
LOCAL, INSTITUTION = "#1F7F76", "#801650"
#: Ends of a heatmap's two ramps. They do not meet: between them neither ink nor white could be read.
_LIGHT, _DARK = ("#E6EDF4", "#7FA0BD"), ("#44729B", ACCENT)
_DARKEST_THIRD = 2 / 3


def mixed(one: str, other: str, part: float) -> str:
    """The colour `part` of the way (0–1) from one to the other, in sRGB."""
    ends = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (one, other)]
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in zip(*ends, strict=True))


def paler(colour: str) -> str:
    """The same colour for what is past: more than half way to white."""
    return mixed(colour, PAPER, 0.55)


def heat(part: float) -> tuple[str, str]:
    """Fill and ink of a heatmap's cell, `part` 0–1 of the scale: white numerals on the darkest third only."""
    part = min(max(part, 0.0), 1.0)
    if part < _DARKEST_THIRD:
        return mixed(*_LIGHT, part / _DARKEST_THIRD), INK
    return mixed(*_DARK, (part - _DARKEST_THIRD) / (1 - _DARKEST_THIRD)), PAPER


def luminance(colour: str) -> float:
    """Relative luminance 0–1 of a "#rrggbb" colour (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1–21 of two colours (WCAG 2.2); text needs 4.5."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_of(colour: str) -> str:
    """The colour of words that name a mark: the mark's own where it can be read on white, else muted."""
    return colour if contrast(colour, PAPER) >= 4.5 else MUTED
