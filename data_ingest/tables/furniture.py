"""Rows inside a table that hold no data: blank rows, totals, section headings, footers, examples."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data_ingest.tables.grid import Grid
from foundation.fast.coded import among
from foundation.reference.folding import fold

_TOTAL = re.compile(r"^(合计|总计|小计|共计|累计|总数|本页合计|本页小计)($|[:(\d]|共|人|项|条)")
_FOOTER = re.compile(
    r"^(填表人|填报人|填报|填表|制表人?|审核人?|复核人?|审批人?|经办人?|负责人|单位负责人|部门负责人|主要负责人|联系人|联系电话"
    r"|分管领导|主管领导|领导签字|签字|签名|盖章|单位盖章|(填报|报送|上报|填表|推荐)单位|单位\(盖章\)|(填报|填表|制表|上报|报送)(日期|时间)|日期"
    r"|说明|备注|注|注意事项?|填写说明|填表说明|填报说明|附注|附件\d*|以上(数据|信息|情况).*|模拟数据.*|本表.*)(\(.*?\))?(:|$)"
)
_HEADING = re.compile(
    r"^\(?([一二三四五六七八九十]{1,3}|[ivx]+|第[一二三四五六七八九十\d]+[批类部组])\)?[、.,)]?"
)
_EXAMPLE = re.compile(r"^(示例|样例|例|举例|填写示例|填写样例)\d*:?$")
#: In the first column of our own templates' example row, which is filled like any other.
EXAMPLE_MARK = "示例"
_TELLING_WORDS = frozenset(
    ["合计", "总计", "小计", "共计", "合 计", "总 计", "小 计", "合　计", "总　计", EXAMPLE_MARK]
)
#: A lone cell longer than this is a remark.
_REMARK = 25


def data_mask(
    grid: Grid, start: int, stop: int, *, mapped: Sequence[int], required: Sequence[int]
) -> tuple[pa.Array | None, list[list[str]]]:
    """Which rows start … stop are data (None: all), and the texts of the furniture (for the context).

    Only rows that look odd (few cells, a required cell missing, a telling word in front) are looked at one
    by one: a million regular rows cost a few vector operations.
    """
    part = grid.table.slice(start, stop - start)
    filled = _filled(part, mapped)
    odd = pc.less_equal(filled, 2)
    for place in required:
        odd = pc.or_(odd, pc.is_null(part.column(place)))
    for place in range(min(3, grid.width)):
        is_telling = among(part.column(place), _TELLING_WORDS)
        odd = odd if is_telling is None else pc.or_(odd, is_telling)
    kept = pc.greater(filled, 0).to_numpy().copy()
    texts: list[list[str]] = []
    is_footed = False
    for place in pc.indices_nonzero(odd).to_pylist():
        cells = grid.row(start + place)
        shown = [cell for cell in cells if cell]
        kind = _furniture(cells, shown, grid, start + place, mapped, is_footed=is_footed)
        if kind:
            kept[place] = False
            texts.append(shown)
        is_footed = kind == "footer" or (is_footed and len(shown) <= 1)
    return None if kept.all() else pa.array(kept, pa.bool_()), texts


def _filled(part: pa.Table, mapped: Sequence[int]) -> pa.ChunkedArray:
    total = None
    for place in mapped:
        valid = pc.is_valid(part.column(place)).cast(pa.int16())
        total = valid if total is None else pc.add(total, valid)
    return total


def _furniture(
    cells: list[str | None],
    shown: list[str],
    grid: Grid,
    row: int,
    mapped: Sequence[int],
    *,
    is_footed: bool,
) -> str:
    """ "" for data, else what it is: "total", "footer", "heading", "example"."""
    if not shown:
        return ""
    first = fold(shown[0])
    if _TOTAL.match(first):
        return "total"
    footer = _FOOTER.match(first)
    if footer and (len(shown) <= 2 or footer.group(0).endswith(":")):
        return "footer"
    if _EXAMPLE.match(first):
        return "example"
    if len(shown) > 1:
        return ""
    place = next(place for place, cell in enumerate(cells) if cell)
    is_wide = any(m[0] <= row <= m[2] and m[1] <= place <= m[3] and m[3] > m[1] for m in grid.merges)
    is_lone = place not in mapped or is_wide or is_footed or len(first) > _REMARK
    return "heading" if is_lone or _HEADING.match(first) else ""
