"""What all files of one world share: names, seats, the unit that holds a row; titles in place of numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from simulation.people import NON_CITY
from simulation.province import officers_sheet
from simulation.workbooks.render import Names
from simulation.world import World, where


@dataclass
class Sending:
    """Everything needed to write all files of one world."""

    world: World
    folder: Path
    names: Names = field(init=False)
    roster: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        self.rng = self.world.random("mistakes")
        terms = self.world.table("terms")
        terms["file"] = where(
            terms["recommender_type"].isin(["市州科协", "县市区科协"]), terms["city"], NON_CITY
        )
        self.terms = terms
        seats = {(int(r.officer), str(r.file)): str(r.org) for r in _each(terms)}
        self.names = Names(self.world.persons, seats)
        self.roster = officers_sheet(self.world)
        self.roster["is_safe"] = ~self.world.is_planted

    def file_of(self, frame: pd.DataFrame, day: str | None) -> pd.Series:
        """The unit whose file holds each row: of the officer's term in force (else his first) on that day."""
        rows = pd.DataFrame(
            {"officer": frame["officer"].astype("float"), "day": frame[day] if day else pd.NaT}
        )
        rows["at"] = range(len(rows))
        terms = self.terms[["officer", "started_on", "file"]].astype({"officer": float})
        joined = rows.merge(terms, on="officer").sort_values(["at", "started_on"], kind="stable")
        begun = joined[joined["started_on"] <= joined["day"]].drop_duplicates("at", keep="last")
        first = joined.drop_duplicates("at")
        chosen = first.set_index("at")["file"]
        chosen.update(begun.set_index("at")["file"])
        return chosen.reindex(range(len(rows)))


def _each(frame: Any) -> Any:
    return frame.itertuples()


def by_title(world: World, frame: pd.DataFrame) -> pd.DataFrame:
    """References to demands, achievements, experts, classes as people write them: by name, not by number."""
    frame = frame.copy()
    demands = world.table("demands").set_index("demand_no")
    achievements = world.table("achievements").set_index("achievement_no")
    experts = world.table("experts").set_index("expert_no")
    if "demand" in frame:
        frame["demand"] = frame["demand"].map(demands["title"] + "（" + demands["enterprise"] + "）")
    if "achievement" in frame:
        frame["achievement"] = frame["achievement"].map(achievements["title"])
    if "expert" in frame:
        frame["expert"] = frame["expert"].map(experts["name"] + "（" + experts["org"] + "）")
    if "training" in frame:
        frame["training"] = frame["training"].map(world.table("trainings").set_index("training_no")["title"])
    return frame
