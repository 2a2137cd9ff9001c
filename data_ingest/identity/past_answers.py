"""What people have answered: entries of the decision log that bear on identity.

A decision is a dict (or an object with `kind` and `body`). Kinds:
  same_person       {"a": who, "b": who}
  different_person  {"a": who, "b": who}
  is_person         {"text": as written, "person": who, "sha256"?, "sheet"?, "row_number"?}; with a row_number
                    whatever unit or phone the row gives, else only where these leave it open
  is_row            {"refers_to": sheet id, "text": as written, "number": its number, "sha256"?}
`who` is a person_id, a former id, an official number, or 姓名（单位）. Later decisions win over earlier ones;
kinds that are not ours are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class PastAnswers:
    """The answers, by what they are about."""

    same: list[tuple[str, str]] = field(default_factory=list)
    different: list[tuple[str, str]] = field(default_factory=list)
    persons: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, decisions: Iterable[Any]) -> PastAnswers:
        past_answers = cls()
        for decision in decisions:
            past_answers._take(*_kind_and_body(decision))
        return past_answers

    def _take(self, kind: str, body: Mapping[str, Any]) -> None:
        if kind in ("same_person", "different_person"):
            pair = (str(body["a"]), str(body["b"]))
            ours, theirs = (
                (self.same, self.different) if kind == "same_person" else (self.different, self.same)
            )
            ours.append(pair)
            theirs[:] = [other for other in theirs if set(other) != set(pair)]
        elif kind == "is_person":
            self.persons.append(dict(body))
        elif kind == "is_row":
            self.rows.append(dict(body))

    def person_for(self, text: str, where: Mapping[str, Any]) -> str | None:
        """The person that somebody named for this text in this very row, the last answer first."""
        return self._last_person([a for a in self.persons if is_for_one_row(a)], text, where)

    def person_if_open(self, text: str, where: Mapping[str, Any]) -> str | None:
        """The same for this text wherever the row's own unit, phone and city do not settle it."""
        return self._last_person([a for a in self.persons if not is_for_one_row(a)], text, where)

    @staticmethod
    def _last_person(answers: list[dict[str, Any]], text: str, where: Mapping[str, Any]) -> str | None:
        return next((str(a["person"]) for a in reversed(answers) if _fits(a, text, where)), None)

    def row_for(self, refers_to: str, text: str, where: Mapping[str, Any]) -> str | None:
        matches = (a for a in reversed(self.rows) if a["refers_to"] == refers_to and _fits(a, text, where))
        return next((str(a["number"]) for a in matches), None)


def is_for_one_row(answer: Mapping[str, Any]) -> bool:
    return answer.get("row_number") is not None


def _kind_and_body(decision: Any) -> tuple[str, Mapping[str, Any]]:
    if isinstance(decision, Mapping):
        return str(decision["kind"]), decision.get("body", decision)
    return decision.kind, decision.body


def _fits(answer: Mapping[str, Any], text: str, where: Mapping[str, Any]) -> bool:
    """An answer without a place holds everywhere; one with a place holds there."""
    places = ("sha256", "sheet", "row_number")
    is_here = all(answer.get(p) is None or str(answer[p]) == str(where.get(p)) for p in places)
    return answer["text"].strip() == text.strip() and is_here
