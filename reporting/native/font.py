"""Type of native charts, slides and their tables: one typeface for Latin and Chinese letters alike."""

from __future__ import annotations

from typing import Any

from reporting.type.lettering import TYPEFACE


def dress(font: Any, *, colour: str) -> None:
    """Set colour and typeface of a python-pptx font, for Latin and for Chinese characters alike."""
    from pptx.dml.color import RGBColor
    from pptx.oxml.ns import qn

    font.color.rgb = RGBColor.from_string(colour[1:])
    font.name = TYPEFACE
    properties = font._element
    for tag in ("a:ea", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    latin = properties.find(qn("a:latin"))
    east = latin.makeelement(qn("a:ea"), {"typeface": TYPEFACE})
    latin.addnext(east)


def points(size: float) -> Any:
    """A length of so many points, as python-pptx takes it."""
    from pptx.util import Pt

    return Pt(size)
