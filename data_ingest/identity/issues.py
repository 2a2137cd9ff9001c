"""Issues for references that fit no person or several, and for numbers of another person; rows stay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.findings import Finding, finding_text
from data_ingest.identity.questions import keep_open
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
_WORDED = ("value", "rule", "outcome", "candidates", "message_zh", "message_en")


def make_table(con: DuckDBPyConnection) -> None:
    con.execute(_SQL["table"])


def report(con: DuckDBPyConnection, table: str, column: str, *, kind: str) -> None:
    """Issues for the rows of `asking` whose entry in `answers` names nobody.

    kind: officer, demand, achievement, expert, training or match; rules unresolved_… and ambiguous_….
    """
    outcome = "uncounted" if kind == "officer" else "unlinked"
    findings = _findings(con, "references", table, column, outcome=outcome, kind=kind)
    with _worded(con, findings):
        values = {"sheet_id": table, "column_name": column}
        con.execute(_SQL["report_references"].format(table=table), values)
    keep_open(con, table, column, kind=kind)


def report_numbers(con: DuckDBPyConnection) -> None:
    """Official numbers that a roster gives to a second name: the row is loaded without the number."""
    with _worded(con, _findings(con, "numbers", "officers", "officer_no", outcome="unnumbered")):
        con.execute(_SQL["report_numbers"])


def _findings(
    con: DuckDBPyConnection, statement: str, table: str, column: str, *, outcome: str, **parameters: str
) -> list[Finding]:
    rows = con.execute(_SQL[statement], parameters).fetchall()
    return [
        Finding(table, column, rule, outcome, value=value, candidates=candidates)
        for rule, value, candidates in rows
    ]


@contextmanager
def _worded(con: DuckDBPyConnection, findings: list[Finding]) -> Iterator[None]:
    """The findings as a table `worded` for the length of the block."""
    rows = []
    for finding in findings:
        message = finding_text(finding).message
        about = (finding.value, finding.rule, finding.outcome, finding.candidates, message.zh, message.en)
        rows.append(dict(zip(_WORDED, about, strict=True)))
    con.register("worded", pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in _WORDED])))
    yield
    con.unregister("worded")
