"""上传与报告: drop files, see what is in them, commit; without new files, where the data stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from pages.data import changes as data_changes
from pages.data import job as data_job
from pages.data.mapping import mapping_block
from pages.data.report import accounting, report_table, seen_totals
from pages.data.tray import abandon, commit, drop_zone, reading, trying
from refresh.dry_run import DryRun
from refresh.preview import Seen


def upload(home: Home, viewer: Viewer, lang: Lang, *, otherwise: Callable[[], None]) -> None:
    """The office's drop zone and what is in it; beside it `otherwise` where nothing was dropped."""
    left, right = st.columns([4, 8], gap="small")
    job = data_job.writing(home, viewer.name)
    tray = reading()
    with left, st.container(border=True, height="stretch", key="upload_block"):
        st.markdown(f"#### {say('data.put_in', lang)}")
        st.caption(say("data.put_in_how", lang))
        drop_zone(home, viewer, lang)
        if tray is not None:
            _tray(home, viewer, tray, lang)
    with right:
        if tray is not None and tray.is_done and tray.result:
            with st.container(border=True, height="stretch", key="report_block"):
                report_table(tray.result, lang)
        elif job is not None:
            with st.container(border=True, height="stretch", key="report_block"):
                working(home, viewer, job, lang)
                _changed(home, viewer, job, lang)
        else:
            otherwise()
    if tray is not None and tray.is_done and tray.result:
        mapping_block(home, viewer, tray.result, lang)
    if tray is not None and tray.is_done and _new(tray):
        with st.container(border=True, key="trial_block"):
            _trial(trying(home), lang)


def _new(read: data_job.Job) -> list[Seen]:
    """Files whose rows a commit would load."""
    return [one for one in read.result or () if one.status not in ("refused", "unchanged")]


def _trial(job: data_job.Job, lang: Lang) -> None:
    """What the commit would change: worked out aside, in sight before anything is committed."""
    found: DryRun | None = job.result if job.is_done else None
    if found is None or found.changed is None or found.rows is None:
        st.markdown(f"#### {say('data.trial_title', lang)}")
        _no_trial(job, found, lang)
        return
    st.markdown(f"#### {data_changes.title(found.changed, found.rows, lang)}")
    st.caption(say("data.trial_how" if found.before else "data.trial_first", lang))
    left, right = st.columns([5, 7], gap="small")
    with left:
        data_changes.figures(found.changed, lang)
    with right:
        data_changes.rows(found.rows, lang, key="trial")


def _no_trial(job: data_job.Job, found: DryRun | None, lang: Lang) -> None:
    """Under way, or why there is nothing to compare."""
    if not job.is_done:
        data_job.progress_box(job, lang)
        st.caption(say("data.trial_running", lang))
        return
    error = job.error or (found.error if found else None)
    if error:
        st.error(error.get(lang))


def _tray(home: Home, viewer: Viewer, job: data_job.Job, lang: Lang) -> None:
    data_job.progress_box(job, lang)
    if not job.is_done:
        return
    if job.error is not None:
        st.error(job.error.get(lang))
        return
    seen: list[Seen] = job.result
    accounting(*seen_totals(seen)[:3], lang, empty=seen_totals(seen)[3])
    for one in seen:
        if one.corrects:
            st.caption(say("data.corrects", lang, file=one.name, source="、".join(one.corrects)))
    kept = [one for one in seen if one.status != "unchanged"]
    with st.container(horizontal=True):
        st.button(
            say("data.commit", lang),
            type="primary",
            key="commit",
            disabled=not kept,
            on_click=commit,
            args=(home, viewer),
        )
        st.button(
            say("data.abandon", lang), type="tertiary", key="abandon", on_click=abandon, args=(home, viewer)
        )
    if not kept:
        st.caption(say("data.nothing_new", lang))
    elif not _new(job):
        st.caption(say("data.refused_kept", lang))


def working_block(home: Home, viewer: Viewer, lang: Lang) -> None:
    """The work that this person began on what is in force, in a block of its own; nothing without any."""
    job = data_job.writing(home, viewer.name)
    if job is not None:
        with st.container(border=True, key="job_block"):
            working(home, viewer, job, lang)


def working(home: Home, viewer: Viewer, job: data_job.Job, lang: Lang) -> None:
    """Work on what is in force: its progress, then what came of it."""
    if not job.is_done:
        st.markdown(f"#### {say(f'data.doing_{job.name}', lang)}")
        data_job.progress_box(job, lang)
        st.caption(say("data.old_in_sight", lang))
        return
    st.markdown(f"#### {say(f'data.done_{job.name}', lang)}")
    error = _error(job, lang)
    if error:
        st.error(error)
    elif job.name == "commit":
        _committed(job.result, lang)
    else:
        st.markdown(say("data.done_how", lang))
    st.button(
        say("data.close", lang),
        key="close_job",
        type="tertiary",
        on_click=data_job.forget,
        args=(home, viewer.name),
    )


def _changed(home: Home, viewer: Viewer, job: data_job.Job, lang: Lang) -> None:
    """The numbers and rows that the work changed, once it is done."""
    if job.is_done and isinstance(job.result, dict) and _error(job, lang) is None:
        before, after = job.result["previous"], job.result["snapshot"]
        data_changes.between(home, viewer, before, after, lang, key="job")


def _error(job: data_job.Job, lang: Lang) -> str | None:
    if job.error is not None:
        return job.error.get(lang)
    if isinstance(job.result, dict) and job.result.get("error"):
        return str(job.result[f"error_{lang}"])
    return None


def _committed(report: dict[str, Any], lang: Lang) -> None:
    totals = report["totals"]
    accounting(totals["rows_read"], totals["rows_loaded"], totals["rows_quarantined"], lang)
    refused = [file["file"] for file in report["files"] if file["status"] == "refused"]
    if refused:
        st.markdown(say("data.refused", lang, files="、".join(refused)))
    for file in report["files"]:
        for one in file["corrects"]:
            before, after = one["before"], one["after"]
            if before and after:
                words = {f"{name}_before": before[name] for name in before} | after
                st.markdown(say("data.corrected", lang, file=file["file"], source=one["file"], **words))
    st.caption(say("data.published", lang, snapshot=(report["snapshot"] or "")[:7]))
