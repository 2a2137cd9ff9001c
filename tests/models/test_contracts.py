"""Which rows are one contract, what is verified, whom it credits, and what was known when."""

from __future__ import annotations

import duckdb
import pandas as pd

from tests.support.tables import ask, built, warehouse

TERMS = """
    person  started_on  ended_on    body  city
    zhao    2024-01-01  2026-12-31  whkx  420100
    qian    2024-01-01  2026-12-31  whu   421000
    sun     2024-01-01  2026-12-31  yckx  420500
"""
MATCHES = """
    match_no  demand  achievement  a     b     source  contacted_on
    M1        D1      A1           qian  zhao  人工    2025-01-10
    M2        D2      A1           qian  -     人工    2025-01-10
"""
DEMANDS = """
    demand_no  person  submitted_on  enterprise     title  city
    D1         zhao    2024-12-01    模拟企业B-001  一     420600
    D2         -       2024-12-01    模拟企业B-002  二     420300
"""


def contracts(lines: str) -> duckdb.DuckDBPyConnection:
    head = "contract_no registered_no match person signed_on amount_wan is_local source"
    return built(warehouse(terms=TERMS, matches=MATCHES, demands=DEMANDS, contracts=f"{head}\n{lines}"))


def shown(con: duckdb.DuckDBPyConnection, as_of: str = "2025-12") -> list[list[object]]:
    frame = ask(con, "contracts_window", as_of)
    frame["signed_on"] = pd.to_datetime(frame["signed_on"]).dt.strftime("%m-%d")
    columns = ["signed_on", "amount_wan", "is_verified", "is_reported", "is_local"]
    cells = frame[columns].astype(object)
    return cells.where(frame[columns].notna(), None).values.tolist()


def test_rows_that_share_a_number_are_one_contract_and_the_verified_overrides() -> None:
    con = contracts(
        """
        C1 -  - zhao 2025-03-01 100 no  自报
        C1 R1 - zhao 2025-03-05 80  yes 核验
        -  R1 - zhao 2025-03-09 90  -   自报
        C2 -  - zhao 2025-04-01 50  -   自报
        """
    )
    assert shown(con) == [["03-05", 80.0, True, True, True], ["04-01", 50.0, False, True, None]]


def test_a_row_without_numbers_joins_the_earliest_contract_of_its_match() -> None:
    con = contracts(
        """
        -  -  M1 -    2025-02-01 60 -   自报
        C2 -  M1 -    2025-06-01 70 yes 核验
        C1 -  M1 -    2025-05-01 65 no  核验
        -  -  M2 -    2025-07-01 10 -   自报
        -  -  M2 -    2025-07-02 10 yes 核验
        -  -  -  sun  2025-08-01 5  -   自报
        -  -  -  sun  2025-08-02 5  -   核验
        """
    )
    # Rows with an officer alone share nothing: each is a contract.
    assert shown(con) == [
        ["05-01", 65.0, True, True, False],
        ["06-01", 70.0, True, False, True],
        ["07-02", 10.0, True, True, True],
        ["08-01", 5.0, False, True, None],
        ["08-02", 5.0, True, False, None],
    ]


def test_what_is_signed_later_is_not_yet_known() -> None:
    con = contracts(
        """
        C1 -  - zhao 2025-02-01 60 -   自报
        -  R1 - zhao 2025-03-01 61 -   自报
        C1 R1 - zhao 2025-06-01 62 yes 核验
        """
    )
    assert shown(con, "2025-05") == [["02-01", 60.0, False, True, None], ["03-01", 61.0, False, True, None]]
    assert shown(con, "2025-12") == [["06-01", 62.0, True, True, True]]


def test_a_contract_stands_where_its_demand_stands_and_credits_both_sides() -> None:
    con = contracts(
        """
        C1 - M1 -   2025-02-01 60 yes 核验
        C2 - M2 -   2025-03-01 60 yes 核验
        C3 - -  sun 2025-04-01 60 yes 自报
        """
    )
    frame = ask(con, "contracts_window", "2025-12")
    cells = frame[["person_id", "unit", "city"]].astype(object)
    assert cells.where(cells.notna(), None).values.tolist() == [
        ["zhao", "420100", "420600"],
        [None, None, "420300"],
        ["sun", "420500", "420500"],
    ]
    assert [sorted(p) for p in frame["persons"]] == [["qian", "zhao"], ["qian"], ["sun"]]
    serving = ask(con, "officers_serving", "2025-12").set_index("person_id")
    assert serving["contracts_verified"].to_dict() == {"zhao": 1, "qian": 2, "sun": 0}
    assert serving["contracts_reported"].to_dict() == {"zhao": 0, "qian": 0, "sun": 1}


def test_a_summary_reports_contracts_too() -> None:
    con = built(
        warehouse(
            terms=TERMS,
            summaries="""
                person  period  submitted_on  contracts_reported
                zhao    上半年  2025-07-01    2
                qian    上半年  2025-07-01    0
                sun     上半年  2024-07-01    1
            """,
        )
    )
    serving = ask(con, "officers_serving", "2025-12").set_index("person_id")
    assert serving["contracts_reported"].to_dict() == {"zhao": 2, "qian": 0, "sun": 0}
