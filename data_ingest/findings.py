"""What is wrong with a cell, as a value; and the one place that words it, in Chinese and English.

A rule is an id. Its texts stand in `foundation/locales/*/rules.toml`: `<rule>` says what is wrong,
`remedy_<rule>` what the sender should do, `outcome_<outcome>` what became of the row. A text is only ever
made from a finding: whoever needs a part of it asks for the part, whoever must hide a value hides it in the
finding first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from data_ingest.sheets import CONTACT_MASKS, SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from foundation.access.masking import MASKS
from foundation.locales import LANGUAGES, Lang, Text, say
from foundation.reference import code_list

#: Longer values are cut in messages; the quarantine keeps them whole.
LONGEST_SHOWN = 60
#: Outcomes whose text goes on in the sentence of the remedy: "请核对；本行已载入，…".
_SAME_SENTENCE = frozenset({"uncounted", "unlinked", "unnumbered"})


@dataclass(frozen=True)
class Finding:
    """One wrong cell of a table. table: a declared sheet's id; column: of that sheet.

    value: the cell as written. outcome: held (its row is not loaded because of this cell), held_elsewhere
    (because of another one), empty or kept (the row is loaded, the cell as NULL or as `kept`); of a reference
    uncounted or unlinked, of an officer's number unnumbered: the row is loaded without it.
    candidates: what an ambiguous reference could mean. received_on: the day the file came.
    """

    table: str
    column: str
    rule: str
    outcome: str
    value: str = ""
    kept: str = ""
    candidates: str = ""
    received_on: dt.date | None = None

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Finding:
        """From a row of the snapshot's `quarantine`, with `received_on` (a date or timestamp) of its file."""
        day = row["received_on"]
        return cls(
            table=row["table"],
            column=row["column_name"],
            rule=row["rule"],
            outcome=row["outcome"],
            value=row["value"] or "",
            kept=row["kept"] or "",
            candidates=row["candidates"] or "",
            received_on=dt.date(day.year, day.month, day.day),
        )

    @property
    def is_contact(self) -> bool:
        """The cell holds a phone number, an address or an account, to be masked before anybody sees it."""
        return self.column in CONTACT_MASKS

    def masked(self) -> Finding:
        """The same with the contact in `value` and `kept` masked."""
        if not self.is_contact:
            return self
        mask = MASKS[CONTACT_MASKS[self.column]]
        return replace(self, value=_hidden(mask, self.value), kept=_hidden(mask, self.kept))


def _hidden(mask: Callable[[str | None], str | None], contact: str) -> str:
    """An empty cell stays empty."""
    return (mask(contact) or "") if contact else ""


@dataclass(frozen=True)
class FindingText:
    """A finding in words, in three parts that follow each other."""

    wrong: Text
    remedy: Text
    effect: Text
    message: Text


def finding_text(finding: Finding) -> FindingText:
    """What is wrong, what to do, what became of the row; `message` is all of it."""
    value = finding.value
    values = {
        "value": value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…",
        "kept": finding.kept,
        "candidates": finding.candidates,
        "received_on": finding.received_on.isoformat() if finding.received_on else "",
    }
    key = (finding.table, finding.column, finding.rule, finding.outcome)
    parts = {lang: [part.format(**values) for part in _templates(*key, lang)] for lang in LANGUAGES}
    wrong, remedy, effect, message = (Text(zh, en) for zh, en in zip(parts["zh"], parts["en"], strict=True))
    return FindingText(wrong, remedy, effect, message)


class _Later(dict[str, str]):
    """Leaves the placeholders that differ from cell to cell as they are."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def _templates(table: str, column: str, rule: str, outcome: str, lang: Lang) -> tuple[str, str, str, str]:
    """The three parts and their join, with everything filled in that depends on the column alone."""
    names = _Later(_names(SHEETS[table], SHEETS[table].by_name[column], lang))
    keys = (rule, f"remedy_{rule}", f"outcome_{outcome}")
    wrong, remedy, effect = (say(f"rules.{key}", lang).format_map(names) for key in keys)
    space = "" if lang == "zh" else " "
    joint = say("rules.joined", lang) if outcome in _SAME_SENTENCE else space
    return wrong, remedy, effect, f"{wrong}{space}{remedy}{joint}{effect}"


def _names(sheet: Sheet, column: Column, lang: Lang) -> dict[str, str]:
    """Names of the column, of those that go with it, and of the values that it may take."""
    joint = "、" if lang == "zh" else ", "
    group = next((group for group in sheet.either if column.name in group), ())
    codes = [code.label for code in code_list(column.codes).codes] if column.codes else []
    choices = [label.zh if lang == "zh" else f"{label.zh} ({label.en})" for label in codes]
    names = {
        "column": column.title.get(lang),
        "hint": column.note.get(lang) if column.note else "",
        "columns": joint.join(sheet.by_name[name].title.get(lang) for name in group),
        "other": sheet.by_name[column.follows].title.get(lang) if column.follows else "",
        "choices": joint.join(choices),
    }
    return {name: words.replace("{", "{{").replace("}", "}}") for name, words in names.items()}
