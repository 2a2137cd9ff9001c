"""Axes and plot areas of native charts, where python-pptx has no word for them."""

from __future__ import annotations

from typing import Any


def lay_out(drawn: Any, *, x: float, y: float, w: float, h: float) -> None:
    """Fix the inner plot area, in parts of the chart: labels beside it have the room they were promised."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    area = drawn._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    numbers = {"x": x, "y": y, "w": w, "h": h}
    inner = "".join(f'<c:{name} val="{number:.4f}"/>' for name, number in numbers.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{inner}</c:manualLayout></c:layout>'
        ),
    )


def no_skipping(category: Any) -> None:
    """Every row keeps its name, however tight the axis."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    element = category._element
    before = element.find("{*}noMultiLvlLbl")
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    if before is None:
        element.append(skip)
    else:
        before.addprevious(skip)


def logarithmic(drawn: Any) -> None:
    """A value axis in powers of ten."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    drawn._element.find("{*}scaling").insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))
