"""Ingesting a million rows: from the file to a published snapshot, beside programs that check less.

Every run is a process of its own, so that memory is that of the run and nothing is warm. Ours and the others
take turns, and a ratio is taken within its round: what else the machine does then falls on both.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.measure import Measure

ROOT = Path(__file__).resolve().parent.parent
CSV_ROWS, XLSX_ROWS, ROUNDS = 1_000_000, 200_000, 3


class Run(NamedTuple):
    """Seconds on the clock, and the peak of resident memory in GB, of a process and its children added up."""

    seconds: float
    memory: float


def ingest_speed(
    folder: Path, *, csv_rows: int = CSV_ROWS, xlsx_rows: int = XLSX_ROWS, rounds: int = ROUNDS
) -> list[Measure]:
    """The CSV beside DuckDB and beside pandas with pandera, the workbook beside calamine, memory of both."""
    roster, table, book = (folder / name for name in ("名册.xlsx", "履职记录.csv", "履职记录.xlsx"))
    # In a process of its own: what is started from a large one is taken for as large.
    _process("files", roster, table, book, csv_rows, xlsx_rows)
    turns = [_round(folder / f"{turn}", roster, table, book) for turn in range(rounds)]
    runs = {name: [turn[name] for turn in turns] for name in turns[0]}
    csv, xlsx = f"csv, {csv_rows // 1000} k rows", f"xlsx, {xlsx_rows // 1000} k rows"
    return [
        _beside(csv, runs["csv"], runs["duckdb"], "DuckDB read_csv to disk, text", aim=4),
        _beside(xlsx, runs["xlsx"], runs["calamine"], "calamine", aim=2.5),
        _beside(csv, runs["csv"], runs["cell_by_cell"], "pandas + pandera, same rules by cell", aim=0.2),
        _beside(csv, runs["csv"], runs["by_column"], "pandas + pandera, fewer by column"),
        _memory("csv", runs["csv"], runs["by_column"], "pandas + pandera"),
        _memory("xlsx", runs["xlsx"], runs["calamine"], "calamine"),
    ]


def _round(folder: Path, roster: Path, table: Path, book: Path) -> dict[str, Run]:
    folder.mkdir()
    return {
        "duckdb": _run("duckdb", table, folder / "bare.duckdb"),
        "csv": _run("ours", table, folder / "csv", roster),
        "by_column": _run("by_column", table, folder / "by_column.duckdb"),
        "cell_by_cell": _run("cell_by_cell", table, folder / "cell_by_cell.duckdb"),
        "calamine": _run("calamine", book),
        "xlsx": _run("ours", book, folder / "xlsx", roster),
    }


def _beside(what: str, ours: list[Run], theirs: list[Run], against: str, aim: float | None = None) -> Measure:
    ratios = tuple(one.seconds / other.seconds for one, other in zip(ours, theirs, strict=True))
    seconds = (median(run.seconds for run in runs) for runs in (ours, theirs))
    return Measure(what, *seconds, against, aim_ratio=aim, ratios=ratios)


def _memory(what: str, ours: list[Run], theirs: list[Run], against: str) -> Measure:
    most = (max(run.memory for run in runs) for runs in (ours, theirs))
    return Measure(f"memory of the {what} run", *most, against, aim_seconds=2, unit="GB")


def _run(what: str, *arguments: Path) -> Run:
    return Run(*json.loads(_process(what, *arguments).splitlines()[-1]))


def _process(what: str, *arguments: Path | int) -> bytes:
    command = [sys.executable, "-W", "ignore", "-m", "bench.ingest", what, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def _files(roster: str, table: str, book: str, csv_rows: str, xlsx_rows: str) -> Callable[[], None]:
    from bench.ingest_files import write_csv, write_roster, write_xlsx

    def run() -> None:
        write_roster(Path(roster))
        write_csv(Path(table), int(csv_rows))
        write_xlsx(Path(book), int(xlsx_rows))

    return run


def _ours(path: str, home: str, roster: str) -> Callable[[], None]:
    """The roster is in force before the clock starts: the acts' officers are known, as in any real year."""
    from foundation.fast.process import use_system_allocator
    from foundation.warehouse.home import Home
    from refresh import ingest

    use_system_allocator()
    place = Home(Path(home))
    ingest(place, [roster], who="bench")

    def run() -> None:
        report = ingest(place, [path], who="bench")
        assert report["snapshot"], report
        (table,) = report["files"][0]["tables"]
        assert table["rows_read"] == table["rows_loaded"] + table["rows_quarantined"]

    return run


def _duckdb(path: str, target: str) -> Callable[[], None]:
    import duckdb

    def run() -> None:
        with duckdb.connect(target) as con:
            con.execute("create table t as select * from read_csv(?, all_varchar = true)", [path])

    return run


def _calamine(path: str) -> Callable[[], None]:
    from python_calamine import CalamineWorkbook

    return lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() and None


def _by_column(path: str, target: str) -> Callable[[], None]:
    from bench import ingest_pandera

    return lambda: ingest_pandera.by_column(Path(path), Path(target))


def _cell_by_cell(path: str, target: str) -> Callable[[], None]:
    from bench import ingest_pandera

    return lambda: ingest_pandera.cell_by_cell(Path(path), Path(target))


def _peak() -> float:
    """GB; peaks of parent and child need not fall together, so this says rather too much."""
    import resource

    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1e6


def _timed(prepare: Callable[..., Callable[[], None]], arguments: list[str]) -> Run:
    run = prepare(*arguments)
    begun = time.perf_counter()
    run()
    seconds = time.perf_counter() - begun
    # Imported only now: it imports pyarrow, and `_ours` chooses Arrow's allocator before that.
    from data_ingest.readers.child import stop_children

    stop_children()
    return Run(seconds, _peak())


_KINDS = {
    "files": _files,
    "ours": _ours,
    "duckdb": _duckdb,
    "calamine": _calamine,
    "by_column": _by_column,
    "cell_by_cell": _cell_by_cell,
}

if __name__ == "__main__":
    if len(sys.argv) == 1:
        from bench.measure import report

        with tempfile.TemporaryDirectory() as place:
            report(ingest_speed(Path(place)))
    else:
        print(json.dumps(_timed(_KINDS[sys.argv[1]], sys.argv[2:])))
