"""One file → its rows, typed and checked: read it, find its tables, load each, say what was passed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from data_ingest.load_table import load_table
from data_ingest.loaded import LoadedFile, LoadedTable, PassedOver, part_of
from data_ingest.readers import DEFAULT, Cells, Limits, Member, Refusal, read
from data_ingest.records.content_ids import content_ids
from data_ingest.sheets import SHEETS
from data_ingest.tables import FoundTable, HeaderMapping, find_tables, says_simulated
from data_ingest.tables.header_mapping import folded, sender_of
from data_ingest.tables.notes import is_our_notes
from data_ingest.tables.unread import no_table, without_table
from foundation.fast.coded import concat
from foundation.fast.threads import one_more_thread
from foundation.locales import text
from foundation.warehouse.corrections import Correction, FilePart

__all__ = ["LoadedFile", "LoadedTable", "PassedOver", "load_file"]


def load_file(
    path: str | Path,
    *,
    name: str,
    sha256: str,
    received_on: dt.date,
    sender: str | None = None,
    limits: Limits = DEFAULT,
    header_mappings: Sequence[HeaderMapping] = (),
) -> LoadedFile:
    """Read a landed file. `name` is what its sender called it; dates later than `received_on` are wrong.

    header_mappings: what headers mean where somebody entered it, of any sender.

    A file without any table comes back with `error` and `remedy`; it never raises for what a user sent.
    """
    members = read(path, name=name, limits=limits)
    senders = [sender_of(member.sheets, sender) for member in members]
    tables: list[LoadedTable] = []
    passed: list[PassedOver] = []
    for member, member_sender in zip(members, senders, strict=True):
        file_mappings = [mapping for mapping in header_mappings if mapping.sender == folded(member_sender)]
        member_tables, member_passed = _load_member(
            member, received_on=received_on, sender=sender, header_mappings=file_mappings
        )
        tables += member_tables
        passed += member_passed
    loaded = LoadedFile(
        name=name,
        sha256=sha256,
        sender=sender or _first_reporter(tables) or (None if tables else next(filter(None, senders), None)),
        is_simulated=any(says_simulated(cells) for member in members for cells in member.sheets),
        tables=tables,
        passed_over=passed,
        corrects=tuple(_correction(member, name) for member in members if member.returned),
        layout_senders=tuple(dict.fromkeys(map(folded, senders))),
        saved_at=max((member.returned.saved_at for member in members if member.returned), default="") or None,
    )
    return loaded if tables else _refused(loaded, _refusal(members))


def _refused(loaded: LoadedFile, refusal: Refusal) -> LoadedFile:
    return replace(loaded, error_summary=refusal.error, error_details=refusal.details, remedy=refusal.remedy)


def _first_reporter(tables: list[LoadedTable]) -> str | None:
    return next((table.reporter for table in tables if table.reporter), None)


def _correction(member: Member, name: str) -> Correction:
    assert member.returned is not None
    source = FilePart(member.returned.sha256, member.returned.part)
    return Correction(source, part_of(member.name, name))


def _refusal(members: list[Member]) -> Refusal:
    """Why nothing was read: the first member's own reason, else that no table was recognised."""
    refusal = next((member.refusal for member in members if member.refusal), None)
    return refusal or no_table([cells for member in members for cells in member.sheets])


def _load_member(
    member: Member, *, received_on: dt.date, sender: str | None, header_mappings: Sequence[HeaderMapping]
) -> tuple[list[LoadedTable], list[PassedOver]]:
    if member.refusal:
        refused = PassedOver(member.name, None, member.refusal.error, member.refusal.remedy, is_error=True)
        return [], [refused]
    tables_of_sheets: list[tuple[Cells, FoundTable]] = []
    passed: list[PassedOver] = []
    for cells in member.sheets:
        tables, passed_over = _tables_of(cells, member.name, header_mappings)
        tables_of_sheets += [(cells, table) for table in tables]
        passed += passed_over
    with one_more_thread() as begin:
        # The rows are hashed while their cells are cleaned.
        ids = begin(_content_ids, [table for _, table in tables_of_sheets])
        loaded = [
            load_table(table, cells, file=member.name, received_on=received_on, sender=sender)
            for cells, table in tables_of_sheets
        ]
        return [_with_ids(*pair) for pair in zip(loaded, ids(), strict=True)], passed


def _tables_of(
    cells: Cells, file: str, header_mappings: Sequence[HeaderMapping]
) -> tuple[Sequence[FoundTable], list[PassedOver]]:
    """The tables of a worksheet; where it is not read or holds none, why."""
    if cells.is_hidden:
        return [], [PassedOver(file, cells.name, text("ingest.sheet_hidden"))]
    if is_our_notes(cells):
        return [], [PassedOver(file, cells.name, text("ingest.sheet_notes"))]
    sheetful = find_tables(cells, header_mappings)
    if not sheetful.tables:
        return [], [without_table(file, cells, sheetful.tabular_rows)]
    return sheetful.tables, []


def _content_ids(tables: list[FoundTable]) -> list[pa.Table]:
    """row_number and content_id of each table; occurrences are counted over all worksheets of the file."""
    ids: dict[int, pa.Table] = {}
    for sheet_id in {table.sheet_id for table in tables}:
        places = [place for place, table in enumerate(tables) if table.sheet_id == sheet_id]
        frames = [tables[place].frame for place in places]
        sheet_ids, start = content_ids(concat(frames), SHEETS[sheet_id]), 0
        for place, frame in zip(places, frames, strict=True):
            frame_ids = sheet_ids.slice(start, frame.num_rows)
            ids[place] = pa.table({"row_number": frame["row_number"], "content_id": frame_ids})
            start += frame.num_rows
    return [ids[place] for place in range(len(tables))]


def _with_ids(table: LoadedTable, ids: pa.Table) -> LoadedTable:
    """The loaded rows with their content ids, in the order of the file; rows held back have none."""
    if table.rows_quarantined:
        numbers, kept = (part["row_number"].to_numpy() for part in (ids, table.frame))
        ids = ids.filter(pa.array(np.isin(numbers, kept)))
    return replace(table, frame=table.frame.append_column("content_id", ids["content_id"]))
