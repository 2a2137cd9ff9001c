"""One line of a file of answers that says what headers mean → the body of a decision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from data_ingest.sheets import SHEETS
from data_ingest.tables.header_mapping import UNREAD, folded
from data_ingest.tables.unmapped import choices

_BETWEEN_HEADERS = re.compile(r"[|｜]")
_BETWEEN_PAIRS = re.compile(r"[;；]")


def mapping_of_row(row: Mapping[str, str]) -> tuple[dict[str, Any] | None, list[str]]:
    """`table`, `headers` (`A|B|C`), `columns` (`A=title;B=`), `sender` → the body of a decision.

    All headers of the layout, in order. Tables and columns by id or Chinese title; nothing after `=`: left
    alone. Where it cannot be understood: None, and what of it is wrong.
    """
    table = _named(row["table"], {sheet_id: sheet.title.zh for sheet_id, sheet in SHEETS.items()})
    headers = [header for header in map(folded, _BETWEEN_HEADERS.split(row["headers"])) if header]
    if table is None:
        return None, ["table"]
    titles = {name: title.zh for name, title in choices(table).items()}
    columns: dict[str, str] = {}
    for pair in filter(None, _BETWEEN_PAIRS.split(row["columns"])):
        header, _, column = pair.partition("=")
        name = _named(column, titles) if column.strip() else UNREAD
        if folded(header) not in headers or name is None:
            return None, [f"columns ({pair.strip()})"]
        columns[folded(header)] = name
    body = {"sender": row.get("sender", ""), "headers": headers, "table": table}
    return {**body, "columns": [columns.get(header) for header in headers]}, []


def _named(written: str, titles: Mapping[str, str]) -> str | None:
    """The id that was written, or the id whose Chinese title was written; None for anything else."""
    word = written.strip()
    return word if word in titles else next((name for name, title in titles.items() if title == word), None)
