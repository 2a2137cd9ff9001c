"""One unit: its recommending bodies, and the way to their officers and back. The scope bar moves along."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.cities import Compared
from analytics.metrics import METRICS
from foundation.reference.cities import unit_label
from pages.cities.bodies import BodyRow, body_rows
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import figures, unrecorded_units
from pages.shell.scope_words import value_label
from pages.widgets.breadcrumb import breadcrumb
from pages.widgets.buttons import address_button
from pages.widgets.empty_scope import serving
from pages.widgets.markdown import plain
from pages.widgets.tables import opening_table


def drill_block(context: PageContext, item: Compared) -> None:
    """Where we are, the unit's two numbers, its bodies; a row opens its officers."""
    unit = context.scope.unit[0]
    name = unit_label(unit, context.lang)
    is_unrecorded = item.needs_records and unit in unrecorded_units(*context.key)
    rows = body_rows(context, item, is_unrecorded=is_unrecorded)
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
        words = context.say("cities.drill_province", n=f"{serving(context, everybody.scope):,}")
        steps.append((words, everybody))
    unit_address = address.at(recommender=())
    here = context.say("cities.drill_unit", unit=name, n=f"{serving(context, unit_address.scope):,}")
    steps.append((here, unit_address))
    breadcrumb(steps, _body_words(context) if bodies else context.say("cities.drill_by"))


def _body_words(context: PageContext) -> str:
    """The bodies of the scope by name; many of them by their number."""
    bodies = context.scope.recommender
    if len(bodies) > 3:
        return context.say("scope.count", count=len(bodies), name=context.say("scope.recommender"))
    named = (value_label("recommender", body, context.lang, bodies=context.body_names) for body in bodies)
    return context.say("cities.and").join(named)


def _totals(context: PageContext, item: Compared) -> None:
    """The two counts behind the unit's value; each opens exactly its rows."""
    row = figures(*context.key, ids=(item.id,)).iloc[0]
    title = item.title.get(context.lang)
    with st.container(horizontal=True, gap="medium", key="drill_totals"):
        what = {"what": title, "n": f"{row['numerator']:,g}"}
        label = context.say("cities.drill_list", **what)
        address_button(label, context.address.open(item.id), key="drill_numerator")
        if item.metric.denominator is not None:
            base = {"what": context.say("cities.drill_base"), "n": f"{row['denominator']:,g}"}
            target = context.address.open(item.id, part="denominator")
            address_button(context.say("cities.drill_list", **base), target, key="drill_denominator")


def _table(context: PageContext, item: Compared, rows: list[BodyRow]) -> None:
    """Body, base, count and, where there is one, the value of both; a plain count has no value of its own."""
    title = item.title.get(context.lang)
    base = METRICS["officers_serving"].title.get(context.lang)
    base_title = base if item.kind in ("share", "count") else context.say("cities.drill_s")
    count_title = title if item.kind == "count" else context.say("cities.drill_x")
    frame = pd.DataFrame(
        {
            context.say("cities.drill_body"): [row.label for row in rows],
            base_title: [row.denominator for row in rows],
            count_title: [row.numerator for row in rows],
        }
    )
    if item.kind != "count":
        frame[context.say("cities.drill_value", title=title)] = [row.words for row in rows]
    opening_table(
        frame,
        opens=lambda row, column: _officers_of(context, item, rows[row], column),
        key="drill_table",
        alt=context.say("cities.drill_by"),
        most_rows=14,
    )


def _officers_of(context: PageContext, item: Compared, body: BodyRow, column: str) -> Address:
    """The officers of a body's row; under the column of the count just those whom it counts."""
    address = context.address.at(recommender=body.codes)
    is_base = item.kind != "count" and column != context.say("cities.drill_x")
    return address.open(item.id, part="denominator" if is_base else "numerator")
