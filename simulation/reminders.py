"""Personal reminders four times a year, chasers a week later, who answers them and how; group notices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from simulation.careers import Keys, in_service
from simulation.seasons import LAST_DAY, YEARS, draw_days, next_working_day
from simulation.world import World, where

#: Month → topic; four units ask for suggestions instead of demands in September.
ROUNDS = {3: "需求挖掘", 6: "成果报送", 9: "需求挖掘", 11: "工作小结"}
ASKS_OPINION = ("420200", "421000", "421300", "422800")
#: Units that send no reminder records; what the second one files says itself whether it was asked for.
SILENT_UNITS = ("429005", "429006")
SAYS_ITSELF = "429006"
#: Of the bodies that recommended 非市州推荐 officers, one in four keeps no reminder records.
KEEPS_RECORDS = 0.75
ANSWERS = {"P": 0.84, "R": 0.78, "A": 0.76, "Q": 0.0, "L": 0.0}
#: Answering has become more usual, year after year.
HABIT = {2021: 0.86, 2022: 0.9, 2023: 0.93, 2024: 0.95, 2025: 0.98}
CAMPAIGN_YEARS = (2022, 2024, 2025)
#: Topic → share of the answers that come with something filed.
FILES = {"需求挖掘": 0.25, "成果报送": 0.5, "工作小结": 0.92, "意见征集": 0.6}
FILED = {"需求挖掘": "demand", "成果报送": "achievement", "工作小结": "summary", "意见征集": "suggestion"}


@dataclass(frozen=True)
class Round:
    """One unit's reminder of one month: sent on, due on (or not said), topic, whether it is written down."""

    sent: np.datetime64
    due: np.datetime64 | None
    topic: str
    is_recorded: bool


def make_reminders(world: World) -> None:
    """Fill `reminders` and, in `_filed`, what was filed in answer."""
    rng = world.random("reminders")
    persons = world.persons
    senders = persons["unit"].where(persons["unit"] != "non_city", persons["recommender"]).to_numpy()
    bodies = sorted(set(senders[persons["unit"] == "non_city"]))
    recording = {b: rng.random() < KEEPS_RECORDS for b in bodies}
    for year in YEARS:
        for month, usual in ROUNDS.items():
            if (year, month) < (2021, 11):
                continue
            for sender in sorted(set(senders)):
                topic = "意见征集" if month == 9 and sender in ASKS_OPINION else usual
                reminder = _round(rng, year, month, topic, recording.get(sender, sender not in SILENT_UNITS))
                keys = np.flatnonzero((senders == sender) & ~world.is_planted)
                _send(world, rng, keys, reminder)
    _notices(world)


def _round(rng: np.random.Generator, year: int, month: int, topic: str, is_recorded: bool) -> Round:
    sent = next_working_day(np.array([np.datetime64(f"{year}-{month:02d}-{int(rng.integers(3, 12)):02d}")]))[
        0
    ]
    due = sent + np.timedelta64(int(rng.integers(25, 31)), "D") if rng.random() < 0.86 else None
    return Round(sent=sent, due=due, topic=topic, is_recorded=is_recorded)


def _send(world: World, rng: np.random.Generator, keys: Keys, reminder: Round) -> None:
    """One reminder to each of the officers serving, answered or chased."""
    keys = keys[in_service(world, keys, np.full(len(keys), reminder.sent))]
    if not len(keys):
        return
    year = int(str(reminder.sent)[:4])
    kinds = world.kinds[year][keys]
    chance = np.array([ANSWERS[k] for k in kinds]) * HABIT[year]
    answers = rng.random(len(keys)) < chance
    answered = _answer_days(rng, len(keys), reminder)
    answers &= answered <= LAST_DAY
    files = answers & (rng.random(len(keys)) < FILES[reminder.topic])
    _file(world, rng, keys[files], answered[files], reminder)
    if reminder.is_recorded:
        is_noted = answers & (~files | (rng.random(len(keys)) < 0.7))
        _rows(world, rng, keys, answered, is_noted=is_noted, answers=answers, reminder=reminder)


