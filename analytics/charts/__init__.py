"""Frame → Chart."""

from analytics.charts.bars import bars
from analytics.charts.declaration import Chart, Series, Stamp
from analytics.charts.tier_shares import tier_shares
from analytics.charts.tiles import tile_grid

__all__ = ["Chart", "Series", "Stamp", "bars", "tier_shares", "tile_grid"]
