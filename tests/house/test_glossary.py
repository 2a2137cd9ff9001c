"""docs/GLOSSARY.md names things that exist, and every tier and metric."""

from __future__ import annotations

import ast
import re
import sqlite3
from pathlib import PurePosixPath

from analytics.metrics import METRICS
from analytics.tiers import TIERS
from tests.house.places import ROOT, modules

GLOSSARY = (ROOT / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
ROWS = [line for line in GLOSSARY.split("\n") if line.startswith("| ")]


def test_every_column_of_the_glossary_exists(sample_home, sample_snapshot):
    """In the snapshot of the sample, or in the ledger."""
    asked = "select table_name || '.' || column_name from information_schema.columns"
    columns = {name for (name,) in sample_snapshot.cursor().execute(asked).fetchall()}
    with sqlite3.connect(sample_home.ledger) as con:
        columns |= {
            f"{table}.{column[1]}"
            for (table,) in con.execute("select name from sqlite_master where type = 'table'").fetchall()
            for column in con.execute(f"pragma table_info({table})").fetchall()
        }
    named = {name for row in ROWS for name in re.findall(r"`([a-z_]+\.[a-z_]+)`", row) if name[-3:] != ".py"}
    assert len(named) > 50
    assert named - columns - {"rules.toml"} == set()


def test_every_class_of_the_glossary_stands_under_the_folder_said():
    places = {
        (node.name, place)
        for path, tree in modules().items()
        for place in (path, *map(str, PurePosixPath(path).parents))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    cells = [row.strip("| ").split(" | ") for row in ROWS if re.match(r"\| `[A-Z]", row)]
    named = {(name, where.strip("`")) for names, where, _ in cells for name in re.findall(r"`(\w+)`", names)}
    assert len(named) > 20
    assert named - places == set()


def test_every_tier_and_metric_is_a_word():
    for thing in (*TIERS, *METRICS.values()):
        assert f"| `{thing.id}` | {thing.title.zh} | {thing.title.en} |" in ROWS
