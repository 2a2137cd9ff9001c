"""From the address bar to what a page is handed: snapshot, rules, scope; everything unknown set aside."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.rules import Rules
from foundation.access.viewer import Viewer
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, SnapshotMissingError, current, open_snapshot
from pages.shell.address import decode
from pages.shell.context import PageContext, query_values
from pages.shell.known_values import body_names, known, meta_of, rules_of
from pages.shell.scope_words import scope_text
from pages.shell.sign_in import presenting


def page_context(home: Home, viewer: Viewer) -> PageContext | None:
    """The context of this rerun; None before the first snapshot. Writes the as-of month into the address."""
    query = query_values()
    snapshot = _snapshot(home, query.get("snap"))
    if snapshot is None:
        return None
    rules: Rules = rules_of(snapshot.id)
    whole = known(snapshot.id, rules.version, viewer)
    address = decode(query, whole)
    st.query_params["m"] = f"{address.scope.as_of:%Y-%m}"
    if viewer.unit:
        address = replace(address, scope=address.scope.with_filter(unit=(viewer.unit,)))
    return PageContext(
        home=home,
        snapshot=snapshot,
        viewer=presenting(viewer, is_presenting=address.is_presenting),
        rules=rules,
        address=address,
        known=whole,
        scope_text=scope_text(address.scope, bodies=body_names(snapshot.id)),
        is_simulated=meta_of(snapshot.id).get("is_simulated") == "true",
    )


def _snapshot(home: Home, wanted: str | None) -> Snapshot | None:
    """The snapshot that the address names, if it is kept, else the one in force."""
    try:
        return open_snapshot(home, wanted) if wanted else current(home)
    except SnapshotMissingError:
        return current(home)
