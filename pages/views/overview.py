"""年会总览: what has changed since last year, and who stands behind each number?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts import tier_shares, tile_grid
from analytics.tiers import TIERS
from foundation.locales import text
from pages.parts.address import Address
from pages.parts.cached import figures, trend, unrecorded_units
from pages.parts.cards import card_row, earlier
from pages.parts.chart_block import chart_block
from pages.parts.headcount import IDS, headcount
from pages.parts.list_view import list_view
from pages.parts.looking import Looking
from pages.parts.nobody import is_empty, nobody
from pages.parts.officer_panel import officer_panel
from pages.parts.page_frame import foot, head

CARDS = (
    "share_proactive",
    "match_rate",
    "local_conversion_rate",
    "officers_with_contract_reported",
    "reminder_answer_rate",
    "share_lost",
)
_IDS = (*CARDS, *IDS)
_SHARES = {tier.id: f"share_{tier.id}" for tier in TIERS}


def overview(looking: Looking) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(looking, looking.say("overview.title", year=looking.scope.as_of.year))
    if looking.address.who:
        officer_panel(looking, home_title=looking.say("overview.page"))
    elif looking.address.list:
        list_view(looking, home_title=looking.say("overview.page"))
    elif is_empty(looking, figures(*looking.key, ids=_IDS)):
        nobody(looking)
    else:
        _numbers(looking)
        by_unit = figures(*looking.key, ids=tuple(_SHARES.values()), by="unit")
        _charts(looking, in_scope(by_unit, looking.scope.unit))
    foot(looking)


def _numbers(looking: Looking) -> None:
    now, line = figures(*looking.key, ids=_IDS), trend(*looking.key, ids=_IDS)
    then = earlier(looking, line, ids=_IDS)
    card_row(looking, CARDS, now=now, then=then, line=line)
    headcount(looking, now=now, then=then)


def in_scope(by_unit: pd.DataFrame, units: tuple[str, ...]) -> pd.DataFrame:
    """The units that were asked for: of the others the frame counts nobody, which is not their number."""
    return by_unit.loc[by_unit["group"].isin(units)] if units else by_unit


def _charts(looking: Looking, by_unit: pd.DataFrame) -> None:
    min_n, address = looking.rules["min_n"], looking.address
    left, right = st.columns(2, gap="small")
    with left:
        tiles = tile_grid(
            by_unit.loc[by_unit["id"] == "share_proactive"],
            title=text("overview.tiles_title"),
            subtitle=text("overview.tiles_subtitle").format(min_n=min_n),
            stamp=looking.stamp,
            value_title=text("overview.tiles_value"),
            unrecorded=unrecorded_units(*looking.key),
            min_n=min_n,
        )
        chart_block(looking, tiles, opens=lambda unit, _: address.open("share_proactive", group=unit))
    with right:
        shares = tier_shares(by_unit, stamp=looking.stamp, min_n=min_n)
        chart_block(looking, shares, opens=lambda unit, part: _tier_list(address, unit, part))


def _tier_list(address: Address, unit: str, part: str) -> Address:
    """The list behind a piece of a bar: the tiers of that leaders' group; behind words: the whole unit."""
    tiers = [_SHARES[tier.id] for tier in TIERS if tier.leader_group == part]
    return address.open(*(tiers or ["officers_serving"]), group=unit)
