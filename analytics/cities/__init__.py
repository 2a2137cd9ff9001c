"""Fair comparison of responsible units (paper 6.1, 6.2): which differences are beyond chance.

Everything is computed from `people`, one row a person and unit. Units are never ranked or sorted by value.
"""

from analytics.cities.benchmarks import benchmarks
from analytics.cities.change import Changes, changes
from analytics.cities.channels import Channels, channels, recognisers
from analytics.cities.comparison import Comparison, compare, compare_at_one_month, with_changes
from analytics.cities.declaration import COMPARED, DEFAULT, Compared
from analytics.cities.funnel import Funnel, funnel
from analytics.cities.learning import learning
from analytics.cities.mix import mix
from analytics.cities.people import by_unit, people
from analytics.cities.quarters import Quarters, quarters
from analytics.cities.ranges import ranges

__all__ = [
    "COMPARED",
    "DEFAULT",
    "Changes",
    "Channels",
    "Compared",
    "Comparison",
    "Funnel",
    "Quarters",
    "benchmarks",
    "by_unit",
    "changes",
    "channels",
    "compare",
    "compare_at_one_month",
    "funnel",
    "learning",
    "mix",
    "people",
    "quarters",
    "ranges",
    "recognisers",
    "with_changes",
]
