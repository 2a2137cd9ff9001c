"""Whole tables: each row is loaded or held exactly once, and every wrong cell is told of."""

import datetime as dt
import random

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_ingest.cleaning import clean
from data_ingest.sheets import SHEETS

RECEIVED = dt.date(2026, 1, 10)


def cleaned(sheet_id: str, table: str, **options):
    """An ASCII table, first line the column names, "-" an empty cell; rows are numbered from 2."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    frame = pd.DataFrame(lines[1:], columns=lines[0]).replace("-", None)
    frame.insert(0, "row_number", range(2, len(frame) + 2))
    return clean(frame, sheet=SHEETS[sheet_id], received_on=RECEIVED, **options)


def issues(result) -> list[tuple]:
    frame = result.issues.to_pandas()
    return list(
        frame[["row_number", "column_name", "rule", "is_row_held"]].itertuples(index=False, name=None)
    )


def test_a_wrong_starred_cell_holds_the_row_another_only_itself() -> None:
    result = cleaned(
        "demands",
        """
        submitted_on | enterprise    | title | city | budget_wan
        2023.5.8     | 模拟企业B-001 | 甲    | 火星 | 50万
        2052-05-08   | 模拟企业B-001 | 乙    | 武汉 | 若干
        -            | 模拟企业B-001 | 丙    | -    | -
        2023年5月    | 模拟企业B-002 | 丁    | 黄石 | 500000元
        """,
    )
    assert result.held.tolist() == [3, 4]
    assert issues(result) == [
        (2, "city", "not_in_list", False),
        (3, "submitted_on", "future_date", True),
        (3, "budget_wan", "wrong_money", True),
        (4, "submitted_on", "required_missing", True),
    ]
    loaded = result.frame.to_pandas()
    assert loaded["row_number"].tolist() == [2, 5]
    assert loaded["submitted_on"].astype(str).tolist() == ["2023-05-08", "2023-05-01"]
    assert loaded["submitted_on_precision"].tolist() == ["day", "month"]
    assert loaded["budget_wan"].tolist() == [50, 50]
    assert loaded["city"].tolist()[1] == "420200"


def test_either_group_and_audience() -> None:
    result = cleaned(
        "reminders",
        """
        officer | audience | sent_on    | topic
        示例甲  | -        | 2023-03-01 | 需求挖掘
        -       | 全省A类  | 2023-03-01 | 需求挖掘
        -       | 火星     | 2023-03-01 | 需求挖掘
        -       | -        | 2023-03-01 | 需求挖掘
        """,
    )
    assert issues(result) == [
        (4, "audience", "unknown_audience", False),
        (5, "officer", "either_missing", True),
    ]
    loaded = result.frame.to_pandas()
    assert loaded["audience"].fillna("-").tolist() == ["-", "A类", "-"]
    assert loaded["officer_text"].fillna("-").tolist() == ["示例甲", "-", "-"]
    assert loaded["officer"].isna().all()


def test_terms_without_a_start_before_recognition_only() -> None:
    result = cleaned(
        "terms",
        """
        officer | recommender  | started_on | ended_on   | left_on   | state
        示例甲  | 武汉市科协   | -          | -          | -         | 公示
        示例乙  | 汉阳区科协   | -          | -          | -         | 在聘
        示例丙  | 武汉大学科协 | 2023-05-08 | 2022-05-07 | -         | 退出
        示例丁  | 宜昌市科协   | 2023-05-08 | 2025年5月  | 2023年5月 | 退出
        """,
    )
    assert issues(result) == [
        (3, "started_on", "required_missing", True),
        (4, "ended_on", "before_other", False),
        (4, "state", "over_without_date", False),
    ]
    loaded = result.frame.to_pandas()
    assert loaded["recommender_type"].tolist() == ["市州科协", "高校科协", "市州科协"]
    assert loaded["recognised_by"].tolist() == ["省科协"] * 3
    assert loaded["ended_on"].astype(str).tolist()[2] == "2025-05-31"
    assert loaded["left_on"].astype(str).tolist()[2] == "2023-05-01"


def test_both_ends_in_one_cell_fill_the_empty_end() -> None:
    result = cleaned(
        "leaves",
        """
        officer | from_on              | to_on
        示例甲  | 2023.7.1-2023.12.31  | -
        示例乙  | 2023年7月-9月        | -
        示例丙  | 2023.7.1-2023.12.31  | 2024-01-31
        示例丁  | 2023-07-01           | -
        示例戊  | 2023.7.1-2023.12.31  | 去年
        """,
    )
    frame = result.frame.to_pandas()
    assert frame["from_on"].astype(str).tolist() == ["2023-07-01"] * 5
    ends = ["-" if pd.isna(v) else str(v) for v in frame["to_on"]]
    assert ends == ["2023-12-31", "2023-09-30", "2024-01-31", "-", "-"]
    assert frame["to_on_precision"].fillna("-").tolist() == ["day", "month", "day", "-", "-"]


def test_city_is_told_by_county_or_zone_but_a_wrong_city_stays_empty() -> None:
    result = cleaned(
        "officers",
        """
        name   | org      | city | county | zone
        示例甲 | 模拟大学 | -    | 枝江市 | -
        示例乙 | 模拟大学 | -    | -      | 东湖高新区
        示例丙 | 模拟大学 | 火星 | 枝江市 | -
        """,
    )
    assert result.frame["city"].to_pylist() == ["420500", "420100", None]


def test_unit_of_the_header_and_columns_that_are_not_declared() -> None:
    result = cleaned(
        "contracts",
        """
        officer | amount_wan | signed_on  | source | is_local | 我的备注
        示例甲  | 1200000    | 2023-09-20 | 自报   | 省外     | 甲
        """,
        units={"amount_wan": "元"},
    )
    assert result.frame["amount_wan"].to_pylist() == [120.0]
    assert result.frame["is_local"].to_pylist() == [False]
    assert result.frame["我的备注"].to_pylist() == ["甲"]


def test_messages_name_the_column_the_value_and_what_to_do() -> None:
    result = cleaned("activities", "officer | acted_on | kind\n示例甲 | 05/06/25 | 企业走访")
    (issue,) = result.issues.to_pylist()
    assert issue["value"] == "05/06/25"
    for part in ("日期", "05/06/25", "2023-05-08", "暂未载入"):
        assert part in issue["message_zh"]
    for part in ("Date", "05/06/25", "2023-05-08", "not loaded"):
        assert part in issue["message_en"]


@pytest.mark.parametrize("one", SHEETS.values(), ids=lambda s: s.id)
def test_an_empty_table_and_the_example_row_of_every_sheet(one) -> None:
    nothing = clean(pa.table({"row_number": pa.array([], pa.int64())}), sheet=one, received_on=RECEIVED)
    assert nothing.frame.num_rows == nothing.issues.num_rows == len(nothing.held) == 0
    own = [name for name, _ in one.snapshot_columns()]
    assert [n for n in nothing.frame.column_names if n != "row_number"] == own[
        : len(nothing.frame.column_names) - 1
    ]
    example = {"row_number": [2]} | {c.name: [c.example] for c in one.columns if c.example}
    result = clean(pa.table(example), sheet=one, received_on=RECEIVED)
    assert result.issues.to_pylist() == []
    assert result.frame.num_rows == 1


CELLS = """
无|0|示例甲|2023.5.8|2052-01-01|05/06/25|Ｂ类|火星|是|1.23457E+17|企业走访|需求挖掘|50万|13800001234.0|全省|武汉|智能|自报|合格|退出
|2023年5月|#REF!
"""
CELL = st.sampled_from([None, *CELLS.replace("\n", "").split("|")])
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tables(draw) -> tuple:
    one = SHEETS[draw(st.sampled_from(sorted(SHEETS)))]
    rows = draw(st.integers(0, 8))
    columns = {c.name: draw(st.lists(CELL, min_size=rows, max_size=rows)) for c in one.columns}
    return one, pa.table(
        {"row_number": pa.array(range(2, rows + 2), pa.int64())}
        | {n: pa.array(v, pa.string()) for n, v in columns.items()}
    )


@quick
@given(tables())
def test_each_row_is_loaded_or_held_exactly_once(given_table) -> None:
    one, table = given_table
    result = clean(table, sheet=one, received_on=RECEIVED)
    loaded = result.frame["row_number"].to_pylist()
    assert sorted([*loaded, *result.held.tolist()]) == table["row_number"].to_pylist()
    told = {i["row_number"] for i in result.issues.to_pylist() if i["is_row_held"]}
    assert told == set(result.held.tolist())
    assert all(i["message_zh"] and i["message_en"] for i in result.issues.to_pylist())


@quick
@given(tables(), st.integers(0, 1000))
def test_the_order_of_rows_does_not_matter(given_table, seed: int) -> None:
    one, table = given_table
    order = random.Random(seed).sample(range(table.num_rows), table.num_rows)
    first = clean(table, sheet=one, received_on=RECEIVED)
    second = clean(table.take(pa.array(order, pa.int64())), sheet=one, received_on=RECEIVED)
    assert first.frame.to_pylist() == second.frame.sort_by("row_number").to_pylist()
    assert first.issues.to_pylist() == second.issues.to_pylist()
    assert sorted(first.held) == sorted(second.held)


def written(value) -> str | None:
    """A canonical value as a cell."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return None if value is None else str(value)


@quick
@given(tables())
def test_cleaning_leaves_canonical_values_alone(given_table) -> None:
    one, table = given_table
    first = clean(table, sheet=one, received_on=RECEIVED).frame
    names = {c.name: f"{c.name}_text" if c.kind in ("officer", "reference") else c.name for c in one.columns}
    again = {
        n: pa.array([written(v) for v in first[source].to_pylist()], pa.string())
        for n, source in names.items()
    }
    second = clean(pa.table({"row_number": first["row_number"]} | again), sheet=one, received_on=RECEIVED)
    is_kept = [number not in second.held for number in first["row_number"].to_pylist()]
    for name in names.values():
        kept = first[name].filter(pa.array(is_kept, pa.bool_())).to_pylist()
        # A wrong cell comes back empty, and what is empty may be told from the rest of the row.
        pairs = [(v, w) for v, w in zip(kept, second.frame[name].to_pylist(), strict=True) if v is not None]
        assert [v for v, _ in pairs] == [w for _, w in pairs]
