"""Fair comparison of responsible units (paper 6.1, 6.2): what differs beyond chance, and what does not.

Everything stands on `people`, one row a person and unit; no rank, no order by value anywhere.
"""

from analytics.cities.benchmarks import benchmarks
from analytics.cities.change import Changes, changes
from analytics.cities.channels import Channels, channels, recognisers
from analytics.cities.comparison import Comparison, against, compare, standing
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
    "against",
    "benchmarks",
    "by_unit",
    "changes",
    "channels",
    "compare",
    "funnel",
    "learning",
    "mix",
    "people",
    "quarters",
    "ranges",
    "recognisers",
    "standing",
]
