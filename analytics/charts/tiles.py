"""One metric as a tile grid: the seventeen cities roughly where they lie, 非市州推荐 in the corner."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from analytics.charts.bars import VALUES, values
from analytics.charts.declaration import Chart, Series, Spec, Stamp, ValueFormat
from analytics.charts.palette import INK, SURFACE
from analytics.charts.rows import BLANK, put
from foundation.locales import Text, text
from foundation.reference.cities import tile_of

#: Where a tile for what has no unit goes: the grid's empty south-west.
_UNKNOWN_TILE = (0, 4)
#: Tiles side by side on the whole map; a part of it is drawn with tiles of the same size.
MAP_COLUMNS = 6
PERSONS = Text(zh="人", en="officers")
#: Chinese counts in a measure word, English says of how many: the two lines hold the same numbers.
_FEW = Text(zh="{part} {unit}", en="{part} of {whole}")
_FEW_DETAIL = Text(zh="共 {whole} {unit}", en="n < {min_n}")


class TileSpec(Spec):
    """Tiles at `x` to the right and `y` down, from 0; `detail` is the small line under the value."""

    needs = (*VALUES, "x", "y", "detail")


def tile_grid(
    frame: pd.DataFrame,
    *,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    id: str = "tile_grid",
    value_format: ValueFormat = "percent",
    unrecorded: Collection[str] = (),
    counted: Text = PERSONS,
    within: Collection[str] = (),
    min_n: int = 10,
) -> Chart:
    """A tile for each unit: name, value, `18/26`. Below min_n: `3 人` over `共 8 人`, never a rate.

    frame: the result frame of one metric by unit (or city).
    unrecorded: units that keep no reminder records, where a metric of self-initiated acts would mislead:
    their tiles say 未区分 · 无提醒记录.
    counted: the measure word of what is counted (人, 项, 份).
    within: the units in scope, if it names any; the others have no tile.
    """
    out = values(frame, within=within, min_n=min_n)
    is_unrecorded = out["group"].isin(list(unrecorded)) & (out["denominator"] >= min_n)
    out.loc[is_unrecorded, ["value", "low", "high"]] = float("nan")
    rows = out.assign(is_unrecorded=is_unrecorded).to_dict("records")
    words = [_words(row, counted=counted, min_n=min_n) for row in rows]
    put(out, "note", [note for note, _ in words])
    put(out, "detail", [detail for _, detail in words])
    places = [tile_of(group) or _UNKNOWN_TILE for group in out["group"]]
    # Of a part of the map only the rows and columns that it needs.
    left, top = min(x for x, _ in places), min(y for _, y in places)
    out["x"], out["y"] = [x - left for x, _ in places], [y - top for _, y in places]
    return Chart(
        id=id,
        kind="tile_grid",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=TileSpec(),
        series=(Series(column="value", title=value_title, colour=SURFACE, ink=INK),),
        value_format=value_format,
        stamp=stamp,
    )


def _words(row: Mapping[Any, Any], *, counted: Text, min_n: int) -> tuple[Text, Text]:
    """The words in place of the value ("" where there is a value) and the small line under it."""
    if row["is_unrecorded"]:
        return text("report.unrecorded"), text("report.unrecorded_detail")
    if not row["note"]:
        return BLANK, _fraction(row)
    if pd.isna(row["numerator"]) or pd.isna(row["denominator"]):
        return Text(zh=row["note"], en=row["note_en"]), BLANK
    parts = {"part": f"{row['numerator']:g}", "whole": f"{row['denominator']:g}", "min_n": min_n}
    return _FEW.format(unit=counted.zh, **parts), _FEW_DETAIL.format(unit=counted.zh, **parts)


def _fraction(row: Mapping[Any, Any]) -> Text:
    if pd.isna(row["denominator"]):
        return BLANK
    if pd.isna(row["numerator"]):
        return Text(zh=f"n={row['denominator']:g}", en=f"n={row['denominator']:g}")
    shown = f"{row['numerator']:,g}/{row['denominator']:,g}"
    return Text(zh=shown, en=shown)
