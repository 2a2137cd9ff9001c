"""What came in, what is held and how fresh it is, for those who may ask: frames for the data page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.rules import Rules
from analytics.sql import run
from data_ingest.findings import Finding, finding_text
from data_ingest.sheets import CONTACT_MASKS
from foundation.access.viewer import Viewer
from foundation.reference.places import resolve_city
from foundation.warehouse.snapshots import Snapshot
from foundation.warehouse.statements import named

_SQL = named(Path(__file__).with_suffix(".sql"))
FILLED = ("has_phone", "has_birth", "has_education", "has_field")
#: More lines than anybody scrolls through; the download holds all.
MOST_SHOWN = 2_000


def visible(snapshot: Snapshot, viewer: Viewer) -> list[str]:
    """Files that the viewer may ask about: a city its own senders' alone."""
    files = _frame(snapshot, "senders")
    if viewer.unit is None:
        return list(files["sha256"])
    is_of_city = [resolve_city(sender or "") == viewer.unit for sender in _texts(files["sender"])]
    return list(files.loc[is_of_city, "sha256"])


def tables(snapshot: Snapshot, viewer: Viewer) -> pd.DataFrame:
    """One row a table: rows_read = rows_loaded + rows_quarantined; cells_empty: loaded rows' wrong cells."""
    return _frame(snapshot, "tables", visible=visible(snapshot, viewer))


def unread(snapshot: Snapshot, viewer: Viewer) -> pd.DataFrame:
    """Worksheets and members of archives that looked like data and gave no rows."""
    return _frame(snapshot, "unread", visible=visible(snapshot, viewer))


def kinds(snapshot: Snapshot, viewer: Viewer) -> pd.DataFrame:
    """How many wrong cells by file, table, rule and whether their row is held: no cell's content."""
    return _frame(snapshot, "kinds", visible=visible(snapshot, viewer))


def cells(
    snapshot: Snapshot,
    viewer: Viewer,
    *,
    file: str | None = None,
    table: str | None = None,
    rule: str | None = None,
    is_held: bool | None = None,
    most: int = MOST_SHOWN,
) -> pd.DataFrame:
    """One row a wrong cell, contacts masked. Raises PermissionError for a leader: cells name persons."""
    if viewer.role == "leader":
        raise PermissionError("wrong cells name persons")
    wrong = _frame(
        snapshot,
        "cells",
        visible=visible(snapshot, viewer),
        file=file,
        table=table,
        rule=rule,
        is_held=is_held,
        most=most,
    )
    return _masked(wrong)


def _masked(cells: pd.DataFrame) -> pd.DataFrame:
    """Contacts hidden in the value and in what was kept of it, and the message worded from what is left."""
    for place in cells.index[cells["column_name"].isin(list(CONTACT_MASKS))]:
        finding = Finding.of_row(cells.loc[place]).masked()
        message = finding_text(finding).message
        columns = ["value", "kept", "message_zh", "message_en"]
        cells.loc[place, columns] = [finding.value, finding.kept, message.zh, message.en]
    return cells


def returns(snapshot: Snapshot, viewer: Viewer) -> pd.DataFrame:
    """Files with something to put right, by sender: cells, rows_held, tables."""
    return _frame(snapshot, "returns", visible=visible(snapshot, viewer))


def freshness(snapshot: Snapshot, viewer: Viewer) -> pd.DataFrame:
    """One row a sender: files, received_on, last_act_on, rows_read, rows_loaded, tables (ids of sheets)."""
    return _frame(snapshot, "freshness", visible=visible(snapshot, viewer))


def completeness(snapshot: Snapshot, viewer: Viewer, as_of: dt.date) -> pd.DataFrame:
    """One row a recommending body: officers serving, with an act in W, last act; how many have which cell.

    recommender None: 未填. A city sees the bodies of its own unit.
    """
    rules = Rules.of(snapshot)
    serving = run(snapshot, "officers_serving", rules.parameters() | {"as_of": as_of})
    if viewer.unit is not None:
        serving = serving.loc[serving["unit"] == viewer.unit]
    filled = _frame(snapshot, "filled").drop_duplicates("person_id")
    officers = serving.merge(filled, on="person_id", how="left")
    officers["has_act"] = officers["acts"].fillna(0) > 0
    counts = {"officers": ("person_id", "size"), "with_act": ("has_act", "sum")}
    counts |= {name: (name, "sum") for name in FILLED} | {"last_act_on": ("last_act_on", "max")}
    grouped = officers.groupby(["unit", "recommender"], dropna=False, observed=True, sort=True)
    return grouped.agg(**counts).reset_index()


def _frame(snapshot: Snapshot, statement: str, **values: Any) -> pd.DataFrame:
    frame: pd.DataFrame = snapshot.cursor().execute(_SQL[statement], values).df()
    return frame


def _texts(column: pd.Series) -> list[str]:
    return ["" if pd.isna(cell) else str(cell) for cell in column]


def landed_name(snapshot: Snapshot, sha256: str) -> str:
    """What its sender called the landed file."""
    files = _frame(snapshot, "senders")
    return str(files.loc[files["sha256"] == sha256, "file"].iloc[0])
