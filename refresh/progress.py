"""How long work tells how far it is."""

from __future__ import annotations

from typing import Protocol

from foundation.locales import Text


class Progress(Protocol):
    """Called with what is being done, how much is done and how much there is (0: not known)."""

    def __call__(self, stage: Text, done: int, total: int, /) -> None: ...


def quiet(stage: Text, done: int, total: int, /) -> None:
    """Nobody is watching."""
