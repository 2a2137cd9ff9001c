"""Frame → Chart."""

from analytics.charts.bars import bars
from analytics.charts.columns import columns
from analytics.charts.declaration import Chart, Reference, Series, Stamp, TableColumn
from analytics.charts.dumbbell import dumbbell
from analytics.charts.flow import JOINED, LEFT, flow
from analytics.charts.funnel_plot import funnel_plot
from analytics.charts.heatmap import heatmap
from analytics.charts.interval_bars import interval_bars
from analytics.charts.line import line
from analytics.charts.slope import slope
from analytics.charts.small_multiples import small_multiples
from analytics.charts.step import step
from analytics.charts.tier_bar import tier_bar
from analytics.charts.tier_shares import tier_shares
from analytics.charts.tiles import tile_grid
from analytics.charts.timeline import timeline

__all__ = [
    "JOINED",
    "LEFT",
    "Chart",
    "Reference",
    "Series",
    "Stamp",
    "TableColumn",
    "bars",
    "columns",
    "dumbbell",
    "flow",
    "funnel_plot",
    "heatmap",
    "interval_bars",
    "line",
    "slope",
    "small_multiples",
    "step",
    "tier_bar",
    "tier_shares",
    "tile_grid",
    "timeline",
]
