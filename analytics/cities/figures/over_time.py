"""Units over time: quarters against a unit's own past, and the change since a month."""

from __future__ import annotations

from dataclasses import replace

from analytics.charts import Chart, Stamp, slope, small_multiples
from analytics.charts.rows import filled
from analytics.cities import words
from analytics.cities.comparison import Comparison
from analytics.cities.figures.units import common, labelled, renoted
from foundation.locales import Text, text

#: Columns of `Changes.units` by the names that a slope reads.
_SLOPE_COLUMNS = {
    "value_then": "before_value",
    "n_then": "before_n",
    "value": "after_value",
    "n": "after_n",
}


def quarters_chart(comparison: Comparison, stamp: Stamp) -> Chart | None:
    """Small charts in official order; None where no unit has limits. n: officers serving (reminded) now."""
    item, series = comparison.item, comparison.quarters.series
    if not comparison.quarters.judged:
        return None
    units = labelled(comparison.funnel.units)
    is_share = item.kind == "share"
    value_title = text("cities.quarters_value_share") if is_share else item.value_title
    subtitle = f"cities.quarters_subtitle_{'share' if is_share else 'other'}"
    ends = {"first": _period(series["period"].iloc[0]), "last": _period(series["period"].iloc[11])}
    chart = small_multiples(
        series[series["centre"].notna()],
        units.assign(n=units["n"].astype(float)),
        id="cities_quarters",
        title=words.quarters_title(comparison),
        subtitle=filled(subtitle, title=value_title, **ends),
        unrecorded=comparison.unrecorded,
        note=words.quarters_note(comparison),
        **{**common(comparison, stamp), "value_title": value_title},
    )
    # Enough persons now, too few in most quarters: words, as everywhere.
    is_short = (chart.frame["note"] == "") & ~chart.frame["group"].isin(comparison.quarters.judged)
    chart = renoted(chart, is_short, text("cities.quarters_short"))
    return renoted(chart, chart.frame["group"].isin(comparison.unreminded), text("report.unrecorded_alone"))


def _period(name: str) -> Text:
    return Text(zh=name, en=name)


def change_chart(comparison: Comparison, stamp: Stamp) -> Chart | None:
    """None without a month to compare with, or with nobody to draw."""
    changes = comparison.changes
    if changes is None or not changes.units["is_drawn"].any() or comparison.scope.versus is None:
        return None
    rows, then = labelled(changes.units), f"{comparison.scope.versus:%Y-%m}"
    chart = slope(
        rows.rename(columns=_SLOPE_COLUMNS).assign(is_beyond=rows["beyond"] == "99_8"),
        before=then,
        after=stamp.as_of,
        id="cities_change",
        title=words.change_title(changes, then),
        subtitle=filled("cities.change_subtitle", title=comparison.item.value_title),
        unrecorded=(*comparison.unrecorded, *comparison.unreminded),
        note=words.change_note(changes),
        **common(comparison, stamp),
    )
    # Names down the side of a slope would read as a league table: only those beyond a limit have one.
    named = rows.loc[rows["beyond"] != "", "group"]
    return replace(chart, frame=chart.frame.assign(is_named=chart.frame["group"].isin(named)))
