"""Evidence of the duties: A among A, B among B, each duty a share and the band of its counts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.duties import DUTIES, bands
from analytics.quality_charts import duties_chart
from pages.parts.cached import figures, rows_behind
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking

_IDS = tuple(f"duty_{number}" for number in range(1, 6))


def duties_block(looking: Looking) -> None:
    """The categories in scope, side by side."""
    wanted = [c for c in DUTIES if not looking.scope.category or c in looking.scope.category]
    if not wanted:
        return
    for column, category in zip(st.columns(len(wanted), gap="small"), wanted, strict=True):
        with column:
            _category(looking, category)


def _category(looking: Looking, category: str) -> None:
    address = looking.address.at(category=(category,))
    key = (*looking.key[:3], address.scope, looking.lang)
    chart = duties_chart(figures(*key, ids=_IDS), category, stamp=looking.stamp, min_n=looking.rules["min_n"])
    rows = rows_behind(*key, ids=("duty_1",), part="denominator")
    chart_block(
        looking,
        chart,
        opens=lambda duty, _: address.open(duty),
        below=lambda: _bands(looking, rows, category),
    )


def _bands(looking: Looking, rows: pd.DataFrame, category: str) -> None:
    """Percentiles of the counts: where most of the peers are, with no name and no rank."""
    if len(rows) < looking.rules["min_n"]:
        return
    found = bands(rows)
    found = found[found["category"] == category]
    titles = {duty.number: duty.title.get(looking.lang) for duty in DUTIES[category]}
    shown = pd.DataFrame(
        {
            looking.say("dossier.duty"): [f"{n} {titles[n]}" for n in found["duty"]],
            looking.say("quality.band_wide"): _ends(found, "low", "high"),
            looking.say("quality.band_half"): _ends(found, "quarter", "three_quarters"),
            looking.say("quality.band_middle"): list(found["median"]),
        }
    )
    # A plain table wraps its cells: the numbers stay in sight on a phone.
    st.table(shown, hide_index=True)


def _ends(found: pd.DataFrame, low: str, high: str) -> list[str]:
    return [f"{a}–{b}" for a, b in zip(found[low], found[high], strict=True)]
