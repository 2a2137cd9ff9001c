"""Terms of the planted officers that differ from their batch's usual ones."""

from __future__ import annotations

from typing import Any

import pandas as pd

from simulation.world import World


def plant_terms(world: World, keys: dict[str, int]) -> None:
    """Terms that differ from the batch's usual ones. Runs before anything is drawn for the others."""
    terms = world.table("terms")
    world.tables["terms"] = [terms]
    _set(
        terms, keys["pending_five_months"], started_on="2023-08-01", ended_on="2025-07-31", state="到期待考核"
    )
    _set(
        terms,
        keys["pending_eight_months"],
        started_on="2023-05-10",
        ended_on="2025-04-30",
        state="到期待考核",
    )
    _set(terms, keys["not_yet_started"], started_on="2026-01-01", ended_on="2027-12-31")
    for case in ("passed_not_renewed", "failed_not_renewed"):
        _again(world, keys[case], "2023-09-20", "2025-09-19", state="到期待考核")
    _again(
        world,
        keys["moved_and_renewed"],
        "2025-05-20",
        "2027-05-19",
        **_new_seat("420600", "襄阳市科协", "模拟产业园Y-77"),
    )
    _again(
        world, keys["two_posts"], "2025-05-20", "2027-05-19",
        **{**_new_seat("420100", "武汉市科协", "模拟产业园Y-62"), "is_renewal": False, "state": "在聘"},
    )  # fmt: skip


def _new_seat(city: str, recommender: str, org: str) -> dict[str, Any]:
    return {"city": city, "recommender": recommender, "recommender_type": "市州科协", "org": org}


def _set(terms: pd.DataFrame, key: int, **values: str) -> None:
    for name, value in values.items():
        terms.loc[terms["officer"] == key, name] = pd.Timestamp(value) if name.endswith("_on") else value


def _again(world: World, key: int, started: str, ended: str, **values: Any) -> None:
    """A later term, like the first one but for its dates and what is given."""
    terms = world.table("terms")
    row = terms[terms["officer"] == key].iloc[[-1]].copy()
    shift = pd.Timestamp(started) - row["started_on"].iloc[0]
    dates = ["recommended_on", "reviewed_on", "notice_from_on", "notice_to_on", "recognised_on"]
    row[dates] = row[dates] + shift
    row["started_on"], row["ended_on"] = pd.Timestamp(started), pd.Timestamp(ended)
    row["term_no"] = row["term_no"] + 1
    row["batch"] = row["recognised_on"].dt.strftime("%Y-%m")
    row["certificate_no"] = row["certificate_no"] + "B"
    row["is_renewal"], row["state"] = True, "续聘"
    for name, value in values.items():
        row[name] = value
    world.add("terms", row)
