"""One officer's file: counters equal their lines, lights say what they rest on, nobody unseen is found."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from analytics.evidence.six_ones import SIX, lights_of, summary
from analytics.officer.dossier import Dossier, as_published, by_quarter
from analytics.officer.search import findable, search
from analytics.officer.timeline import ACTS, COUNTERS, GROUPS, lines
from analytics.rules import Rules
from analytics.sql import run
from data_ingest.sheets import DOSSIER_SECTIONS
from foundation.access.viewer import OFFICE, Viewer
from foundation.locales import Lang, say
from reporting.packs.dossier.words import lines_frame, worded
from tests.support.tables import built, warehouse

AS_OF = dt.date(2025, 12, 1)
LEADER = Viewer(name="ling", role="leader")


def lights(tables: dict[str, str], as_of: dt.date = AS_OF) -> dict[str, str]:
    """Light → state of the one person of a little warehouse."""
    con = built(warehouse(**tables))
    rules = Rules.package()
    row = run(con, "officer_lights", rules.parameters() | rules.version_days() | {"as_of": as_of}).iloc[0]
    return {one.id: row[one.id] for one in SIX}


TERM = """
    person  term_no  started_on  ended_on    doc_no
    zhao    1        2024-06-15  2026-06-14  {doc}
"""
OVER = """
    person  term_no  started_on  ended_on    doc_no
    zhao    1        2022-06-15  2024-06-14  1号
    zhao    2        2024-06-15  2026-06-14  2号