def _answer_days(rng: np.random.Generator, size: int, reminder: Round) -> Any:
    """Half of the answers in the last three days before the due day, the others spread over the rest."""
    last = reminder.due if reminder.due is not None else reminder.sent + np.timedelta64(20, "D")
    late = last - rng.integers(0, 3, size)
    early = draw_days(rng, np.full(size, reminder.sent + 1), np.full(size, last - np.timedelta64(3, "D")))
    return where(rng.random(size) < 0.5, late, early)


def _file(world: World, rng: np.random.Generator, keys: Keys, days: Any, reminder: Round) -> None:
    what = FILED[reminder.topic]
    times = (
        1 + (rng.random(len(keys)) < 0.28) if what in ("demand", "achievement") else np.ones(len(keys), int)
    )
    world.add(
        "_filed",
        {
            "officer": np.repeat(keys, times),
            "day": np.repeat(days, times),
            "what": what,
            "is_prompted": True,
            "is_campaign": False,
            "due": reminder.due if reminder.due is not None else np.datetime64("NaT"),
        },
    )


def _rows(
    world: World,
    rng: np.random.Generator,
    keys: Keys,
    answered: Any,
    *,
    is_noted: Any,
    answers: Any,
    reminder: Round,
) -> None:
    """The first reminder of each, and a chaser a week later to those who have not answered by then."""
    chased_on = next_working_day(np.array([reminder.sent + np.timedelta64(7, "D")]))[0]
    is_chased = ~answers | (answered >= chased_on)
    delivered = rng.random(len(keys)) >= 0.03
    nothing = np.datetime64("NaT")
    due = reminder.due if reminder.due is not None else nothing
    first = pd.DataFrame({"officer": keys, "sent_on": reminder.sent, "topic": reminder.topic})
    first["channel"] = _channels(rng, len(keys))
    first["is_chaser"] = False
    first["due_on"] = due
    first["is_delivered"] = where(delivered | answers, True, False)
    first["answered_on"] = where(is_noted & ~is_chased, answered, nothing)
    second = first[is_chased].assign(sent_on=chased_on, is_chaser=True, is_delivered=True)
    second["channel"] = _channels(rng, len(second))
    second["answered_on"] = where(is_noted, answered, nothing)[is_chased]
    world.add("reminders", pd.concat([first, second], ignore_index=True))


def _channels(rng: np.random.Generator, size: int) -> Any:
    return rng.choice(["QQ群", "微信", "电话", "短信"], size, p=[0.7, 0.12, 0.1, 0.08])


def _notices(world: World) -> None:
    """Notices to groups: the December campaign to all, training calls, a city's own call for demands."""
    rows = [
        notice(
            "全省",
            f"{year}-12-01",
            "成果报送",
            due=f"{year}-12-31",
            is_campaign=True,
            due_count=400,
            done_count=170,
        )
        for year in CAMPAIGN_YEARS
    ]
    rows += [notice("全省", f"{y}-05-10", "培训通知", due=f"{y}-05-25") for y in (2022, 2023, 2024, 2025)]
    rows += [notice("A类", f"{y}-10-16", "培训通知", due=f"{y}-10-27") for y in (2023, 2024, 2025)]
    rows.append(notice("咸宁", "2025-04-07", "需求挖掘", due="2025-04-28", due_count=13, done_count=4))
    rows.append(notice("武汉、B类", "2025-11-12", "意见征集", due="2025-11-28"))
    world.add("reminders", rows)


def notice(
    audience: str, sent: str, topic: str, *, due: str, is_campaign: bool = False, **counts: int
) -> dict[str, Any]:
    """A notice to everybody whom `audience` names."""
    return {
        "audience": audience,
        "sent_on": np.datetime64(sent),
        "topic": topic,
        "channel": "QQ群",
        "is_chaser": False,
        "is_campaign": is_campaign,
        "due_on": np.datetime64(due),
        **counts,
    }
