"""The line in a card."""

from __future__ import annotations

from xml.etree import ElementTree

from pages.widgets.sparkline import sparkline

SVG = "{http://www.w3.org/2000/svg}"


def parts(svg: str, name: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(svg).findall(f"{SVG}{name}")


def test_thirteen_points_make_one_line_a_hollow_and_a_solid_dot() -> None:
    svg = sparkline([0.2 + month / 100 for month in range(13)])
    (line,) = parts(svg, "path")
    hollow, solid = parts(svg, "circle")
    assert line.attrib["d"].count("L") == 12
    assert hollow.attrib["fill"] == "#FFFFFF"
    assert solid.attrib["fill"] == solid.attrib["stroke"]


def test_higher_is_drawn_higher() -> None:
    first, last = parts(sparkline([0.1, 0.4]), "circle")
    assert float(last.attrib["cy"]) < float(first.attrib["cy"])


def test_a_month_without_value_breaks_the_line() -> None:
    assert len(parts(sparkline([0.1, 0.2, None, 0.3, 0.4]), "path")) == 2


def test_the_target_is_dashed() -> None:
    (dashes, _) = parts(sparkline([0.1, 0.2], target=0.3), "path")
    assert "stroke-dasharray" in dashes.attrib


def test_nothing_to_show_is_an_empty_picture() -> None:
    for values in ([], [None, None]):
        assert parts(sparkline(values), "circle") == []


def test_a_flat_line_is_drawn() -> None:
    assert len(parts(sparkline([0.5, 0.5, 0.5]), "path")) == 1
