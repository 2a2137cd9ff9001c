"""Two sides of each row with their intervals: do 市州推荐 and 高校院所企业推荐 differ beyond chance?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts.bars import VALUES
from analytics.charts.declaration import Chart, Series, Spec, Stamp, TableColumn, ValueFormat
from analytics.charts.palette import INSTITUTION, LOCAL, PAPER
from analytics.charts.rows import BLANK, filled, put
from foundation.locales import Text, text

#: The two sides when none are given: channels of recommendation. The first is a circle, the second a diamond.
CHANNELS = ("local", "institution")


class DumbbellSpec(Spec):
    """One line a row and side; `column` is the side's code, `side` its name."""

    needs = ("column", "side", *VALUES)


def dumbbell(
    frame: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    row_title: Text,
    sides: tuple[str, str] = CHANNELS,
    side_titles: tuple[Text, Text] | None = None,
    value_format: ValueFormat = "percent",
    note: Text | None = None,
    min_n: int = 10,
) -> Chart:
    """A pair of marks a row, in the frame's order of rows.

    frame: `row`, `label`, `label_en`, `side` (one of `sides`), `numerator`, `denominator`, `value`, `low`,
    `high`, `suppressed`: result frames of a metric by side, one for each row (城市组·类别·聘期), stacked.
    A side without a row is not drawn; a suppressed one shows words, its counts stand at the right.
    Chart frame: one row for each row and side; `group` the row's code, `column` the side.
    """
    titles = side_titles or (text("report.channel_local"), text("report.channel_institution"))
    sided = frame[frame["side"].isin(sides)]
    order = {row: at for at, row in enumerate(dict.fromkeys(sided["row"]))}
    place = sided["row"].map(order) * 2 + sided["side"].map({sides[0]: 0, sides[1]: 1})
    rows = sided.loc[place.sort_values(kind="stable").index].reset_index(drop=True)
    out = pd.DataFrame({"group": rows["row"].astype(str), "column": rows["side"]})
    out["label"] = rows["label"].astype(str)
    out["label_en"] = rows["label_en"].astype(str) if "label_en" in rows else out["label"]
    put(out, "side", [titles[sides.index(side)] for side in rows["side"]])
    out["n"] = rows["denominator"].to_numpy()
    for column in VALUES:
        out[column] = pd.to_numeric(rows[column]).astype("float64")
    put(out, "note", [_note(row, min_n=min_n) for row in rows.to_dict("records")])
    out["gap_before"] = False
    styles = zip(sides, titles, (LOCAL, INSTITUTION), strict=True)
    return Chart(
        id=id,
        kind="dumbbell",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=DumbbellSpec(),
        series=tuple(
            Series(column=side, title=words, colour=colour, ink=PAPER) for side, words, colour in styles
        ),
        value_format=value_format,
        stamp=stamp,
        note=note,
        category_title=row_title,
        x_title=filled("report.with_interval", title=value_title),
        fields=(
            TableColumn("label", row_title),
            TableColumn("side", text("report.side"), is_said=True),
            TableColumn("value", value_title, value_format, is_said=True),
            TableColumn("low", text("report.low"), value_format),
            TableColumn("high", text("report.high"), value_format),
            TableColumn("numerator", text("report.numerator"), "integer"),
            TableColumn("denominator", text("report.denominator"), "integer"),
            TableColumn("note", text("report.note"), is_said=True),
        ),
    )


def _note(row: Mapping[Any, Any], *, min_n: int) -> Text:
    if row["suppressed"]:
        return text("report.few_counts").format(min_n=min_n)
    return text("report.no_value") if pd.isna(row["value"]) else BLANK
