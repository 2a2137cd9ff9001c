"""Answers of people to the questions of the snapshot: checked, written to the decision log, then built."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

from data_ingest.records import repeats
from data_ingest.sheets import SHEETS
from data_ingest.tables.header_mapping import KIND as MAPPING
from data_ingest.tables.people import join_person, parse_person
from foundation.locales import Text, text
from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from foundation.warehouse.statements import named
from refresh.decisions.header_mapping import mapping_of_row
from refresh.decisions.in_effect import PLACE, subject

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
#: What an answer given without a question has to say, by its kind.
NEEDED = {
    "same_person": ("a", "b"),
    "different_person": ("a", "b"),
    "is_person": ("text", "person"),
    "is_row": ("refers_to", "text", "number"),
    MAPPING: ("table", "headers", "columns"),
    repeats.SAME: ("table", "a", "b"),
    repeats.DIFFERENT: ("table", "a", "b"),
}


@dataclass(frozen=True)
class Answer:
    """One entry of the decision log, as `data_ingest.identity.past_answers` reads it."""

    kind: str
    body: Mapping[str, Any]


class AnswersFileError(ValueError):
    """Nothing of the file was written down; `reasons` say why, line by line."""

    def __init__(self, reasons: Sequence[Text]) -> None:
        super().__init__("\n".join(reason.en for reason in reasons))
        self.reasons = tuple(reasons)


def questions(snapshot: Snapshot) -> list[dict[str, Any]]:
    """All open questions: pairs first, then references with the most rows waiting."""
    return snapshot.rows(_SQL["questions"])


def answer_to(question: Mapping[str, Any], said: str) -> Answer | None:
    """The answer in the log's terms: same, different, or the candidate meant; None for what fits neither."""
    word = said.strip()
    if question["kind"] in PAIRS:
        kind = "same_person" if word in SAME else "different_person" if word in DIFFERENT else None
        a, b = question["candidates"]
        return Answer(kind, {"a": a, "b": b}) if kind else None
    if question["kind"] == REPEAT:
        kind = repeats.SAME if word in SAME else repeats.DIFFERENT if word in DIFFERENT else None
        a, b = question["candidates"]
        return Answer(kind, {"table": question["table"], "a": a, "b": b}) if kind else None
    if not word:
        return None
    named = dict(zip(question["labels"], question["candidates"], strict=True)).get(word, word)
    where = {"sha256": question["sha256"]} if question["sha256"] else {}
    if question["kind"] == "person":
        return Answer("is_person", {"text": question["text"], "person": named, **where})
    refers_to = SHEETS[question["table"]].by_name[question["column_name"]].refers_to
    return Answer("is_row", {"refers_to": refers_to, "text": question["text"], "number": named, **where})


def known_persons(snapshot: Snapshot) -> dict[str, str]:
    """姓名（单位） → person_id of every person, in the order of the alphabet."""
    rows = snapshot.cursor().execute(_SQL["persons"]).fetchall()
    return {join_person(name, org): person_id for person_id, name, org in rows}


def read_answers(
    path: Path, open_questions: Iterable[Mapping[str, Any]], persons: Mapping[str, str] | None = None
) -> list[Answer]:
    """Answers in a CSV or JSON file; a line without an answer is passed over.

    A line names a question (`question_id`, `answer`), or says all itself (`kind` and the columns of NEEDED).
    persons: all there are (`known_persons`); an answer that names somebody else is wrong.
    Raises AnswersFileError: nothing is taken from a file that is not understood throughout.
    """
    known = {question["question_id"]: question for question in open_questions}
    answers: list[Answer] = []
    wrong: list[Text] = []
    for line, row in enumerate(_rows(path), 2 if path.suffix.lower() != ".json" else 1):
        answer = _answer(row, known, line)
        stranger = _stranger(answer, persons or {}) if isinstance(answer, Answer) else None
        if stranger:
            wrong.append(text("data.answer_stranger").format(line=line, who=stranger))
        elif isinstance(answer, Answer):
            answers.append(answer)
        elif answer is not None:
            wrong.append(answer)
    if wrong:
        raise AnswersFileError(wrong)
    return answers


def _stranger(answer: Answer, persons: Mapping[str, str]) -> str | None:
    """Whom the answer names and nobody knows: neither an id nor the name of a person."""
    if answer.kind in (repeats.SAME, repeats.DIFFERENT):
        return None
    said = [str(answer.body[name]) for name in ("a", "b", "person") if name in answer.body]
    names = {parse_person(label).name for label in persons}
    known = {*persons.values(), *names}
    lost = (one for one in said if one not in known and parse_person(one).name not in names)
    return next(lost, None) if persons else None


def _rows(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    best = from_bytes(content, cp_isolation=["utf_8", "gb18030", "utf_16"]).best()
    words = str(best).removeprefix("\ufeff") if best else content.decode("utf-8", "replace")
    try:
        given = (
            json.loads(words) if path.suffix.lower() == ".json" else list(csv.DictReader(io.StringIO(words)))
        )
    except (ValueError, csv.Error) as error:
        raise AnswersFileError([text("data.answers_unreadable").format(why=error)]) from error
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        raise AnswersFileError([text("data.answers_no_list")])
    return [{str(k): _as_text(v) for k, v in row.items()} for row in given]


def _as_text(value: Any) -> str:
    """A cell of the CSV; what JSON gives as a list or object in the CSV's own writing."""
    if isinstance(value, list):
        return "|".join(map(_as_text, value))
    if isinstance(value, dict):
        return ";".join(f"{key}={_as_text(one)}" for key, one in value.items())
    return "" if value is None else str(value).strip()


def _answer(row: Mapping[str, str], known: Mapping[str, Any], line: int) -> Answer | Text | None:
    """The answer of one line, None where it gives none, a message where it is not understood."""
    if row.get("question_id"):
        return _to_question(row, known.get(row["question_id"]), line) if row.get("answer") else None
    kind = row.get("kind", "")
    if kind not in NEEDED:
        return text("data.answer_no_kind").format(line=line, kinds=", ".join(NEEDED))
    missing = [name for name in NEEDED[kind] if not row.get(name)]
    if kind == "is_row" and row.get("refers_to") not in SHEETS:
        missing = missing or ["refers_to"]
    if kind == MAPPING and not missing:
        body, missing = mapping_of_row(row)
        if body:
            return Answer(kind, body)
    if missing:
        return text("data.answer_lacks").format(line=line, names=", ".join(missing))
    return Answer(kind, {name: row[name] for name in (*NEEDED[kind], *PLACE) if row.get(name)})


def _to_question(row: Mapping[str, str], question: Mapping[str, Any] | None, line: int) -> Answer | Text:
    if question is None:
        return text("data.answer_no_question").format(line=line, id=row["question_id"])
    unclear = text("data.answer_unclear").format(line=line, answer=row["answer"])
    return answer_to(question, row["answer"]) or unclear


def write_down(home: Home, answers: Iterable[Answer], *, who: str) -> int:
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
