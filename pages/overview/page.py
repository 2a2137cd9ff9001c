"""年会总览: what has changed since last year, and who stands behind each number?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts import tier_shares, tile_grid
from analytics.tiers import TIERS
from foundation.locales import text
from pages.lists.officer_panel import officer_panel
from pages.lists.view import list_view
from pages.overview.headcount import IDS, headcount
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.shell.queries import figures, trend, unrecorded_units
from pages.widgets.cards import card_row, earlier
from pages.widgets.chart_block import chart_block
from pages.widgets.empty_scope import is_empty, nobody

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


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("overview.title", year=context.scope.as_of.year))
    if context.address.who:
        officer_panel(context, home_title=context.say("overview.page"))
    elif context.address.list:
        list_view(context, home_title=context.say("overview.page"))
    elif is_empty(context, figures(*context.key, ids=_IDS)):
        nobody(context)
    else:
        _numbers(context)
        by_unit = figures(*context.key, ids=tuple(_SHARES.values()), by="unit")
        _charts(context, in_scope(by_unit, context.scope.unit))
    foot(context)


def _numbers(context: PageContext) -> None:
    now, line = figures(*context.key, ids=_IDS), trend(*context.key, ids=_IDS)
    then = earlier(context, line, ids=_IDS)
    card_row(context, CARDS, now=now, then=then, line=line)
    headcount(context, now=now, then=then)


def in_scope(by_unit: pd.DataFrame, units: tuple[str, ...]) -> pd.DataFrame:
    """The units that were asked for: of the others the frame counts nobody, which is not their number."""
    return by_unit.loc[by_unit["group"].isin(units)] if units else by_unit


def _charts(context: PageContext, by_unit: pd.DataFrame) -> None:
    min_n, address = context.rules["min_n"], context.address
    left, right = st.columns(2, gap="small")
    with left:
        tiles = tile_grid(
            by_unit.loc[by_unit["id"] == "share_proactive"],
            title=text("overview.tiles_title"),
            subtitle=text("overview.tiles_subtitle").format(min_n=min_n),
            stamp=context.stamp,
            value_title=text("overview.tiles_value"),
            unrecorded=unrecorded_units(*context.key),
            min_n=min_n,
        )
        chart_block(context, tiles, opens=lambda unit, _: address.open("share_proactive", group=unit))
    with right:
        shares = tier_shares(by_unit, stamp=context.stamp, min_n=min_n)
        chart_block(context, shares, opens=lambda unit, part: _tier_list(address, unit, part))


def _tier_list(address: Address, unit: str, part: str) -> Address:
    """The list behind a piece of a bar: the tiers of that leaders' group; behind words: the whole unit."""
    tiers = [_SHARES[tier.id] for tier in TIERS if tier.leader_group == part]
    return address.open(*(tiers or ["officers_serving"]), group=unit)
