"""One unit: its recommending bodies, and the way to their officers and back. The scope bar moves along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.cities import Compared
from analytics.metrics import METRICS
from analytics.metrics.engine.groups import POOLED, SPECIAL
from foundation.reference.cities import UNKNOWN, unit_label
from pages.parts.address import Address
from pages.parts.breadcrumb import breadcrumb, plain
from pages.parts.cached import figures
from pages.parts.known import body_names
from pages.parts.looking import Looking, go
from pages.parts.scope_words import value_label
from reporting.numbers import shown

_LINE = 36


@dataclass(frozen=True)
class BodyRow:
    """A body, or all those too small to stand alone. codes: what the scope's filter takes to list them."""

    label: str
    codes: tuple[str, ...]
    numerator: float
    denominator: float
    words: str


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
        names = (
            value_label("recommender", b, looking.lang, bodies=body_names(looking.snapshot.id))
            for b in bodies
        )
        breadcrumb(steps, looking.say("cities.and").join(list(names)[:3]))
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


@dataclass(frozen=True, eq=False)
class _Bodies:
    """The unit's frames by recommending body: of the metric, and of who serves; keyed by group."""

    own: pd.DataFrame
    serving: pd.DataFrame
    is_count: bool

    def size(self, code: str) -> float:
        """Officers behind a body's row."""
        frame, column = (self.serving, "value") if self.is_count else (self.own, "denominator")
        return float(frame[column].get(code, 0.0))

    def counted(self, code: str) -> float:
        return float(self.own["numerator"].get(code, 0.0))


def body_rows(looking: Looking, item: Compared, *, is_unrecorded: bool) -> list[BodyRow]:
    """Bodies with enough officers by name, all others as one row, what names no body last."""
    frame = figures(*looking.key, ids=(item.id, "officers_serving"), by="recommender")
    own, serving = (frame[frame["id"] == id].set_index("group") for id in (item.id, "officers_serving"))
    bodies = _Bodies(own, serving, item.kind == "count")
    every = [code for code in dict.fromkeys([*serving.index, *own.index]) if code not in SPECIAL]
    # A share's frame has pooled the small ones already; counts are pooled here by who serves.
    large = [
        c for c in every if (bodies.size(c) >= looking.rules["min_n"] if bodies.is_count else c in own.index)
    ]
    small = tuple(code for code in every if code not in large)
    listed = [(code, (code,)) for code in large]
    listed += [(POOLED, small)] if small else []
    listed += [(UNKNOWN, (UNKNOWN,))] if {*own.index, *serving.index} & {UNKNOWN} else []
    rows = [_row(looking, item, bodies, group) for group in listed]
    if is_unrecorded:
        rows = [replace(row, words=looking.say("cities.drill_none")) for row in rows]
    return [row for row in rows if row.numerator or row.denominator]


def _row(looking: Looking, item: Compared, bodies: _Bodies, group: tuple[str, tuple[str, ...]]) -> BodyRow:
    code, codes = group
    summed = codes if bodies.is_count else (code,)
    line = None if bodies.is_count or code not in bodies.own.index else bodies.own.loc[code]
    return BodyRow(
        label=_label(looking, bodies, code),
        codes=codes,
        numerator=sum(bodies.counted(each) for each in summed),
        denominator=sum(bodies.size(each) for each in summed),
        words=_value_words(looking, item, line),
    )


def _label(looking: Looking, bodies: _Bodies, code: str) -> str:
    if code in SPECIAL:
        return SPECIAL[code].get(looking.lang)
    frame = bodies.serving if code in bodies.serving.index else bodies.own
    return str(frame.loc[code, "label"])


def _value_words(looking: Looking, item: Compared, line: Any) -> str:
    """`71.4%（45.4%–88.3%）`; too few: words; counts: nothing beside the count."""
    if line is None:
        return ""
    if pd.isna(line["value"]):
        return looking.say("cities.drill_few", min_n=looking.rules["min_n"])
    value, low, high = (shown(line[name], item.value_format) for name in ("value", "low", "high"))
    return f"{value} ({low}–{high})" if low else value


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
