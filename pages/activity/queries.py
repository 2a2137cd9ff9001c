"""What the page 队伍活跃度 keeps between reruns; the key says all that the answer depends on."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.activity import Thresholds, changed, cohort_rows, ladder, moves, proactive_under, with_causes
from analytics.activity.calls import call_list
from analytics.lapse.programme import Outlook, outlook
from analytics.metrics import members
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, open_snapshot


def _open(snapshot_id: str) -> Snapshot:
    return open_snapshot(Home.find(), snapshot_id)


@st.cache_data(show_spinner=False, max_entries=60)
def officers_of(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang
) -> pd.DataFrame:
    """Everybody serving, with tier, counts, cause and change of post."""
    del rules_version, lang  # part of the key
    snapshot = _open(snapshot_id)
    rows = members(snapshot, "officers_serving", scope=scope, viewer=viewer)
    return with_causes(rows, snapshot, scope.as_of)


@st.cache_data(show_spinner=False, max_entries=60)
def moves_of(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> pd.DataFrame:
    """Who stood where then and now; only with a month to compare with."""
    del rules_version, lang  # part of the key
    return moves(_open(snapshot_id), scope=scope, viewer=viewer)


@st.cache_data(show_spinner=False, max_entries=60)
def cohorts_of(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang
) -> pd.DataFrame:
    """Persons recognised × months since."""
    del rules_version, lang  # part of the key
    return cohort_rows(_open(snapshot_id), scope=scope, viewer=viewer)


@st.cache_data(show_spinner=False, max_entries=200)
def changed_by(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, trial: Thresholds
) -> pd.DataFrame:
    """Who changes tier under other thresholds."""
    del rules_version, lang  # part of the key
    return changed(_open(snapshot_id), trial, scope=scope, viewer=viewer)


@st.cache_data(show_spinner=False, max_entries=200)
def proactive_by(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, trial: Thresholds
) -> pd.DataFrame:
    """Who would be 主动型 under other thresholds."""
    del rules_version, lang  # part of the key
    return proactive_under(_open(snapshot_id), trial, scope=scope, viewer=viewer)


@st.cache_data(show_spinner=False, max_entries=200)
def ladder_of(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, quarters: int
) -> pd.DataFrame:
    """How many would be 主动型 at each number of acts."""
    del rules_version, lang  # part of the key
    return ladder(_open(snapshot_id), scope=scope, viewer=viewer, quarters=quarters)


@st.cache_data(show_spinner=False, max_entries=60)
def calls_of(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> pd.DataFrame:
    """The call list, contacts masked."""
    del rules_version, lang  # part of the key
    return call_list(_open(snapshot_id), scope=scope, viewer=viewer)


@st.cache_resource(show_spinner=False, max_entries=20)
def outlook_of(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> Outlook:
    """The lapse outlook, for the office; never changed by who reads it."""
    del rules_version, lang  # part of the key
    return outlook(_open(snapshot_id), scope=scope, viewer=viewer)
