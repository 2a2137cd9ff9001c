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


def luminance(colour: str) -> float:
    """Relative luminance 0–1 of a "#rrggbb" colour (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1–21 of two colours (WCAG 2.2); text needs 4.5."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
