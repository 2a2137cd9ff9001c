"""From the address bar to what a page is handed: snapshot, rules, scope; everything unknown set aside."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.rules import Rules
from foundation.access.viewer import Viewer
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, SnapshotMissingError, current, open_snapshot
from pages.shell.address import decode, decode_lang
from pages.shell.address_values import address_values
from pages.shell.caching import opening_key
from pages.shell.context import PageContext, query_values
from pages.shell.scope_words import scope_text
from pages.shell.sign_in import presenting


def page_context(home: Home, viewer: Viewer) -> PageContext | None:
    """The context of this rerun; None before the first snapshot. Writes the as-of month into the address."""
    query = query_values()
    snapshot = _snapshot(home, query.get("snap"))
    if snapshot is None:
        return None
    values = address_values(*opening_key(snapshot, viewer, decode_lang(query)))
    address = decode(query, values)
    st.query_params["m"] = f"{address.scope.as_of:%Y-%m}"
    if viewer.unit:
        address = replace(address, scope=address.scope.with_filter(unit=(viewer.unit,)))
    return PageContext(
        home=home,
        snapshot=snapshot,
        viewer=presenting(viewer, is_presenting=address.is_presenting),
        rules=Rules.of(snapshot),
        address=address,
        address_values=values,
        scope_text=scope_text(address.scope, bodies=values.bodies),
        is_simulated=snapshot.meta.get("is_simulated") == "true",
    )


def _snapshot(home: Home, wanted: str | None) -> Snapshot | None:
    """The snapshot that the address names, if it is kept, else the one in force."""
    try:
        return open_snapshot(home, wanted) if wanted else current(home)
    except SnapshotMissingError:
        return current(home)
