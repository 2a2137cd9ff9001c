"""The drop zone: uploaded files wait in a tray, are read there, and are committed or given up."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from analytics.charts.palette import MUTED
from foundation.access import audit
from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from pages.data import jobs
from pages.data.jobs import Job
from refresh.uploads import dry_run
from refresh.uploads.preview import preview
from refresh.uploads.tray import fill_tray, in_tray, remove_tray

_TRAY, _PREVIEW, _DRY_RUN = "data_tray", "data_preview", "data_dry_run"
_UPLOADER, _ACCEPTED = "data_uploader_number", "data_accepted_files"


def drop_zone(home: Home, viewer: Viewer, lang: Lang) -> None:
    """Choose or drop files; who sent them and when they came, where the files do not say."""
    key = f"uploader_{st.session_state.get(_UPLOADER, 0)}"
    _own_words(lang)
    with st.container(key="drop_zone"):
        st.file_uploader(
            say("data.drop", lang),
            accept_multiple_files=True,
            key=key,
            label_visibility="collapsed",
            on_change=_arrived,
            args=(home, viewer, key),
        )
    with st.popover(say("data.options", lang), type="tertiary"):
        reread: dict[str, Any] = {"on_change": read_again, "args": (home,)}
        st.text_input(
            say("data.sender", lang), key="data_sender", help=say("data.sender_how", lang), **reread
        )
        st.date_input(
            say("data.received", lang),
            value=ledger.today(),
            key="data_received",
            format="YYYY-MM-DD",
            help=say("data.received_how", lang),
            **reread,
        )


def _own_words(lang: Lang) -> None:
    """Streamlit's uploader is worded in English only: hide its words and show ours."""
    words = {name: escape(say(f"data.{name}", lang)).replace('"', "") for name in ("drop_how", "browse")}
    st.html(
        "<style>"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzoneInstructions] * { font-size: 0 !important; }"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzoneInstructions]::after "
        f'{{ content: "{words["drop_how"]}"; font-size: 0.875rem; color: {MUTED}; }}'
        ".st-key-drop_zone [data-testid=stFileUploaderDropzone] button p { font-size: 0; }"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzone] button p::after "
        f'{{ content: "{words["browse"]}"; font-size: 0.9375rem; }}'
        "</style>"
    )


def _arrived(home: Home, viewer: Viewer, key: str) -> None:
    accepted: set[str] = st.session_state.setdefault(_ACCEPTED, set())
    # A rerun that was under way reports the same files again: each is taken once.
    files = [file for file in st.session_state[key] or [] if file.file_id not in accepted]
    if not files:
        return
    accepted.update(file.file_id for file in files)
    tray = fill_tray(home, [(file.name, file.getvalue()) for file in files], st.session_state.get(_TRAY))
    st.session_state[_TRAY] = tray
    _renew_uploader()
    audit.record(home, viewer, "upload", {"files": [file.name for file in files]})
    jobs.forget(home, viewer.name)
    read_again(home)


def read_again(home: Home) -> None:
    """Start reading the tray, with the sender, the day and the header mappings as they are given now."""
    tray: Path | None = st.session_state.get(_TRAY)
    if tray is None:
        return
    provenance = _provenance()
    st.session_state[_PREVIEW] = jobs.start(
        home, "preview", lambda progress: preview(home, tray, **provenance, progress=progress)
    )


def _provenance() -> dict[str, Any]:
    """Sender and day of receipt as entered beside the drop zone."""
    sender = (st.session_state.get("data_sender") or "").strip() or None
    received: dt.date | None = st.session_state.get("data_received")
    return {"sender": sender, "received": received}


def preview_job() -> Job | None:
    """The job that reads the files of the tray, running or done; None where nothing was dropped."""
    job: Job | None = st.session_state.get(_PREVIEW)
    return job


def dry_run_job(home: Home) -> Job:
    """The job that loads the tray into a home of its own; started when it is first wanted, once a preview."""
    preview_now, held = st.session_state[_PREVIEW], st.session_state.get(_DRY_RUN)
    if held is None or held[0] is not preview_now:
        tray, provenance = st.session_state[_TRAY], _provenance()
        job = jobs.start(
            home,
            "dry_run",
            lambda progress: dry_run.dry_run(home, tray, in_tray(tray), **provenance, progress=progress),
        )
        held = st.session_state[_DRY_RUN] = (preview_now, job)
    job_of_preview: Job = held[1]
    return job_of_preview


def commit(home: Home, viewer: Viewer) -> None:
    """Load the tray's files and publish a snapshot, in a job that goes on if the page is left."""
    tray: Path = st.session_state[_TRAY]
    provenance, paths = _provenance(), in_tray(tray)
    audit.record(home, viewer, "commit", {"files": [path.name for path in paths]})

    def work(progress: jobs.Progress) -> dict[str, Any]:
        try:
            return dry_run.commit(home, tray, paths, who=viewer.name, **provenance, progress=progress)
        finally:
            remove_tray(tray)

    jobs.start_writing(home, viewer.name, "commit", work)
    st.session_state[_TRAY] = None
    _clear_tray()


def abandon(home: Home, viewer: Viewer) -> None:
    """Give the files of the tray up: none is kept."""
    audit.record(home, viewer, "abandon", {})
    _clear_tray()


def _clear_tray() -> None:
    tray: Path | None = st.session_state.pop(_TRAY, None)
    if tray is not None:
        remove_tray(tray)
    for name in (_PREVIEW, _DRY_RUN):
        st.session_state.pop(name, None)


def _renew_uploader() -> None:
    """Put a new, empty uploader in its place: Streamlit has no way to empty one."""
    st.session_state[_UPLOADER] = st.session_state.get(_UPLOADER, 0) + 1
