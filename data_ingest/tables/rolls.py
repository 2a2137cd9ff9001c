"""Chat-group roll calls (接龙): `1. 张三 某大学 13800000000`, a line a person → a table of persons."""

from __future__ import annotations

import re
from itertools import pairwise

from data_ingest.readers.cells import Cells
from data_ingest.tables.people import split_unit_duty
from data_ingest.tables.shapes import Record, as_table, rows_of

_ITEM = re.compile(
    r"^\s*[（(【\[]?\s*(\d{1,3})\s*(?:[)）】\]]|[.、．。:：,，)-]|\s)\s*(?P<entry>\D.*|1[3-9]\d{9}.*)$"
)
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)")
_BETWEEN = re.compile(r"[\s,，、;；/|｜+＋_（）()【】:：]+|—+|\s-\s?")
_LABEL = re.compile(
    r"(姓名|单位名称|工作单位|单位|联系电话|联系方式|手机号码|手机号|手机|电话|职务职称|职务|职称)\s*[:：]\s*"
)
_NAME = re.compile(r"^[一-鿿㐀-䶿]{2,4}$|^[一-鿿]{2,6}·[一-鿿]{2,8}$")
_CATEGORY = re.compile(r"^[abＡＢａｂAB]\s*类$")
_CALL = re.compile(r"接龙|接 龙|报名|签到")
_FEWEST = 2
_SHARE = 0.7


def from_roll(cells: Cells) -> Cells | None:
    """The persons of a roll call as a table; None where the lines are none."""
    if cells.table.num_columns > 12:
        return None
    rows = rows_of(cells)
    lines = [" ".join(filter(None, row)) for row in rows]
    items = [(place, match) for place, line in enumerate(lines) if (match := _ITEM.match(line))]
    if len(items) < _FEWEST or not _counts_up([int(match.group(1)) for _, match in items]):
        return None
    records = [Record(place, _person(match["entry"])) for place, match in items]
    complete = sum("姓名" in r.cells and ("单位名称" in r.cells or "手机" in r.cells) for r in records)
    is_called = any(_CALL.search(line) for line in lines[: items[0][0]])
    if complete < (0.5 if is_called else _SHARE) * len(records):
        return None
    return as_table(cells, records, rows)


def _counts_up(numbers: list[int]) -> bool:
    """1, 2, 3 … with a slip or two: people count wrongly, tables of data do not count at all."""
    steps = sum(later - earlier in (0, 1, 2) for earlier, later in pairwise(numbers))
    return numbers[0] <= 2 and steps >= 0.7 * (len(numbers) - 1)


def _person(line: str) -> dict[str, str]:
    """The first word that can be a name, the phone, the category; the longest of the rest is the unit."""
    person_cells: dict[str, str] = {}
    phones = _PHONE.findall(line)
    if phones:
        person_cells["手机"] = "、".join(phones)
        line = _PHONE.sub(" ", line)
    words = [word for word in _BETWEEN.split(_LABEL.sub(" ", line)) if word]
    name = next((word for word in words if _NAME.match(word)), None)
    if name:
        person_cells["姓名"] = name
        words.remove(name)
    category = next((word for word in words if _CATEGORY.match(word)), None)
    if category:
        person_cells["类别"] = category
        words.remove(category)
    if words:
        unit, duty = split_unit_duty(max(words, key=len))
        others = [word for word in words if word != max(words, key=len)]
        person_cells["单位名称"] = unit
        person_cells |= {"职务": duty or "、".join(others)} if duty or others else {}
    return person_cells
