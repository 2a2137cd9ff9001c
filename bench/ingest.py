"""Ingesting a million rows: from the file to a published snapshot, beside programs that check less.

Every run is a process of its own, so that memory is that of the run and nothing is warm.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.ingest_files import CSV_ROWS, XLSX_ROWS, write_csv, write_roster, write_xlsx
from bench.measure import Measure

ROOT = Path(__file__).resolve().parent.parent


def ingest_speed(folder: Path, *, csv_rows: int = CSV_ROWS, xlsx_rows: int = XLSX_ROWS) -> list[Measure]:
    """Five lines: the CSV beside DuckDB and beside pandas, the workbook beside calamine, memory of both."""
    roster = write_roster(folder / "名册.xlsx")
    table = write_csv(folder / "履职记录.csv", csv_rows)
    book = write_xlsx(folder / "履职记录.xlsx", xlsx_rows)
    ours = {path: _run("ours", path, folder / f"home-{path.suffix[1:]}", roster) for path in (table, book)}
    duckdb = _run("duckdb", table, folder / "bare.duckdb")
    calamine = _run("calamine", book)
    pandas = _run("pandas", table)
    rows = f"{csv_rows // 1000:,} k rows".replace(",", " ")
    return [
        Measure(f"csv, {rows}", ours[table][0], duckdb[0], "DuckDB read_csv to disk, text", aim_ratio=4),
        Measure(f"xlsx, {xlsx_rows // 1000} k rows", ours[book][0], calamine[0], "calamine", aim_ratio=2.5),
        Measure(f"csv, {rows}", ours[table][0], pandas[0], "pandas, same rules", aim_ratio=0.2),
        Measure("memory of the csv run, GB", ours[table][1], pandas[1], "pandas, GB", aim_seconds=2),
        Measure("memory of the xlsx run, GB", ours[book][1], calamine[1], "calamine, GB", aim_seconds=2),
    ]


def _run(what: str, *arguments: Path) -> tuple[float, float]:
    """Seconds, and the peak of resident memory in GB, of the process and of its children added up."""
    command = [sys.executable, "-m", "bench.ingest", what, *map(str, arguments)]
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    seconds, memory = json.loads(answer.splitlines()[-1])
    return seconds, memory


def _ours(path: str, home: str, roster: str) -> Callable[[], None]:
    """The roster is in force before the clock starts: the acts' officers are known, as in any real year."""
    from foundation.warehouse.home import Home
    from refresh import ingest

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


def _pandas(path: str) -> Callable[[], None]:
    from bench.ingest_pandas import read_and_check

    return lambda: read_and_check(Path(path))


def _peak() -> float:
    """GB; peaks of parent and child need not fall together, so this says rather too much."""
    import resource

    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1e6


if __name__ == "__main__":
    runs = {"ours": _ours, "duckdb": _duckdb, "calamine": _calamine, "pandas": _pandas}
    if len(sys.argv) == 1:
        from bench.measure import report

        with tempfile.TemporaryDirectory() as place:
            report(ingest_speed(Path(place)))
    else:
        prepared = runs[sys.argv[1]](*sys.argv[2:])
        begun = time.perf_counter()
        prepared()
        seconds = time.perf_counter() - begun
        from data_ingest.readers.child import stop_children

        stop_children()
        print(json.dumps([seconds, _peak()]))
