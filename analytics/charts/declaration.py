"""The declaration type of a chart: one frame feeds screen, slide, sheet, words and table alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from foundation.locales import Lang, Text

Kind = Literal["bar", "stacked_share", "tile_grid"]
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

    def shown(self, column: str, lang: Lang) -> list[str]:
        """A text column in one language: `label`, `note` or `detail`; "" where the frame has none."""
        name = f"{column}_en" if lang == "en" and f"{column}_en" in self.frame else column
        if name not in self.frame:
            return [""] * len(self.frame)
        return [str(cell) for cell in self.frame[name]]
