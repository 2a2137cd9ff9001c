"""A chart's frame holds the columns its renderers read, by name; a lack of one shows where the chart is made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.charts.bars import BarSpec
from analytics.charts.declaration import TableColumn
from analytics.charts.heatmap import HeatmapSpec
from foundation.locales import Text
from tests.charts import more_frames
from tests.reporting.charts import ALL, categories

KINDS = (*ALL, *more_frames.ALL)


@pytest.mark.parametrize("make", KINDS)
def test_a_frame_without_a_column_of_its_kind_is_refused(make):
    chart = make()
    for column in ("group", "gap_before", *chart.spec.needs):
        with pytest.raises(ValueError, match=rf"the frame of {chart.id} \({chart.kind}\) lacks .*'{column}'"):
            replace(chart, frame=chart.frame.drop(columns=column))


def test_a_column_of_the_table_must_be_in_the_frame():
    chart = more_frames.cohorts()
    with pytest.raises(ValueError, match=r"lacks .*'ratio'"):
        replace(chart, fields=(*chart.fields, TableColumn("ratio", Text(zh="比", en="Ratio"))))


def test_a_spec_is_read_as_that_of_its_kind_only():
    assert not categories().spec_of(BarSpec).is_stacked
    with pytest.raises(TypeError, match="by_category is drawn as bar, not with HeatmapSpec"):
        categories().spec_of(HeatmapSpec)


def test_a_further_column_stands_where_it_is_put_and_not_by_number():
    chart = more_frames.slopes()
    ratio = TableColumn("ratio", Text(zh="比", en="Ratio"), "decimal")
    wider = chart.with_column(ratio, chart.frame["after"] / chart.frame["before"], after="after")
    assert [c.column for c in wider.fields] == [
        "label",
        "n",
        "before",
        "after",
        "ratio",
        "change",
        "status",
        "note",
    ]
