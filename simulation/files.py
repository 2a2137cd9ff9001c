"""Which sender holds which rows: a workbook a city, one of the recommending bodies, the ledger, exports."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from data_ingest.sheets import SHEETS
from simulation.layouts import CITY_LAYOUTS, LAYOUTS, Layout
from simulation.mistakes import add_mistakes
from simulation.people import NON_CITY
from simulation.province import OFFICER_COLUMNS, officers_sheet
from simulation.render import Names, Table, render, roster, roster_with_terms
from simulation.words import CITIES
from simulation.world import World, where
from simulation.write import Workbook, text_file

#: Sheets that units send, in the order of their workbook, with the day that decides whose row it is.
UNIT_SHEETS = {
    "demands": "submitted_on",
    "achievements": "submitted_on",
    "activities": "acted_on",
    "reminders": "sent_on",
    "summaries": "submitted_on",
}
LEDGER_SHEETS = (
    "trainings", "attendances", "experts", "matches", "contacts", "leaves", "assessments", "changes",
    "suggestions", "tickets", "honours", "meetings", "targets",
)  # fmt: skip
SHORT = {
    "officers": "名册", "demands": "需求", "achievements": "成果", "activities": "履职记录",
    "reminders": "提醒台账", "summaries": "工作小结", "quarterly": "季度汇总",
}  # fmt: skip


@dataclass
class Sending:
    """Everything needed to write all files of one world."""

    world: World
    folder: Path
    names: Names = field(init=False)
    roster: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        self.rng = self.world.random("mistakes")
        terms = self.world.table("terms")
        terms["file"] = where(
            terms["recommender_type"].isin(["市州科协", "县市区科协"]), terms["city"], NON_CITY
        )
        self.terms = terms
        seats = {(int(r.officer), str(r.file)): str(r.org) for r in _each(terms)}
        self.names = Names(self.world.persons, seats)
        self.roster = officers_sheet(self.world)
        self.roster["is_safe"] = ~self.world.is_planted

    def file_of(self, frame: pd.DataFrame, day: str | None) -> pd.Series:
        """The unit whose file holds each row: of the officer's term in force (else his first) on that day."""
        rows = pd.DataFrame(
            {"officer": frame["officer"].astype("float"), "day": frame[day] if day else pd.NaT}
        )
        rows["at"] = range(len(rows))
        terms = self.terms[["officer", "started_on", "file"]].astype({"officer": float})
        joined = rows.merge(terms, on="officer").sort_values(["at", "started_on"], kind="stable")
        begun = joined[joined["started_on"] <= joined["day"]].drop_duplicates("at", keep="last")
        first = joined.drop_duplicates("at")
        chosen = first.set_index("at")["file"]
        chosen.update(begun.set_index("at")["file"])
        return chosen.reindex(range(len(rows)))


def _each(frame: Any) -> Any:
    return frame.itertuples()


def write_all(world: World, folder: Path) -> None:
    """All generated files of `sample_data/`."""
    folder.mkdir(parents=True, exist_ok=True)
    sending = Sending(world, folder)
    for nth, code in enumerate(CITIES, start=1):
        layout = LAYOUTS[CITY_LAYOUTS[code]]
        _unit_workbook(sending, code, folder / f"{nth:02d}_{CITIES[code][1]}科创联络员材料.xlsx", layout)
    _unit_workbook(sending, NON_CITY, folder / "18_高校院所企业科协推荐联络员材料.xlsx", LAYOUTS["bodies"])
    _ledger(sending)
    _exports(sending)


def _unit_workbook(sending: Sending, unit: str, path: Path, layout: Layout) -> None:
    reporter = f"{CITIES[unit][0]}科协" if unit in CITIES else "高校院所企业科协联合汇总"
    place = CITIES[unit][1] if unit in CITIES else ""
    book = Workbook(path, reporter=reporter, layout=layout)
    for sheet_id, table in _unit_tables(sending, unit, layout).items():
        add_mistakes(table, sending.rng)
        name = f"{place}{SHORT[sheet_id]}" if layout.named_in == "sheet" else SHORT[sheet_id]
        book.add(name, f"{place}{SHEETS[sheet_id].title.zh}", table)
    book.close()


