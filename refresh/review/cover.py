"""The lines under the title of a return workbook's cover: which file, what is wrong, what to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from foundation.locales import say
from foundation.warehouse.snapshots import Snapshot


@dataclass(frozen=True)
class About:
    """The file that goes back, as its sender knows it."""

    file: str
    sender: str
    received_on: dt.date
    is_simulated: bool


def of_issues(about: About, snapshot: Snapshot, *, issues: int, held: int) -> tuple[str, ...]:
    """A file that loaded, with `issues` cells to look at and `held` rows kept back."""
    stamp = say("returns.cover_stamp", "zh", snapshot=snapshot.id[:12], rules=snapshot.meta["rules_version"])
    counts = say("returns.cover_counts", "zh", issues=issues, held=held)
    return _lines(about, counts, *_paragraph("returns.cover_how"), stamp)


def of_refusal(about: About, *, is_readable: bool) -> tuple[str, ...]:
    """A file that was refused. is_readable: its cells are in the workbook; else the cover is all there is."""
    key = "returns.cover_how_refused" if is_readable else "returns.cover_how_unreadable"
    return _lines(about, say("returns.cover_refused", "zh"), *_paragraph(key))


def _lines(about: About, *lines: str) -> tuple[str, ...]:
    received_on = about.received_on.isoformat()
    first = say("returns.cover_file", "zh", file=about.file, sender=about.sender, received_on=received_on)
    simulated = (say("returns.cover_simulated", "zh"),) if about.is_simulated else ()
    return (*simulated, first, *lines)


def _paragraph(key: str) -> list[str]:
    return say(key, "zh").strip().split("\n")
