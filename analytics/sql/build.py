"""One `select` per .sql file, built into the snapshot in dependency order.

    build_models(con, Rules.package())

`con` holds every sheet's table (empty where no file brought rows) and `bodies`; it is left with one table
or view per model. A fact of a month never depends on facts dated later, so one snapshot answers for every
as-of month. The SQL of models keeps to what DuckDB and Spark read alike (docs/definitions.md).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter

import duckdb

from analytics.rules import Rules
from analytics.sql.asking import bound
from analytics.sql.inputs import INPUTS, make_inputs
from analytics.sql.loader import HERE, MODELS, read_sql
from analytics.sql.person_index import index_persons
from foundation.locales import Text
from foundation.warehouse.statements import named

#: What building may take of the machine's memory, whatever the size of the province (bench/scale.py).
MEMORY = "1500MB"
Progress = Callable[[Text, int, int], None]


@dataclass(frozen=True)
class Model:
    """One model: its header and its `select`."""

    name: str
    grain: str
    needs: tuple[str, ...]
    is_view: bool
    sql: str


@cache
def models() -> dict[str, Model]:
    """All models in the order in which they are built."""
    by_name = {path.stem: _model(path.stem) for path in sorted(MODELS.glob("*.sql"))}
    graph = {m.name: [n for n in m.needs if n in by_name] for m in by_name.values()}
    return {name: by_name[name] for name in TopologicalSorter(graph).static_order()}


def model_inputs() -> set[str]:
    """Tables that models read and nobody here builds: the sheets, and `bodies`."""
    return {need for m in models().values() for need in m.needs} - set(models()) - set(INPUTS)


def needed_models(name: str) -> list[str]:
    """A model and all that it needs, in the order in which they are built."""
    wanted: set[str] = set()
    for model in reversed(models().values()):
        if model.name == name or any(model.name in models()[n].needs for n in wanted):
            wanted.add(model.name)
    return [n for n in models() if n in wanted]


def build_models(con: duckdb.DuckDBPyConnection, rules: Rules, progress: Progress | None = None) -> None:
    """Build every model over the tables of `con`, replacing what was there."""
    _drop(con)
    make_inputs(con)
    for macro in named(HERE / "macros.sql").values():
        con.execute(macro)
    steps = list(models().values())
    with within_memory(con):
        for done, model in enumerate(steps):
            if progress:
                progress(Text(zh=f"计算 {model.name}", en=f"Building {model.name}"), done, len(steps))
            build_model(con, model, rules)
        index_persons(con)
    if progress:
        progress(Text(zh="计算完成", en="Models built"), len(steps), len(steps))


def build_model(con: duckdb.DuckDBPyConnection, model: Model, rules: Rules) -> None:
    """Create one model's table or view; what it needs must be there."""
    kind = "view" if model.is_view else "table"
    con.execute(f"create {kind} {model.name} as {model.sql}", bound(model.sql, rules.parameters()))


@contextlib.contextmanager
def within_memory(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """DuckDB spills to disk beyond MEMORY instead of taking most of the machine's."""
    # What lies in memory already may be more and not let go: then the limit in force before holds on.
    with contextlib.suppress(duckdb.OutOfMemoryException):
        con.execute(f"set memory_limit = '{MEMORY}'")
    try:
        yield
    finally:
        con.execute("reset memory_limit")


def _drop(con: duckdb.DuckDBPyConnection) -> None:
    for model in reversed(models().values()):
        con.execute(f"drop {'view' if model.is_view else 'table'} if exists {model.name}")


def _model(name: str) -> Model:
    file = read_sql(MODELS / f"{name}.sql")
    return Model(
        name=name,
        grain=file.header["grain"],
        needs=file.listed("needs"),
        is_view=file.header.get("kind") == "view",
        sql=file.text,
    )
