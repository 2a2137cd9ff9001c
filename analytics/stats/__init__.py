"""Small, pure, published methods: arrays in, arrays or frames out, no input or output of files.

Every function names its formula, author, year, shapes and edges. Heavy libraries load when first used.
"""

from analytics.stats.calibrating import Calibration, calibration
from analytics.stats.funnel import funnel_limits, overdispersion, resampled_limits
from analytics.stats.intervals import proportion_interval, rate_interval
from analytics.stats.ranks import rank_ranges
from analytics.stats.shrinkage import shrink_rates
from analytics.stats.spc import xmr
from analytics.stats.strata import Permutation, StratifiedRatio, stratified_ratio, within_strata_permutation
from analytics.stats.survival import cumulative_incidence, kaplan_meier

__all__ = [
    "Calibration",
    "Permutation",
    "StratifiedRatio",
    "calibration",
    "cumulative_incidence",
    "funnel_limits",
    "kaplan_meier",
    "overdispersion",
    "proportion_interval",
    "rank_ranges",
    "rate_interval",
    "resampled_limits",
    "shrink_rates",
    "stratified_ratio",
    "within_strata_permutation",
    "xmr",
]
