"""100,000 officers × 10,000,000 acts on two cores: the spine built, tiers of everyone, one officer's page.

    python -m bench.scale [OFFICERS ACTS]

Takes some minutes and 3 GB of disk, so `make bench` leaves it out. Every step is a process of its own, so
that memory is that of the step; beside each stands the plain DuckDB aggregation of the same rows, asked in
the same process. Seconds of CPU stand beside the clock's: those a busy machine changes less.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measure import Measure, report

ROOT = Path(__file__).resolve().parent.parent
OFFICERS, ACTS = 100_000, 10_000_000


def scale(folder: Path, *, officers: int = OFFICERS, acts: int = ACTS) -> list[Measure]:
    """What issue 12 asks of the scale, and what it costs around it."""
    sheets, spine = folder / "sheets.duckdb", folder / "spine.duckdb"
    _step("make", sheets, officers, acts)
    shutil.copy(sheets, spine)
    built = _step("spine", spine)
    spine.unlink()
    whole, asked = _step("models", sheets), _step("ask", sheets)
    what = f"spine, {officers:,} officers × {built['acts']:,} acts"
    return [
        *_costs(what, built, aim_seconds=10),
        *_costs("every model and the index of persons", whole),
        *(_asked(asked[name], 0.3) for name in ("unit", "category")),
        *(_asked(asked[name], 0.1) for name in ("officer", "tiers")),
        _asked(asked["dossier"]),
    ]


def _costs(what: str, step: dict[str, Any], *, aim_seconds: float | None = None) -> list[Measure]:
    """Clock, CPU and memory of a build beside those of the bare aggregation."""
    bare = "DuckDB, acts by person and month"
    return [
        Measure(what, step["seconds"], step["bare_seconds"], bare, aim_seconds=aim_seconds),
        Measure("… CPU", step["cpu"], step["bare_cpu"], bare, unit="CPU s"),
        Measure("… peak of memory", step["peak"], step["bare_peak"], bare, aim_seconds=2, unit="GB"),
    ]


def _asked(step: dict[str, Any], aim_seconds: float | None = None) -> Measure:
    """Medians over the questions; the ratio is that of pairs asked in turn."""
    what = f"{step['what']} ({1000 * step['cpu']:.0f} ms of CPU)"
    ours, bare = step["seconds"], step["bare_seconds"]
    return Measure(what, ours, bare, step["bare"], aim_seconds=aim_seconds, ratios=tuple(step["ratios"]))


def _step(*arguments: Any) -> dict[str, Any]:
    """What a process of `bench.scale_steps` prints last."""
    command = [sys.executable, "-m", "bench.scale_steps", *map(str, arguments)]
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    found: dict[str, Any] = json.loads(answer.splitlines()[-1])
    return found


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:3]] or [OFFICERS, ACTS]
    with tempfile.TemporaryDirectory() as place:
        report(scale(Path(place), officers=sizes[0], acts=sizes[1]))
