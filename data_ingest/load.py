"""One file → its rows, typed and checked: read, find the tables, clean, account for every row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.cleaning import Cleaned, clean, clean_date, clean_phone
from data_ingest.loaded import HINTS, LoadedFile, LoadedTable, PassedOver, part_of
from data_ingest.readers import DEFAULT, Cells, Limits, Member, Refusal, read
from data_ingest.records.content_ids import content_ids
from data_ingest.sheets import SHEETS
from data_ingest.tables import FoundTable, HeaderMapping, find_tables, says_simulated
from data_ingest.tables.header_mapping import folded, mapping_text, sender_of
from data_ingest.tables.notes import is_our_notes
from data_ingest.tables.unread import no_table, without_table
from foundation.fast.coded import concat, plain
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
    tables: list[LoadedTable] = []
    passed: list[PassedOver] = []
    senders: list[str] = []
    for member in members:
        senders.append(sender_of(member.sheets, sender))
        file_mappings = [mapping for mapping in header_mappings if mapping.sender == folded(senders[-1])]
        more, skipped = _load_member(
            member, received_on=received_on, sender=sender, header_mappings=file_mappings
        )
        tables += more
        passed += skipped
    refusal = None if tables else _refusal(members)
    return LoadedFile(
        name=name,
        sha256=sha256,
        sender=sender or _said_by(tables) or (None if tables else next(filter(None, senders), None)),
        is_simulated=any(says_simulated(cells) for member in members for cells in member.sheets),
        error_summary=refusal.error if refusal else None,
        error_details=refusal.details if refusal else None,
        remedy=refusal.remedy if refusal else None,
        tables=tables,
        passed_over=passed,
        corrects=tuple(_correction(member, name) for member in members if member.returned),
        layout_senders=tuple(dict.fromkeys(map(folded, senders))),
        saved_at=max((member.returned.saved_at for member in members if member.returned), default="") or None,
    )


def _said_by(tables: list[LoadedTable]) -> str | None:
    return next((table.reporter for table in tables if table.reporter), None)


def _correction(member: Member, name: str) -> Correction:
    assert member.returned is not None
    source = FilePart(member.returned.sha256, member.returned.part)
    return Correction(source, part_of(member.name, name))


def _refusal(members: list[Member]) -> Refusal:
    """Why nothing was read: the first member's own reason, else that no table was recognised."""
    own = next((member.refusal for member in members if member.refusal), None)
    return own or no_table([cells for member in members for cells in member.sheets])


def _load_member(
    member: Member, *, received_on: dt.date, sender: str | None, header_mappings: Sequence[HeaderMapping]
) -> tuple[list[LoadedTable], list[PassedOver]]:
    if member.refusal:
        refused = PassedOver(member.name, None, member.refusal.error, member.refusal.remedy, is_error=True)
        return [], [refused]
    found: list[tuple[Cells, FoundTable]] = []
    passed: list[PassedOver] = []
    for cells in member.sheets:
        if cells.is_hidden:
            passed.append(PassedOver(member.name, cells.name, text("ingest.sheet_hidden")))
            continue
        if is_our_notes(cells):
            passed.append(PassedOver(member.name, cells.name, text("ingest.sheet_notes")))
            continue
        sheetful = find_tables(cells, header_mappings)
        passed += [] if sheetful.tables else [without_table(member.name, cells, sheetful.tabular_rows)]
        found += [(cells, table) for table in sheetful.tables]
    with one_more_thread() as begin:
        # The rows are hashed while their cells are cleaned.
        ids = begin(_content_ids, [table for _, table in found])
        tables = [
            _load_table(table, cells, file=member.name, received_on=received_on, sender=sender)
            for cells, table in found
        ]
        return [_with_ids(*pair) for pair in zip(tables, ids(), strict=True)], passed


def _content_ids(tables: list[FoundTable]) -> list[pa.Table]:
    """row_number and content_id of each table; occurrences are counted over all worksheets of the file."""
    ids: dict[int, pa.Table] = {}
    for sheet_id in {table.sheet_id for table in tables}:
        places = [place for place, table in enumerate(tables) if table.sheet_id == sheet_id]
        frames = [tables[place].frame for place in places]
        whole = concat(frames)
        numbered, start = content_ids(whole, SHEETS[sheet_id]), 0
        for place, frame in zip(places, frames, strict=True):
            own = numbered.slice(start, frame.num_rows)
            ids[place] = pa.table({"row_number": frame["row_number"], "content_id": own})
            start += frame.num_rows
    return [ids[place] for place in range(len(tables))]


