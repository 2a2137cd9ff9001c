"""Where the house's files are: what git tracks, without what is deleted in the working tree."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOREYS = (
    "service",
    "pages",
    "refresh",
    "reporting",
    "analytics",
    "data_ingest",
    "foundation",
    "simulation",
)


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Absolute paths of the files that git tracks under these pathspecs."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).exists())


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program (tests and bench apart), parsed, by its path from the root."""
    paths = tracked(*(f"{storey}/*.py" for storey in STOREYS))
    return {relative(path): ast.parse(path.read_text(encoding="utf-8")) for path in paths}
