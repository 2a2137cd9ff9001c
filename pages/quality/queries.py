"""Queries of the page 素质差距 that are kept between reruns; keys as in `pages.shell.queries`."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.quality.bodies import Bodies, bodies
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import open_snapshot


@st.cache_data(show_spinner=False, max_entries=40)
def classes(snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang) -> pd.DataFrame:
    """Every class held by the as-of day: the office's own work, the same for every viewer and filter."""
    del rules_version, viewer, lang  # part of the key
    return run(open_snapshot(Home.find(), snapshot_id), "classes_held", {"as_of": scope.as_of})


@st.cache_data(show_spinner=False, max_entries=100)
def bodies_of(
    snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, *, channel: str
) -> Bodies:
    """The recommending bodies of one channel, pooled below the least n."""
    del rules_version  # part of the key
    snapshot = open_snapshot(Home.find(), snapshot_id)
    return bodies(snapshot, scope=scope, viewer=viewer, channel=channel, lang=lang)
