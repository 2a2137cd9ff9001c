"""What the generator writes in each layout is read back as the same rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from data_ingest.load import load_file
from data_ingest.loaded import LoadedFile
from simulation.workbooks.layouts import CITY_LAYOUTS, LAYOUTS
from simulation.world import World

SAMPLE = Path(__file__).parents[2] / "sample_data"
RECEIVED = dt.date(2026, 1, 10)
#: One small city for each layout.
SMALL = {
    "420900": "08_孝感", "421300": "12_随州", "429004": "14_仙桃", "420700": "06_鄂州", "429005": "15_潜江",
    "429006": "16_天门",
}  # fmt: skip
HANDMADE = {"专家补充名单.csv": "experts", "外省参照.csv": "benchmarks", "正面清单.xlsx": "positive_list",
            "咸宁补报履职记录.xlsx": "activities"}  # fmt: skip


def _load(path: Path) -> LoadedFile:
    return load_file(path, name=path.name, sha256="0" * 64, received_on=RECEIVED)


def test_every_layout_is_among_them() -> None:
    assert {CITY_LAYOUTS[code] for code in SMALL} | {"bodies", "ledger"} == set(LAYOUTS)


@pytest.mark.parametrize("code", SMALL)
def test_a_citys_workbook_is_read_as_meant(code: str, world: World) -> None:
    loaded = _load(SAMPLE / f"{SMALL[code]}科创联络员材料.xlsx")
    assert loaded.is_simulated
    assert loaded.error is None
    assert not any(passed.is_error for passed in loaded.passed_over)
    tables = {table.table: table for table in loaded.tables}
    assert all(not table.extra_headers for table in loaded.tables)
    assert set(tables) >= {"officers", "demands", "achievements", "activities", "summaries"}
    assert ("terms" in tables) == LAYOUTS[CITY_LAYOUTS[code]].has_terms
    assert _days(tables["activities"].frame.to_pandas()) == _days(_of_unit(world, code))


@pytest.mark.parametrize("name", HANDMADE)
def test_handmade_files(name: str) -> None:
    loaded = _load(SAMPLE / "handmade" / name)
    assert loaded.is_simulated
    [table] = loaded.tables
    assert (table.table, table.rows_quarantined, table.issues.num_rows) == (HANDMADE[name], 0, 0)


def test_handmade_rows_name_officers_of_the_roster(world: World) -> None:
    [table] = _load(SAMPLE / "handmade" / "咸宁补报履职记录.xlsx").tables
    names = {text.split("（")[0] for text in table.frame["officer_text"].to_pylist()}
    mine = world.persons[(world.persons["unit"] == "421200") & (world.persons["planted"] == "")]
    assert names <= set(mine["name"])


def _of_unit(world: World, code: str) -> pd.DataFrame:
    """Rows of the unit's officers; who took a second post in 武汉 in May 2025 reports there since."""
    activities = world.table("activities")
    officer = activities["officer"]
    went = officer.map(world.persons["planted"]).eq("two_posts") & (activities["acted_on"] >= "2025-05-20")
    return activities[(officer.map(world.persons["unit"]).eq(code) & ~went).to_numpy()]


def _days(frame: pd.DataFrame) -> Counter[tuple[str, str]]:
    days = pd.to_datetime(frame["acted_on"]).dt.strftime("%Y-%m-%d")
    return Counter(zip(days, frame["kind"], strict=True))
