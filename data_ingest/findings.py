"""What a cell or a row must satisfy, and what the sender is told: what is wrong and what to do.

A rule is an id; its wording stands in `foundation/locales/*/rules.toml` under the same id.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from data_ingest.sheets.declaration import Column, Sheet
from foundation.locales import Text, text
from foundation.reference import code_list

#: Longer values are cut in messages; the quarantine keeps them whole.
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Wrong:
    """One way in which a cell is wrong: enough to word the message."""

    rule: str
    value: str
    outcome: str  # "held", "held_elsewhere", "empty" or "kept"
    kept: str = ""


def message(wrong: Wrong, *, column: Column, sheet: Sheet, received_on: dt.date) -> Text:
    """What is wrong with the cell and what to do, then what became of it, in both languages."""
    said, outcome = text(f"rules.{wrong.rule}"), text(f"rules.outcome_{wrong.outcome}")
    zh, en = _words(column, sheet, "zh"), _words(column, sheet, "en")
    shared = {
        "value": wrong.value if len(wrong.value) <= LONGEST_SHOWN else wrong.value[:LONGEST_SHOWN] + "…",
        "kept": wrong.kept,
        "received_on": received_on.isoformat(),
    }
    return Text(
        zh=said.zh.format(**zh, **shared) + outcome.zh.format(**zh, **shared),
        en=said.en.format(**en, **shared) + " " + outcome.en.format(**en, **shared),
    )


def _words(column: Column, sheet: Sheet, lang: str) -> dict[str, str]:
    """Names of the column, of those that go with it, and of the values that it may take."""
    is_zh = lang == "zh"
    group = next((g for g in sheet.either if column.name in g), ())
    before = column.follows
    choices = [code.label for code in code_list(column.codes).codes] if column.codes else []
    return {
        "column": _title(column, is_zh),
        "hint": (column.note.zh if is_zh else column.note.en) if column.note else "",
        "columns": ("、" if is_zh else ", ").join(_title(sheet.by_name[name], is_zh) for name in group),
        "other": _title(sheet.by_name[before], is_zh) if before else "",
        "choices": ("、" if is_zh else ", ").join(c.zh if is_zh else f"{c.zh} ({c.en})" for c in choices),
    }


def _title(column: Column, is_zh: bool) -> str:
    return column.title.zh if is_zh else column.title.en
