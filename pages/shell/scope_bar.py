"""The scope bar: one row of fields whose value names itself, the rest in a popover; on a phone one popover.

The address is the only state: a field shows what the address says and writes the address when changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from pages.shell.address import FILTERS
from pages.shell.context import PageContext, go
from pages.shell.scope_words import value_label

_KEY = {name: key for key, name in FILTERS.items()}
_FRONT: dict[str, int] = {"unit": 168, "category": 120, "channel": 168}
_WIDER = ("unit", "city", "field", "recommender")


def scope_bar(context: PageContext, actions: Callable[[PageContext, str], None]) -> None:
    """Draw both versions; the style sheet shows the one that fits. actions: what stands at the right end."""
    with (
        st.container(key="wide_scope"),
        st.container(horizontal=True, vertical_alignment="center", key="scope_row"),
    ):
        _months(context, "wide", width=148)
        for name, width in _FRONT.items():
            _single(context, name, "wide", width=width)
        with st.popover(_more_label(context), type="tertiary"):
            for name in _WIDER:
                _several(context, name, "wide")
        st.space("stretch")
        actions(context, "wide")
    with st.container(key="narrow_scope"):
        _phone(context)
        with st.container(horizontal=True, horizontal_alignment="right"):
            actions(context, "narrow")


def _phone(context: PageContext) -> None:
    """All fields in one popover labelled with the scope."""
    with st.popover(_summary(context), width="stretch"):
        _months(context, "narrow", width="stretch")
        for name in ("category", "channel"):
            _single(context, name, "narrow", width="stretch")
        for name in _WIDER:
            _several(context, name, "narrow")


def _more_label(context: PageContext) -> str:
    count = sum(1 for name in ("city", "field", "recommender") if getattr(context.scope, name))
    return context.say("scope.more_set", count=count) if count else context.say("scope.more")


def _summary(context: PageContext) -> str:
    month = context.say("scope.as_of_month", month=f"{context.scope.as_of:%Y-%m}")
    return f"{month} · {context.scope_text.get(context.lang)}"


def _months(context: PageContext, place: str, *, width: int | Literal["stretch"]) -> None:
    newest_first = tuple(reversed(context.address_values.months))
    earlier = (None, *(month for month in newest_first if month < context.scope.as_of))
    _field(context, "as_of", place, newest_first, width=width)
    versus = context.scope.versus
    _field(context, "versus", place, earlier if versus in earlier else (versus, *earlier), width=width)


def _single(context: PageContext, name: str, place: str, *, width: int | Literal["stretch"]) -> None:
    """A field for one value or all; several chosen elsewhere stand in it as one entry."""
    chosen = getattr(context.scope, name)
    entries = [(), *((code,) for code in context.address_values.values[_KEY[name]])]
    _field(context, name, place, tuple(entries if chosen in entries else [*entries, chosen]), width=width)


def _field(
    context: PageContext, name: str, place: str, options: tuple[Any, ...], *, width: int | Literal["stretch"]
) -> None:
    key = f"scope_{place}_{name}"
    st.session_state[key] = getattr(context.scope, name)
    st.selectbox(
        context.say(f"scope.{name}"),
        options,
        key=key,
        format_func=lambda value: _shown(context, name, value),
        label_visibility="collapsed",
        width=width,
        disabled=name == "unit" and context.viewer.unit is not None,
        on_change=_changed,
        args=(context, name, key),
    )


def _several(context: PageContext, name: str, place: str) -> None:
    key = f"scope_{place}_{name}_several"
    st.session_state[key] = list(getattr(context.scope, name))
    # Read once: there may be hundreds of bodies, and each has a label.
    bodies = context.body_names
    st.multiselect(
        context.say(f"scope.{name}"),
        context.address_values.values[_KEY[name]],
        key=key,
        format_func=lambda code: value_label(name, code, context.lang, bodies=bodies),
        placeholder=context.say("scope.any"),
        disabled=name == "unit" and context.viewer.unit is not None,
        on_change=_changed,
        args=(context, name, key),
    )


def _changed(context: PageContext, name: str, key: str) -> None:
    value = st.session_state[key]
    if isinstance(value, list):
        value = tuple(code for code in context.address_values.values[_KEY[name]] if code in value)
    address = context.address
    go(address.at_month(value) if name == "as_of" else address.at(**{name: value}))


def _shown(context: PageContext, name: str, value: dt.date | tuple[str, ...] | None) -> str:
    if isinstance(value, dt.date):
        return context.say(f"scope.{name}_month", month=f"{value:%Y-%m}")
    if value is None:
        return context.say("scope.no_versus")
    if not value:
        return context.say(f"scope.all_{name}")
    if len(value) > 2:
        return context.say("scope.count", count=len(value), name=context.say(f"scope.{name}"))
    return context.say("scope.and").join(_label(context, name, code) for code in value)


def _label(context: PageContext, name: str, code: str) -> str:
    return value_label(name, code, context.lang, bodies=context.body_names)


def ignored_note(context: PageContext) -> None:
    """Say which values of the address nobody knows, and that they were left out."""
    if context.address.ignored:
        values = context.say("scope.and").join(f"{key}={value}" for key, value in context.address.ignored)
        st.warning(context.say("scope.ignored", values=values.replace("`", "")))
