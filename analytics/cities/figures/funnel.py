"""Units against the limits of chance, as a funnel plot."""

from __future__ import annotations

from dataclasses import replace

from analytics.charts import Chart, Stamp, funnel_plot
from analytics.charts.rows import filled
from analytics.cities import words
from analytics.cities.comparison import Comparison
from analytics.cities.figures.units import common, labelled, n_title, with_counts_in_words
from foundation.locales import Text, text


def funnel_chart(comparison: Comparison, stamp: Stamp) -> Chart | None:
    """None with fewer than two units to draw. n: persons; the counts behind a value stand beside it."""
    result, item = comparison.funnel, comparison.item
    if len(result.drawn) < 2:
        return None
    rows = labelled(result.units)
    centre_title = "funnel_centre_recorded" if comparison.unrecorded else "funnel_centre"
    kind = "exact" if item.kind == "share" else "drawn"
    chart = funnel_plot(
        # The axis is persons: what a rate divides by stands in the table.
        rows.assign(denominator=rows["n"].astype(float)),
        result.limits,
        centre=result.centre,
        title=words.funnel_title(comparison),
        subtitle=filled(f"cities.funnel_subtitle_{kind}", title=item.value_title, month=_month(stamp)),
        **common(comparison, stamp),
        centre_title=text(f"cities.{centre_title}"),
        n_title=n_title(comparison),
        id="cities_funnel",
        unrecorded=comparison.unrecorded,
    )
    exact = chart.frame["group"].map(rows.set_index("group")["denominator"]).to_numpy()
    chart = replace(chart, frame=chart.frame.assign(denominator=exact), note=words.funnel_note(comparison))
    return with_counts_in_words(chart, comparison)


def _month(stamp: Stamp) -> Text:
    return Text(zh=stamp.as_of, en=stamp.as_of)
