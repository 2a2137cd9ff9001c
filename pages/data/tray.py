"""The drop zone: files come into a tray, are read there, and are committed or given up."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from foundation.access import audit
from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from pages.data import job as data_job
from pages.data.job import Job
from refresh import dry_run as trial
from refresh.preview import clear, in_tray, preview, put

_TRAY, _JOB, _TRIAL = "data_tray", "data_preview", "data_trial"
_TURN, _TAKEN = "data_turn", "data_taken"


def drop_zone(home: Home, viewer: Viewer, lang: Lang) -> None:
    """Choose or drop files; who sent them and when they came, where the files do not say."""
    key = f"uploader_{st.session_state.get(_TURN, 0)}"
    _words(lang)
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
        again: dict[str, Any] = {"on_change": read_again, "args": (home,)}
        st.text_input(say("data.sender", lang), key="data_sender", help=say("data.sender_how", lang), **again)
        st.date_input(
            say("data.received", lang),
            value=ledger.today(),
            key="data_received",
            format="YYYY-MM-DD",
            help=say("data.received_how", lang),
            **again,
        )


def _words(lang: Lang) -> None:
    """The uploader's own words are English only: ours stand in their place."""
    words = {name: escape(say(f"data.{name}", lang)).replace('"', "") for name in ("drop_how", "browse")}
    st.html(
        "<style>"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzoneInstructions] * { font-size: 0 !important; }"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzoneInstructions]::after "
        f'{{ content: "{words["drop_how"]}"; font-size: 0.875rem; color: #5B6774; }}'
        ".st-key-drop_zone [data-testid=stFileUploaderDropzone] button p { font-size: 0; }"
        ".st-key-drop_zone [data-testid=stFileUploaderDropzone] button p::after "
        f'{{ content: "{words["browse"]}"; font-size: 0.9375rem; }}'
        "</style>"
    )


def _arrived(home: Home, viewer: Viewer, key: str) -> None:
    taken: set[str] = st.session_state.setdefault(_TAKEN, set())
    # A rerun that was under way reports the same files again: each is taken once.
    files = [file for file in st.session_state[key] or [] if file.file_id not in taken]
    if not files:
        return
    taken.update(file.file_id for file in files)
    tray = put(home, [(file.name, file.getvalue()) for file in files], st.session_state.get(_TRAY))
    st.session_state[_TRAY] = tray
    _empty_uploader()
    audit.record(home, viewer, "upload", {"files": [file.name for file in files]})
    data_job.forget(home, viewer.name)
    read_again(home)


def read_again(home: Home) -> None:
    """Read the tray, with the sender, the day and the answers as they are given now."""
    tray: Path | None = st.session_state.get(_TRAY)
    if tray is None:
        return
    given = _given()
    st.session_state[_JOB] = data_job.start(
        home, "preview", lambda progress: preview(home, tray, **given, progress=progress)
    )


def _given() -> dict[str, Any]:
    sender = (st.session_state.get("data_sender") or "").strip() or None
    received: dt.date | None = st.session_state.get("data_received")
    return {"sender": sender, "received": received}


def reading() -> Job | None:
    """The reading of the tray, running or done; None where nothing was dropped."""
    job: Job | None = st.session_state.get(_JOB)
    return job


def trying(home: Home) -> Job:
    """The trial load of what was read: begun with the first question, once for each reading."""
    read, begun = st.session_state[_JOB], st.session_state.get(_TRIAL)
    if begun is None or begun[0] is not read:
        tray, given = st.session_state[_TRAY], _given()
        job = data_job.start(
            home,
            "trial",
            lambda progress: trial.dry_run(home, tray, in_tray(tray), **given, progress=progress),
        )
        begun = st.session_state[_TRIAL] = (read, job)
    trial_job: Job = begun[1]
    return trial_job


def commit(home: Home, viewer: Viewer) -> None:
    """Take the tray's files in; from here on the work goes on without this page."""
    tray: Path = st.session_state[_TRAY]
    given, paths = _given(), in_tray(tray)
    audit.record(home, viewer, "commit", {"files": [path.name for path in paths]})

    def work(progress: data_job.Progress) -> dict[str, Any]:
        try:
            return trial.commit(home, tray, paths, who=viewer.name, **given, progress=progress)
        finally:
            clear(tray)

    data_job.start_writing(home, viewer.name, "commit", work)
    st.session_state[_TRAY] = None
    _drop_tray()


def abandon(home: Home, viewer: Viewer) -> None:
    """Nothing was committed, nothing stays."""
    audit.record(home, viewer, "abandon", {})
    _drop_tray()


def _drop_tray() -> None:
    tray: Path | None = st.session_state.pop(_TRAY, None)
    if tray is not None:
        clear(tray)
    for name in (_JOB, _TRIAL):
        st.session_state.pop(name, None)


def _empty_uploader() -> None:
    """A new one in its place: Streamlit has no way to empty it."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
