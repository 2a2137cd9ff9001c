"""Queries that pages keep between reruns. The key says all the answer depends on; nothing expires by time.

Every function takes (snapshot_id, rules_version, viewer, scope, lang) first, all frozen and hashable. A
snapshot is immutable, so an answer stays true. Figures are not kept: drawing costs less than copying them.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.cities.neighbours import neighbours
from analytics.meeting.targets import targets
from analytics.metrics import history, measure_many, members
from analytics.officer.head import Head, dossier_head, timeline
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.reference.cities import CITY_CODES
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, open_snapshot

Key = tuple[str, str, Viewer, Scope, Lang]


def _open(snapshot_id: str) -> Snapshot:
    return open_snapshot(Home.find(), snapshot_id)


@st.cache_data(show_spinner=False, max_entries=400)
def figures(
    snapshot_id: str,
    rules_version: str,
    viewer: Viewer,
    scope: Scope,
    lang: Lang,
    *,
    ids: tuple[str, ...],
    by: str | None = None,
) -> pd.DataFrame:
    """Result frames of several metrics, stacked, `id` in front."""
    del rules_version  # part of the key
    return measure_many(_open(snapshot_id), ids, scope=scope, viewer=viewer, by=by, lang=lang)


@st.cache_data(show_spinner=False, max_entries=100)
def rows_behind(
    snapshot_id: str,
    rules_version: str,
    viewer: Viewer,
    scope: Scope,
    lang: Lang,
    *,
    ids: tuple[str, ...],
    group: str | None = None,
    part: str = "numerator",
) -> pd.DataFrame:
    """Exactly the rows that the metrics count, of one unit or of all, one metric under the other.

    Metrics listed together share their denominator: it is listed once.
    """
    del rules_version, lang  # part of the key
    snapshot = _open(snapshot_id)
    by = "unit" if group else None
    frames = [
        members(snapshot, metric, scope=scope, viewer=viewer, by=by, group=group, part=part)
        for metric in (ids if part == "numerator" else ids[:1])
    ]
    return pd.concat(frames, ignore_index=True)


@st.cache_data(show_spinner=False, max_entries=400)
def trend(
    snapshot_id: str,
    rules_version: str,
    viewer: Viewer,
    scope: Scope,
    lang: Lang,
    *,
    ids: tuple[str, ...],
    months: int = 13,
) -> pd.DataFrame:
    """The months that end with the as-of: id, month, numerator, denominator, value, suppressed."""
    del rules_version, lang  # part of the key
    return history(_open(snapshot_id), ids, scope=scope, viewer=viewer, months=months)


@st.cache_data(show_spinner=False, max_entries=100)
def aims(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> dict[str, float]:
    """Metric id → the target that holds for this scope."""
    del rules_version, viewer, lang  # part of the key
    snapshot = _open(snapshot_id)
    return targets(snapshot, rules=Rules.of(snapshot), scope=scope)


@st.cache_data(show_spinner=False, max_entries=100)
def neighbours_of(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang
) -> dict[str, int]:
    """What a city may know of the non_city officers who work there: counts."""
    del rules_version, lang  # part of the key
    return neighbours(_open(snapshot_id), scope=scope, viewer=viewer)


@st.cache_data(show_spinner=False, max_entries=100)
def officer_file(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, person_id: str
) -> tuple[Head | None, pd.DataFrame]:
    """Head and timeline of one officer, as this viewer may see them; contacts masked."""
    del rules_version, lang  # part of the key
    snapshot = _open(snapshot_id)
    head = dossier_head(snapshot, person_id, scope.as_of, viewer)
    return head, timeline(snapshot, person_id, scope.as_of, viewer, head=head)


@st.cache_data(show_spinner=False, max_entries=100)
def unrecorded_units(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang
) -> tuple[str, ...]:
    """Cities without reminder records in the window: who acts there cannot be told from who answers."""
    del rules_version, viewer, lang  # part of the key
    recording = run(_open(snapshot_id), "recording_units", {"as_of": scope.as_of})["unit"]
    return tuple(code for code in CITY_CODES if code not in set(recording))
