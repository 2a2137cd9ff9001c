"""One unit: its recommending bodies, and the way to their officers and back. The scope bar moves along."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.cities import Compared
from analytics.metrics import METRICS
from foundation.reference.cities import unit_label
from pages.parts.address import Address
from pages.parts.breadcrumb import breadcrumb, plain
from pages.parts.cached import figures
from pages.parts.cities_bodies import BodyRow, body_rows
from pages.parts.known import body_names
from pages.parts.looking import Looking, go
from pages.parts.scope_words import value_label

_LINE = 36


def drill_block(looking: Looking, item: Compared, *, unrecorded: tuple[str, ...]) -> None:
    """Where we are, the unit's two numbers, its bodies; a row opens its officers."""
    unit = looking.scope.unit[0]
    name = unit_label(unit, looking.lang)
    rows = body_rows(looking, item, is_unrecorded=unit in unrecorded)
    with st.container(border=True, key="drill"):
        _crumbs(looking, name)
        st.markdown(f"#### {plain(looking.say('cities.drill_title', unit=name))}")
        st.caption(looking.say("cities.drill_subtitle", min_n=looking.rules["min_n"]))
        _totals(looking, item)
        if rows:
            _table(looking, item, rows)
        else:
            st.caption(looking.say("cities.drill_empty"))


def _crumbs(looking: Looking, name: str) -> None:
    """全省 410 人 › 宜昌 26 人 › 枝江市科协: each step back sets the scope bar."""
    address, bodies = looking.address, looking.scope.recommender
    steps: list[tuple[str, Address]] = []
    if looking.viewer.unit is None:
        everybody = address.at(unit=(), recommender=())
        words = looking.say("cities.drill_province", n=_serving(looking, everybody))
        steps.append((words, everybody))
    whole = address.at(recommender=())
    here = looking.say("cities.drill_unit", unit=name, n=_serving(looking, whole))
    if bodies:
        steps.append((here, whole))
        breadcrumb(steps, _body_words(looking))
    else:
        steps.append((here, whole))
        breadcrumb(steps, looking.say("cities.drill_by"))


def _body_words(looking: Looking) -> str:
    """The bodies of the scope by name; many of them by their number."""
    bodies, known = looking.scope.recommender, body_names(looking.snapshot.id)
    if len(bodies) > 3:
        return looking.say("scope.count", count=len(bodies), name=looking.say("scope.recommender"))
    named = (value_label("recommender", body, looking.lang, bodies=known) for body in bodies)
    return looking.say("cities.and").join(named)


def _serving(looking: Looking, address: Address) -> str:
    frame = figures(*looking.key[:3], address.scope, looking.lang, ids=("officers_serving",))
    return f"{frame['value'].iloc[0]:,.0f}"


def _totals(looking: Looking, item: Compared) -> None:
    """The two counts behind the unit's value; each opens exactly its rows."""
    row = figures(*looking.key, ids=(item.id,)).iloc[0]
    title = item.title.get(looking.lang)
    with st.container(horizontal=True, gap="medium", key="drill_totals"):
        what = {"what": title, "n": f"{row['numerator']:,g}"}
        _opens("numerator", looking.say("cities.drill_list", **what), looking.address.open(item.id))
        if item.metric.denominator is not None:
            base = {"what": looking.say("cities.drill_base"), "n": f"{row['denominator']:,g}"}
            target = looking.address.open(item.id, part="denominator")
            _opens("denominator", looking.say("cities.drill_list", **base), target)


def _opens(key: str, label: str, target: Address) -> None:
    st.button(label, key=f"drill_{key}", type="tertiary", on_click=go, args=(target,))


def _table(looking: Looking, item: Compared, rows: list[BodyRow]) -> None:
    title = item.title.get(looking.lang)
    base = METRICS["officers_serving"].title if item.kind in ("share", "count") else None
    x, s = title, base.get(looking.lang) if base else looking.say("cities.drill_s")
    if item.kind != "count":
        x = looking.say("cities.drill_x")
    frame = pd.DataFrame(
        {
            looking.say("cities.drill_body"): [row.label for row in rows],
            s: [row.denominator for row in rows],
            x: [row.numerator for row in rows],
        }
    )
    if item.kind != "count":
        frame[looking.say("cities.drill_value", title=title)] = [row.words for row in rows]
    st.dataframe(
        frame,
        hide_index=True,
        key="drill_table",
        placeholder="",
        on_select=lambda: _chosen(looking, item, rows),
        selection_mode="single-cell",
        row_height=_LINE,
        height=_LINE * (min(len(rows), 14) + 1) + 2,
        alt=looking.say("cities.drill_by"),
    )


def _chosen(looking: Looking, item: Compared, rows: list[BodyRow]) -> None:
    """A click on a row: its officers; on the count, just what is counted."""
    cells = st.session_state["drill_table"]["selection"]["cells"]
    if not cells:
        return
    at, column = cells[0]
    address = looking.address.at(recommender=rows[at].codes)
    is_base = item.kind != "count" and column != looking.say("cities.drill_x")
    go(address.open(item.id, part="denominator" if is_base else "numerator"))
