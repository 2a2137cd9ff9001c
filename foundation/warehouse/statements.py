"""Several short SQL statements in one .sql file, told apart by `-- name: x` lines."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def named(path: Path) -> dict[str, str]:
    """`{name: statement}` of a file whose statements each follow a line `-- name: x`."""
    parts = re.split(r"^-- name: (\w+)\s*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], (body.strip() for body in parts[2::2]), strict=True))
