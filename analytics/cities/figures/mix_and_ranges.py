"""Two charts with a range a unit: what its case mix alone would give, and its place among the cities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analytics.charts import Chart, Stamp, TableColumn, interval_bars
from analytics.charts.rows import filled
from analytics.cities import words
from analytics.cities.comparison import Comparison
from analytics.cities.declaration import Compared
from analytics.cities.figures.units import common, labelled, n_title, renoted, with_counts_in_words
from analytics.cities.wording import lower_first
from foundation.locales import text
from foundation.reference.cities import NON_CITY


def mix_chart(comparison: Comparison, stamp: Stamp) -> Chart | None:
    """A bar for the range that the mix of officers alone would give, a mark for the actual value."""
    item, units = comparison.item, labelled(comparison.mix)
    if units["is_drawn"].sum() < 2:
        return None
    size = units["denominator"].where(units["is_drawn"] & (units["denominator"] > 0))
    low, high = units["expected_low"] / size, units["expected_high"] / size
    rows = units.assign(low=low, high=high, value=units["value"].where(units["is_drawn"]))
    chart = interval_bars(
        rows.assign(denominator=units["n"].astype(float)),
        id="cities_mix",
        title=words.mix_title(comparison.mix),
        subtitle=filled("cities.mix_subtitle", title=lower_first(item.value_title)),
        n_title=n_title(comparison),
        note=text("cities.mix_note"),
        **common(comparison, stamp),
    )
    expected = (units["expected"] / size).set_axis(units["group"])
    return _with_expected(with_counts_in_words(chart, comparison), expected, item)


def _with_expected(chart: Chart, expected: pd.Series, item: Compared) -> Chart:
    """The chart's table with headings of its own and a column for the expected value. expected: by unit."""
    titles = {"value": "cities.mix_actual", "low": "cities.mix_low_title", "high": "cities.mix_high_title"}
    fields = [replace(f, title=text(titles[f.column])) if f.column in titles else f for f in chart.fields]
    column = TableColumn("expected", text("cities.mix_expected"), item.value_format)
    cells = chart.frame["group"].map(expected)
    return replace(chart, fields=tuple(fields)).with_column(column, cells, after="value")


def ranges_chart(comparison: Comparison, stamp: Stamp) -> Chart | None:
    """Ranges of place among the cities; 非市州推荐 has none."""
    units, item = labelled(comparison.ranges), comparison.item
    if not comparison.has_ranges:
        return None
    rows = units.assign(low=units["best"], high=units["worst"], value=np.nan)
    chart = interval_bars(
        rows.assign(denominator=units["n"].astype(float)),
        id="cities_ranges",
        title=words.ranges_title(comparison.ranges),
        subtitle=filled("cities.ranges_subtitle", title=lower_first(item.value_title)),
        stamp=stamp,
        value_title=text("cities.ranges_value"),
        is_rank=True,
        n_title=n_title(comparison),
        within=comparison.units_in_scope,
        note=filled("cities.ranges_note", estimates=words.estimates(comparison.ranges, item)),
        min_n=comparison.min_n,
    )
    chart = with_counts_in_words(chart, comparison)
    is_apart = (chart.frame["group"] == NON_CITY) & (chart.frame["n"] >= comparison.min_n)
    return renoted(chart, is_apart, text("cities.ranges_apart"))
