"""The declaration type of a chart: one frame feeds screen, slide, sheet, words and table alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, TypeVar

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
class TableColumn:
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


class Spec:
    """What the renderers of one kind read by name; each builder's module has the spec of its kind.

    needs: columns of the frame beside those that every chart has. Further small frames, limits or marks of a
    kind are fields of its spec.
    """

    needs: ClassVar[tuple[str, ...]] = ()


KindSpec = TypeVar("KindSpec", bound=Spec)
#: Columns of the frame of every chart.
_BASE = ("group", "label", "n", "note", "gap_before")


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart before it is drawn. Renderers live in `reporting`.

    frame: one row per category, official order, columns: `group` (code), `label` (shown),
    `n` (size shown beside the label), `note` (text in place of the mark where the row is suppressed, else
    ""), `gap_before` (bool: set apart), and what the spec of its kind needs.
    `label_en`, `note_en`, `detail_en` hold the English where it differs from the Chinese.
    fields: the columns of the chart's table; without them it has the label, n and the series.
    x_title, y_title: what the axes measure. references: lines across the chart.
    title: the finding or the question. subtitle: measure, unit, population, how to read it.
    Raises ValueError where the frame lacks a column.
    """

    id: str
    kind: Kind
    title: Text
    subtitle: Text
    frame: pd.DataFrame
    spec: Spec
    series: tuple[Series, ...]
    value_format: ValueFormat
    stamp: Stamp
    note: Text | None = None
    category_title: Text = field(default_factory=lambda: Text(zh="责任单位", en="Responsible unit"))
    n_title: Text = field(default_factory=lambda: Text(zh="在聘人数", en="Officers serving"))
    fields: tuple[TableColumn, ...] = ()
    references: tuple[Reference, ...] = ()
    x_title: Text | None = None
    y_title: Text | None = None

    def __post_init__(self) -> None:
        declared = (item.column for item in self.fields)
        missing = [c for c in (*_BASE, *self.spec.needs, *declared) if c not in self.frame]
        if missing:
            raise ValueError(f"the frame of {self.id} ({self.kind}) lacks {missing}")

    def spec_of(self, kind_spec: type[KindSpec]) -> KindSpec:
        """The chart's spec as that of its kind. Raises TypeError where it is another's."""
        if not isinstance(self.spec, kind_spec):
            raise TypeError(f"{self.id} is drawn as {self.kind}, not with {kind_spec.__name__}")
        return self.spec

    def with_column(self, column: TableColumn, cells: pd.Series, *, after: str) -> Chart:
        """The same chart with a further column of its table, to the right of the column named."""
        place = next(at for at, item in enumerate(self.fields, start=1) if item.column == after)
        fields = (*self.fields[:place], column, *self.fields[place:])
        return replace(self, frame=self.frame.assign(**{column.column: cells}), fields=fields)

    def shown(self, column: str, lang: Lang) -> list[str]:
        """A text column in one language: `label`, `note` or `detail`; "" where the frame has none."""
        return worded(self.frame, column, lang)


def worded(frame: pd.DataFrame, column: str, lang: Lang) -> list[str]:
    """A text column of any frame in one language: `<column>_en` in English where there is one."""
    name = f"{column}_en" if lang == "en" and f"{column}_en" in frame else column
    if name not in frame:
        return [""] * len(frame)
    return ["" if pd.isna(cell) else str(cell) for cell in frame[name]]
