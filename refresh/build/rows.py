"""A read file into the snapshot's tables: its rows with where they came from, its issues, its counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow as pa

from data_ingest.load import LoadedFile, LoadedTable
from refresh.intake.input_file import InputFile
from refresh.intake.records import passed_over_row, status_of


def insert_file(con: duckdb.DuckDBPyConnection, loaded: LoadedFile, file: InputFile) -> None:
    """All of one file. A file that today's code refuses stands in `files` with the reason, without rows."""
    error = loaded.error
    _insert_one(
        con,
        "files",
        {
            "sha256": file.sha256,
            "file": file.name,
            "sender": loaded.sender,
            "received_on": file.received_on,
            "status": status_of(loaded),
            "error_zh": error.zh if error else None,
            "error_en": error.en if error else None,
            "is_simulated": loaded.is_simulated,
            "corrects": ", ".join(sorted({correction.source.sha256 for correction in loaded.corrects}))
            or None,
        },
    )
    for part in loaded.passed_over:
        _insert_one(con, "passed_over", {"sha256": file.sha256, **passed_over_row(part)})
    for position, table in enumerate(loaded.tables, 1):
        insert_table(con, table, origin(loaded, table, file, position))


def origin(loaded: LoadedFile, table: LoadedTable, file: InputFile, position: int) -> dict[str, Any]:
    """Where the rows of a table came from. load_id: the file and the table's place in it."""
    return {
        "load_id": f"{file.sha256[:20]}-{position:03d}",
        "sha256": file.sha256,
        "file": table.file,
        "sheet": table.sheet,
        "sender": loaded.sender,
        "received_on": file.received_on,
    }


def insert_table(con: duckdb.DuckDBPyConnection, table: LoadedTable, source: Mapping[str, Any]) -> None:
    """Rows, issues and counts of one table."""
    named = {"load_id", "sha256", "file", "sheet"}
    about = {k: v for k, v in source.items() if k in named} | {"table": table.table}
    _insert_frame(con, table.table, table.frame, source)
    _insert_frame(con, "quarantine", table.issues, about)
    _insert_frame(con, "officer_hints", table.hints, {"load_id": about["load_id"]})
    counts = {
        "rows_read": table.rows_read,
        "rows_loaded": table.rows_loaded,
        "rows_quarantined": table.rows_quarantined,
        "rows_merged": 0,
        "mapping": table.mapping,
    }
    _insert_one(con, "loads", about | counts)


def _insert_frame(
    con: duckdb.DuckDBPyConnection, target: str, frame: pa.Table, constants: Mapping[str, Any]
) -> None:
    """Append `frame` with the same constants in every row, columns matched by name; others stay out."""
    if not len(frame):
        return
    con.register("incoming", frame)
    columns_of_target = {row[0] for row in con.execute(f'describe "{target}"').fetchall()} - set(constants)
    # A column without a cell is NULL by itself.
    given = [c for c in frame.column_names if c in columns_of_target and frame[c].null_count < len(frame)]
    columns = ", ".join(f'"{c}"' for c in [*given, *constants])
    values = ", ".join([*(f'"{c}"' for c in given), *(f"${c}" for c in constants)])
    # Names of tables and columns come from the declarations, never from a file.
    con.execute(f'insert into "{target}" ({columns}) select {values} from incoming', dict(constants))
    con.unregister("incoming")


def _insert_one(con: duckdb.DuckDBPyConnection, target: str, row: Mapping[str, Any]) -> None:
    columns, values = ", ".join(f'"{c}"' for c in row), ", ".join(f"${c}" for c in row)
    con.execute(f'insert into "{target}" ({columns}) values ({values})', dict(row))