"""


@pytest.mark.parametrize(("doc", "state"), [("鄂科协模拟1号", "on"), ("-", "off")])
def test_document(doc: str, state: str) -> None:
    assert lights({"terms": TERM.format(doc=doc)})["document"] == state


@pytest.mark.parametrize(
    ("day", "state"),
    [("2024-06-14", "off"), ("2024-06-15", "on"), ("2025-12-31", "on"), ("2026-01-01", "off")],
)
def test_training_counts_this_term_up_to_the_as_of_day(day: str, state: str) -> None:
    tables = {
        "terms": TERM.format(doc="x"),
        "trainings": f"training_no held_on\n t1 {day}",
        "attendances": "person training is_attended\n zhao t1 true",
    }
    assert lights(tables)["training"] == state


@pytest.mark.parametrize(
    ("roster", "state"),
    [("kc01 - -", "on"), ("- true -", "on"), ("- false -", "off"), ("- - -", "off")],
)
def test_platform_by_account_or_group(roster: str, state: str) -> None:
    tables = {
        "terms": TERM.format(doc="x"),
        "officers": f"person platform_account is_in_group note\n zhao {roster}",
    }
    assert lights(tables)["platform"] == state


@pytest.mark.parametrize(
    ("day", "state"), [("2024-12-31", "off"), ("2025-01-01", "on"), ("2025-12-31", "on")]
)
def test_platform_use_and_record_count_the_window(day: str, state: str) -> None:
    tables = {"terms": TERM.format(doc="x"), "activities": f"person acted_on kind\n zhao {day} 平台使用"}
    found = lights(tables)
    assert (found["platform"], found["archive"]) == (state, state)


@pytest.mark.parametrize(
    ("terms", "assessed", "state"),
    [
        (TERM.format(doc="x"), "2020-01-01", "grey"),  # none of a term: the first has not ended
        (OVER, "2020-01-01", "off"),
        (OVER, "2024-07-01", "on"),  # the last term
        (OVER, "2026-01-05", "off"),  # not known yet on the as-of day
    ],
)
def test_assessment_is_grey_until_a_term_has_ended(terms: str, assessed: str, state: str) -> None:
    rows = f"person term_no assessed_on grade\n zhao 1 {assessed} 合格"
    tables = {"terms": terms} if assessed.startswith("2020") else {"terms": terms, "assessments": rows}
    assert lights(tables)["assessment"] == state


@pytest.mark.parametrize(("start", "state"), [("2020-12-31", "off"), ("2021-01-01", "on")])
def test_regulations_cover_the_day_the_term_starts(start: str, state: str) -> None:
    terms = f"person started_on ended_on\n zhao {start} 2026-06-14"
    assert lights({"terms": terms})["regulation"] == state


def test_grey_does_not_count_against() -> None:
    con = built(
        warehouse(
            terms=TERM.format(doc="1号"),
            officers="person platform_account\n zhao kc01",
            trainings="training_no held_on\n t1 2025-06-01",
            attendances="person training is_attended\n zhao t1 true",
        )
    )
    rules = Rules.package()
    found = run(con, "officer_lights", rules.parameters() | rules.version_days() | {"as_of": AS_OF})
    assert found["is_complete"].tolist() == [True]
    words = summary(lights_of(found.astype(object).where(found.notna(), None).iloc[0].to_dict()))
    assert words.zh == "应齐 5 项，已齐 5 项；考核结果未到期"


def timeline(con: Any) -> pd.DataFrame:
    return lines(run(con, "officer_timeline", {"person_id": "zhao", "as_of": AS_OF}), AS_OF)


def test_counters_count_their_lines_in_service_and_in_the_window() -> None:
    con = built(
        warehouse(
            terms=TERM.format(doc="x"),
            activities="""
                person  acted_on    kind
                zhao    2024-12-31  企业走访
                zhao    2025-01-01  企业走访
                zhao    2025-05-01  座谈交流
                zhao    2025-05-02  平台使用
                zhao    2024-01-01  企业走访
            """,
            suggestions="person raised_on content\n zhao 2025-06-01 建议",
            summaries="person submitted_on period\n zhao 2025-12-31 2025",
            demands="person submitted_on title enterprise\n zhao 2025-03-03 甲 乙",
        )
    )
    file = Dossier(
        head=None, lights=(), lines=timeline(con), sections=pd.DataFrame(), evidence=pd.DataFrame()
    )  # type: ignore[arg-type]  # only the lines are looked at
    assert file.counts == {"achievements": 0, "demands": 1, "exchange": 3, "summaries": 1}
    assert set(COUNTERS["exchange"]) <= set(ACTS) <= set(GROUPS)
    quarters = by_quarter(file.lines, AS_OF)
    assert quarters["acts"].sum() == 7
    assert quarters["acts"].tolist()[-4:] == [2, 3, 0, 1]


PEOPLE = pd.DataFrame(
    [
        ("p1", "周明远", "zhou ming yuan", "HB01", "模拟高校U-03", "420100", "武汉市科协"),
        ("p2", "周敏", "zhou min", "HB02", "模拟企业B-1", "420500", "宜昌市科协"),
        ("p3", "郑铭仪", "zheng ming yi", "HB03", "模拟高校U-04", "non_city", "模拟大学科协"),
    ],
    columns=["person_id", "name", "name_sort", "officer_no", "org", "unit", "recommender_name"],
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", []),
        ("周", ["p1", "p2"]),
        ("zmy", ["p1", "p3"]),
        ("ZHOUM", ["p1", "p2"]),
        ("zm 高校", ["p1", "p3"]),
        ("武汉", ["p1"]),
        ("Wuhan zmy", ["p1"]),
        ("hb02", ["p2"]),
        ("nobody", []),
    ],
)
def test_search(asked: str, found: list[str]) -> None:
    assert search(PEOPLE, asked)["person_id"].tolist() == found


def test_a_name_that_may_not_be_seen_is_not_found() -> None:
    tiers = {"p1": "lost", "p2": "proactive"}
    assert findable(PEOPLE, tiers, OFFICE)["person_id"].tolist() == ["p1", "p2", "p3"]
    assert findable(PEOPLE, tiers, LEADER)["person_id"].tolist() == ["p2", "p3"]
    city = Viewer(name="yichang", role="city", unit="420500")
    assert findable(PEOPLE, tiers, city)["person_id"].tolist() == ["p2"]


def test_outside_the_office_a_demand_that_is_not_public_goes_by_field_and_kind() -> None:
    con = built(
        warehouse(
            terms=TERM.format(doc="x"),
            demands="""
                demand_no person submitted_on title      enterprise field    kind     is_public
                d1        zhao   2025-03-01   不许公开甲 模拟企业   光电子信息 技术攻关 false
                d2        zhao   2025-03-02   可以公开乙 模拟企业   光电子信息 技术攻关 true
                d3        zhao   2025-03-03   没有说丙   模拟企业   -        -        -
            """,
            matches="""
                match_no demand achievement a    b source contacted_on
                m1       d1     a1          zhao - 人工   2025-04-01
                m2       d2     a1          zhao - 人工   2025-04-02
            """,
            contracts="""
                contract_no match signed_on  amount_wan source person
                c1          m1    2025-05-01 123.0      自报   zhao
            """,
        )
    )
    asked = {"person_id": "zhao", "as_of": AS_OF}
    file = Dossier(
        head=None,  # type: ignore[arg-type]  # only lines and sections are asked
        lights=(),
        lines=timeline(con),
        sections=run(con, "dossier_lines", asked),
        evidence=pd.DataFrame(),
    )
    leaving = as_published(con, "zhao", file)
    inside, outside = _told(file, "zh"), _told(leaving, "zh")
    assert {"不许公开甲", "可以公开乙", "没有说丙", "123.0"} <= inside
    assert outside & {"不许公开甲", "没有说丙", "123.0"} == set()
    assert {"可以公开乙", "光电子信息 · 技术攻关", "未公开的需求"} <= outside
    assert "A demand not published" in _told(leaving, "en")
    assert len(leaving.lines) == len(file.lines)


def _told(file: Dossier, lang: Lang) -> set[str]:
    """Every content of the lines and of two sections, as the reader reads it."""
    told = list(lines_frame(file.lines, lang)[say("officer.content", lang)])
    for name in ("match", "contract"):
        content = DOSSIER_SECTIONS[name].content.title.get(lang)
        told += list(worded(name, file.section(name), lang)[content])
    return {str(text) for text in told}
