"""Progress on stderr: what, how far, how fast, how long still."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from foundation.locales import Text
from refresh.progress import Progress
from service.cli.terminal import LANG, cli_text, console, print_stderr

#: Without a terminal a line now and then is enough.
_LINE_EVERY_SECONDS = 2.0


@contextmanager
def progress_display() -> Iterator[Progress]:
    """A progress display for one command: a bar in a terminal, lines elsewhere."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(is_error=True), transient=True) as bars:
        tasks: dict[str, tuple[int, float]] = {}

        def update(stage: Text, done: float, total: int, /) -> None:
            name = stage.get(LANG)
            if name not in tasks:
                tasks[name] = (int(bars.add_task(name, total=total or None, rate="")), time.monotonic())
            task, started = tasks[name]
            bars.update(bars.task_ids[task], completed=done, total=total or None, rate=rate(done, started))

        yield update


def rate(done: float, started: float) -> str:
    """`3.1/秒` since `started`; empty before there is anything to tell."""
    seconds = time.monotonic() - started
    return cli_text("rate", rate=f"{done / seconds:.1f}") if done and seconds > 0.5 else ""


class _Lines:
    """One line at the start of a stage, one every two seconds, one at its end."""

    def __init__(self) -> None:
        self._stage = ""
        self._started = self._printed_at = 0.0

    def __call__(self, stage: Text, done: float, total: int, /) -> None:
        now, name = time.monotonic(), stage.get(LANG)
        if name != self._stage:
            self._stage, self._started, self._printed_at = name, now, 0.0
        if now - self._printed_at < _LINE_EVERY_SECONDS and done < total:
            return
        self._printed_at = now
        left = (now - self._started) / done * (total - done) if done else 0.0
        parts = [name]
        if total:
            parts += [f"{int(done)}/{total}", rate(done, self._started)]
        if left >= 1:
            parts.append(cli_text("time_left", seconds=round(left)))
        print_stderr(" · ".join(p for p in parts if p))
