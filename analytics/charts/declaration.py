"""The declaration type of a chart: one frame feeds screen, slide, sheet, words and table alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from foundation.locales import Lang, Text

Kind = Literal[
    "bar",
    "stacked_share",
    "tile_grid",
    "tier_bar",
    "columns",
    "flow",
    "heatmap",
    "funnel",
    "dumbbell",
    "interval_bars",
    "slope",
    "small_multiples",
    "line",
    "step",
    "timeline",
]
ValueFormat = Literal["percent", "integer", "decimal"]


@dataclass(frozen=True)
class Series:
    """One series: the frame's column it reads, its name, its colour and the colour of text upon it.

    count: the frame's column that holds the counts behind the shares, if any.
    """

    column: str
    title: Text
    colour: str
    ink: str = "#16202C"
    count: str | None = None


@dataclass(frozen=True)
class Field:
    """A column of the chart's table. format: how its cells are written ("text": as they stand).

    is_said: alt text reads it out, for the rows whose `is_said` is true (all, if the frame has none).
    """

    column: str
    title: Text
    format: ValueFormat | Literal["text", "date"] = "text"
    is_said: bool = False


@dataclass(frozen=True)
class Reference:
    """A reference line: where it stands on its axis (a number, or a day as ISO text), and what it is."""

    at: float | str
    title: Text
    axis: Literal["x", "y"] = "x"


@dataclass(frozen=True)
class Stamp:
    """What every chart and export says about itself."""

    as_of: str  # "2025-12"
    snapshot: str  # short id
    rules: str  # rule version
    scope: Text  # filters in words
    is_simulated: bool  # says 模拟数据
    is_example: bool = True  # thresholds and targets marked 示例


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart before it is drawn. Renderers live in `reporting`.

    frame: one row per category, official order, columns: `group` (code), `label` (shown),
    `n` (size shown beside the label), one column per series (fractions 0–1 for shares), `note`
    (text in place of the mark where the row is suppressed, else ""), `gap_before` (bool: set apart).
    `label_en`, `note_en`, `detail_en` hold the English where it differs from the Chinese.
    stacked_share: `<series>_count` holds the persons behind each share, also of suppressed rows.
    bar, tile_grid: one series, column `value`; `numerator`, `denominator`, `low`, `high` beside it.
    tile_grid adds `x`, `y` (grid position), `detail` (small line).
    tier_bar: one row a month, series hold counts. columns: `value`, `role`.
    The other kinds document their frame in their builder; the columns of their table are `fields`.
    parts: further small frames by name (limits of a funnel, rows and columns of a heatmap).
    x_title, y_title: what the axes measure. references: lines across the chart.
    title: the finding or the question. subtitle: measure, unit, population, how to read it.
    """

    id: str
    kind: Kind
    title: Text
    subtitle: Text
    frame: pd.DataFrame
    series: tuple[Series, ...]
    value_format: ValueFormat
    stamp: Stamp
    note: Text | None = None
    category_title: Text = field(default_factory=lambda: Text(zh="责任单位", en="Responsible unit"))
    n_title: Text = field(default_factory=lambda: Text(zh="在聘人数", en="Officers serving"))
    fields: tuple[Field, ...] = ()
    parts: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    x_title: Text | None = None
    y_title: Text | None = None

    def shown(self, column: str, lang: Lang) -> list[str]:
        """A text column in one language: `label`, `note` or `detail`; "" where the frame has none."""
        return worded(self.frame, column, lang)


def worded(frame: pd.DataFrame, column: str, lang: Lang) -> list[str]:
    """A text column of any frame in one language: `<column>_en` in English where there is one."""
    name = f"{column}_en" if lang == "en" and f"{column}_en" in frame else column
    if name not in frame:
        return [""] * len(frame)
    return ["" if pd.isna(cell) else str(cell) for cell in frame[name]]
