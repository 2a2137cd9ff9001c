"""What stands around a table: who reports, when, and whether it is a sample."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_ingest.readers.cells import Cells
from foundation.reference.places import resolve_city

_REPORTER = re.compile(
    r"(?:填报单位|报送单位|上报单位|填表单位|汇总单位|推荐单位|单位名称)\s*(?:[(（]\s*(?:盖章|公章|签章|章)\s*[)）])?\s*[:：]\s*"
    r"(?P<unit>[^\s:：]{2,40})"
)
_DATED = re.compile(
    r"(?:填报|填表|制表|上报|报送|统计|报表)(?:日期|时间|截止日期|截止时间)\s*[:：]?\s*"
    r"(?P<date>[\d〇○零一二三四五六七八九十]{2,4}\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*(?:[月./-]\s*"
    r"(?:[\d一二三四五六七八九十]{1,3}\s*日?)?)?|\d{8})"
)
#: `合同金额（元）`, `金额（单位：万元）`, a title line `单位：万元`.
_MONEY_UNIT = re.compile(r"(?:[(（\[【]\s*(?:单位\s*[:：]?)?\s*|单位\s*[:：]\s*)(百万元|千元|万元|亿元|元)")
SIMULATED = "模拟数据"


@dataclass(frozen=True)
class Context:
    """reporter: the 填报单位 line. dated: 填报日期 as written. sheet_name: the workbook's sheet.

    money_unit: what a line above the table says (单位：元).
    """

    reporter: str | None = None
    dated: str | None = None
    sheet_name: str = ""
    money_unit: str | None = None

    def city(self, sender: str | None) -> str | None:
        """City for rows that name none: sheet name, else the 填报单位 line, else the sender."""
        given = (self.sheet_name, self.reporter, sender)
        return next((city for city in (resolve_city(t) for t in given if t) if city), None)


def read_context(texts: list[list[str]], sheet_name: str) -> Context:
    """`texts`: the non-blank cells of title and footer rows."""
    lines = ["　".join(cells) for cells in texts]
    reporter = next((m["unit"] for m in map(_REPORTER.search, lines) if m), None)
    dated = next((m["date"] for m in map(_DATED.search, lines) if m), None)
    money_unit = next((unit for unit in map(money_unit_in, lines) if unit), None)
    return Context(reporter, re.sub(r"\s", "", dated) if dated else None, sheet_name, money_unit)


def money_unit_in(header: str) -> str | None:
    """元, 千元, 万元 … where a header or title line names it in brackets or after 单位."""
    match = _MONEY_UNIT.search(header)
    return match[1] if match else None


def says_simulated(cells: Cells) -> bool:
    """模拟数据 in the sheet's name, its first or its last rows."""
    if SIMULATED in cells.name:
        return True
    height = cells.table.num_rows
    ends = [cells.table.slice(0, 12), cells.table.slice(max(height - 12, 0))]
    return any(
        value is not None and SIMULATED in value
        for part in ends
        for column in part.columns
        for value in column.to_pylist()
    )
