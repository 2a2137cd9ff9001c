"""Jobs that change what is in force, as the page shows them: progress, result, error."""

from __future__ import annotations

from typing import Any

import streamlit as st

from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from pages.data import changes, jobs
from pages.data.report import accounting


def job_block(home: Home, viewer: Viewer, lang: Lang) -> None:
    """The job that this person started last, in a block of its own; nothing without one."""
    job = jobs.writing_job(home, viewer.name)
    if job is not None:
        with st.container(border=True, key="job_block"):
            job_progress(home, viewer, job, lang)


def job_progress(home: Home, viewer: Viewer, job: jobs.Job, lang: Lang) -> None:
    """A job's progress, then its result or its error, with a button that closes it."""
    if not job.is_done:
        st.markdown(f"#### {say(f'data.doing_{job.name}', lang)}")
        jobs.progress_box(job, lang)
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
        on_click=jobs.forget,
        args=(home, viewer.name),
    )


def changes_of_job(home: Home, viewer: Viewer, job: jobs.Job, lang: Lang) -> None:
    """The numbers and rows that a finished job changed."""
    if job.is_done and isinstance(job.result, dict) and _error(job, lang) is None:
        before, after = job.result["previous"], job.result["snapshot"]
        changes.between(home, viewer, before, after, lang, key="job")


def _error(job: jobs.Job, lang: Lang) -> str | None:
    """Why the job, or the build within it, failed; None where it did not."""
    if job.error is not None:
        return job.error.get(lang)
    if isinstance(job.result, dict) and job.result.get("error"):
        return str(job.result[f"error_{lang}"])
    return None


def _committed(report: dict[str, Any], lang: Lang) -> None:
    """The accounting of a commit, what was refused, and what corrected files changed."""
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
