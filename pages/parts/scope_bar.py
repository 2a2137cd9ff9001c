"""The scope bar: one row of fields whose value names itself, the rest in a popover; on a phone one popover.

The address is the only state: a field shows what the address says and writes the address when changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

import streamlit as st

from pages.parts.address import FILTERS
from pages.parts.known import body_names
from pages.parts.looking import Looking, go
from pages.parts.scope_words import value_label

_KEY = {name: key for key, name in FILTERS.items()}
_FRONT: dict[str, int] = {"unit": 168, "category": 120, "channel": 168}
_WIDER = ("unit", "city", "field", "recommender")


def scope_bar(looking: Looking, actions: Callable[[Looking, str], None]) -> None:
    """Draw both versions; the style sheet shows the one that fits. actions: what stands at the right end."""
    with (
        st.container(key="wide_scope"),
        st.container(horizontal=True, vertical_alignment="center", key="scope_row"),
    ):
        _months(looking, "wide", width=148)
        for name, width in _FRONT.items():
            _single(looking, name, "wide", width=width)
        with st.popover(_more_label(looking), type="tertiary"):
            for name in _WIDER:
                _several(looking, name, "wide")
        st.space("stretch")
        actions(looking, "wide")
    with st.container(key="narrow_scope"):
        _phone(looking)
        with st.container(horizontal=True, horizontal_alignment="right"):
            actions(looking, "narrow")


def _phone(looking: Looking) -> None:
    """All fields in one popover labelled with the scope."""
    with st.popover(_summary(looking), width="stretch"):
        _months(looking, "narrow", width="stretch")
        for name in ("category", "channel"):
            _single(looking, name, "narrow", width="stretch")
        for name in _WIDER:
            _several(looking, name, "narrow")


def _more_label(looking: Looking) -> str:
    count = sum(1 for name in ("city", "field", "recommender") if getattr(looking.scope, name))
    return looking.say("scope.more_set", count=count) if count else looking.say("scope.more")


def _summary(looking: Looking) -> str:
    month = looking.say("scope.as_of_month", month=f"{looking.scope.as_of:%Y-%m}")
    return f"{month} · {looking.scope_text.get(looking.lang)}"


def _months(looking: Looking, place: str, *, width: int | Literal["stretch"]) -> None:
    newest_first = tuple(reversed(looking.known.months))
    earlier = (None, *(month for month in newest_first if month < looking.scope.as_of))
    _field(looking, "as_of", place, newest_first, width=width)
    versus = looking.scope.versus
    _field(looking, "versus", place, earlier if versus in earlier else (versus, *earlier), width=width)


def _single(looking: Looking, name: str, place: str, *, width: int | Literal["stretch"]) -> None:
    """A field for one value or all; several chosen elsewhere stand in it as one entry."""
    chosen = getattr(looking.scope, name)
    entries = [(), *((code,) for code in looking.known.values[_KEY[name]])]
    _field(looking, name, place, tuple(entries if chosen in entries else [*entries, chosen]), width=width)


def _field(
    looking: Looking, name: str, place: str, options: tuple[Any, ...], *, width: int | Literal["stretch"]
) -> None:
    key = f"scope_{place}_{name}"
    st.session_state[key] = getattr(looking.scope, name)
    st.selectbox(
        looking.say(f"scope.{name}"),
        options,
        key=key,
        format_func=lambda value: _shown(looking, name, value),
        label_visibility="collapsed",
        width=width,
        disabled=name == "unit" and looking.viewer.unit is not None,
        on_change=_changed,
        args=(looking, name, key),
    )


def _several(looking: Looking, name: str, place: str) -> None:
    key = f"scope_{place}_{name}_several"
    st.session_state[key] = list(getattr(looking.scope, name))
    # Read once: there may be hundreds of bodies, and each has a label.
    bodies = body_names(looking.snapshot.id)
    st.multiselect(
        looking.say(f"scope.{name}"),
        looking.known.values[_KEY[name]],
        key=key,
        format_func=lambda code: value_label(name, code, looking.lang, bodies=bodies),
        placeholder=looking.say("scope.any"),
        disabled=name == "unit" and looking.viewer.unit is not None,
        on_change=_changed,
        args=(looking, name, key),
    )


def _changed(looking: Looking, name: str, key: str) -> None:
    value = st.session_state[key]
    if isinstance(value, list):
        value = tuple(code for code in looking.known.values[_KEY[name]] if code in value)
    address = looking.address
    go(address.at_month(value) if name == "as_of" else address.at(**{name: value}))


def _shown(looking: Looking, name: str, value: dt.date | tuple[str, ...] | None) -> str:
    if isinstance(value, dt.date):
        return looking.say(f"scope.{name}_month", month=f"{value:%Y-%m}")
    if value is None:
        return looking.say("scope.no_versus")
    if not value:
        return looking.say(f"scope.all_{name}")
    if len(value) > 2:
        return looking.say("scope.count", count=len(value), name=looking.say(f"scope.{name}"))
    return looking.say("scope.and").join(_label(looking, name, code) for code in value)


def _label(looking: Looking, name: str, code: str) -> str:
    return value_label(name, code, looking.lang, bodies=body_names(looking.snapshot.id))


def ignored_note(looking: Looking) -> None:
    """Say which values of the address nobody knows, and that they were left out."""
    if looking.address.ignored:
        values = looking.say("scope.and").join(f"{key}={value}" for key, value in looking.address.ignored)
        st.warning(looking.say("scope.ignored", values=values.replace("`", "")))
