"""What a native bar chart carries beside its bars: intervals, and words where a row has no bar."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.palette import MUTED
from foundation.locales import Lang
from reporting.native.font import dress
from reporting.type.numbers import shown

_PROJECTED, _PRINTED = 12.0, 9.0  # points: 24 px on a projector; a page of A4
_SLIDE = 9_000_000  # EMU: wider than this is a slide


def letters(width: int) -> float:
    """Size of the letters of a chart so many EMU wide, in points."""
    return _PROJECTED if width > _SLIDE else _PRINTED


def ems(width: int) -> float:
    """How many letters fit side by side into the width: what labels may take is measured in them."""
    return width / 12700 / letters(width)


def category_rows(chart: Chart, lang: Lang) -> list[tuple[str, int | None]]:
    """Category names with n beside (`武汉  60`) and the frame's row, `(" ", None)` where a gap stands."""
    rows: list[tuple[str, int | None]] = []
    labels = zip(chart.shown("label", lang), chart.frame["n"], chart.frame["gap_before"], strict=True)
    for place, (label, n, is_apart) in enumerate(labels):
        rows += [(" ", None)] if is_apart else []
        rows.append((f"{label}  {shown(n, 'integer')}".rstrip(), place))
    return rows


def has_words(chart: Chart) -> bool:
    return bool((chart.frame["note"] != "").any())


def words_by_place(chart: Chart, lang: Lang) -> dict[int, str]:
    """Position among the categories → words in place of the bar."""
    notes = chart.shown("note", lang)
    return {
        at: notes[place]
        for at, (_, place) in enumerate(category_rows(chart, lang))
        if place is not None and notes[place]
    }


def extent(chart: Chart) -> float:
    """Right end of the axis of plain bars: the largest value or upper limit, and room for its label."""
    columns = [column for column in ("value", "high") if column in chart.frame]
    largest = float(chart.frame[columns].max().max())
    return largest * (1.02 if has_interval(chart) else 1.1) if largest > 0 else 1.0


def has_interval(chart: Chart) -> bool:
    return "low" in chart.frame and bool(chart.frame["low"].notna().any())


def reaches(chart: Chart, lang: Lang) -> tuple[list[float], list[float]]:
    """How far each category's interval reaches below and above its value; 0 where there is none."""
    down, up = [], []
    for _, place in category_rows(chart, lang):
        row = None if place is None else chart.frame.iloc[place]
        is_drawn = row is not None and not pd.isna(row["low"]) and not pd.isna(row["value"])
        down.append(float(row["value"] - row["low"]) if is_drawn and row is not None else 0.0)
        up.append(float(row["high"] - row["value"]) if is_drawn and row is not None else 0.0)
    return down, up


def add_whiskers(drawn: Any, chart: Chart, lang: Lang) -> None:
    """Intervals as native error bars with their own lengths."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    down, up = reaches(chart, lang)
    parts = []
    for tag, lengths in (("plus", up), ("minus", down)):
        points = "".join(f'<c:pt idx="{i}"><c:v>{v:.6f}</c:v></c:pt>' for i, v in enumerate(lengths))
        parts.append(f'<c:{tag}><c:numLit><c:ptCount val="{len(lengths)}"/>{points}</c:numLit></c:{tag}>')
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/>{"".join(parts)}<c:spPr><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="{MUTED[1:]}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    drawn._element.find("{*}cat").addprevious(bars)


def write_words(drawn: Any, words: dict[int, str], *, size: float) -> None:
    """Words of the suppressed rows as labels of the unseen series, on one line."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    drawn.format.fill.background()
    drawn.format.line.fill.background()
    for at, text in words.items():
        label = drawn.points[at].data_label
        label.position = XL_LABEL_POSITION.INSIDE_BASE
        run = label.text_frame.paragraphs[0].add_run()
        run.text = text
        run.font.size = Pt(size)
        dress(run.font, colour=MUTED)
        # PowerPoint wraps labels at a fifth of the chart's width unless told otherwise.
        label.text_frame._txBody.find("{*}bodyPr").set("wrap", "none")
