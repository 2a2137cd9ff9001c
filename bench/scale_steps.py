"""The steps of bench/scale.py, each run as a process: `make`, `spine`, `models`, `ask`."""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from analytics.metrics import measure_many
from analytics.officer.dossier import dossier
from analytics.officer.head import dossier_head, timeline
from analytics.officer.history import tier_history
from analytics.rules import Rules
from analytics.scope import Scope
from analytics.sql.build import build_model, build_models, models, needed_models, within_memory
from analytics.sql.inputs import make_inputs
from analytics.tiers import TIERS
from bench.scale_data import make_sheets
from foundation.access.viewer import OFFICE
from foundation.warehouse.snapshots import Snapshot
from foundation.warehouse.statements import named

_BARE = named(Path(__file__).with_name("scale_bare.sql"))
_SHARES = [f"share_{tier.id}" for tier in TIERS]
#: Questions of one kind; the first two are not counted: they open the file and import.
_TIMES = 11


def make(path: str, officers: str, acts: str) -> dict[str, Any]:
    with _open(path) as con:
        con.execute("set preserve_insertion_order = false")
        make_sheets(con, officers=int(officers), acts=int(acts))
    return {}


def spine(path: str) -> dict[str, Any]:
    """`officer_month` and what it needs, from the sheets to the tables on disk."""

    def run(con: duckdb.DuckDBPyConnection) -> None:
        make_inputs(con)
        with within_memory(con):
            for name in needed_models("officer_month"):
                build_model(con, models()[name], Rules.package())

    return _built(path, run)


def every_model(path: str) -> dict[str, Any]:
    return _built(path, lambda con: build_models(con, Rules.package()))


def _built(path: str, run: Callable[[duckdb.DuckDBPyConnection], None]) -> dict[str, Any]:
    """Times of the bare aggregation, then of the build; peaks in that order: the first is the bare's own."""
    with _open(path) as con:
        bare, bare_cpu = _timed(lambda: con.execute(_BARE["months"]))
        bare_peak = _peak()
        con.execute("drop table bare")
        seconds, cpu = _timed(lambda: run(con))
        peak = _peak()
        found = con.execute(
            "select count(*) from acts" if "acts" in _tables(con) else _BARE["acts"]
        ).fetchone()
    told = {"seconds": seconds, "cpu": cpu, "peak": peak, "acts": found[0] if found else 0}
    return told | {"bare_seconds": bare, "bare_cpu": bare_cpu, "bare_peak": bare_peak}


def ask(path: str) -> dict[str, Any]:
    """Name → what was asked and how long it took: medians over months, rules and officers."""
    snapshot = Snapshot(id="5ca1e", path=Path(path))
    snapshot.cursor().execute("set threads = 2")
    rules = Rules.of(snapshot)
    months = [dt.date(2023 + i // 6, 1 + i % 6 * 2, 1) for i in range(_TIMES)]

    def shares(by: str) -> Callable[[int], Any]:
        return lambda i: measure_many(
            snapshot,
            _SHARES,
            scope=Scope(months[i]),
            viewer=OFFICE,
            by=by,
            rules=rules.with_numbers(proactive_acts=1 + i),
        )

    def bare(text: str, *given: Sequence[Any]) -> Callable[[int], Any]:
        return lambda i: snapshot.cursor().execute(_BARE[text], [g[i] for g in given]).fetchall()

    found = snapshot.cursor().execute(_BARE["officers"], [_TIMES]).fetchall()
    people, as_of = [person for (person,) in found], dt.date(2025, 12, 1)

    def panel(i: int) -> Any:
        head = dossier_head(snapshot, people[i], as_of, OFFICE)
        return timeline(snapshot, people[i], as_of, OFFICE, head=head)

    def history(i: int) -> Any:
        return tier_history(snapshot, people[i], as_of, OFFICE)

    def whole(i: int) -> Any:
        return dossier(snapshot, people[i], as_of, OFFICE)

    window, own = bare("window", months), bare("own", people)
    acts, person = "DuckDB, acts of W by unit", "DuckDB, the person's activities"
    return {
        "unit": {"what": "tier shares by unit", "bare": acts, **_medians(shares("unit"), window)},
        "category": {"what": "… by category", "bare": acts, **_medians(shares("category"), window)},
        "officer": {"what": "one officer: head, tier, lines", "bare": person, **_medians(panel, own)},
        "tiers": {"what": "… tiers of 24 months", "bare": person, **_medians(history, own)},
        "dossier": {"what": "… the whole dossier", "bare": person, **_medians(whole, own)},
    }


def _medians(ours: Callable[[int], Any], bare: Callable[[int], Any]) -> dict[str, Any]:
    """Asked in turn, so that whatever else the machine does meets both."""
    pairs = [(_timed(partial(ours, i)), _timed(partial(bare, i))) for i in range(_TIMES)][2:]
    return {
        "seconds": statistics.median(mine[0] for mine, _ in pairs),
        "cpu": statistics.median(mine[1] for mine, _ in pairs),
        "bare_seconds": statistics.median(its[0] for _, its in pairs),
        "ratios": [mine[0] / its[0] for mine, its in pairs],
    }


def _timed(run: Callable[[], Any]) -> tuple[float, float]:
    """Seconds on the clock, and of CPU."""
    begun, spent = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - begun, time.process_time() - spent


def _open(path: str) -> duckdb.DuckDBPyConnection:
    """As refresh builds: one checkpoint at the end; two cores, whatever the machine has."""
    con = duckdb.connect(path)
    con.execute("set threads = 2; set enable_progress_bar = false; set checkpoint_threshold = '1TB'")
    return con


def _tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in con.execute("select view_name from duckdb_views()").fetchall()}


def _peak() -> float:
    """GB of resident memory at its highest so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    steps: dict[str, Callable[..., dict[str, Any]]] = {
        "make": make,
        "spine": spine,
        "models": every_model,
        "ask": ask,
    }
    print(json.dumps(steps[sys.argv[1]](*sys.argv[2:])))
