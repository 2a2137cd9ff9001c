"""Rows of a horizontal chart: where each stands, its label and its n beside it, words in place of a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, PAPER
from foundation.locales import Lang, say
from reporting.screen.canvas import Canvas, Size
from reporting.type.lettering import folded, text_width, wrapped
from reporting.type.numbers import shown

_LABELS = 0.5  # labels and n take at most this part of the width
_GAP = 0.55  # rows left free before what is set apart
BAR = 0.68  # thickness of a bar, in rows


@dataclass(frozen=True)
class RowPlan:
    """Plan of a chart: centre, words and label of each row, height in rows, left margin in pixels."""

    centres: tuple[float, ...]
    words: tuple[str, ...]
    labels: tuple[str, ...]
    total: float
    left: int
    n_width: int

    def depth(self, size: Size) -> float:
        """Height of the drawing in rows: few rows leave room below rather than grow thick."""
        return max(self.total, size.least_rows)


def plan(chart: Chart, lang: Lang, size: Size) -> RowPlan:
    """Place the rows: one unit each, more where label or words need several lines."""
    sizes = n_words(chart)
    n_width = round(max((text_width(n, size.text) for n in sizes), default=0)) + (12 if any(sizes) else 0)
    room = size.width * _LABELS - n_width
    names = [folded(label, size=size.text, width=room) for label in chart.shown("label", lang)]
    left = round(max(text_width(line, size.text) for lines in names for line in lines)) + n_width + 14
    centres, words, top = [], [], 0.0
    rows = zip(names, chart.shown("note", lang), chart.frame["gap_before"], strict=True)
    for name, note, is_apart in rows:
        lines = wrapped(note, size=size.text, width=size.width - left)
        height = max(1.0, 0.25 + max(len(lines), len(name)) * size.text * 1.3 / size.row)
        top += _GAP if is_apart else 0
        centres.append(top + height / 2)
        words.append("\n".join(lines))
        top += height
    labels = tuple("\n".join(lines) for lines in names)
    return RowPlan(tuple(centres), tuple(words), labels, total=top, left=left, n_width=n_width)


def n_words(chart: Chart) -> list[str]:
    """The sizes beside the labels: "60", "" where a plain count has none."""
    return [shown(n, "integer") for n in chart.frame["n"]]


def label_rows(canvas: Canvas, chart: Chart, size: Size, rows: RowPlan) -> None:
    """Write label, n and, where the row is suppressed, the words in place of the bar."""
    x = canvas.layout["xaxis"]["range"][0]
    for label, n, words, y in zip(rows.labels, n_words(chart), rows.words, rows.centres, strict=True):
        canvas.write(label, x=x, y=y, dx=-10 - rows.n_width, anchor="right", size=size.text)
        if n:
            canvas.write(n, x=x, y=y, dx=-10, anchor="right", size=size.text, colour=MUTED)
        if words:
            canvas.write(words, x=x, y=y, dx=2, size=size.text, colour=MUTED, bgcolor=PAPER)


def outline(canvas: Canvas, chart: Chart, rows: RowPlan, *, selected: str | None, width: float) -> None:
    """Frame the selected row: a click never fades the others."""
    for group, y in zip(chart.frame["group"], rows.centres, strict=True):
        if group == selected:
            line = {"color": INK, "width": 2}
            left = canvas.layout["xaxis"]["range"][0]
            canvas.frame(x=(left, width), y=(y - 0.47, y + 0.47), line=line, layer="above")


def unfading(ink: str) -> dict[str, Any]:
    """Marks and numerals stay as they are while another is selected.

    Both states are given: Plotly 7.1 fails in the click itself when only one of them names a font.
    """
    same = {"marker": {"opacity": 1}, "textfont": {"color": ink}}
    return {"selected": same, "unselected": same}


def hover_head(chart: Chart, lang: Lang) -> list[str]:
    """First line of each hover: 武汉（在聘人数 60）."""
    title = chart.n_title.get(lang)
    return [
        say("report.hover_n", lang, label=label, n_title=title, n=n) if n else label
        for label, n in zip(chart.shown("label", lang), n_words(chart), strict=True)
    ]


def has_note(chart: Chart) -> pd.Series:
    """Rows that show words in place of the mark."""
    return chart.frame["note"] != ""