def _unit_tables(sending: Sending, unit: str, layout: Layout) -> dict[str, Table]:
    terms = sending.terms[sending.terms["file"] == unit]
    people = sending.roster.loc[sorted(set(terms["officer"]))].copy()
    people["org"] = [sending.names.org(k, unit) for k in people.index]
    people["city"] = terms.drop_duplicates("officer", keep="last").set_index("officer")["city"]
    if unit in CITIES and layout.words:
        people["city"] = None
    tables: dict[str, Table] = {}
    if layout.has_terms:
        tables["officers"] = roster_with_terms(people, terms, layout, sending.names, file=unit)
    else:
        tables["officers"] = roster(people, layout, sending.names, file=unit)
    for sheet_id, day in UNIT_SHEETS.items():
        rows = _rows_of(sending, sheet_id, day, unit)
        if len(rows):
            tables[sheet_id] = render(sheet_id, rows, layout, sending.names, file=unit)
    quarterly = sending.world.table("quarterly")
    if unit in CITIES and (quarterly["reporter"] == f"{CITIES[unit][0]}科协").any():
        own = quarterly[quarterly["reporter"] == f"{CITIES[unit][0]}科协"]
        tables["quarterly"] = render("quarterly", own, layout, sending.names, file=unit)
    return tables


def _rows_of(sending: Sending, sheet_id: str, day: str, unit: str) -> pd.DataFrame:
    """A unit's rows of a sheet by date; those of planted officers are marked as not to be spoilt."""
    frame = sending.world.table(sheet_id).reset_index(drop=True)
    frame = frame[frame["officer"].notna()].reset_index(drop=True)
    mine = frame[(sending.file_of(frame, day) == unit).to_numpy()].copy()
    planted = sending.world.is_planted
    mine["is_safe"] = ~planted[mine["officer"].astype(int)]
    return mine.sort_values([day, "officer"], kind="stable").reset_index(drop=True)


def _ledger(sending: Sending) -> None:
    """The office's own workbook: terms of who sends none, classes, pairs, contacts, assessments, notices."""
    layout = LAYOUTS["ledger"]
    book = Workbook(sending.folder / "办公室台账.xlsx", reporter="省科协科创联络员办公室", layout=layout)
    sent = [code for code, name in CITY_LAYOUTS.items() if LAYOUTS[name].has_terms]
    terms = sending.terms[~sending.terms["file"].isin(sent)]
    book.add("认定聘期", "全省科创联络员认定台账", _terms_table(sending, terms, layout))
    for sheet_id in LEDGER_SHEETS:
        frame = _by_title(sending.world, sending.world.table(sheet_id))
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


def _terms_table(sending: Sending, terms: pd.DataFrame, layout: Layout) -> Table:
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


def _by_title(world: World, frame: pd.DataFrame) -> pd.DataFrame:
    """References to demands, achievements, experts, classes as people write them: by name, not by number."""
    frame = frame.copy()
    demands = world.table("demands").set_index("demand_no")
    achievements = world.table("achievements").set_index("achievement_no")
    experts = world.table("experts").set_index("expert_no")
    if "demand" in frame:
        frame["demand"] = frame["demand"].map(demands["title"] + "（" + demands["enterprise"] + "）")
    if "achievement" in frame:
        frame["achievement"] = frame["achievement"].map(achievements["title"])
    if "expert" in frame:
        frame["expert"] = frame["expert"].map(experts["name"] + "（" + experts["org"] + "）")
    if "training" in frame:
        frame["training"] = frame["training"].map(world.table("trainings").set_index("training_no")["title"])
    return frame


def _exports(sending: Sending) -> None:
    """Exports of the service platform and lists kept as text, in the encodings of Chinese offices."""
    world, folder = sending.world, sending.folder
    plain = LAYOUTS["ledger"]
    numbered = Layout("export", has_numbers=True, has_serial=False)
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
        frame = _by_title(world, world.table(sheet_id))
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


__all__ = ["OFFICER_COLUMNS", "write_all"]
