"""A file of answers, as the office fills it in (CSV or JSON) → entries of the decision log."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

from data_ingest.records import repeats
from data_ingest.sheets import SHEETS
from data_ingest.tables.header_mapping import KIND as MAPPING
from data_ingest.tables.people import parse_person
from foundation.locales import Text, text
from refresh.decisions.header_mapping import mapping_of_row
from refresh.decisions.in_effect import PLACE
from refresh.decisions.record import DecisionEntry, answer_to

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


class AnswersFileError(ValueError):
    """Nothing of the file was written down; `reasons` say why, line by line."""

    def __init__(self, reasons: Sequence[Text]) -> None:
        super().__init__("\n".join(reason.en for reason in reasons))
        self.reasons = tuple(reasons)


def read_answers(
    path: Path, open_questions: Iterable[Mapping[str, Any]], persons: Mapping[str, str] | None = None
) -> list[DecisionEntry]:
    """Answers in a CSV or JSON file; a line without an answer is passed over.

    A line names a question (`question_id`, `answer`), or says all itself (`kind` and the columns of NEEDED).
    persons: all there are (`known_persons`); an answer that names somebody else is wrong.
    Raises AnswersFileError: nothing is taken from a file that is not understood throughout.
    """
    questions_by_id = {question["question_id"]: question for question in open_questions}
    answers: list[DecisionEntry] = []
    wrong: list[Text] = []
    for line, row in enumerate(_rows(path), 2 if path.suffix.lower() != ".json" else 1):
        answer = _answer(row, questions_by_id, line)
        stranger = _stranger(answer, persons or {}) if isinstance(answer, DecisionEntry) else None
        if stranger:
            wrong.append(text("data.answer_stranger").format(line=line, who=stranger))
        elif isinstance(answer, DecisionEntry):
            answers.append(answer)
        elif answer is not None:
            wrong.append(answer)
    if wrong:
        raise AnswersFileError(wrong)
    return answers


def _stranger(answer: DecisionEntry, persons: Mapping[str, str]) -> str | None:
    """The first whom the answer names and who is neither the id nor the name of a person; else None."""
    if answer.kind in (repeats.SAME, repeats.DIFFERENT):
        return None
    named = [str(answer.body[name]) for name in ("a", "b", "person") if name in answer.body]
    names = {parse_person(label).name for label in persons}
    ids_and_names = {*persons.values(), *names}
    unknown = (who for who in named if who not in ids_and_names and parse_person(who).name not in names)
    return next(unknown, None) if persons else None


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
        return ";".join(f"{key}={_as_text(item)}" for key, item in value.items())
    return "" if value is None else str(value).strip()


def _answer(
    row: Mapping[str, str], questions_by_id: Mapping[str, Any], line: int
) -> DecisionEntry | Text | None:
    """The answer of one line, None where it gives none, a message where it is not understood."""
    if row.get("question_id"):
        return _to_question(row, questions_by_id.get(row["question_id"]), line) if row.get("answer") else None
    kind = row.get("kind", "")
    if kind not in NEEDED:
        return text("data.answer_no_kind").format(line=line, kinds=", ".join(NEEDED))
    missing = [name for name in NEEDED[kind] if not row.get(name)]
    if kind == "is_row" and row.get("refers_to") not in SHEETS:
        missing = missing or ["refers_to"]
    if kind == MAPPING and not missing:
        body, missing = mapping_of_row(row)
        if body:
            return DecisionEntry(kind, body)
    if missing:
        return text("data.answer_lacks").format(line=line, names=", ".join(missing))
    return DecisionEntry(kind, {name: row[name] for name in (*NEEDED[kind], *PLACE) if row.get(name)})


def _to_question(
    row: Mapping[str, str], question: Mapping[str, Any] | None, line: int
) -> DecisionEntry | Text:
    if question is None:
        return text("data.answer_no_question").format(line=line, id=row["question_id"])
    unclear = text("data.answer_unclear").format(line=line, answer=row["answer"])
    return answer_to(question, row["answer"]) or unclear
