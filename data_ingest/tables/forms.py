"""Label–value tables, as a 推荐表 is laid out (`姓名 | 张三 | 性别 | 男`): one row a form."""

from __future__ import annotations

import re

from data_ingest.readers.cells import Cells
from data_ingest.tables.headers import header_forms, is_known, is_serial
from data_ingest.tables.shapes import Record, Rows, as_table, rows_of

_FEWEST_PAIRS, _FEWEST_ROWS = 4, 2
_LABEL_LENGTH = 24
#: The label with which a new form begins where several stand in one sheet.
_NAMES = frozenset({"姓名", "联络员姓名", "联络员", "推荐人选", "被推荐人", "被推荐人姓名", "推荐人选姓名"})
_ALIASES = {"推荐人选": "姓名", "被推荐人": "姓名", "被推荐人姓名": "姓名", "推荐人选姓名": "姓名"}
_OPINION = re.compile(r"^(推荐|申报)(单位|主体|部门|机构)(推荐)?(意见|盖章|\(盖章\)|意见\(盖章\))$")
_TITLE = re.compile(r"推荐表|推荐书|推荐登记表|申报表|申报书|申请表")
_SEALED = re.compile(r"([^\s，。；：:,;]{2,40}?)\s*[（(]\s*(?:盖章|公章|签章|章)\s*[)）]")
_DAY = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?")
_BOX = "□☐◻▢○"
_TICK = "☑☒■✓✔√▣●"
_TICKED = re.compile(
    f"[{_TICK}]\\s*([^\\s{_BOX}{_TICK}]+)|([^\\s{_BOX}{_TICK}]+?)\\s*(?:[（(]\\s*)[{_TICK}](?:\\s*[)）])"
)
_UNFILLED = re.compile(r"^[\s_＿年月日/（）()]*$")


def from_forms(cells: Cells) -> Cells | None:
    """The forms of a sheet as a table; None where it holds none."""
    rows = rows_of(cells)
    records = _records(rows)
    pairs = sum(len(record.cells) for record in records)
    if pairs < _FEWEST_PAIRS or not records:
        return None
    title = "".join(cell for row in rows[: records[0].row] for cell in row) + cells.name
    for record in records:
        _finish(record, is_recommendation=bool(_TITLE.search(title)))
    first = records[0].row
    around = [
        row if place < first or len([c for c in row if c]) == 1 else [] for place, row in enumerate(rows)
    ]
    return as_table(cells, records, around)


def _records(rows: Rows) -> list[Record]:
    """Pairs of label and value, gathered into forms; none once a usual header comes first."""
    records: list[Record] = []
    filled_rows = 0
    for place, row in enumerate(rows):
        if not records and _is_header(row):
            return []
        pairs = _pairs(row)
        filled_rows += bool(pairs)
        for label, value in pairs:
            folded = header_forms(label)[-1]
            if not records or (
                folded in _NAMES and any(header_forms(k)[-1] == folded for k in records[-1].cells)
            ):
                records.append(Record(place))
            records[-1].cells.setdefault(_ALIASES.get(folded, label), value)
    return records if filled_rows >= _FEWEST_ROWS * max(len(records), 1) else []


def _is_header(row: list[str]) -> bool:
    """Three headers and more side by side, and nothing else that could be their value."""
    shown = [cell for cell in row if cell]
    labels = [cell for cell in shown if _is_label(cell)]
    return len(labels) >= 3 and len(labels) > 0.6 * len(shown)


def _pairs(row: list[str]) -> list[tuple[str, str]]:
    """A label and the cell that follows; a label before another label has no value."""
    shown = [cell for cell in row if cell]
    pairs, place = [], 0
    while place < len(shown) - 1:
        label, value = shown[place], shown[place + 1]
        if (_is_label(label) or _is_opinion(label)) and not _is_label(value):
            pairs.append((label, _ticked(value)))
            place += 1
        place += 1
    return pairs


def _is_label(cell: str) -> bool:
    if len(cell) > _LABEL_LENGTH:
        return False
    is_name = any(form in _NAMES for form in header_forms(cell))
    return is_name or (is_known(cell) and not is_serial(cell))


def _is_opinion(cell: str) -> bool:
    return len(cell) <= _LABEL_LENGTH and any(_OPINION.match(form) for form in header_forms(cell))


def _ticked(value: str) -> str:
    """`☑A类 □B类` → A类; a form that was not filled in (年 月 日, ____) says nothing."""
    if _UNFILLED.match(value):
        return ""
    if not any(mark in value for mark in _BOX + _TICK):
        return value
    ticked = [box or tick for box, tick in _TICKED.findall(value)]
    if ticked:
        return "、".join(ticked)
    return "" if any(mark in value for mark in _BOX) else value


def _finish(record: Record, *, is_recommendation: bool) -> None:
    """Take recommender and day from a sealed opinion; a person who is only recommended has no term yet."""
    label_by_form = {header_forms(label)[-1]: label for label in record.cells}
    opinion = next((label for label in record.cells if _is_opinion(label)), None)
    if opinion is not None:
        text = record.cells.pop(opinion)
        sealed, days = _SEALED.search(text), _DAY.findall(text)
        if sealed and "推荐单位" not in label_by_form:
            record.cells["推荐单位"] = sealed.group(1)
        if days and not {"推荐日期", "推荐时间"} & label_by_form.keys():
            record.cells["推荐日期"] = re.sub(r"\s", "", days[-1])
    has_term = any(
        label.startswith(("聘期", "聘任", "任期")) and value for label, value in record.cells.items()
    )
    if is_recommendation and "推荐单位" in {header_forms(k)[-1] for k in record.cells} and not has_term:
        record.cells.setdefault("状态", "推荐中")
