"""What an address may say over one snapshot: its months, its recommending bodies, the closed lists."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from analytics.metrics import METRICS, default_as_of, measure
from analytics.rules import Rules
from analytics.scope import Scope, months_back
from foundation.access.viewer import OFFICE, Viewer
from foundation.reference.cities import CITY_CODES, UNITS, UNKNOWN
from foundation.reference.codes import code_list
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import open_snapshot
from pages.shell.address import AddressValues

CHANNELS = ("local", "institution")


@st.cache_data(show_spinner=False, max_entries=40)
def rules_of(snapshot_id: str) -> Rules:
    """The rules that the snapshot was built with."""
    return Rules.of(open_snapshot(Home.find(), snapshot_id))


@st.cache_data(show_spinner=False, max_entries=40)
def meta_of(snapshot_id: str) -> dict[str, str]:
    """What the snapshot says about itself."""
    return open_snapshot(Home.find(), snapshot_id).meta


@st.cache_data(show_spinner=False, max_entries=40)
def body_names(snapshot_id: str) -> dict[str, str]:
    """Every body that has recommended an officer, by its name: body id → name."""
    snapshot = open_snapshot(Home.find(), snapshot_id)
    scope = Scope(as_of=default_as_of(snapshot))
    frame = measure(snapshot, "officers_cumulative", scope=scope, viewer=OFFICE, by="recommender")
    named = frame.loc[~frame["group"].isin([UNKNOWN, "pooled"])]
    return dict(zip(named["group"], named["label"], strict=True))


@st.cache_data(show_spinner=False, max_entries=100)
def known(snapshot_id: str, rules_version: str, viewer: Viewer) -> AddressValues:
    """Everything an address may name; a city viewer has no other unit than the own."""
    del rules_version  # part of the key
    snapshot = open_snapshot(Home.find(), snapshot_id)
    meta = snapshot.meta
    values = {
        "unit": (viewer.unit,) if viewer.unit else (*UNITS, UNKNOWN),
        "city": (*CITY_CODES, UNKNOWN),
        "cat": (*code_list("category").values, UNKNOWN),
        "ch": (*CHANNELS, UNKNOWN),
        "field": (*code_list("field").values, UNKNOWN),
        "rec": (*body_names(snapshot_id), UNKNOWN),
    }
    as_of = default_as_of(snapshot)
    # A first file may hold no act at all, a roster for one: then there is the as-of month alone.
    span = [_first(day) for day in (meta["data_from"], meta["data_to"]) if day] or [as_of]
    return AddressValues(
        as_of=as_of,
        months=_months(span[0], span[-1]),
        values=values,
        metrics=tuple(METRICS),
    )


def _months(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """All months from first to last."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple(months_back(last, count - place) for place in range(count + 1))


def _first(date: str) -> dt.date:
    return dt.date.fromisoformat(date[:10]).replace(day=1)
