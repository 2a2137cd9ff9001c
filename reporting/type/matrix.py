"""A chart that no office program can draw, as a table of cells: one for slide, sheet and document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analytics.charts.declaration import Chart, Kind, ValueFormat, worded
from analytics.charts.flow import JOINED, LEFT
from analytics.charts.palette import ACCENT, INK, MUTED, PAPER, heat, mixed
from foundation.locales import Lang, say
from reporting.type.numbers import half_up, shown


@dataclass(frozen=True)
class Cell:
    """A number with its format, or words ("text"); its colours."""

    value: float | str | None
    format: ValueFormat | Literal["text"] = "text"
    fill: str = PAPER
    ink: str = INK
    is_bold: bool = False

    def words(self, *, is_short: bool = False) -> str:
        """As it is written where everything is text."""
        if isinstance(self.value, str) or self.value is None:
            return self.value or ""
        return shown(self.value, "integer" if self.format == "text" else self.format, is_short=is_short)


@dataclass(frozen=True)
class Matrix:
    """Head of the first column, heads of the others, rows of cells whose first is the label.

    notes: words of a row in place of its numbers, from the third column on; "" where it has numbers.
    """

    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    value_format: ValueFormat
    notes: tuple[str, ...] = ()
    note_title: str = ""

    def frame(self) -> pd.DataFrame:
        """As a table; shares are per cents, words keep a column textual."""
        rows = [[_plain(cell) for cell in row] for row in self.rows]
        found = pd.DataFrame(rows, columns=[self.corner, *self.heads])
        return found.assign(**{self.note_title: self.notes}) if any(self.notes) else found


def matrix(chart: Chart, lang: Lang) -> Matrix | None:
    """The chart's matrix; None for kinds that have a native chart."""
    make = MATRICES.get(chart.kind)
    return make(chart, lang) if make else None


def _flow(chart: Chart, lang: Lang) -> Matrix:
    """States before by states after, with totals; who stayed where they were stands on a tint."""
    moves = {(r["group"], r["column"]): int(r["value"]) for r in chart.frame.to_dict("records")}
    befores = [s for s in chart.series if s.column != LEFT]
    afters = [s for s in chart.series if s.column != JOINED]
    total, top = say("report.flow_total", lang), max([*moves.values(), 1])
    rows = []
    for before in befores:
        counts = [moves[before.column, after.column] for after in afters]
        cells = [
            Cell(
                n, "integer", mixed(PAPER, before.colour, 0.5 * n / top), INK if n else MUTED, before is after
            )
            for n, after in zip(counts, afters, strict=True)
        ]
        rows.append((Cell(before.title.get(lang)), *cells, Cell(sum(counts), "integer", is_bold=True)))
    sums = [sum(moves[b.column, a.column] for b in befores) for a in afters]
    last = [Cell(n, "integer", is_bold=True) for n in (*sums, sum(sums))]
    rows.append((Cell(total, is_bold=True), *last))
    dates = (chart.category_title.get(lang), chart.x_title.get(lang) if chart.x_title else "")
    heads = (*(a.title.get(lang) for a in afters), total)
    return Matrix(f"{dates[0]} → {dates[1]}", heads, tuple(rows), "integer")


def _heatmap(chart: Chart, lang: Lang) -> Matrix:
    """Rows by columns, coloured as on screen; n and the numbers beside the matrix at the right."""
    rows, columns = chart.parts["rows"], chart.parts["columns"]
    notes = chart.shown("note", lang)
    cells: dict[tuple[str, str], Cell] = {}
    for record, note in zip(chart.frame.to_dict("records"), notes, strict=True):
        cells[record["group"], record["column"]] = _heat_cell(record, note, value_format=chart.value_format)
    sides = [f for f in chart.fields[3:] if f.column in rows]
    has_n = bool(rows["n"].notna().any())
    found = []
    for record, label in zip(rows.to_dict("records"), worded(rows, "label", lang), strict=True):
        line = [Cell(label), *(cells[record["row"], code] for code in columns["column"])]
        line += [Cell(_number(record["n"]), "integer", ink=MUTED)] if has_n else []
        line += [Cell(_number(record[f.column]), _number_format(f.format)) for f in sides]
        found.append(tuple(line))
    heads = worded(columns, "label", lang)
    heads += [chart.n_title.get(lang)] if has_n else []
    heads += [f.title.get(lang) for f in sides]
    column_title = chart.x_title.get(lang) if chart.x_title else ""
    corner = f"{chart.category_title.get(lang)} ＼ {column_title}"
    if chart.value_format == "percent":
        corner = say("report.percent", lang, title=corner)
    return Matrix(corner, tuple(heads), tuple(found), chart.value_format)


def _heat_cell(record: Mapping[Any, Any], note: str, *, value_format: ValueFormat) -> Cell:
    if note:
        return Cell(note, ink=MUTED)
    if pd.isna(record["value"]):
        return Cell(None, value_format)
    if record["is_blank"]:
        return Cell(float(record["value"]), value_format, ink=MUTED)
    fill, ink = heat(record["part"])
    return Cell(float(record["value"]), value_format, fill, ink)


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def _number_format(value: str) -> ValueFormat:
    return value if value in ("percent", "integer", "decimal") else "integer"  # type: ignore[return-value]  # checked here


def _plain(cell: Cell) -> Any:
    if not isinstance(cell.value, (int, float)):
        return cell.value
    if cell.format == "percent":
        return half_up(cell.value * 100, 1)
    return int(cell.value) if cell.format == "integer" else half_up(cell.value, 2)


def _multiples(chart: Chart, lang: Lang) -> Matrix:
    """Units by periods; quarters beyond their unit's own limits bold on a tint; words where no rate is."""
    series = chart.parts["series"]
    # Where no unit is drawn, one empty column still holds the words.
    periods = list(dict.fromkeys(series["period"])) or [""]
    known = {(r["group"], r["period"]): r for r in series.to_dict("records")}
    rows = []
    for record, label in zip(chart.frame.to_dict("records"), chart.shown("label", lang), strict=True):
        own = [known.get((record["group"], at)) for at in periods]
        cells = [_quarter(quarter, value_format=chart.value_format) for quarter in own]
        rows.append((Cell(label), Cell(_number(record["n"]), "integer", ink=MUTED), *cells))
    corner = say("report.unit", lang)
    if chart.value_format == "percent":
        corner = say("report.percent", lang, title=corner)
    heads = ("n", *(str(period) for period in periods))
    notes = tuple(chart.shown("note", lang))
    return Matrix(corner, heads, tuple(rows), chart.value_format, notes, say("report.note", lang))


def _quarter(record: Mapping[Any, Any] | None, *, value_format: ValueFormat) -> Cell:
    if record is None or pd.isna(record["value"]):
        return Cell(None, value_format)
    is_beyond = record["signal"] != ""
    fill = mixed(PAPER, ACCENT, 0.15) if is_beyond else PAPER
    return Cell(float(record["value"]), value_format, fill, ACCENT if is_beyond else INK, is_beyond)


MATRICES: dict[Kind, Callable[[Chart, Lang], Matrix]] = {
    "flow": _flow,
    "heatmap": _heatmap,
    "small_multiples": _multiples,
}
