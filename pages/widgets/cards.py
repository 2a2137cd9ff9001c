"""KPI cards: value, last year, thirteen months, target, interval, n; the n opens the list it counts.

Grey throughout: whether a change is beyond chance is another page's question, so no arrow and no word on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from pages.shell.context import PageContext
from pages.shell.queries import targets_of_scope, trend
from pages.widgets.buttons import address_button
from pages.widgets.numbers import Row, counted, interval, target_words, then_words, value
from pages.widgets.sparkline import sparkline


def card_row(
    context: PageContext,
    ids: Sequence[str],
    *,
    now: pd.DataFrame,
    then: pd.DataFrame | None,
    line: pd.DataFrame,
) -> None:
    """One card a metric. now, then: result frames without grouping; line: month, id, value."""
    rows, rows_then = _rows_by_id(now), _rows_by_id(then)
    targets = targets_of_scope(*context.key)
    with st.grid(len(ids), min_column_width=165, border=True, key="cards") as grid:
        for metric in (METRICS[id] for id in ids):
            row = rows[metric.id]
            words: str = "_words" if pd.isna(row["value"]) else ""
            with grid.cell(), st.container(key=f"card_{metric.id}{words}"):
                _card(
                    context,
                    metric,
                    now=row,
                    then=rows_then.get(metric.id, {}),
                    points=_points(line, metric),
                    target=targets.get(metric.id),
                )


def _card(
    context: PageContext,
    metric: Metric,
    *,
    now: Row,
    then: Row,
    points: list[float | None],
    target: float | None,
) -> None:
    lang = context.lang
    st.metric(
        context.say(f"overview.card_{metric.id}"),
        value(now, metric, context),
        delta=f"{then_words(context)} {value(then, metric, context)}" if then else None,
        delta_color="off",
        delta_arrow="off",
        help=metric.meaning.get(lang),
    )
    st.image(sparkline(points, target=target), width="stretch", alt=_alt(context, metric, points))
    st.caption("  \n".join(_lines(context, metric, now, target)))
    address_button(counted(now, metric, context), context.address.open(metric.id), key=f"opens_{metric.id}")


def _lines(context: PageContext, metric: Metric, now: Row, target: float | None) -> list[str]:
    """Target and interval, as far as there are any."""
    lines = []
    if target is not None:
        sign = "≤" if metric.direction == "lower" else ""
        lines.append(context.say("overview.target", value=sign + target_words(target, metric)))
    # A blank line where there is no interval keeps the cards in step.
    return [*lines, interval(now, metric, context) or "\u00a0"]


def _alt(context: PageContext, metric: Metric, points: list[float | None]) -> str:
    first, last = (value({"value": point}, metric, context) for point in (points[0], points[-1]))
    return context.say("overview.line_alt", title=metric.title.get(context.lang), first=first, last=last)


def earlier(context: PageContext, line: pd.DataFrame, *, ids: Sequence[str]) -> pd.DataFrame | None:
    """Values at the month compared with: from the line if it reaches so far back, else queried."""
    key, versus = context.key_then, context.scope.versus
    if key is None or versus is None:
        return None
    then = line.loc[line["month"] == pd.Timestamp(versus)]
    return trend(*key, ids=tuple(ids), months=1) if then.empty else then


def _rows_by_id(frame: pd.DataFrame | None) -> dict[str, Row]:
    """Metric id → its one row; empty without a month to compare with."""
    return {} if frame is None else {str(row["id"]): row for row in frame.to_dict("records")}


def _points(line: pd.DataFrame, metric: Metric) -> list[float | None]:
    of_metric = line.loc[line["id"] == metric.id].sort_values("month")
    return [None if pd.isna(v) else float(v) for v in of_metric["value"]]
