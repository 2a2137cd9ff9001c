"""The comparison as charts: one function a chart, `Comparison` in, `Chart` out."""

from analytics.cities.figures.channels import channels_chart
from analytics.cities.figures.funnel import funnel_chart
from analytics.cities.figures.mix_and_ranges import mix_chart, ranges_chart
from analytics.cities.figures.over_time import change_chart, quarters_chart

__all__ = [
    "change_chart",
    "channels_chart",
    "funnel_chart",
    "mix_chart",
    "quarters_chart",
    "ranges_chart",
]
