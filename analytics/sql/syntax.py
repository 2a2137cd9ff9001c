"""What DuckDB's own parser says of a query's text: its parameters, its tables, and where each of them stands.

Nothing here guesses at SQL by patterns: a `$name` in a comment or in quotes is no parameter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import duckdb

#: Texts kept with what was found in them: all queries and what the engine makes of them fits in.
_KEPT = 1024


@lru_cache(maxsize=_KEPT)
def parameters(text: str) -> frozenset[str]:
    """Names of the parameters of a statement. Raises duckdb.ParserException where it is none."""
    statements = _parser().cursor().extract_statements(text)
    return frozenset(name for statement in statements for name in statement.named_parameters)


@lru_cache(maxsize=_KEPT)
def tables(text: str) -> frozenset[str]:
    """Names of the tables that a `select` reads, common tables (`with`) among them."""
    return frozenset(node["table_name"] for node in _nodes(_tree(text)) if node.get("type") == "BASE_TABLE")


@lru_cache(maxsize=_KEPT)
def with_parameter(text: str, name: str, expression: str) -> str:
    """A `select` with an SQL expression in the place of each `$name`; all else stays as it is written."""
    written, length = text.encode(), len(f"${name}".encode())
    for at in sorted(_places(text, name), reverse=True):
        written = written[:at] + expression.encode() + written[at + length :]
    return written.decode()


def _places(text: str, name: str) -> set[int]:
    """Where `$name` stands: bytes from the beginning."""
    nodes = (node for node in _nodes(_tree(text)) if node.get("class") == "PARAMETER")
    return {node["query_location"] for node in nodes if node["identifier"] == name}


def _tree(text: str) -> Any:
    """The syntax tree. Raises ValueError for what is no `select`."""
    row = _parser().cursor().execute("select json_serialize_sql(?)", [text]).fetchone()
    tree = json.loads(row[0]) if row else {"error": True}
    if tree["error"]:
        raise ValueError(tree.get("error_message", "no statement"))
    return tree


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of a tree that is an object, from the outermost inwards."""
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from _nodes(part)


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """An empty database, there only to parse; each call takes a cursor of it, so that threads do not meet."""
    return duckdb.connect(config={"threads": 1})
