"""One snapshot from its inputs: rows in, references resolved, models computed, told about itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb

from analytics.rules import Rules
from analytics.sql.build import build_models
from data_ingest import identity
from data_ingest.records import merging, repeats
from data_ingest.records.tables import create_tables
from data_ingest.tables.header_mapping import header_mappings_of
from foundation.locales import Text, text
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import SCHEMA, building_path, connect_new
from refresh.build.inputs import Inputs
from refresh.build.rows import insert_file
from refresh.decisions.in_effect import in_effect
from refresh.intake.staging import load_staged
from refresh.progress import Progress, step

HERE = Path(__file__).parent
#: How long persons take: to begin with, and rows a second.
_PEOPLE_SECONDS, _PEOPLE_ROWS = 1.0, 200_000


def assemble(home: Home, inputs: Inputs, progress: Progress) -> Path:
    """Build the snapshot of `inputs` under a temporary name. What fails half-way is left for `sweep`."""
    path = building_path(home)
    rules = Rules.parse(inputs.rules_toml)
    with connect_new(path) as con:
        create_tables(con)
        con.execute((HERE / "tables.sql").read_text(encoding="utf-8"))
        _insert(con, home, inputs, progress)
        _resolve(con, inputs, progress)
        build_models(con, rules, _as_one_stage(progress))
        _describe(con, inputs, rules)
        con.execute("checkpoint")
    return path


def _insert(con: duckdb.DuckDBPyConnection, home: Home, inputs: Inputs, progress: Progress) -> None:
    stage, header_mappings = text("warehouse.stage_rows"), header_mappings_of(inputs.decisions)
    for done, file in enumerate(inputs.files):
        progress(stage, done, len(inputs.files))
        insert_file(con, load_staged(home, file, header_mappings=header_mappings), file)
    progress(stage, len(inputs.files), len(inputs.files))


def _resolve(con: duckdb.DuckDBPyConnection, inputs: Inputs, progress: Progress) -> None:
    """Equal records become one, then names become persons."""
    stage = text("warehouse.stage_people")
    (rows,) = _one(con, "select coalesce(sum(rows_loaded), 0) from loads")
    seconds = _PEOPLE_SECONDS + int(rows) / _PEOPLE_ROWS
    with step(progress, stage, 0, 2, seconds=seconds / 4):
        merging.merge(con)
        repeats.settle(con, in_effect(inputs.decisions))
    with step(progress, stage, 1, 2, seconds=seconds):
        identity.resolve(con, in_effect(inputs.decisions))
        repeats.ask(con)
    progress(stage, 2, 2)


def _as_one_stage(progress: Progress) -> Progress:
    """One bar for all models, whichever is being computed."""
    stage = text("warehouse.stage_models")

    def tell(_model: Text, done: float, total: int, /) -> None:
        progress(stage, done, total)

    return tell


def _describe(con: duckdb.DuckDBPyConnection, inputs: Inputs, rules: Rules) -> None:
    """The snapshot's `meta`: its id and schema, its rules, its as-of, the days its acts span."""
    from_on, to_on = _one(con, "select min(acted_on), max(acted_on) from acts where is_in_service")
    (is_simulated,) = _one(con, "select bool_or(is_simulated) from files")
    values = {
        "snapshot": inputs.id,
        "schema": str(SCHEMA),
        "as_of": default_as_of(con, inputs).isoformat(),
        "rules_version": rules.version,
        "rules_toml": rules.toml,
        "is_simulated": "true" if is_simulated else "false",
        "data_from": "" if from_on is None else from_on.isoformat(),
        "data_to": "" if to_on is None else to_on.isoformat(),
    }
    con.executemany("insert into meta values (?, ?)", list(values.items()))


def default_as_of(con: duckdb.DuckDBPyConnection, inputs: Inputs) -> dt.date:
    """First day of the default as-of month (docs/definitions.md, Snapshot).

    Without any act: the month of the latest day on which a file in force was received.
    """
    (month,) = _one(con, (HERE / "default_as_of.sql").read_text(encoding="utf-8"))
    day: dt.date = month or max(f.received_on for f in inputs.files)
    return day.replace(day=1)


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[Any, ...]:
    row = con.execute(sql).fetchone()
    assert row is not None
    return row
