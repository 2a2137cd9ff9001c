"""How long work tells how far it is, also within one long step of which nobody knows where it stands."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from foundation.locales import Text

_EVERY_SECONDS = 0.5
#: A step that takes longer than was thought stays short of its end.
_MOST = 0.95
#: Bytes a second with which a file of a kind is about read, cleaned and checked; what is left is corrected
#: with every file that is done.
_TEXT, _BOOK, _OLD = 22e6, 3e6, 4e6
_PACES = {".csv": _TEXT, ".tsv": _TEXT, ".txt": _TEXT, ".xls": _OLD, ".et": _OLD, ".xlsb": _OLD}
#: A child process starts before the first byte is read.
_START_SECONDS = 0.4


class Progress(Protocol):
    """Called with what is being done, how much is done and how much there is (0: not known).

    `done` has a fraction while a single long step is under way.
    """

    def __call__(self, stage: Text, done: float, total: int, /) -> None: ...


def quiet(stage: Text, done: float, total: int, /) -> None:
    """Nobody is watching."""


def reading_seconds(name: str, size: int) -> float:
    """How long a file of this name and size will about take to read."""
    return _START_SECONDS + size / _PACES.get(Path(name).suffix.lower(), _BOOK)


@contextmanager
def step(progress: Progress, stage: Text, done: int, total: int, *, seconds: float) -> Iterator[None]:
    """One step of a stage, told of as it goes on, by the time that it will about take.

    The step itself cannot say where it stands; what a caller raises out of `progress` ends the step.
    """
    over, raised = threading.Event(), list[BaseException]()

    def tick() -> None:
        started = time.monotonic()
        try:
            while not over.wait(_EVERY_SECONDS):
                share = min((time.monotonic() - started) / max(seconds, _EVERY_SECONDS), _MOST)
                progress(stage, done + share, total)
        except BaseException as error:
            # Whoever watches wants no more: said in the thread that does the work.
            raised.append(error)

    progress(stage, done, total)
    ticker = threading.Thread(target=tick, daemon=True, name="progress")
    ticker.start()
    try:
        yield
    finally:
        over.set()
        ticker.join()
    if raised:
        raise raised[0]
