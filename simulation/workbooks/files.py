"""Which sender holds which rows: a workbook a city, one of the recommending bodies, the ledger, exports."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data_ingest.sheets import SHEETS
from simulation.people import NON_CITY
from simulation.words import CITIES
from simulation.workbooks.layouts import CITY_LAYOUTS, LAYOUTS, Habits
from simulation.workbooks.mistakes import add_mistakes
from simulation.workbooks.office import write_exports, write_ledger
from simulation.workbooks.render import Table, render, roster, roster_with_terms
from simulation.workbooks.sending import Sending
from simulation.workbooks.write import Workbook
from simulation.world import World

#: Sheets that units send, in the order of their workbook, with the day that decides whose row it is.
UNIT_SHEETS = {
    "demands": "submitted_on",
    "achievements": "submitted_on",
    "activities": "acted_on",
    "reminders": "sent_on",
    "summaries": "submitted_on",
}
SHORT = {
    "officers": "名册", "demands": "需求", "achievements": "成果", "activities": "履职记录",
    "reminders": "提醒台账", "summaries": "工作小结", "quarterly": "季度汇总",
}  # fmt: skip


def write_all(world: World, folder: Path) -> None:
    """All generated files of `sample_data/`."""
    folder.mkdir(parents=True, exist_ok=True)
    sending = Sending(world, folder)
    for nth, code in enumerate(CITIES, start=1):
        layout = LAYOUTS[CITY_LAYOUTS[code]]
        _unit_workbook(sending, code, folder / f"{nth:02d}_{CITIES[code][1]}科创联络员材料.xlsx", layout)
    _unit_workbook(sending, NON_CITY, folder / "18_高校院所企业科协推荐联络员材料.xlsx", LAYOUTS["bodies"])
    write_ledger(sending)
    write_exports(sending)


def _unit_workbook(sending: Sending, unit: str, path: Path, layout: Habits) -> None:
    reporter = f"{CITIES[unit][0]}科协" if unit in CITIES else "高校院所企业科协联合汇总"
    place = CITIES[unit][1] if unit in CITIES else ""
    book = Workbook(path, reporter=reporter, layout=layout)
    for sheet_id, table in _unit_tables(sending, unit, layout).items():
        add_mistakes(table, sending.rng)
        name = f"{place}{SHORT[sheet_id]}" if layout.named_in == "sheet" else SHORT[sheet_id]
        book.add(name, f"{place}{SHEETS[sheet_id].title.zh}", table)
    book.close()


def _unit_tables(sending: Sending, unit: str, layout: Habits) -> dict[str, Table]:
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
        of_city = quarterly[quarterly["reporter"] == f"{CITIES[unit][0]}科协"]
        tables["quarterly"] = render("quarterly", of_city, layout, sending.names, file=unit)
    return tables


def _rows_of(sending: Sending, sheet_id: str, day: str, unit: str) -> pd.DataFrame:
    """A unit's rows of a sheet by date; those of planted officers are marked as not to be spoilt."""
    frame = sending.world.table(sheet_id).reset_index(drop=True)
    frame = frame[frame["officer"].notna()].reset_index(drop=True)
    mine = frame[(sending.file_of(frame, day) == unit).to_numpy()].copy()
    planted = sending.world.is_planted
    mine["is_safe"] = ~planted[mine["officer"].astype(int)]
    return mine.sort_values([day, "officer"], kind="stable").reset_index(drop=True)
