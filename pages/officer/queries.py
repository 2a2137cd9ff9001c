"""Queries of the officer's page that are kept between reruns; keys as in `pages.shell.queries`."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.officer.dossier import Dossier, dossier
from analytics.officer.search import findable
from analytics.quality.duties import bands
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import open_snapshot


@st.cache_data(show_spinner=False, max_entries=40)
def people(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> pd.DataFrame:
    """Everyone whose file this viewer may open, with the tier of those serving."""
    del rules_version, lang  # part of the key
    snapshot = open_snapshot(Home.find(), snapshot_id)
    asked = Rules.of(snapshot).parameters() | {"as_of": scope.as_of}
    serving = run(snapshot, "officers_serving", asked)
    tiers = dict(zip(serving["person_id"], serving["tier"], strict=True))
    return findable(run(snapshot, "people_found", asked), tiers, viewer)


@st.cache_data(show_spinner=False, max_entries=100)
def officer_dossier(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, person_id: str
) -> Dossier | None:
    """One officer's whole file, as this viewer may see it; contacts masked."""
    del rules_version, lang  # part of the key
    return dossier(open_snapshot(Home.find(), snapshot_id), person_id, scope.as_of, viewer)


@st.cache_data(show_spinner=False, max_entries=40)
def peer_bands(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang
) -> pd.DataFrame:
    """The bands of evidence of everyone's peers in the province: A with A, B with B; no name in it."""
    del rules_version, viewer, lang  # part of the key
    snapshot = open_snapshot(Home.find(), snapshot_id)
    asked = Rules.of(snapshot).parameters() | {"as_of": scope.as_of}
    return bands(run(snapshot, "officer_duties", asked))
