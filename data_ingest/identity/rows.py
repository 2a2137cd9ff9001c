"""Rows that name other rows: a demand, achievement, expert, training or match by number or by title."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.cleaning import clean_date
from data_ingest.identity.issues import report
from data_ingest.identity.past_answers import PastAnswers
from data_ingest.identity.units import closeness, unit_key
from data_ingest.records.merging import RUNNING_NUMBER
from data_ingest.records.tables import filled
from data_ingest.sheets import SHEETS, Column, Sheet
from foundation.reference.folding import fold
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
_WITH_SECOND = re.compile(
    r"^(?P<title>.+?)\s*[（(](?P<second>[^（()）]+(?:[（(][^（()）]*[）)][^（()）]*)?)[）)]$"
)
_ANSWER_SCHEMA = pa.schema([("ref", pa.int64()), ("answer", pa.string()), ("candidates", pa.string())])
_FOREVER = dt.date(9999, 12, 31)


@dataclass(frozen=True)
class ReferableRow:
    """A row that others may refer to. seconds: enterprise, unit or date, which tell equal titles apart."""

    number: str
    written: str
    title: str
    seconds: tuple[str, ...]
    dated: dt.date
    sha256: str
    file: str


class RowIndex:
    """All rows of one sheet by number as written and by folded title."""

    def __init__(self, rows: list[ReferableRow]) -> None:
        self.by_number: dict[str, list[ReferableRow]] = defaultdict(list)
        self.by_title: dict[str, list[ReferableRow]] = defaultdict(list)
        for row in sorted(rows, key=lambda r: (r.dated, r.number)):
            for number in {fold(row.written), fold(row.number)} - {""}:
                self.by_number[number].append(row)
            if row.title:
                self.by_title[row.title].append(row)

    def find(self, text: str, *, sha256: str, file: str) -> list[ReferableRow]:
        """The row meant, or several, or none. Repeats of one title and enterprise are their earliest row."""
        matches = self.by_number.get(fold(text)) or self.by_title.get(fold(text)) or self._with_second(text)
        if len({(row.title, row.seconds) for row in matches}) == 1 and matches[0].title:
            return matches[:1]
        here = [row for row in matches if (row.sha256, row.file) == (sha256, file)]
        return here if len(here) == 1 else matches

    def _with_second(self, text: str) -> list[ReferableRow]:
        parted = _WITH_SECOND.match(text.strip())
        if parted is None:
            return []
        titled = self.by_title.get(fold(parted["title"]), self.by_number.get(fold(parted["title"]), []))
        return [row for row in titled if any(_same(parted["second"], second) for second in row.seconds)]


def _same(given: str, second: str) -> bool:
    """An enterprise in short or full form, or one day in two writings."""
    if fold(given) == fold(second) or closeness(unit_key(given), unit_key(second)):
        return True
    day = clean_date([given], received_on=_FOREVER).value[0].as_py()
    return day is not None and day.isoformat() == second


def references(sheet: Sheet) -> list[Column]:
    return [column for column in sheet.columns if column.kind == "reference" and column.refers_to]


#: The sheets whose rows others name.
_REFERRED_TO = frozenset(column.refers_to or "" for sheet in SHEETS.values() for column in references(sheet))


def number_rows(con: DuckDBPyConnection) -> None:
    """Numbers from content where the file gives none; a bare running number stays only while it is unique.

    `numbers_written` keeps what stood there, where other rows refer to it.
    """
    con.execute(_SQL["numbers_written"])
    for sheet in filled(con):
        if sheet.number:
            values = {"table": sheet.id, "number": sheet.number, "running": RUNNING_NUMBER}
            if sheet.id in _REFERRED_TO:
                con.execute(_SQL["keep_written"].format(**values))
            con.execute(_SQL["assign"].format(**values))


def refer(con: DuckDBPyConnection, past_answers: PastAnswers) -> None:
    """Fill every reference column with the other row's number."""
    indexes = {target: _index(con, SHEETS[target]) for target in sorted(_REFERRED_TO)}
    for sheet in filled(con):
        for column in references(sheet):
            _refer_column(con, sheet.id, column, indexes[column.refers_to or ""], past_answers)
    con.execute("drop table numbers_written")


def _index(con: DuckDBPyConnection, sheet: Sheet) -> RowIndex:
    texts = [n for n in sheet.named_by if sheet.by_name[n].kind not in ("officer", "reference")]
    day = next((c.name for c in sheet.columns if c.kind == "date" and c.required), None)
    selected = _SQL["named_rows"].format(
        table=sheet.id,
        number=sheet.number,
        title=f'"{texts[0]}"' if texts else "null",
        seconds=", ".join(f'cast("{name}" as varchar)' for name in texts[1:]) or "null",
        dated=f'"{day}"' if day else "null",
    )
    rows = [
        ReferableRow(
            number,
            written or "",
            fold(title or ""),
            tuple(s for s in seconds if s),
            dated or _FOREVER,
            sha,
            file,
        )
        for number, written, title, seconds, dated, sha, file in con.execute(selected).fetchall()
    ]
    return RowIndex(rows)


def _refer_column(
    con: DuckDBPyConnection, table: str, column: Column, index: RowIndex, past_answers: PastAnswers
) -> None:
    con.execute(_SQL["questions"].format(table=table, column=column.name))
    answers = []
    for row in con.sql("select * from questions").to_arrow_table().to_pylist():
        answered_with = past_answers.row_for(column.refers_to or "", row["text"], row)
        matches = index.find(answered_with or row["text"], sha256=row["sha256"], file=row["file"])
        several = "、".join(candidate.number for candidate in matches[:5]) if len(matches) > 1 else None
        number = matches[0].number if len(matches) == 1 else None
        answers.append({"ref": row["ref"], "answer": number, "candidates": several})
    con.register("answers", pa.Table.from_pylist(answers, _ANSWER_SCHEMA))
    con.execute(_SQL["fill"].format(table=table, column=column.name))
    report(con, table, column.name, kind=column.name)
    con.unregister("answers")
    con.execute("drop table questions; drop table asking")
