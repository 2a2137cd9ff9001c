"""What the generator's modules share: the persons, their rows so far, and a random stream for each module."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

#: Modules draw from streams of their own, so that a change in one leaves the others' draws as they were.
STREAMS = ("people", "careers", "planted", "reminders", "acts", "supply", "matching", "office", "mistakes")


@dataclass
class World:
    """One invented province while it is being made.

    persons: one row a person, index = key (0, 1, …), columns of the sheet `officers` plus
        batch (0–5), unit, channel, recommender, recommender_type, planted (case id or "").
    tables: sheet id → rows; officers are person keys (int), dates datetime64, yes/no booleans.
    kinds: year → latent behaviour of each person ("P" starts by himself often, "R" sometimes,
        "A" answers, "Q" does nothing, "L" cannot be reached). No file holds it.
    spells: kept by careers.in_service.
    """

    seed: int
    persons: pd.DataFrame = field(default_factory=pd.DataFrame)
    kinds: dict[int, np.ndarray[Any, Any]] = field(default_factory=dict)
    tables: dict[str, list[pd.DataFrame]] = field(default_factory=dict)
    spells: Any = None

    def random(self, stream: str) -> np.random.Generator:
        return np.random.default_rng([self.seed, STREAMS.index(stream)])

    def add(self, sheet: str, rows: pd.DataFrame | dict[str, Any] | list[dict[str, Any]]) -> None:
        """More rows of a sheet: a frame, columns, or rows."""
        frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(rows)
        if len(frame):
            self.tables.setdefault(sheet, []).append(frame)

    def table(self, sheet: str) -> pd.DataFrame:
        """All rows of a sheet so far, in the order in which they were made; a frame of the caller's own."""
        frames = self.tables.get(sheet, [])
        if len(frames) > 1:
            frames = self.tables[sheet] = [pd.concat(frames, ignore_index=True)]
        return frames[0].copy() if frames else pd.DataFrame()

    @property
    def is_planted(self) -> np.ndarray[Any, Any]:
        return (self.persons["planted"] != "").to_numpy()


def where(condition: Any, yes: Any, otherwise: Any) -> Any:
    """`np.where` for cells of any kind: text beside None, dates beside NaT."""
    return np.where(condition, yes, otherwise)
