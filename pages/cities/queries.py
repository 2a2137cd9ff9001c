"""What the page 地市比较 keeps between reruns; the key says all that the answer depends on."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.cities import Comparison, against, benchmarks, standing
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, open_snapshot


def _open(snapshot_id: str) -> Snapshot:
    return open_snapshot(Home.find(), snapshot_id)


@st.cache_resource(show_spinner=False, max_entries=60)
def comparison(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, metric: str
) -> Comparison:
    """All units against chance; never changed by who reads it."""
    alone = _standing(snapshot_id, rules_version, viewer, replace(scope, versus=None), metric=metric)
    snapshot = _open(snapshot_id)
    del lang  # part of the key
    return against(snapshot, alone, scope.versus, viewer=viewer, rules=Rules.of(snapshot))


@st.cache_resource(show_spinner=False, max_entries=30)
def _standing(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, *, metric: str
) -> Comparison:
    """What another month to compare with leaves as it is."""
    del rules_version  # part of the key
    snapshot = _open(snapshot_id)
    return standing(snapshot, metric, scope=scope, viewer=viewer, rules=Rules.of(snapshot))


@st.cache_data(show_spinner=False, max_entries=20)
def other_provinces(snapshot_id: str) -> pd.DataFrame:
    """Figures of other provinces, which are nobody's secret."""
    return benchmarks(_open(snapshot_id))
