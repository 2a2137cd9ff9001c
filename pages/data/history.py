"""历史与撤回: what was loaded when and by whom; a file can be taken back; what a change changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from foundation.access import audit
from foundation.warehouse import ledger
from foundation.warehouse.snapshots import kept
from pages.data import changes, jobs
from pages.data.job_block import job_block
from pages.shell.context import PageContext
from pages.widgets.markdown import plain
from pages.widgets.tables import table_height
from refresh import retract
from refresh.intake import accounts
from refresh.intake.ledger_state import read_state
from refresh.intake.lineage import FileLineage

_TALLEST = 460
_SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def history(context: PageContext) -> None:
    """Files, retraction (office), snapshots and what changed between two of them."""
    job_block(context.home, context.viewer, context.lang)
    with st.container(border=True, key="files_block"):
        _files(context)
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="changed_block"):
        _compare(context)
    if context.viewer.role == "office":
        with right, st.container(border=True, height="stretch", key="retract_block"):
            _retract(context)


def _entries(context: PageContext) -> list[ledger.FileEntry]:
    """Files of the ledger that the viewer may know of, the latest first."""
    entries = list(reversed(ledger.files(context.home)))
    if context.viewer.unit is None:
        return entries
    own = set(accounts.visible(context.snapshot, context.viewer))
    return [entry for entry in entries if entry.sha256 in own]


def _files(context: PageContext) -> None:
    entries = _entries(context)
    st.markdown(f"#### {context.say('data.files_title', count=len(entries))}")
    st.caption(context.say("data.files_how"))
    lineage = read_state(context.home).lineage
    tables = accounts.tables(context.snapshot, context.viewer)
    counts_by_file = tables.groupby("sha256").agg(
        sender=("sender", "first"), read=("rows_read", "sum"), held=("rows_quarantined", "sum")
    )
    frame = pd.DataFrame([_file(context, entry, lineage, counts_by_file) for entry in entries])
    height = table_height(len(frame), tallest=_TALLEST)
    st.dataframe(frame, hide_index=True, key="files_table", height=height, alt=context.say("data.files_alt"))


def _file(
    context: PageContext, entry: ledger.FileEntry, lineage: FileLineage, counts_by_file: pd.DataFrame
) -> dict[str, object]:
    counts: Any = counts_by_file.loc[entry.sha256] if entry.sha256 in counts_by_file.index else None
    is_superseded = entry.state in ledger.IN_FORCE and lineage.successor(entry.sha256) is not None
    state = "superseded" if is_superseded else entry.state
    in_file = counts["sender"] if counts is not None and isinstance(counts["sender"], str) else None
    return {
        context.say("data.col_landed_at"): local_time(entry.landed_at),
        context.say("data.col_file"): entry.name,
        context.say("data.col_sender"): lineage.sender(entry) or in_file or context.say("data.no_sender"),
        context.say("data.col_state"): context.say(f"data.state_{state}"),
        context.say("data.col_read"): "" if counts is None else f"{int(counts['read']):,}",
        context.say("data.col_held"): "" if counts is None else f"{int(counts['held']):,}",
        context.say("data.col_received"): entry.received_on.isoformat(),
        context.say("data.col_who"): entry.who,
    }


def local_time(at: str) -> str:
    """UTC of the ledger → `2026-01-10 09:30` in Asia/Shanghai."""
    return dt.datetime.fromisoformat(at).astimezone(_SHANGHAI).strftime("%Y-%m-%d %H:%M")


def _retract(context: PageContext) -> None:
    """Choose a file in force, see what would go, confirm."""
    st.markdown(f"#### {context.say('data.retract_title')}")
    st.caption(context.say("data.retract_how"))
    entries = {e.sha256: e for e in _entries(context) if e.state in ledger.IN_FORCE}
    sha256 = st.selectbox(
        context.say("data.col_file"),
        list(entries),
        index=None,
        key="retract_file",
        format_func=lambda sha: f"{entries[sha].name} · {local_time(entries[sha].landed_at)}",
        placeholder=context.say("data.retract_choose"),
        label_visibility="collapsed",
    )
    if sha256 is None:
        return
    counts = accounts.tables(context.snapshot, context.viewer)
    rows = int(counts.loc[counts["sha256"] == sha256, "rows_loaded"].sum())
    st.markdown(context.say("data.retract_confirm", file=plain(entries[sha256].name), rows=f"{rows:,}"))
    st.button(
        context.say("data.retract"),
        key="retract",
        type="primary",
        on_click=_take_back,
        args=(context, sha256),
    )


def _take_back(context: PageContext, sha256: str) -> None:
    home, viewer = context.home, context.viewer
    audit.record(home, viewer, "retract", {"sha256": sha256, "from": context.snapshot.id})
    st.session_state["retract_file"] = None
    jobs.start_writing(
        home,
        viewer.name,
        "retract",
        lambda progress: retract(home, sha256, who=viewer.name, progress=progress),
    )


def _compare(context: PageContext) -> None:
    """Counts before and after, between any two snapshots that are kept; the last two to begin with."""
    st.markdown(f"#### {context.say('data.changed_title')}")
    built = {entry.snapshot_id: entry for entry in ledger.snapshots(context.home)}
    ids = [snapshot.id for snapshot in reversed(kept(context.home))]
    if len(ids) < 2:
        st.caption(context.say("data.changed_nothing"))
        return

    def shown(snapshot_id: str) -> str:
        entry = built[snapshot_id]
        meeting = f" · {entry.meeting}" if entry.meeting else ""
        files = context.say("data.changed_files", count=len(entry.inputs["files"]))
        return f"{local_time(entry.built_at)} · {snapshot_id[:7]} · {files}{meeting}"

    left, right = st.columns(2, gap="small")
    before = left.selectbox(context.say("data.before"), ids, index=1, format_func=shown)
    after = right.selectbox(context.say("data.after"), ids, index=0, format_func=shown)
    if not changes.between(context.home, context.viewer, before, after, context.lang, key="compare"):
        st.caption(context.say("data.changed_outdated"))
