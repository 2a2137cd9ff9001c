"""Two senders' files of one name: a row is known by the table it was loaded with and its number, never by name."""

from __future__ import annotations

import datetime as dt

import duckdb
import pandas as pd
import pytest

from analytics.officer.dossier import Dossier, as_published
from analytics.officer.timeline import lines
from analytics.sql import run
from foundation.access.viewer import OFFICE
from refresh.build import assemble
from refresh.intake import accounts
from tests.support.tables import built, warehouse

AS_OF = dt.date(2025, 12, 1)
ZHAO = {"person_id": "zhao", "as_of": AS_OF}
SENDERS = {"wuhan-000": "武汉市科协", "huangshi-000": "黄石市科协"}


@pytest.fixture(scope="module")
def twins() -> duckdb.DuckDBPyConnection:
    """材料.xlsx of 武汉 and of 黄石, both with a match of zhao in row 2 of the sheet 对接 and an act in row 2 of 活动."""
    con = warehouse(
        terms="person started_on ended_on\nzhao 2024-06-15 2026-06-14\nqian 2024-06-15 2026-06-14",
        demands="""
            demand_no person submitted_on title      is_public
            d1        qian   2025-03-01   武汉不公开 false
            d2        qian   2025-03-02   黄石可公开 true
        """,
        matches="""
            match_no demand achievement a    b source contacted_on load_id      file      sheet row_number
            m1       d1     a1          zhao - 人工   2025-04-01   wuhan-000    材料.xlsx 对接  2
            m2       d2     a2          zhao - 人工   2025-04-02   huangshi-000 材料.xlsx 对接  2
        """,
        activities="""
            person acted_on   kind     load_id      file      sheet row_number
            qian   2025-11-20 企业走访 wuhan-000    材料.xlsx 活动  2
            zhao   2025-05-20 企业走访 huangshi-000 材料.xlsx 活动  2
        """,
    )
    con.execute((assemble.HERE / "tables.sql").read_text(encoding="utf-8"))
    for load, sender in SENDERS.items():
        con.execute(
            "insert into files (sha256, file, sender, received_on) values (?, '材料.xlsx', ?, '2026-01-10')",
            [load, sender],
        )
        con.execute(
            "insert into loads (load_id, sha256, file, \"table\") values (?, ?, '材料.xlsx', 'activities')",
            [load, load],
        )
    return built(con)


def test_a_timeline_shows_each_match_once_with_its_own_demand(twins: duckdb.DuckDBPyConnection) -> None:
    found = run(twins, "officer_timeline", ZHAO)
    matches = found[found["source"] == "matches"]
    assert matches.set_index("load_id")["title"].to_dict() == {
        "wuhan-000": "武汉不公开",
        "huangshi-000": "黄石可公开",
    }
    assert len(matches) == 2


def test_evidence_shows_each_match_once_with_its_own_demand(twins: duckdb.DuckDBPyConnection) -> None:
    twins.execute("update officer_month set category = 'B' where person_id = 'zhao'")
    found = run(twins, "officer_evidence", ZHAO)
    matches = found[found["source"] == "matches"]
    assert sorted(zip(matches["load_id"], matches["title"], strict=True)) == [
        ("huangshi-000", "黄石可公开"),
        ("wuhan-000", "武汉不公开"),
    ]


def test_what_is_public_in_one_file_does_not_let_out_the_other(twins: duckdb.DuckDBPyConnection) -> None:
    file = Dossier(
        head=None,  # type: ignore[arg-type]  # only lines and sections are asked
        lights=(),
        lines=lines(run(twins, "officer_timeline", ZHAO), AS_OF),
        sections=run(twins, "dossier_lines", ZHAO),
        evidence=pd.DataFrame(),
    )
    leaving = as_published(twins, "zhao", file)
    titles = leaving.sections.set_index("load_id")["title"].map(str).to_dict()
    assert "武汉不公开" not in titles["wuhan-000"]
    assert titles["huangshi-000"] == "黄石可公开"
    shown = [title.zh for title in leaving.lines["title"]]
    assert [title for title in shown if "黄石可公开" in title] != []
    assert [title for title in shown if "武汉不公开" in title] == []


def test_a_sender_is_shown_the_last_act_of_its_own_file(twins: duckdb.DuckDBPyConnection) -> None:
    found = accounts.freshness(twins, OFFICE).set_index("sender")["last_act_on"]
    assert found["武汉市科协"] == pd.Timestamp("2025-11-20")
    assert found["黄石市科协"] == pd.Timestamp("2025-05-20")
