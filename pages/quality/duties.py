"""Evidence of the duties: A among A, B among B, each duty a share and the band of its counts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.evidence.duties import DUTIES, bands
from analytics.quality.charts import duties_chart
from pages.shell.context import PageContext
from pages.shell.queries import figures, rows_behind
from pages.widgets.chart_block import chart_block

_IDS = tuple(f"duty_{number}" for number in range(1, 6))


def duties_block(context: PageContext) -> None:
    """The categories in scope, side by side."""
    wanted = [c for c in DUTIES if not context.scope.category or c in context.scope.category]
    if not wanted:
        return
    for column, category in zip(st.columns(len(wanted), gap="small"), wanted, strict=True):
        with column:
            _category(context, category)


def _category(context: PageContext, category: str) -> None:
    address = context.address.at(category=(category,))
    key = context.key_at(address.scope)
    chart = duties_chart(figures(*key, ids=_IDS), category, stamp=context.stamp, min_n=context.rules["min_n"])
    rows = rows_behind(*key, ids=("duty_1",), part="denominator")
    chart_block(
        context,
        chart,
        opens=lambda duty, _: address.open(duty),
        below=lambda: _bands(context, rows, category),
    )


def _bands(context: PageContext, rows: pd.DataFrame, category: str) -> None:
    """Percentiles of the counts: where most of the peers are, with no name and no rank."""
    if len(rows) < context.rules["min_n"]:
        return
    by_duty = bands(rows)
    by_duty = by_duty[by_duty["category"] == category]
    titles = {duty.number: duty.title.get(context.lang) for duty in DUTIES[category]}
    shown = pd.DataFrame(
        {
            context.say("dossier.duty"): [f"{n} {titles[n]}" for n in by_duty["duty"]],
            context.say("quality.band_wide"): _ends(by_duty, "low", "high"),
            context.say("quality.band_half"): _ends(by_duty, "quarter", "three_quarters"),
            context.say("quality.band_middle"): list(by_duty["median"]),
        }
    )
    # A plain table wraps its cells: the numbers stay in sight on a phone.
    st.table(shown, hide_index=True)


def _ends(by_duty: pd.DataFrame, low: str, high: str) -> list[str]:
    """`3–12`: both ends of each duty's band."""
    return [f"{a}–{b}" for a, b in zip(by_duty[low], by_duty[high], strict=True)]
