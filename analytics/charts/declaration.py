"""The declaration type of a chart: one frame feeds screen, slide, sheet, words and table alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from foundation.locales import Text

Kind = Literal["bar", "stacked_share", "tile_grid"]


@dataclass(frozen=True)
class Series:
    """One series: the frame's column it reads, its name, its colour and the colour of text upon it."""

    column: str
    title: Text
    colour: str
    ink: str = "#16202C"


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
    tile_grid adds `x`, `y` (grid position), `value`, `detail` (small line).
    title: the finding or the question. subtitle: measure, unit, population, how to read it.
    """

    id: str
    kind: Kind
    title: Text
    subtitle: Text
    frame: pd.DataFrame
    series: tuple[Series, ...]
    value_format: Literal["percent", "integer", "decimal"]
    stamp: Stamp
    note: Text | None = None
    category_title: Text = field(default_factory=lambda: Text(zh="责任单位", en="Responsible unit"))
