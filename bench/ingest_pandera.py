"""The checks of `activities` in pandas with pandera, written twice; typed rows and issues go into DuckDB.

`cell by cell`: our own rules as checks of single cells, the way pandera is mostly used where a rule is a
function. `by column`: as fast as pandas allows, with less asked: three forms of a date where we read forty.
Neither words a message, assigns a number or knows who is meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from data_ingest.cleaning.date_forms import read_form
from foundation.reference import code_list

_TODAY = dt.date(2026, 1, 10)
_OLDEST = dt.date(1930, 1, 1)
_EMPTY = ["", "无", "—", "－", "-", "/", "N/A", "暂无", "0"]
_CODES = {"类型": "activity_kind", "形式": "mode", "提交方式": "entered_by"}
_YES = {"是": True, "有": True, "√": True, "1": True, "否": False, "无": False, "×": False, "0": False}
_STARRED = ["联络员编号", "日期", "类型"]
_TEXTS = ("记录编号", "对象单位", "内容")

#: A column of texts → its values, null where a text is wrong.
Reading = Callable[[pd.Series], pd.Series]
#: One text → its value, None where it is wrong.
Cell = Callable[[str], object]


def cell_by_cell(path: Path, target: Path) -> None:
    """The same rules: one call for each cell, to check it and again to read it."""
    cells: dict[str, Cell] = {name: code_list(codes).resolve for name, codes in _CODES.items()}
    cells |= {"日期": _day, "是否催办后": _YES.get, "时长": _number}
    checks = {name: pa.Check(_is_read_by(cell), element_wise=True) for name, cell in cells.items()}
    _run(path, target, checks, {name: _each(cell) for name, cell in cells.items()})


def by_column(path: Path, target: Path) -> None:
    """Simpler rules: what pandas does to a whole column at once."""
    columns: dict[str, Reading] = {name: _codes_of(codes) for name, codes in _CODES.items()}
    columns |= {"日期": _days, "是否催办后": lambda texts: texts.map(_YES), "时长": _numbers}
    checks = {name: pa.Check(_all_read_by(column)) for name, column in columns.items()}
    _run(path, target, checks, columns)


def _run(path: Path, target: Path, checks: dict[str, pa.Check], readings: dict[str, Reading]) -> None:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = frame.apply(lambda column: column.str.strip()).replace(_EMPTY, None)
    columns = {name: pa.Column(str, check, nullable=name not in _STARRED) for name, check in checks.items()}
    columns |= {name: pa.Column(str, nullable=True) for name in _TEXTS} | {"联络员编号": pa.Column(str)}
    issues = _issues(frame, pa.DataFrameSchema(columns))
    typed = frame.assign(**{name: read(frame[name]) for name, read in readings.items()})
    is_held = typed[_STARRED].isna().any(axis=1)
    with duckdb.connect(target) as con:
        for table, rows in (("activities", typed[~is_held]), ("quarantine", issues)):
            con.register("rows", rows)
            con.execute(f"create table {table} as select * from rows")


def _issues(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """One line for each wrong cell."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return errors.failure_cases.astype({"failure_case": str})
    return pd.DataFrame()


def _each(cell: Cell) -> Reading:
    return lambda texts: texts.map(cell, na_action="ignore")


def _is_read_by(cell: Cell) -> Callable[[str], bool]:
    return lambda text: cell(text) is not None


def _all_read_by(column: Reading) -> Callable[[pd.Series], pd.Series]:
    return lambda texts: column(texts).notna()


def _day(text: str) -> dt.date | None:
    found = read_form(text)
    if isinstance(found, str):
        return None
    day = dt.date(found.year, found.month, found.day or 1)
    return day if _OLDEST <= day <= _TODAY else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _codes_of(list_id: str) -> Reading:
    def read(texts: pd.Series) -> pd.Series:
        return texts.map({text: code_list(list_id).resolve(text) for text in texts.dropna().unique()})

    return read


def _numbers(texts: pd.Series) -> pd.Series:
    return pd.to_numeric(texts, errors="coerce")


def _days(texts: pd.Series) -> pd.Series:
    days = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[ns]")
    for form in ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"):
        days = days.fillna(pd.to_datetime(texts, format=form, errors="coerce").astype("datetime64[ns]"))
    return days.where(days.between(pd.Timestamp(_OLDEST), pd.Timestamp(_TODAY)))
