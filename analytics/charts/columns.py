"""A few upright columns: what a threshold in force gives, what one that is tried would give."""

from __future__ import annotations

import pandas as pd

from analytics.charts.declaration import Chart, Series, Spec, Stamp, ValueFormat
from analytics.charts.palette import ACCENT, INK, NEUTRAL
from foundation.locales import Text

#: Colour of the column in force, of the one tried, of all others.
ROLES = {"current": ACCENT, "tried": "#6FA3CC", "": NEUTRAL}


class ColumnSpec(Spec):
    """Upright columns; `role`: a key of ROLES."""

    needs = ("value", "role")


def columns(
    frame: pd.DataFrame,
    *,
    id: str,
    title: Text,
    subtitle: Text,
    stamp: Stamp,
    value_title: Text,
    axis_title: Text,
    current: str | None = None,
    tried: str | None = None,
    value_format: ValueFormat = "integer",
) -> Chart:
    """One column a row of the frame, in its order; counts above.

    frame: `group` (code, text), `label` (shown: ≥4), `label_en` where it differs, `value`.
    current, tried: codes of the column in force (dark) and of the one tried (lighter); the same: current.
    """
    group = frame["group"].astype(str)
    out = pd.DataFrame({"group": group.to_list(), "label": frame["label"].astype(str).to_list()})
    if "label_en" in frame:
        out["label_en"] = frame["label_en"].astype(str).to_list()
    out["n"] = float("nan")
    out["value"] = pd.to_numeric(frame["value"]).to_numpy()
    out["note"], out["gap_before"] = "", False
    out["role"] = ["current" if g == current else "tried" if g == tried else "" for g in group]
    return Chart(
        id=id,
        kind="columns",
        title=title,
        subtitle=subtitle,
        frame=out,
        spec=ColumnSpec(),
        series=(Series(column="value", title=value_title, colour=NEUTRAL, ink=INK),),
        value_format=value_format,
        stamp=stamp,
        category_title=axis_title,
        x_title=axis_title,
    )
