"""Tables → workbooks and text files, byte for byte the same every time."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from simulation.workbooks.layouts import Habits
from simulation.workbooks.render import Table

CREATED = datetime(2026, 1, 5, 9, 0, 0)
MARK = "模拟数据"
REPORTED = "2026年1月5日"


class Workbook:
    """One sender's workbook; `add` puts a table on a sheet of its own with the layout's furniture."""

    def __init__(self, path: Path, *, reporter: str, layout: Habits) -> None:
        self.book = xlsxwriter.Workbook(str(path), {"strings_to_urls": False})
        self.book.set_properties({"title": f"{path.stem}（{MARK}）", "author": MARK, "created": CREATED})
        self.title = self.book.add_format({"bold": True, "font_size": 14, "align": "center"})
        self.bold = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.day = self.book.add_format({"num_format": "yyyy/m/d"})
        self.reporter, self.layout = reporter, layout

    def add(self, sheet_name: str, title: str, table: Table) -> None:
        sheet = self.book.add_worksheet(sheet_name)
        has_serial = self.layout.has_serial
        headers = (["序号"] if has_serial else []) + table.headers
        top = self._above(sheet, title, len(headers))
        top = self._header(sheet, top, headers)
        row = top
        for nth, cells in enumerate(table.rows, start=1):
            self._row(sheet, row, ([nth] if has_serial else []) + cells)
            row += 2 if self.layout.furniture == "blank_rows" and nth % 40 == 0 else 1
        self._below(sheet, row, len(table.rows))

    def close(self) -> None:
        self.book.close()

    def _above(self, sheet: Any, title: str, width: int) -> int:
        """Title rows; returns the header's row. Every one of them says 模拟数据."""
        kind, title = self.layout.furniture, f"{title}（{MARK}）"
        at = {"attachment": 1, "blank_rows": 1}.get(kind, 0)
        if kind == "attachment":
            sheet.write(0, 0, "附件1")
        sheet.merge_range(at, 0, at, max(1, width - 1), title, self.title)
        if kind in ("attachment", "line", "blank_rows"):
            sheet.write(at + 1, 0, f"填报单位（盖章）：{self.reporter}")
            sheet.write(at + 1, max(3, width - 2), f"填报日期：{REPORTED}")
            at += 1
        return at + (2 if kind in ("title", "blank_rows") else 1)

    def _header(self, sheet: Any, top: int, headers: list[str]) -> int:
        if self.layout.header != "two_rows":
            for at, text in enumerate(headers):
                sheet.write(top, at, _decorated(text, self.layout.header), self.bold)
            return top + 1
        split = min(4, len(headers) - 2)
        sheet.merge_range(top, 0, top + 1, 0, headers[0], self.bold)
        sheet.merge_range(top, 1, top, split, "基本情况", self.bold)
        if split + 1 < len(headers) - 1:
            sheet.merge_range(top, split + 1, top, len(headers) - 1, "填报内容", self.bold)
        for at, text in enumerate(headers[1:], start=1):
            sheet.write(top + 1, at, text, self.bold)
        return top + 2

    def _row(self, sheet: Any, row: int, cells: list[Any]) -> None:
        for at, value in enumerate(cells):
            if value is None:
                continue
            if isinstance(value, date):
                sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self.day)
            else:
                sheet.write(row, at, value)

    def _below(self, sheet: Any, row: int, count: int) -> None:
        if self.layout.furniture == "total":
            sheet.write(row, 0, "合计")
            sheet.write(row, 1, f"{count}条")
            row += 1
        if self.layout.furniture in ("total", "attachment"):
            sheet.write(row + 1, 0, "填表人：模拟填表人")
            sheet.write(row + 1, 3, "审核人：模拟审核人")


def _decorated(text: str, style: str) -> str:
    if style == "broken" and len(text) >= 4:
        return f"{text[: len(text) // 2]}\n{text[len(text) // 2 :]}"
    if style == "spaced" and len(text) == 2:
        return f"{text[0]}　{text[1]}"
    return f"{text}*" if style == "starred" and text in ("姓名", "单位及职务") else text


def text_file(path: Path, title: str, table: Table, *, encoding: str, separator: str = ",") -> None:
    """A text export: first line says what it is and that it is invented, then header and rows."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow([f"{title}（{MARK}，虚构，仅供演示）"])
    writer.writerow(table.headers)
    writer.writerows([["" if c is None else c for c in row] for row in table.rows])
    path.write_bytes(out.getvalue().encode(encoding))
