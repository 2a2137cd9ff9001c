"""Terms of two years, renewals (65 %), exits, moves, leaves, assessments, and how each officer behaves."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from simulation.behaviour import behave
from simulation.seasons import Bools, Days
from simulation.world import World, where

Keys = np.ndarray[Any, np.dtype[np.int64]]

#: Batch → recognised on, term starts on (one November officer starts with the new year, see planted.py).
STARTS = (
    ("2021-09-10", "2021-09-20"), ("2022-06-08", "2022-06-15"), ("2023-05-10", "2023-05-16"),
    ("2024-06-12", "2024-06-20"), ("2025-05-14", "2025-05-20"), ("2025-11-12", "2025-11-18"),
)  # fmt: skip
RENEWED = 0.65
TERM_YEARS = 2


def make_careers(world: World) -> None:
    """Fill the latent behaviours, then the sheets `terms`, `leaves`, `changes`, `assessments`."""
    rng = world.random("careers")
    behave(world, rng)
    terms = _terms(world, rng)
    world.add("terms", terms)
    _assess(world, rng, terms)
    _leaves(world, rng)


def _terms(world: World, rng: np.random.Generator) -> pd.DataFrame:
    """First terms of all; then, batch by batch, renewals of 65 % (twice for the first batch)."""
    batch = world.persons["batch"].to_numpy()
    frames = []
    for number, first in enumerate(STARTS):
        keys = np.flatnonzero(batch == number)
        recognised, started, term_no = *first, 1
        while len(keys):
            frame = _one_term(world, rng, keys, recognised=recognised, started=started, term_no=term_no)
            frames.append(frame)
            ended = frame["ended_on"].iloc[0]
            if ended >= pd.Timestamp("2025-12-31"):
                break
            renewed = _renewed(world, rng, keys, year=ended.year)
            _exits(world, rng, frame, renewed=renewed)
            keys, term_no = renewed, term_no + 1
            started = str((ended + pd.Timedelta(days=1)).date())
            recognised = str((ended - pd.Timedelta(days=12)).date())
    terms = pd.concat(frames, ignore_index=True)
    _leave_early(world, rng, terms)
    return terms


def _one_term(
    world: World, rng: np.random.Generator, keys: Keys, *, recognised: str, started: str, term_no: int
) -> pd.DataFrame:
    persons = world.persons.loc[keys]
    start, recognised_on = pd.Timestamp(started), pd.Timestamp(recognised)
    year = recognised_on.year
    return pd.DataFrame(
        {
            "officer": keys,
            "term_no": term_no,
            "batch": recognised[:7],
            "category": persons["category"].to_numpy(),
            "org": persons["org"].to_numpy(),
            "city": persons["city"].to_numpy(),
            "field": persons["field"].to_numpy(),
            "recommender": persons["recommender"].to_numpy(),
            "recommended_on": recognised_on - pd.to_timedelta(rng.integers(35, 60, len(keys)), unit="D"),
            "recommender_type": persons["recommender_type"].to_numpy(),
            "recognised_by": "省科协",
            "doc_no": f"鄂科协模拟〔{year}〕{recognised_on.month + 10}号",
            "certificate_no": [f"KCLL{year}{term_no}{k + 1:05d}" for k in keys],
            "is_renewal": term_no > 1,
            "reviewed_on": recognised_on - pd.Timedelta(days=25),
            "notice_from_on": recognised_on - pd.Timedelta(days=15),
            "notice_to_on": recognised_on - pd.Timedelta(days=9),
            "objection": "无",
            "recognised_on": recognised_on,
            "started_on": start,
            "ended_on": start + pd.DateOffset(years=TERM_YEARS) - pd.Timedelta(days=1),
            "state": "续聘" if term_no > 1 else "在聘",
            "left_on": pd.NaT,
            "exit_reason": None,
            "is_law_abiding": True,
            "is_devoted": True,
            "is_able": rng.random(len(keys)) < 0.96,
            "is_stable": rng.random(len(keys)) < 0.93,
            "has_certificate": (persons["cert_type"] != "无").to_numpy(),
            "has_org_support": rng.random(len(keys)) < 0.9,
        }
    )


def _renewed(world: World, rng: np.random.Generator, keys: Keys, *, year: int) -> Keys:
    """65 % of those whose term ends, the silent less often. Terms of planted officers are in `planted`."""
    ordinary = keys[~world.is_planted[keys]]
    silent = np.isin(world.kinds[year][ordinary], ["Q", "L"])
    order = np.argsort(rng.random(len(ordinary)) + 0.35 * silent, kind="stable")
    return np.sort(ordinary[order[: round(RENEWED * len(keys))]])


def _exits(world: World, rng: np.random.Generator, frame: pd.DataFrame, *, renewed: Keys) -> None:
    """Of those not renewed: some are written down as gone, the rest only end (those of 2025 are pending)."""
    gone = ~frame["officer"].isin(renewed) & ~frame["officer"].map(world.persons["planted"]).ne("")
    ended = frame["ended_on"].iloc[0]
    if ended > pd.Timestamp("2025-06-30"):
        frame.loc[gone, "state"] = "到期待考核"
        return
    leaves = gone & (rng.random(len(frame)) < 0.6)
    frame.loc[leaves, "state"] = "退出"
    frame.loc[leaves, "left_on"] = ended + pd.to_timedelta(rng.integers(5, 80, leaves.sum()), unit="D")
    reasons = ["任务繁重", "岗位变动", "失联", "认识不足", "本人申请"]
    frame.loc[leaves, "exit_reason"] = rng.choice(reasons, leaves.sum())


def _leave_early(world: World, rng: np.random.Generator, terms: pd.DataFrame) -> None:
    """About two in a hundred leave before their term ends; the change of post is recorded."""
    planted = terms["officer"].map(world.persons["planted"]).ne("")
    last = ~terms.duplicated("officer", keep="last")
    running = last & ~planted & terms["left_on"].isna() & (terms["started_on"] < pd.Timestamp("2025-05-01"))
    running &= terms["ended_on"] > pd.Timestamp("2025-12-31")
    leaves = terms.index[running & (rng.random(len(terms)) < 0.018)]
    left_on = pd.Timestamp("2025-02-20") + pd.to_timedelta(rng.integers(0, 290, len(leaves)), unit="D")
    terms.loc[leaves, "left_on"] = left_on
    terms.loc[leaves, ["state", "exit_reason"]] = ["退出", "岗位变动"]
    kinds = rng.choice(["岗位调整", "单位调动", "退休", "离职"], len(leaves))
    people = terms.loc[leaves, "officer"].to_numpy()
    world.add(
        "changes",
        {
            "officer": people,
            "changed_on": left_on,
            "kind": kinds,
            "from_org": world.persons.loc[people, "org"].to_numpy(),
            "to_org": None,
            "note": "不再从事科技服务工作",
        },
    )


def _assess(world: World, rng: np.random.Generator, terms: pd.DataFrame) -> None:
    """Terms that ended: the renewed passed, some of the others failed, some were never assessed."""
    ended = terms[
        (terms["ended_on"] < pd.Timestamp("2025-12-31"))
        & ~terms["officer"].map(world.persons["planted"]).ne("")
    ]
    renewed = ended["officer"].isin(terms.loc[terms["is_renewal"], "officer"]) & (
        ended["term_no"] < ended["officer"].map(terms.groupby("officer")["term_no"].max())
    )
    pending = (ended["ended_on"] > pd.Timestamp("2025-06-30")) & ~renewed
    draw = rng.random(len(ended))
    assessed = renewed | (draw < where(pending, 0.22, 0.5))
    score = where(renewed, rng.integers(62, 97, len(ended)), rng.integers(35, 66, len(ended)))
    rows = ended[assessed]
    points = score[assessed.to_numpy()]
    world.add(
        "assessments",
        {
            "officer": rows["officer"].to_numpy(),
            "term_no": rows["term_no"].to_numpy(),
            "assessed_on": (rows["ended_on"] + pd.Timedelta(days=20)).to_numpy(),
            "rules_version": "2023.1",
            "score": points.astype(float),
            "grade": np.select(
                [points >= 88, points >= 60, points >= 45], ["优秀", "合格", "基本合格"], "不合格"
            ),
            "self_opinion": "同意",
            "org_opinion": "同意",
            "recommender_opinion": "同意",
            "appeal": None,
            "appeal_result": None,
        },
    )


def _leaves(world: World, rng: np.random.Generator) -> None:
    """A dozen or so officers pause for some months; no reason is kept."""
    n = len(world.persons)
    keys = np.flatnonzero((rng.random(n) < 0.028) & ~world.is_planted)
    first = np.datetime64("2023-03-01") + rng.integers(0, 1000, len(keys))
    last = first + rng.integers(60, 300, len(keys))
    world.add("leaves", {"officer": keys, "from_on": first, "to_on": last})


def in_service(world: World, keys: Keys, days: Days) -> Bools:
    """Whether each person is within a term and not on leave on that day (element-wise).

    Nobody acts in the half year in which a term waits for its assessment but for the pending of 2025.
    """
    if world.spells is None:
        world.spells = (_term_spells(world), _leave_spells(world))
    day = np.asarray(days, dtype="datetime64[D]")[:, None]
    (start, end), (away, back) = world.spells
    inside = (start[keys] <= day) & (day <= end[keys])
    absent = (away[keys] <= day) & (day <= back[keys])
    serves: Bools = inside.any(axis=1) & ~absent.any(axis=1)
    return serves


def _term_spells(world: World) -> tuple[Days, Days]:
    terms = world.table("terms")
    graded = world.table("assessments")
    failed = terms["officer"].isin(graded.loc[graded["grade"] == "不合格", "officer"])
    grace = where((terms["state"] == "到期待考核") & ~failed, 150, 0)
    end = terms["ended_on"] + pd.to_timedelta(grace, unit="D")
    left = terms["left_on"] - pd.Timedelta(days=1)
    return _by_person(world, terms["officer"], terms["started_on"], left.where(left < end, end))


def _leave_spells(world: World) -> tuple[Days, Days]:
    leaves = world.table("leaves")
    return _by_person(world, leaves["officer"], leaves["from_on"], leaves["to_on"])


def _by_person(world: World, officer: pd.Series, first: pd.Series, last: pd.Series) -> tuple[Days, Days]:
    """Spells as two tables person × n-th spell; what is not filled never begins."""
    nth = officer.groupby(officer).cumcount()
    shape = (len(world.persons), int(nth.max()) + 1)
    start = np.full(shape, np.datetime64("2999-01-01"))
    end = np.full(shape, np.datetime64("1900-01-01"))
    start[officer, nth] = first.to_numpy().astype("datetime64[D]")
    end[officer, nth] = last.to_numpy().astype("datetime64[D]")
    return start, end
