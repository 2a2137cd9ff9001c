"""A filter change on the overview: the script's whole rerun, beside the bare DuckDB queries that it asked."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path
from typing import Any

import duckdb
from streamlit.testing.v1 import AppTest

from bench.measure import Measure
from foundation.reference.cities import CITY_CODES
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot

APP = Path(__file__).resolve().parent.parent / "app.py"


class Recorder:
    """A cursor that remembers what it was asked."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, asked: list[tuple[str, Any]]) -> None:
        self._cursor, self._asked = cursor, asked

    def execute(self, query: str, parameters: Any = None) -> duckdb.DuckDBPyConnection:
        self._asked.append((query, parameters))
        return self._cursor.execute(query, parameters)

    def cursor(self) -> Recorder:
        return Recorder(self._cursor.cursor(), self._asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def filter_change(home: Home) -> Measure:
    """Median over the cities, each looked at for the first time, so that no answer is kept from before."""
    os.environ["LIAISON_HOME"] = str(home.root)
    asked: list[tuple[str, Any]] = []
    plain = Snapshot.cursor
    snapshots: list[Snapshot] = []

    def recording(snapshot: Snapshot) -> Any:
        snapshots[:] = [snapshot]
        return Recorder(plain(snapshot), asked)

    Snapshot.cursor = recording  # type: ignore[method-assign, assignment]  # only here, to listen
    try:
        pairs = _changes(asked, lambda: plain(snapshots[0]))
    finally:
        Snapshot.cursor = plain  # type: ignore[method-assign]  # as it was
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Measure(
        "a filter change, server time", ours, bare, "its bare DuckDB queries", aim_ratio=1.7, aim_seconds=0.4
    )


def _changes(asked: list[tuple[str, Any]], cursor: Any) -> list[tuple[float, float]]:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    times = []
    for code in CITY_CODES[:12]:
        asked.clear()
        app.query_params["unit"] = code
        begun = time.perf_counter()
        app.run()
        ours = time.perf_counter() - begun
        assert not app.exception, app.exception
        begun = time.perf_counter()
        for query, parameters in list(asked):
            cursor().execute(query, parameters).fetchall()
        times.append((ours, time.perf_counter() - begun))
    return times[2:]
