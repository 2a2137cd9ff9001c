"""上传与报告: drop files, see what is in them, commit; without new files, where the data stand."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from pages.data import changes, jobs
from pages.data.header_mapping import mapping_block
from pages.data.job_block import changes_of_job, job_progress
from pages.data.report import accounting, report_table, seen_totals
from pages.data.tray import abandon, commit, drop_zone, dry_run_job, preview_job
from refresh.uploads.dry_run import DryRun
from refresh.uploads.preview import FilePreview


def upload(home: Home, viewer: Viewer, lang: Lang, *, when_empty: Callable[[], None]) -> None:
    """The office's drop zone and what is in it; beside it `when_empty` where nothing was dropped."""
    left, right = st.columns([4, 8], gap="small")
    job = jobs.writing_job(home, viewer.name)
    preview = preview_job()
    with left, st.container(border=True, height="stretch", key="upload_block"):
        st.markdown(f"#### {say('data.put_in', lang)}")
        st.caption(say("data.put_in_how", lang))
        drop_zone(home, viewer, lang)
        if preview is not None:
            _tray(home, viewer, preview, lang)
    with right:
        if preview is not None and preview.is_done and preview.result:
            with st.container(border=True, height="stretch", key="report_block"):
                report_table(preview.result, lang)
        elif job is not None:
            with st.container(border=True, height="stretch", key="report_block"):
                job_progress(home, viewer, job, lang)
                changes_of_job(home, viewer, job, lang)
        else:
            when_empty()
    if preview is not None and preview.is_done and preview.result:
        mapping_block(home, viewer, preview.result, lang)
    if preview is not None and preview.is_done and _loadable(preview):
        with st.container(border=True, key="dry_run_block"):
            _dry_run(dry_run_job(home), lang)


def _loadable(preview: jobs.Job) -> list[FilePreview]:
    """Files whose rows a commit would load."""
    return [file for file in preview.result or () if file.status not in ("refused", "unchanged")]


def _dry_run(job: jobs.Job, lang: Lang) -> None:
    """What a commit would change, shown before anything is committed."""
    result: DryRun | None = job.result if job.is_done else None
    if result is None or result.changed is None or result.rows is None:
        st.markdown(f"#### {say('data.dry_run_title', lang)}")
        _no_comparison(job, result, lang)
        return
    st.markdown(f"#### {changes.title(result.changed, result.rows, lang)}")
    st.caption(say("data.dry_run_how" if result.before else "data.dry_run_first", lang))
    left, right = st.columns([5, 7], gap="small")
    with left:
        changes.figures(result.changed, lang)
    with right:
        changes.rows(result.rows, lang, key="dry_run")


def _no_comparison(job: jobs.Job, result: DryRun | None, lang: Lang) -> None:
    """The progress of the dry run, or why it gave nothing to compare."""
    if not job.is_done:
        jobs.progress_box(job, lang)
        st.caption(say("data.dry_run_running", lang))
        return
    error = job.error or (result.error if result else None)
    if error:
        st.error(error.get(lang))


def _tray(home: Home, viewer: Viewer, job: jobs.Job, lang: Lang) -> None:
    """What was read of the tray's files; buttons to commit them or to give them up."""
    jobs.progress_box(job, lang)
    if not job.is_done:
        return
    if job.error is not None:
        st.error(job.error.get(lang))
        return
    seen: list[FilePreview] = job.result
    accounting(*seen_totals(seen)[:3], lang, empty=seen_totals(seen)[3])
    for file in seen:
        if file.corrects:
            st.caption(say("data.corrects", lang, file=file.name, source="、".join(file.corrects)))
    kept = [file for file in seen if file.status != "unchanged"]
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
    elif not _loadable(job):
        st.caption(say("data.refused_kept", lang))
