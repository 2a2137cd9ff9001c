"""The same checks as a careful analyst writes them in pandas: what `activities` asks of each cell."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from foundation.reference import code_list

_EMPTY = ["", "无", "—", "－", "-", "/", "N/A", "暂无", "0"]
_TODAY = "2026-01-10"
_CODES = {"类型": "activity_kind", "形式": "mode", "提交方式": "entered_by"}
_YES = {"是": True, "有": True, "√": True, "1": True, "否": False, "无": False, "×": False, "0": False}


def read_and_check(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows that may be loaded, typed, and one line for each wrong cell."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame = frame.apply(lambda column: column.str.strip()).replace(_EMPTY, None)
    issues: list[pd.DataFrame] = []
    written = frame.copy()
    frame["日期"] = _days(frame["日期"])
    for name, list_id in _CODES.items():
        known = {text: code_list(list_id).resolve(text) for text in frame[name].dropna().unique()}
        frame[name] = frame[name].map(known)
    frame["是否催办后"] = frame["是否催办后"].map(_YES, na_action="ignore")
    frame["时长"] = pd.to_numeric(frame["时长"], errors="coerce")
    for name in (*_CODES, "日期", "是否催办后", "时长"):
        wrong = frame.index[frame[name].isna() & written[name].notna()]
        issues.append(pd.DataFrame({"row": wrong + 2, "column": name, "value": written.loc[wrong, name]}))
    is_held = frame[["联络员编号", "日期", "类型"]].isna().any(axis=1)
    return frame[~is_held], pd.concat(issues)


def _days(texts: pd.Series) -> pd.Series:
    """Three forms, and none that lies ahead."""
    days = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[ns]")
    for form in ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"):
        days = days.fillna(pd.to_datetime(texts, format=form, errors="coerce").astype("datetime64[ns]"))
    return days.where(days.between("1930-01-01", _TODAY))
