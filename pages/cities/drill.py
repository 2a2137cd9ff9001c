"""One unit: its recommending bodies, and the way to their officers and back. The scope bar moves along."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.cities import Compared
from analytics.metrics import METRICS
from foundation.reference.cities import unit_label
from pages.cities.bodies import BodyRow, body_rows
from pages.shell.address import Address
from pages.shell.context import PageContext, go
from pages.shell.queries import figures
from pages.shell.scope_words import value_label
from pages.widgets.breadcrumb import breadcrumb, plain

_LINE = 36


def drill_block(context: PageContext, item: Compared, *, unrecorded: tuple[str, ...]) -> None:
    """Where we are, the unit's two numbers, its bodies; a row opens its officers."""
    unit = context.scope.unit[0]
    name = unit_label(unit, context.lang)
    rows = body_rows(context, item, is_unrecorded=unit in unrecorded)
    with st.container(border=True, key="drill"):
        _crumbs(context, name)
        st.markdown(f"#### {plain(context.say('cities.drill_title', unit=name))}")
        st.caption(context.say("cities.drill_subtitle", min_n=context.rules["min_n"]))
        _totals(context, item)
        if rows:
            _table(context, item, rows)
        else:
            st.caption(context.say("cities.drill_empty"))


def _crumbs(context: PageContext, name: str) -> None:
    """全省 410 人 › 宜昌 26 人 › 枝江市科协: each step back sets the scope bar."""
    address, bodies = context.address, context.scope.recommender
    steps: list[tuple[str, Address]] = []
    if context.viewer.unit is None:
        everybody = address.at(unit=(), recommender=())
        words = context.say("cities.drill_province", n=_serving(context, everybody))
        steps.append((words, everybody))
    whole = address.at(recommender=())
    here = context.say("cities.drill_unit", unit=name, n=_serving(context, whole))
    if bodies:
        steps.append((here, whole))
        breadcrumb(steps, _body_words(context))
    else:
        steps.append((here, whole))
        breadcrumb(steps, context.say("cities.drill_by"))


def _body_words(context: PageContext) -> str:
    """The bodies of the scope by name; many of them by their number."""
    bodies, known = context.scope.recommender, context.body_names
    if len(bodies) > 3:
        return context.say("scope.count", count=len(bodies), name=context.say("scope.recommender"))
    named = (value_label("recommender", body, context.lang, bodies=known) for body in bodies)
    return context.say("cities.and").join(named)


def _serving(context: PageContext, address: Address) -> str:
    frame = figures(*context.key_at(address.scope), ids=("officers_serving",))
    return f"{frame['value'].iloc[0]:,.0f}"


def _totals(context: PageContext, item: Compared) -> None:
    """The two counts behind the unit's value; each opens exactly its rows."""
    row = figures(*context.key, ids=(item.id,)).iloc[0]
    title = item.title.get(context.lang)
    with st.container(horizontal=True, gap="medium", key="drill_totals"):
        what = {"what": title, "n": f"{row['numerator']:,g}"}
        _opens("numerator", context.say("cities.drill_list", **what), context.address.open(item.id))
        if item.metric.denominator is not None:
            base = {"what": context.say("cities.drill_base"), "n": f"{row['denominator']:,g}"}
            target = context.address.open(item.id, part="denominator")
            _opens("denominator", context.say("cities.drill_list", **base), target)


def _opens(key: str, label: str, target: Address) -> None:
    st.button(label, key=f"drill_{key}", type="tertiary", on_click=go, args=(target,))


def _table(context: PageContext, item: Compared, rows: list[BodyRow]) -> None:
    title = item.title.get(context.lang)
    base = METRICS["officers_serving"].title if item.kind in ("share", "count") else None
    x, s = title, base.get(context.lang) if base else context.say("cities.drill_s")
    if item.kind != "count":
        x = context.say("cities.drill_x")
    frame = pd.DataFrame(
        {
            context.say("cities.drill_body"): [row.label for row in rows],
            s: [row.denominator for row in rows],
            x: [row.numerator for row in rows],
        }
    )
    if item.kind != "count":
        frame[context.say("cities.drill_value", title=title)] = [row.words for row in rows]
    st.dataframe(
        frame,
        hide_index=True,
        key="drill_table",
        placeholder="",
        on_select=lambda: _chosen(context, item, rows),
        selection_mode="single-cell",
        row_height=_LINE,
        height=_LINE * (min(len(rows), 14) + 1) + 2,
        alt=context.say("cities.drill_by"),
    )


def _chosen(context: PageContext, item: Compared, rows: list[BodyRow]) -> None:
    """A click on a row: its officers; on the count, just what is counted."""
    cells = st.session_state["drill_table"]["selection"]["cells"]
    if not cells:
        return
    at, column = cells[0]
    address = context.address.at(recommender=rows[at].codes)
    is_base = item.kind != "count" and column != context.say("cities.drill_x")
    go(address.open(item.id, part="denominator" if is_base else "numerator"))
