"""Background jobs: work that outlasts a rerun runs in a thread; its progress and its result are kept.

A page may be left, reloaded or closed meanwhile: the job goes on, and the old snapshot stays in force.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from foundation.locales import Lang, Text, say, text
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from refresh import BuildError
from refresh.commands import UnknownFileError
from refresh.progress import Progress

_EVERY_SECONDS = 0.6


@dataclass
class Job:
    """One job. result: what its work returned; error: why it failed. done, total: progress within `stage`."""

    name: str
    result: Any = None
    error: Text | None = None
    is_done: bool = False
    stage: Text | None = None
    done: float = 0
    total: int = 0
    stage_started: float = field(default_factory=time.monotonic)

    def __call__(self, stage: Text, done: float, total: int, /) -> None:
        """Take over progress; called from the thread of the work (`refresh.progress.Progress`)."""
        if stage != self.stage:
            self.stage, self.stage_started = stage, time.monotonic()
        self.done, self.total = done, total

    def line(self, lang: Lang) -> str:
        """The progress in words: `计算指标模型 · 12/33 · 8.1/秒 · 还需约 3 秒`."""
        seconds = time.monotonic() - self.stage_started
        parts = [self.stage.get(lang) if self.stage else say("data.starting", lang)]
        if self.total:
            parts.append(f"{int(self.done):,}/{self.total:,}")
        if self.done and seconds > 1:
            parts.append(say("data.rate", lang, rate=f"{self.done / seconds:,.1f}"))
            left = seconds / self.done * (self.total - self.done)
            parts += [say("data.time_left", lang, seconds=round(left))] if left >= 1 else []
        return " · ".join(parts)


#: The last job that writes to a home, by home and person: a reloaded page finds it again.
_writing: dict[tuple[str, str], Job] = {}


def start(home: Home, name: str, work: Callable[[Progress], Any]) -> Job:
    """Start the work in a thread of its own and return at once."""
    job = Job(name)
    threading.Thread(target=_run, args=(home, job, work), daemon=True, name=f"data {name}").start()
    return job


def start_writing(home: Home, who: str, name: str, work: Callable[[Progress], Any]) -> Job:
    """Start work that changes what is in force and remember it as this person's last."""
    job = _writing[str(home.root), who] = start(home, name, work)
    return job


def writing_job(home: Home, who: str) -> Job | None:
    """The job that this person started last, running or done."""
    return _writing.get((str(home.root), who))


def forget(home: Home, who: str) -> None:
    """Forget this person's last job: its result has been read."""
    _writing.pop((str(home.root), who), None)


def _run(home: Home, job: Job, work: Callable[[Progress], Any]) -> None:
    try:
        job.result = work(job)
    except (BuildError, UnknownFileError) as error:
        job.error = error.reason
    except Exception as error:
        # A fault of the program: a code on the page, the traceback in the log.
        job.error = text("data.job_failed").format(code=write_down(home, f"page {job.name}", error))
    finally:
        job.is_done = True


def progress_box(job: Job, lang: Lang) -> None:
    """A progress bar that redraws itself; reruns the whole page once when the job is done."""

    @st.fragment(run_every=_EVERY_SECONDS)
    def bar() -> None:
        if job.is_done:
            st.rerun()
        share = min(job.done / job.total, 1.0) if job.total else 0.0
        st.progress(share, text=job.line(lang))

    if not job.is_done:
        bar()
