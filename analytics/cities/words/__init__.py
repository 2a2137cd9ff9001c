"""What each chart of the comparison says, in sentences that can be read out, in both languages.

"Beyond chance" stands only where the method's 99.8 % is passed; 95 % is a hint; no unit has a place number.
"""

from analytics.cities.words.channels import channel_row, channels_note, channels_title
from analytics.cities.words.counts import few_counted, not_drawn
from analytics.cities.words.funnel import funnel_note, funnel_title
from analytics.cities.words.mix_and_ranges import estimates, mix_title, ranges_title
from analytics.cities.words.over_time import change_note, change_title, quarters_note, quarters_title

__all__ = [
    "change_note",
    "change_title",
    "channel_row",
    "channels_note",
    "channels_title",
    "estimates",
    "few_counted",
    "funnel_note",
    "funnel_title",
    "mix_title",
    "not_drawn",
    "quarters_note",
    "quarters_title",
    "ranges_title",
]
