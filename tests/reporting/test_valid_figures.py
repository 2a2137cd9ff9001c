"""Figures are built without Plotly's checks, for speed: here every kind of chart goes through them."""

import plotly.graph_objects as go
import pytest

from reporting.screen.figure import figure, picture
from tests.charts.more_frames import ALL as MORE
from tests.reporting.charts import ALL

MAKERS = list(dict.fromkeys([*ALL, *MORE]))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_plotly_accepts_every_property(make, lang):
    chart = make()
    for drawn in (figure(chart, lang), figure(chart, lang, is_narrow=True), picture(chart, lang)):
        go.Figure(drawn.to_dict())
