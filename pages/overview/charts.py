"""The two charts of 年会总览: units on the tile grid, and what tiers each unit is made of."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts import tier_shares, tile_grid
from analytics.tiers import TIERS
from foundation.locales import text
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import figures, unrecorded_units
from pages.widgets.chart_block import chart_block

_SHARES = {tier.id: f"share_{tier.id}" for tier in TIERS}


def unit_charts(context: PageContext) -> None:
    """Side by side; a click opens the list that the tile or the piece of a bar counts."""
    by_unit = _in_scope(figures(*context.key, ids=tuple(_SHARES.values()), by="unit"), context.scope.unit)
    left, right = st.columns(2, gap="small")
    with left:
        _tiles(context, by_unit)
    with right:
        shares = tier_shares(by_unit, stamp=context.stamp, min_n=context.rules["min_n"])
        chart_block(context, shares, opens=lambda unit, part: _tier_list(context.address, unit, part))


def _in_scope(by_unit: pd.DataFrame, units: tuple[str, ...]) -> pd.DataFrame:
    """The units of the scope: of the others the frame counts nobody, which is not their number."""
    return by_unit.loc[by_unit["group"].isin(units)] if units else by_unit


def _tiles(context: PageContext, by_unit: pd.DataFrame) -> None:
    min_n = context.rules["min_n"]
    tiles = tile_grid(
        by_unit.loc[by_unit["id"] == "share_proactive"],
        title=text("overview.tiles_title"),
        subtitle=text("overview.tiles_subtitle").format(min_n=min_n),
        stamp=context.stamp,
        value_title=text("overview.tiles_value"),
        unrecorded=unrecorded_units(*context.key),
        min_n=min_n,
    )
    chart_block(context, tiles, opens=lambda unit, _: context.address.open("share_proactive", group=unit))


def _tier_list(address: Address, unit: str, part: str) -> Address:
    """The list behind a piece of a bar: the tiers of that leaders' group; behind words: the whole unit."""
    tiers = [_SHARES[tier.id] for tier in TIERS if tier.leader_group == part]
    return address.open(*(tiers or ["officers_serving"]), group=unit)
