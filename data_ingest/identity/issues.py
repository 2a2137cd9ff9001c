"""References that nobody or several fit: one issue a cell; the row stays loaded."""

from __future__ import annotations

from pathlib import Path

from duckdb import DuckDBPyConnection

from data_ingest.identity.questions import keep_open
from foundation.locales import text
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))


def make_table(con: DuckDBPyConnection) -> None:
    con.execute(_SQL["table"])


def report(con: DuckDBPyConnection, table: str, column: str, *, kind: str) -> None:
    """Issues for the rows of `asking` whose entry in `answers` names nobody.

    kind: officer, demand, achievement, expert, training or match; rules unresolved_… and ambiguous_….
    """
    what = text(f"ingest.a_{kind}")
    values: dict[str, str] = {"sheet_id": table, "column_name": column, "kind": kind}
    for rule in ("unresolved", "ambiguous"):
        words = text(f"ingest.{rule}_{'officer' if kind == 'officer' else 'row'}")
        for lang in ("zh", "en"):
            shown = words.zh if lang == "zh" else words.en
            values[f"{rule}_{lang}"] = shown.replace("{what}", what.zh if lang == "zh" else what.en)
    con.execute(_SQL["report"].format(table=table, column=column), values)
    keep_open(con, table, column, kind=kind)


def report_numbers(con: DuckDBPyConnection) -> None:
    """Official numbers that a roster gives to a second name: the row is loaded without the number."""
    words = text("ingest.number_claimed")
    con.execute(_SQL["numbers"], {"zh": words.zh, "en": words.en})
