"""Frames → tables as senders write them: header cells and rows of cell values, still without a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column
from data_ingest.tables.headers import look_up
from simulation.workbooks.layouts import Habits, written

#: Where the bare 单位 or 联系电话 would mean somebody else's.
_OTHERS_UNIT = ("demands", "achievements", "experts")
#: Of a roster that carries the appointment in the same row.
TERM_COLUMNS = (
    "term_no", "batch", "recommender", "doc_no", "certificate_no", "is_renewal", "recognised_on",
    "started_on", "ended_on", "state", "left_on", "exit_reason",
)  # fmt: skip


@dataclass
class Table:
    """One table of one worksheet. columns: the declared column behind each header ("" for helpers)."""

    sheet: str
    headers: list[str]
    columns: list[str]
    rows: list[list[Any]]
    is_safe: list[bool] = field(default_factory=list)


class Names:
    """How officers are called in the cells: by key and, for who changed seat, by the day's employer."""

    def __init__(self, persons: pd.DataFrame, seats: dict[tuple[int, str], str]) -> None:
        self.persons, self.seats = persons, seats
        self.rows = persons[["name", "org", "phone", "officer_no"]].to_dict("index")

    def org(self, key: int, file: str) -> str:
        return self.seats.get((key, file), str(self.rows[key]["org"]))

    def joined(self, key: int, file: str) -> str:
        return f"{self.rows[key]['name']}（{self.org(key, file)}）"


def render(sheet_id: str, frame: pd.DataFrame, layout: Habits, names: Names, *, file: str) -> Table:
    """The table in this sender's words and order. Columns without any value are left out."""
    sheet = SHEETS[sheet_id]
    cells: dict[str, list[Any]] = {}
    behind: dict[str, str] = {}
    for column in sheet.columns:
        if (
            column.name not in frame
            or frame[column.name].isna().all()
            or _is_left_out(column, layout, sheet.number)
        ):
            continue
        if column.kind == "officer":
            for header, values in _officer_cells(
                sheet_id, column, frame[column.name], layout=layout, names=names, file=file
            ).items():
                cells[header], behind[header] = values, ""
            continue
        header = _header(sheet_id, column, layout, taken=cells)
        cells[header] = [written(value, column, layout) for value in frame[column.name]]
        behind[header] = column.name
    order = list(cells)
    if layout.is_reversed:
        order = [*order[:2], *reversed(order[2:])]
    rows = [list(row) for row in zip(*(cells[h] for h in order), strict=True)]
    return Table(
        sheet_id,
        order,
        [behind[h] for h in order],
        rows,
        [bool(x) for x in frame.get("is_safe", [True] * len(frame))],
    )


def _is_left_out(column: Column, layout: Habits, number: str | None) -> bool:
    """Most senders have neither officer numbers nor row numbers, and say the city once above the table."""
    if column.name in ("officer_no", number):
        return not layout.has_numbers
    return False


def _header(sheet_id: str, column: Column, layout: Habits, *, taken: dict[str, Any]) -> str:
    """Template header, or the layout's synonym where it means this column alone."""
    title = column.title.zh
    if column.kind == "money" and layout.is_money_in_yuan:
        title = title.replace("万元", "元")
    choices = column.synonyms[layout.words - 1 : layout.words] if layout.words else ()
    for choice in choices:
        target = look_up(choice, sheet_id)
        is_clear = target is not None and target[0].column == column.name and len(choice) > 2
        if (
            is_clear
            and choice not in taken
            and "单位" not in choice
            and column.kind not in ("money", "phone")
        ):
            return choice
    return title


def _officer_cells(
    sheet_id: str, column: Column, keys: pd.Series, *, layout: Habits, names: Names, file: str
) -> dict[str, list[Any]]:
    """Header → cells by which this sender names an officer."""
    officer_keys = [None if pd.isna(k) else int(k) for k in keys]
    joined = [None if k is None else names.joined(k, file) for k in officer_keys]
    if column.name != "officer":
        return {column.title.zh: joined}
    if layout.officers == "joined":
        return {"联络员": joined}
    called = [None if k is None else names.rows[k]["name"] for k in officer_keys]
    unit = [None if k is None else names.org(k, file) for k in officer_keys]
    is_others = sheet_id in _OTHERS_UNIT
    cells_by_header: dict[str, list[Any]] = {}
    if layout.officers == "number":
        cells_by_header["联络员编号"] = [
            None if k is None else names.rows[k]["officer_no"] for k in officer_keys
        ]
    cells_by_header["联络员姓名" if is_others else "姓名"] = called
    if layout.officers == "name_duty" and not is_others:
        return cells_by_header | {"单位及职务": [None if u is None else f"{u} 工作人员" for u in unit]}
    cells_by_header["联络员单位" if is_others else "单位名称"] = unit
    if layout.officers == "name_phone":
        cells_by_header["联络员电话"] = [None if k is None else names.rows[k]["phone"] for k in officer_keys]
    return cells_by_header


def roster(frame: pd.DataFrame, layout: Habits, names: Names, *, file: str) -> Table:
    """The roster; with 单位及职务 in one cell, with 同上 down the employers, as the layout has it."""
    table = render("officers", frame, layout, names, file=file)
    if layout.joins_duty:
        _join_duty(table)
    if layout.uses_ditto:
        _ditto(table, "org")
    return table


def _join_duty(table: Table) -> None:
    org, duty = table.columns.index("org"), table.columns.index("duty")
    for row in table.rows:
        row[org] = f"{row[org]} {row[duty]}"
        del row[duty]
    table.headers[org] = "单位及职务"
    del table.headers[duty], table.columns[duty]


def _ditto(table: Table, column: str) -> None:
    at = table.columns.index(column)
    values = [row[at] for row in table.rows]
    for row, before, value in zip(table.rows[1:], values, values[1:], strict=False):
        if value is not None and value == before:
            row[at] = "同上"


def roster_with_terms(
    people: pd.DataFrame, terms: pd.DataFrame, layout: Habits, names: Names, *, file: str
) -> Table:
    """One row a term, roster cells in front: read as both sheets."""
    both = terms[["officer", *TERM_COLUMNS]].merge(
        people.reset_index(names="officer"), on="officer", how="left"
    )
    front = roster(both, layout, names, file=file)
    back = render("terms", both[list(TERM_COLUMNS)], layout, names, file=file)
    keep = [i for i, h in enumerate(back.headers) if h not in front.headers]
    return Table(
        "officers",
        front.headers + [back.headers[i] for i in keep],
        front.columns + [back.columns[i] for i in keep],
        [a + [b[i] for i in keep] for a, b in zip(front.rows, back.rows, strict=True)],
        front.is_safe,
    )
