"""A 工作小结 written as a letter: `姓名：张三`, the year in its title, text, signature and day → one row."""

from __future__ import annotations

import re

from data_ingest.readers.cells import Cells
from data_ingest.tables.headers import header_forms, look_up
from data_ingest.tables.shapes import Record, as_table, rows_of

_TITLE = re.compile(r"(工作|履职|年度|季度|半年).{0,6}(小结|总结)|^(小结|总结)$")
_PERIOD = re.compile(
    r"(20\d{2}|二[〇○零]\d?[一二三四五六七八九〇○零]{2})\s*年\s*(上半年|下半年|年度|全年|度|第?[一二三四1-4]季度|\d{1,2}\s*[-至—]\s*\d{1,2}\s*月|\d{1,2}月)?"
)
_LABELLED = re.compile(r"^\s*([^:：\s][^:：]{0,14}?)\s*[:：]\s*(.+?)\s*$")
_SEVERAL = re.compile(r"[\s　]{2,}|(?<=\S)[\s　](?=[一-鿿]{2,8}[:：])")
_DAY = re.compile(
    r"^\s*(?:(?:日期|时间|填报日期|报送日期)\s*[:：])?\s*(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*$"
)
_SIGNED = re.compile(
    r"^\s*(?:(?:汇报人|报告人|总结人|小结人|联络员|科创联络员|署名|姓名)\s*[:：]?\s*)?([一-鿿]\s?[一-鿿]{1,3})\s*$"
)
_IN_NAME = re.compile(r"(?:^|[_\-\s—（(、])([一-鿿]{2,4})(?:$|[_\-\s—）)、.])")
_WHO = frozenset({"汇报人", "报告人", "总结人", "小结人"})
_ADVICE = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]*[)）、.．]?\s*(存在(的)?问题(及|和|与)?)?(意见|建议)(和|与|及|、)?(建议|意见)?"
)
_HEADING = re.compile(r"^[（(]?[一二三四五六七八九十]{1,2}[)）、.．]")
_LONGEST = 4_000


def from_prose(cells: Cells) -> Cells | None:
    """The summary as a table of one row; None where the text is no summary or names nobody."""
    rows = rows_of(cells)
    lines = [" ".join(filter(None, row)) for row in rows]
    head = next(
        (place for place, line in enumerate(lines[:8]) if len(line) <= 60 and _TITLE.search(line)), None
    )
    if head is None or len(lines) < 3 or len(cells.table.columns) > 3:
        return None
    labelled, body = _labelled(lines, head)
    name = labelled.pop("姓名", None) or _signature(lines) or _in_file_name(cells.name)
    period = _PERIOD.search(lines[head]) or _PERIOD.search(cells.name) or _PERIOD.search(" ".join(body[:3]))
    if not name:
        return None
    days = [match.group(1) for line in lines[-4:] if (match := _DAY.match(line))]
    summary = {"联络员姓名": re.sub(r"\s", "", name), **labelled}
    summary.setdefault("期间", re.sub(r"\s", "", period.group(0)) if period else "")
    summary.setdefault("提交日期", re.sub(r"\s", "", days[-1]) if days else "")
    digest, advice = _parted([line for line in body if not _DAY.match(line) and line.strip() != name])
    summary.setdefault("摘要", digest)
    summary.setdefault("意见建议", advice)
    summary.setdefault("自报签约数", "")
    return as_table(cells, [Record(head, summary)], lines=[])


def _labelled(lines: list[str], head: int) -> tuple[dict[str, str], list[str]]:
    """Lines `标签：值` of labels that a summary knows, and all other lines."""
    labelled: dict[str, str] = {}
    body: list[str] = []
    for place, line in enumerate(lines):
        parts = [part for part in _SEVERAL.split(line) if part]
        pairs = [_LABELLED.match(part) for part in parts]
        known_pairs = [(m.group(1), m.group(2)) for m in pairs if m and _label(m.group(1))]
        for label, value in known_pairs if len(line) < 200 else []:
            labelled.setdefault(_label(label) or label, value)
        if not known_pairs and place != head:
            body.append(line)
    return labelled, body


def _label(label: str) -> str | None:
    """The header under which the row has it; None where the label is no header of a summary."""
    folded = header_forms(label)[-1] if header_forms(label) else ""
    if folded in _WHO:
        return "姓名"
    target = look_up(label, "summaries")
    if target is None or target[0].column == "digest":
        return None
    return "姓名" if target[0].column in ("officer", "officer__name") else label


def _signature(lines: list[str]) -> str | None:
    return next((m.group(1) for line in reversed(lines[-4:]) if (m := _SIGNED.match(line))), None)


def _in_file_name(name: str) -> str | None:
    """`2025年工作小结_张三`; words that such file names usually hold are no names."""
    words = [
        w for w in _IN_NAME.findall(name) if not re.search(r"小结|总结|工作|年度|科协|联络|大学|学院", w)
    ]
    return words[0] if len(words) == 1 else None


def _parted(body: list[str]) -> tuple[str, str]:
    """What was done, and what stands below a heading 意见建议."""
    start = next((p for p, line in enumerate(body) if len(line) <= 20 and _ADVICE.match(line)), None)
    if start is None:
        return "\n".join(body)[:_LONGEST], ""
    stop = next((p for p in range(start + 1, len(body)) if _HEADING.match(body[p])), len(body))
    rest = body[:start] + body[stop:]
    return "\n".join(rest)[:_LONGEST], "\n".join(body[start + 1 : stop])[:_LONGEST]
