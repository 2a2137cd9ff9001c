"""The comparison as charts: one function a chart, `Comparison` in, `Chart` out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from analytics.charts import (
    Chart,
    Stamp,
    TableColumn,
    dumbbell,
    funnel_plot,
    interval_bars,
    slope,
    small_multiples,
)
from analytics.charts.rows import filled, put
from analytics.cities import words
from analytics.cities.channels import INSTITUTION, LOCAL, Channels
from analytics.cities.comparison import Comparison
from analytics.cities.declaration import COMPARED
from analytics.cities.wording import lower_first
from foundation.locales import Text, text
from foundation.reference.cities import NON_CITY, UNITS, unit_label


def _labelled(units: pd.DataFrame) -> pd.DataFrame:
    """Rows of units that somebody answers for, with their names."""
    rows = units[units["group"].isin(UNITS)]
    return rows.assign(label=[unit_label(group, "zh") for group in rows["group"]])


def _n_title(found: Comparison) -> Text:
    return text("cities.n_reminded" if found.item.kind == "cases" else "cities.n_serving")


def funnel_chart(found: Comparison, stamp: Stamp) -> Chart | None:
    """None with fewer than two units to draw. n: persons; the counts behind a value stand beside it."""
    result, item = found.funnel, found.item
    if len(result.drawn) < 2:
        return None
    rows = _labelled(result.units)
    is_recorded = "funnel_centre_recorded" if found.unrecorded else "funnel_centre"
    kind = "exact" if item.kind == "share" else "drawn"
    chart = funnel_plot(
        # The axis is persons: what a rate divides by stands in the table.
        rows.assign(denominator=rows["n"].astype(float)),
        result.limits,
        centre=result.centre,
        title=words.funnel_title(found),
        subtitle=filled(f"cities.funnel_subtitle_{kind}", title=item.value_title, month=_month(stamp)),
        stamp=stamp,
        value_title=item.value_title,
        centre_title=text(f"cities.{is_recorded}"),
        n_title=_n_title(found),
        id="cities_funnel",
        value_format=item.value_format,
        unrecorded=found.unrecorded,
        within=found.asked,
        min_n=found.min_n,
    )
    exact = chart.frame["group"].map(rows.set_index("group")["denominator"]).to_numpy()
    chart = replace(chart, frame=chart.frame.assign(denominator=exact), note=words.funnel_note(found))
    return _apart(chart, found)


def _month(stamp: Stamp) -> Text:
    return Text(zh=stamp.as_of, en=stamp.as_of)


def channels_chart(
    found: Channels, metric: str, stamp: Stamp, *, min_n: int, prefix: str = "channel"
) -> Chart:
    """One row a city that holds enough of both, the province above. prefix: "channel" or "recogniser"."""
    item, subtitle = (
        COMPARED[metric],
        f"cities.{'channels' if prefix == 'channel' else 'recognisers'}_subtitle",
    )
    return dumbbell(
        _sides(found.rows),
        id=f"cities_{prefix}",
        title=words.channels_title(found, item.title, prefix=prefix),
        subtitle=filled(subtitle, title=item.title),
        stamp=stamp,
        value_title=item.title,
        row_title=text("cities.channels_row"),
        side_titles=(text(f"cities.{prefix}_{LOCAL}"), text(f"cities.{prefix}_{INSTITUTION}")),
        note=words.channels_note(found, min_n),
        min_n=min_n,
    )


def _sides(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a group and side, as the dumbbell reads them."""
    listed = []
    for row in rows.to_dict("records"):
        label = words.channel_row(str(row["group"]))
        for side in (LOCAL, INSTITUTION):
            parts = ("value", "low", "high", "numerator", "denominator")
            numbers = {part: row[f"{side}_{part}"] for part in parts}
            names = {"row": row["group"], "label": label.zh, "label_en": label.en, "side": side}
            listed.append({**names, **numbers, "suppressed": row["is_small"]})
    return pd.DataFrame(listed)


def quarters_chart(found: Comparison, stamp: Stamp) -> Chart | None:
    """Small charts in official order; None where no unit has limits. n: officers serving (reminded) now."""
    item, series = found.item, found.quarters.series
    if not found.quarters.judged:
        return None
    units = _labelled(found.funnel.units)
    is_share = item.kind == "share"
    value_title = text("cities.quarters_value_share") if is_share else item.value_title
    subtitle = f"cities.quarters_subtitle_{'share' if is_share else 'other'}"
    ends = {"first": _period(series["period"].iloc[0]), "last": _period(series["period"].iloc[11])}
    chart = small_multiples(
        series[series["centre"].notna()],
        units.assign(n=units["n"].astype(float)),
        id="cities_quarters",
        title=words.quarters_title(found),
        subtitle=filled(subtitle, title=value_title, **ends),
        stamp=stamp,
        value_title=value_title,
        value_format=item.value_format,
        within=found.asked,
        unrecorded=found.unrecorded,
        note=words.quarters_note(found),
        min_n=found.min_n,
    )
    # Enough persons now, too few in most quarters: words, as everywhere.
    short = (chart.frame["note"] == "") & ~chart.frame["group"].isin(found.quarters.judged)
    chart = _renoted(chart, short, text("cities.quarters_short"))
    return _renoted(chart, chart.frame["group"].isin(found.unasked), text("report.unrecorded_alone"))


def _period(name: str) -> Text:
    return Text(zh=name, en=name)


