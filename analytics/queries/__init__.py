"""Parametrised .sql read by pages and metrics: one question a file, user choices always bound.

A file may say `-- with: name, name` in its header: the named fragments of `analytics/queries/parts/`
are put before it as common tables, so that a rule which two questions share stands in one place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

HERE = Path(__file__).parent
_PARAMETER = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"--[^\n]*")


@cache
def sql(name: str) -> str:
    """The text of a query, its shared parts in front. Raises FileNotFoundError for an unknown name."""
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    parts = re.search(r"^-- with: (.+)$", text, re.MULTILINE)
    body = _bare(text)
    if parts is None:
        return body
    tables = [f"{p} as (\n{_part(p)}\n)" for p in re.split(r",\s*", parts.group(1).strip())]
    return f"with {', '.join(tables)}\nselect * from (\n{body}\n)"


def names() -> list[str]:
    """Every query there is."""
    return sorted(path.stem for path in HERE.glob("*.sql"))


def parameters(name: str) -> set[str]:
    """The parameters that a query mentions."""
    return set(_PARAMETER.findall(sql(name)))


def bound(text: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Only those of `params` that a text mentions: DuckDB refuses the others."""
    return {name: params[name] for name in sorted(set(_PARAMETER.findall(text)))}


def run(source: Any, name: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """Rows of a query over a Snapshot or an open connection.

    `params` may hold more than the query mentions (`Rules.parameters() | {"as_of": …}`).
    Raises KeyError naming a parameter that is missing.
    """
    cursor: duckdb.DuckDBPyConnection = source.cursor()
    text = sql(name)
    return cursor.execute(text, bound(text, params or {})).df()


def _part(name: str) -> str:
    return _bare((HERE / "parts" / f"{name}.sql").read_text(encoding="utf-8"))


def _bare(text: str) -> str:
    return _COMMENT.sub("", text).strip().rstrip(";")
