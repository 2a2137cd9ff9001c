"""The office's own workbook, exports of the service platform, and lists kept as text."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data_ingest.sheets import SHEETS
from simulation.workbooks.layouts import CITY_LAYOUTS, LAYOUTS, Habits
from simulation.workbooks.mistakes import add_mistakes
from simulation.workbooks.render import Table, render
from simulation.workbooks.sending import Sending, by_title
from simulation.workbooks.write import Workbook, text_file

#: Which lists the invented office keeps in its own workbook, in the workbook's order. No declaration says so:
#: the others come from cities or as exports. Another order would draw other mistakes, so another sample.
LEDGER_SHEETS = (
    "trainings", "attendances", "experts", "matches", "contacts", "leaves", "assessments", "changes",
    "suggestions", "tickets", "honours", "meetings", "targets",
)  # fmt: skip


def write_ledger(sending: Sending) -> None:
    """The office's own workbook: terms of who sends none, classes, pairs, contacts, assessments, notices."""
    layout = LAYOUTS["ledger"]
    book = Workbook(sending.folder / "办公室台账.xlsx", reporter="省科协科创联络员办公室", layout=layout)
    sent = [code for code, name in CITY_LAYOUTS.items() if LAYOUTS[name].has_terms]
    terms = sending.terms[~sending.terms["file"].isin(sent)]
    book.add("认定聘期", "全省科创联络员认定台账", _terms_table(sending, terms, layout))
    for sheet_id in LEDGER_SHEETS:
        frame = by_title(sending.world, sending.world.table(sheet_id))
        table = render(sheet_id, frame, layout, sending.names, file="")
        if sheet_id == "contacts":
            _unclear_people(sending, table)
        if sheet_id in ("attendances", "contacts", "tickets"):
            table.is_safe = list(~sending.world.is_planted[frame["officer"].astype(int)]) + [False] * (
                len(table.rows) - len(frame)
            )
            add_mistakes(table, sending.rng)
        book.add(SHEETS[sheet_id].title.zh, SHEETS[sheet_id].title.zh, table)
    reminders = sending.world.table("reminders")
    group = reminders[reminders["officer"].isna()].drop(columns=["officer"])
    book.add("群发通知", "群发提醒通知记录", render("reminders", group, layout, sending.names, file=""))
    book.close()


def _terms_table(sending: Sending, terms: pd.DataFrame, layout: Habits) -> Table:
    """Each term under the employer of its day; numbers where the city gave its officers some."""
    parts = [
        render("terms", part, layout, sending.names, file=str(file))
        for file, part in terms.groupby("file", sort=False)
    ]
    titles = list(dict.fromkeys(h for part in parts for h in part.headers))
    behind = {h: c for part in parts for h, c in zip(part.headers, part.columns, strict=True)}
    rows = [
        [dict(zip(part.headers, row, strict=True)).get(t) for t in titles]
        for part in parts
        for row in part.rows
    ]
    table = Table("terms", titles, [behind[t] for t in titles], rows, [True] * len(rows))
    numbered = {CITIES_FILE for CITIES_FILE, name in CITY_LAYOUTS.items() if LAYOUTS[name].has_numbers}
    ordered = pd.concat([part for _, part in terms.groupby("file", sort=False)])
    numbers = sending.names.persons["officer_no"]
    cells = [
        numbers[int(k)] if f in numbered else None
        for k, f in zip(ordered["officer"], ordered["file"], strict=True)
    ]
    table.headers.insert(0, "联络员编号")
    table.columns.insert(0, "")
    for row, cell in zip(table.rows, cells, strict=True):
        row.insert(0, cell)
    _second_names(table)
    return table


def _second_names(table: Table) -> None:
    """Every fifth body stands under its longer name: 模拟高校U-03科学技术协会."""
    at = table.columns.index("recommender")
    for nth, row in enumerate(table.rows):
        if nth % 5 == 2:
            row[at] = str(row[at]).replace("科协", "科学技术协会")


def _unclear_people(sending: Sending, table: Table) -> None:
    """Contacts with somebody whom two officers could be, and with two whom nobody knows."""
    shared = sending.world.persons.loc[sending.world.persons["name"].duplicated(), "name"].tolist()
    for nth, name in enumerate([*shared, "无此人甲", "无此人乙"]):
        row: list[Any] = [None] * len(table.headers)
        row[table.headers.index("姓名")] = name
        row[table.columns.index("contacted_on")] = f"2024-0{nth + 3}-12"
        row[table.columns.index("channel")], row[table.columns.index("outcome")] = "电话", "接通"
        table.rows.append(row)
        table.is_safe.append(False)


def write_exports(sending: Sending) -> None:
    """Exports of the service platform and lists kept as text, in the encodings of Chinese offices."""
    world, folder = sending.world, sending.folder
    plain = LAYOUTS["ledger"]
    numbered = Habits("export", has_numbers=True, has_serial=False)
    for sheet_id, name, encoding in (
        ("demands", "平台导出_企业需求", "gb18030"),
        ("achievements", "平台导出_科技成果", "utf-8-sig"),
    ):
        frame = world.table(sheet_id)
        frame = frame[frame["officer"].isna()].drop(columns=["officer"]).assign(is_safe=False)
        table = render(sheet_id, frame, numbered, sending.names, file="")
        text_file(folder / f"{name}.csv", SHEETS[sheet_id].title.zh, table, encoding=encoding)
        if sheet_id == "demands":  # the same export once more for its last weeks: the same rows, not new ones
            table.rows = table.rows[-6:]
            text_file(folder / f"{name}_补发.csv", SHEETS[sheet_id].title.zh, table, encoding="utf-8")
    lists = (
        ("recommendations", "平台导出_智能推荐", "gb18030", ","),
        ("contracts", "技术合同登记与自报签约", "utf-8-sig", ","),
        ("pushes", "信息推送记录", "gb18030", "\t"),
    )
    for sheet_id, name, encoding, separator in lists:
        frame = by_title(world, world.table(sheet_id))
        layout = numbered if sheet_id == "contracts" else plain
        table = render(sheet_id, frame, layout, sending.names, file="")
        suffix = "txt" if separator == "\t" else "csv"
        text_file(
            folder / f"{name}.{suffix}",
            SHEETS[sheet_id].title.zh,
            table,
            encoding=encoding,
            separator=separator,
        )
