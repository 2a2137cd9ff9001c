"""Answers of people to the questions of the snapshot: checked, written to the decision log, then built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data_ingest.records import repeats
from data_ingest.sheets import SHEETS
from data_ingest.tables.people import join_person
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from foundation.warehouse.statements import named
from refresh.decisions.in_effect import subject

_SQL = named(Path(__file__).with_suffix(".sql"))
PAIRS = ("duplicate", "namesakes")
REPEAT = "repeat"
#: Words that people write for the two answers to a pair.
SAME = frozenset(
    {"same", "same_person", "同一人", "同一个人", "是", "是同一人", "合并", "同一条", "同一行", "yes", "y"}
)
DIFFERENT = frozenset(
    {
        "different",
        "different_person",
        "不同人",
        "两个人",
        "不是",
        "否",
        "不是同一人",
        "两条",
        "不是同一条",
        "no",
        "n",
    }
)


@dataclass(frozen=True)
class DecisionEntry:
    """One entry of the decision log, as `data_ingest.identity.past_answers` reads it."""

    kind: str
    body: Mapping[str, Any]


def questions(snapshot: Snapshot) -> list[dict[str, Any]]:
    """All open questions: pairs first, then references with the most rows waiting."""
    return snapshot.rows(_SQL["questions"])


def answer_to(question: Mapping[str, Any], given: str) -> DecisionEntry | None:
    """The answer in the log's terms: same, different, or the candidate meant; None for what fits neither."""
    word = given.strip()
    if question["kind"] in PAIRS:
        kind = "same_person" if word in SAME else "different_person" if word in DIFFERENT else None
        a, b = question["candidates"]
        return DecisionEntry(kind, {"a": a, "b": b}) if kind else None
    if question["kind"] == REPEAT:
        kind = repeats.SAME if word in SAME else repeats.DIFFERENT if word in DIFFERENT else None
        a, b = question["candidates"]
        return DecisionEntry(kind, {"table": question["table"], "a": a, "b": b}) if kind else None
    if not word:
        return None
    named = dict(zip(question["labels"], question["candidates"], strict=True)).get(word, word)
    where = {"sha256": question["sha256"]} if question["sha256"] else {}
    if question["kind"] == "person":
        return DecisionEntry("is_person", {"text": question["text"], "person": named, **where})
    refers_to = SHEETS[question["table"]].by_name[question["column_name"]].refers_to
    return DecisionEntry(
        "is_row", {"refers_to": refers_to, "text": question["text"], "number": named, **where}
    )


def known_persons(snapshot: Snapshot) -> dict[str, str]:
    """姓名（单位） → person_id of every person, sorted by name."""
    rows = snapshot.cursor().execute(_SQL["persons"]).fetchall()
    return {join_person(name, org): person_id for person_id, name, org in rows}


def write_down(home: Home, answers: Iterable[DecisionEntry], *, who: str) -> int:
    """Append those that say something new; how many. The next build takes them into account."""
    last = {subject(d.kind, d.body): (d.kind, d.body) for d in ledger.decisions(home)}
    count = 0
    for answer in answers:
        body = dict(answer.body)
        if last.get(subject(answer.kind, body)) == (answer.kind, body):
            continue
        ledger.decide(home, answer.kind, body, who=who)
        last[subject(answer.kind, body)] = (answer.kind, body)
        count += 1
    return count


def waiting(home: Home, snapshot: Snapshot | None) -> int:
    """How many decisions were written down after the snapshot in force was built."""
    entries = ledger.snapshots(home)
    built = next((e for e in reversed(entries) if snapshot and e.snapshot_id == snapshot.id), None)
    return len(ledger.decisions(home)) - (built.inputs["decisions"] if built else 0)
