"""One chart of each kind, as the pages make them."""

from __future__ import annotations

from analytics.charts import Chart, bars, tier_shares, tile_grid
from foundation.locales import Text
from tests.charts.frames import STAMP, category_frame, proactive_frame, tier_frame

SHARE = Text(zh="主动型占比", en="Share proactive")
OF = Text(zh="占在聘人数", en="Of officers serving")


def shares() -> Chart:
    return tier_shares(tier_frame(), stamp=STAMP)


def tiles() -> Chart:
    return tile_grid(
        proactive_frame(),
        title=SHARE,
        subtitle=OF,
        stamp=STAMP,
        value_title=SHARE,
        unrecorded={"429005"},
    )


def categories() -> Chart:
    return bars(category_frame(), id="by_category", title=SHARE, subtitle=OF, stamp=STAMP, value_title=SHARE)


ALL = (shares, tiles, categories)
