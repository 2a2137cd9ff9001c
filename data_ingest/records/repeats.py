"""A row without a number that its sender sent again with one cell changed: two records, or one corrected?

The row does not tell, so both count until a decision says that they are one (`same_row`); then the later
supersedes the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from data_ingest.questions import add_questions, question_id
from data_ingest.records.merging import RUNNING_NUMBER
from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from foundation.locales import text
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
SAME, DIFFERENT = "same_row", "different_row"
_NUMERIC = ("number", "integer", "money")


def settle(con: DuckDBPyConnection, decisions: Iterable[Any]) -> None:
    """Join the rows that decisions call one, and list the other suspected repeats in `suspected_repeats`.

    Called after equal records are merged (`merging.merge`).
    """
    answers = [decision for decision in decisions if decision.kind in (SAME, DIFFERENT)]
    for decision in answers:
        if decision.kind == SAME and decision.body["table"] in SHEETS:
            _join(con, decision.body)
    con.execute(_SQL["table"])
    for sheet in SHEETS.values():
        if sheet.are_repeats_asked and not sheet.person_key and _files(con, sheet.id) > 1:
            con.execute(_find(sheet))
    con.executemany(
        "delete from suspected_repeats where (earlier, later) in (($a, $b), ($b, $a))",
        [{"a": answer.body["a"], "b": answer.body["b"]} for answer in answers] or [{"a": "", "b": ""}],
    )


def _join(con: DuckDBPyConnection, body: Any) -> None:
    table = body["table"]
    pair = {"a": body["a"], "b": body["b"]}
    content_ids = [row for (row,) in con.execute(_SQL["order"].format(table=table), pair).fetchall()]
    if len(content_ids) == 2:
        values = {"lost": content_ids[0], "kept": content_ids[1]}
        con.execute(_SQL["lose"].format(table=table), values)
        con.execute(_SQL["remove"].format(table=table), {"lost": content_ids[0]})


def _files(con: DuckDBPyConnection, table: str) -> int:
    row = con.execute(f'select count(distinct sha256) from "{table}"').fetchone()
    return int(row[0]) if row else 0


def _find(sheet: Sheet) -> str:
    block = [column for column in sheet.columns if _is_block(sheet, column)]
    others = [c for c in sheet.columns if c not in block and c.name != sheet.number]
    differing = ", ".join(
        f"case when a.{_cell(c)} is distinct from b.{_cell(c)} then {{'name': '{c.name}', "
        f"'was': cast(a.{_cell(c)} as varchar), 'now': cast(b.{_cell(c)} as varchar)}} end"
        for c in others
    )
    return _SQL["find"].format(
        table=sheet.id,
        block=" and ".join(f"a.{_cell(c)} is not distinct from b.{_cell(c)}" for c in block),
        differing=differing,
        cells=", ".join(f"cast(b.{_cell(c)} as varchar)" for c in block if not c.is_personal),
        is_unnumbered=_unnumbered(sheet.number),
    )


def _is_block(sheet: Sheet, column: Column) -> bool:
    """Whether the column must be equal in both rows of a suspected repeat: person, day, kind, title.

    Numbers may differ: one of them may be what was corrected.
    """
    telling = {*sheet.named_by, *(name for group in sheet.either for name in group)}
    is_telling = column.required or column.name in telling
    return column.kind in ("officer", "reference") or (is_telling and column.kind not in _NUMERIC)


def _cell(column: Column) -> str:
    return f'"{column.name}_text"' if column.kind in ("officer", "reference") else f'"{column.name}"'


def _unnumbered(number: str | None) -> str:
    """SQL: neither row has a number by which `merging` settles clashes; a running number is none."""
    if number is None:
        return "true"
    sides = (f'{side}."{number}"' for side in ("a", "b"))
    return " and ".join(
        f"({number} is null or regexp_matches({number}, '{RUNNING_NUMBER}'))" for number in sides
    )


def ask(con: DuckDBPyConnection) -> None:
    """Add a question for each suspected repeat to `questions`, which the identity step has created."""
    cursor = con.execute(_SQL["ask"])
    names = [column[0] for column in cursor.description or ()]
    add_questions(con, [_question(dict(zip(names, row, strict=True))) for row in cursor.fetchall()])
    con.execute("drop table suspected_repeats")


def _question(row: dict[str, Any]) -> dict[str, Any]:
    title = SHEETS[row["table"]].by_name[row["column_name"]].title
    blank = text("data.blank")
    words = {
        lang: {
            "column": title.get(lang),
            "was": _shown(row["was"]) or blank.get(lang),
            "now": _shown(row["now"]) or blank.get(lang),
            "file": row["earlier_file"],
            "row": row["earlier_row"],
        }
        for lang in ("zh", "en")
    }
    reason = text("data.why_repeat")
    about = {name: row[name] for name in ("sha256", "file", "sheet", "table", "column_name", "row_number")}
    return {
        **about,
        "question_id": question_id("repeat", row["earlier"], row["later"]),
        "kind": "repeat",
        "text": row["cells"],
        "row_count": 1,
        "candidates": [row["earlier"], row["later"]],
        "labels": [f"{row['earlier_file']}:{row['earlier_row']}", f"{row['file']}:{row['row_number']}"],
        "cities": [None, None],
        "reason_zh": reason.zh.format(**words["zh"]),
        "reason_en": reason.en.format(**words["en"]),
    }


def _shown(value: str | None) -> str:
    """A cell as a person would write it: 2, not 2.0."""
    return (value or "").removesuffix(".0")