def _renoted(chart: Chart, rows: Any, note: Text) -> Chart:
    """The same chart with words in place of the marks of some rows."""
    frame = chart.frame.copy()
    frame.loc[rows, ["note", "note_en"]] = [note.zh, note.en]
    return replace(chart, frame=frame)


def change_chart(found: Comparison, stamp: Stamp) -> Chart | None:
    """None without a month to compare with, or with nobody to draw."""
    moved = found.changes
    if moved is None or not moved.units["is_drawn"].any() or found.scope.versus is None:
        return None
    rows, item, then = _labelled(moved.units), found.item, f"{found.scope.versus:%Y-%m}"
    chart = slope(
        pd.DataFrame(
            {
                "group": rows["group"],
                "label": rows["label"],
                "before_value": rows["value_then"],
                "before_n": rows["n_then"],
                "after_value": rows["value"],
                "after_n": rows["n"],
                "is_beyond": rows["beyond"] == "99_8",
            }
        ),
        before=then,
        after=stamp.as_of,
        id="cities_change",
        title=words.change_title(moved, then),
        subtitle=filled("cities.change_subtitle", title=item.value_title),
        stamp=stamp,
        value_title=item.value_title,
        value_format=item.value_format,
        within=found.asked,
        unrecorded=(*found.unrecorded, *found.unasked),
        note=words.change_note(moved),
        min_n=found.min_n,
    )
    # Names down the side of a slope would read as a league table: only those beyond a limit have one.
    named = rows.loc[rows["beyond"] != "", "group"]
    return replace(chart, frame=chart.frame.assign(is_named=chart.frame["group"].isin(named)))


def mix_chart(found: Comparison, stamp: Stamp) -> Chart | None:
    """The range that the mix alone would give as a bar, what is as its mark."""
    item, units = found.item, _labelled(found.mix)
    if units["is_drawn"].sum() < 2:
        return None
    size = units["denominator"].where(units["is_drawn"] & (units["denominator"] > 0))
    low, high = units["expected_low"] / size, units["expected_high"] / size
    rows = units.assign(low=low, high=high, value=units["value"].where(units["is_drawn"]))
    chart = interval_bars(
        rows.assign(denominator=units["n"].astype(float)),
        id="cities_mix",
        title=words.mix_title(found.mix),
        subtitle=filled("cities.mix_subtitle", title=lower_first(item.value_title)),
        stamp=stamp,
        value_title=item.value_title,
        value_format=item.value_format,
        n_title=_n_title(found),
        within=found.asked,
        note=text("cities.mix_note"),
        min_n=found.min_n,
    )
    chart = _apart(chart, found)
    renamed = {"value": "cities.mix_actual", "low": "cities.mix_low_title", "high": "cities.mix_high_title"}
    titled = _retitled(chart, renamed)
    expected = (units["expected"] / size).set_axis(units["group"])
    extra = TableColumn("expected", text("cities.mix_expected"), item.value_format)
    cells = chart.frame["group"].map(expected)
    return replace(chart, fields=titled).with_column(extra, cells, after="value")


def _retitled(chart: Chart, titles: dict[str, str]) -> tuple[TableColumn, ...]:
    """The columns of the chart's table under other headings."""
    return tuple(replace(f, title=text(titles[f.column])) if f.column in titles else f for f in chart.fields)


def ranges_chart(found: Comparison, stamp: Stamp) -> Chart | None:
    """Ranges of place among the cities; 非市州推荐 has none."""
    units, item = _labelled(found.ranges), found.item
    if not found.has_ranges:
        return None
    rows = units.assign(low=units["best"], high=units["worst"], value=np.nan)
    chart = interval_bars(
        rows.assign(denominator=units["n"].astype(float)),
        id="cities_ranges",
        title=words.ranges_title(found.ranges),
        subtitle=filled("cities.ranges_subtitle", title=lower_first(item.value_title)),
        stamp=stamp,
        value_title=text("cities.ranges_value"),
        is_rank=True,
        n_title=_n_title(found),
        within=found.asked,
        note=filled("cities.ranges_note", estimates=words.estimates(found.ranges, item)),
        min_n=found.min_n,
    )
    chart = _apart(chart, found)
    is_apart = (chart.frame["group"] == NON_CITY) & (chart.frame["n"] >= found.min_n)
    return _renoted(chart, is_apart, text("cities.ranges_apart"))


def _apart(chart: Chart, found: Comparison) -> Chart:
    """Words for units without records and for small ones: `不足 10 人，只列人数：8 人中 2 人`."""
    frame = chart.frame.copy()
    for column in ("value", "low", "high"):
        if column not in frame:
            continue
        frame.loc[frame["group"].isin(found.unrecorded), column] = np.nan
    is_small = frame["n"] < found.min_n
    is_unrecorded = frame["group"].isin(found.unrecorded) & ~is_small
    counts = {row["group"]: row for _, row in found.funnel.units.iterrows()}
    notes = [
        text("report.unrecorded_alone") if hidden else words.few(counts[group], found) if small else None
        for group, hidden, small in zip(frame["group"], is_unrecorded, is_small, strict=True)
    ]
    put(frame, "note", [note or Text(zh=zh, en=en) for note, zh, en in _zip(notes, frame)])
    return replace(chart, frame=frame)


def _zip(notes: list[Text | None], frame: pd.DataFrame) -> Any:
    return zip(notes, frame["note"], frame["note_en"], strict=True)