def _load_table(
    table: FoundTable,
    cells: Cells,
    *,
    file: str,
    received_on: dt.date,
    sender: str | None,
) -> LoadedTable:
    sheet = SHEETS[table.sheet_id]
    body = _with_reporter(table, sender)
    hints = _hints(body)
    kept = [name for name in body.column_names if name not in _HELPERS]
    cleaned = clean(body.select(kept), sheet=sheet, received_on=received_on, units=table.units)
    frame = _with_city(cleaned, table, sender)
    reported_on = _reported_on(table, received_on)
    frame = frame.append_column("reported_on", pa.repeat(pa.scalar(reported_on, pa.date32()), frame.num_rows))
    return LoadedTable(
        file=file,
        sheet=cells.name,
        table=table.sheet_id,
        frame=frame,
        issues=cleaned.issues,
        hints=hints,
        rows_read=body.num_rows,
        rows_quarantined=len(cleaned.held),
        extra_headers=table.extra_headers,
        reporter=table.context.reporter,
        hidden_rows=cells.hidden_rows,
        mapping=mapping_text(table.mapping) if table.mapping else "",
    )


def _with_ids(table: LoadedTable, ids: pa.Table) -> LoadedTable:
    """The loaded rows with their content ids: as the rows lay in the file, less those held back."""
    if table.rows_quarantined:
        numbers, kept = (part["row_number"].to_numpy() for part in (ids, table.frame))
        ids = ids.filter(pa.array(np.isin(numbers, kept)))
    return replace(table, frame=table.frame.append_column("content_id", ids["content_id"]))


_HELPERS = ("officer_name", "officer_unit", "officer_phone", "officer_city")


def _hints(body: pa.Table) -> pa.Table:
    """The officer's own cells beside the reference; no row where the file gives none."""
    given = {name: plain(body[name]) for name in _HELPERS if name in body.column_names}
    if not given:
        return HINTS.empty_table()
    columns = {name.removeprefix("officer_"): values for name, values in given.items()}
    if "phone" in columns:
        columns["phone"] = clean_phone(columns["phone"]).value
    nothing = pa.nulls(body.num_rows, pa.string())
    columns |= {name: nothing for name in HINTS.names[1:] if name not in columns}
    hints = pa.table({"row_number": body["row_number"], **columns}).select(HINTS.names).cast(HINTS)
    is_said = pc.is_valid(pc.coalesce(hints["name"], hints["unit"], hints["phone"], hints["city"]))
    return hints.filter(is_said)


def _with_reporter(table: FoundTable, sender: str | None) -> pa.Table:
    """A quarterly table names its reporter in the line above it, not in every row."""
    reporter = table.context.reporter or sender
    if "reporter" not in SHEETS[table.sheet_id].by_name or reporter is None:
        return table.frame
    if "reporter" not in table.frame.column_names:
        return table.frame.append_column("reporter", pa.array([reporter] * table.frame.num_rows, pa.string()))
    place = table.frame.column_names.index("reporter")
    return table.frame.set_column(place, "reporter", pc.fill_null(plain(table.frame["reporter"]), reporter))


def _with_city(cleaned: Cleaned, table: FoundTable, sender: str | None) -> pa.Table:
    """City of rows that name none, from the sheet's name, the 填报单位 line or the sender.

    A city that is written but wrong stays empty: an enterprise of another province is not the sender's.
    """
    city = table.context.city(sender)
    if "city" not in SHEETS[table.sheet_id].by_name or city is None:
        return cleaned.frame
    wrong = pc.equal(cleaned.issues["column_name"], "city")
    is_wrong = pc.is_in(
        cleaned.frame["row_number"], value_set=cleaned.issues.filter(wrong)["row_number"].combine_chunks()
    )
    filled = pc.if_else(is_wrong, cleaned.frame["city"], pc.fill_null(cleaned.frame["city"], city))
    return cleaned.frame.set_column(cleaned.frame.column_names.index("city"), "city", filled)


def _reported_on(table: FoundTable, received_on: dt.date) -> dt.date:
    """填报日期 of the file where it can be read and does not lie ahead, else the day of receipt."""
    if table.context.dated is None:
        return received_on
    read = clean_date([table.context.dated], received_on=received_on).value[0].as_py()
    return read or received_on
