"""The cells of a matrix: numbers with their format and colours, words in place of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analytics.charts.declaration import Chart, ValueFormat
from analytics.charts.palette import INK, PAPER
from foundation.locales import Lang
from reporting.registry import renderer
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
        table = pd.DataFrame(rows, columns=[self.corner, *self.heads])
        return table.assign(**{self.note_title: self.notes}) if any(self.notes) else table


def matrix(chart: Chart, lang: Lang) -> Matrix:
    """The chart as a matrix. Raises LookupError for kinds that are drawn otherwise."""
    cells: Matrix = renderer(chart.kind, "matrix")(chart, lang)
    return cells


def number(value: Any) -> float | None:
    """A number of a frame as a cell holds it; None where it is missing."""
    return None if pd.isna(value) else float(value)


def _plain(cell: Cell) -> Any:
    if not isinstance(cell.value, (int, float)):
        return cell.value
    if cell.format == "percent":
        return half_up(cell.value * 100, 1)
    return int(cell.value) if cell.format == "integer" else half_up(cell.value, 2)
