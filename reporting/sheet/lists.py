"""A list of officers, demands or cases → Excel, stamped, ready to sort and to print."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.charts.declaration import Stamp
from foundation.locales import Lang, Text, say
from reporting.sheet.style import Book, width, write_cell, write_head
from reporting.type.lettering import text_width
from reporting.type.stamp import stamp_line

_HEAD = 3  # title, stamp, count; the header row follows


def list_workbook(
    frame: pd.DataFrame,
    title: Text | str,
    stamp: Stamp,
    lang: Lang,
    *,
    headers: Mapping[str, Text] | None = None,
    choices: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """The frame as .xlsx: title and stamp above, header frozen and filtered, text never a formula.

    headers: column → header in both languages; a column it lacks keeps its own name. choices: column → what
    its cells offer to whoever fills them in (other words stay possible). Masking and
    withheld names are the caller's: the frame holds exactly what may leave. The same frame gives the
    same bytes.
    """
    words, footer = title if isinstance(title, str) else title.get(lang), stamp_line(stamp, lang)
    book = Book(title=words, stamp=stamp, subject=footer)
    sheet = book.add(say("report.sheet_list", lang), footer=footer, lang=lang)
    write_head(book, sheet, words, footer, say("report.list_count", lang, count=len(frame)))
    lines = [1] * len(frame)
    for at, column in enumerate(frame.columns):
        title_of = (headers or {}).get(str(column))
        header = title_of.get(lang) if title_of else str(column)
        wide = _write_column(book, sheet, frame[column], at=at, header=header)
        heights = (math.ceil(2 * text_width(str(cell), 1) / (wide - 1)) for cell in frame[column])
        if offered := (choices or {}).get(str(column)):
            _offer(sheet, offered, at=at, rows=len(frame))
        lines = [max(pair) for pair in zip(lines, heights, strict=True)]
    for row, count in enumerate(lines, start=_HEAD + 1):
        sheet.set_row(row, 4 + 16 * count)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)
    if len(frame.columns):
        sheet.autofilter(_HEAD, 0, _HEAD + len(frame), len(frame.columns) - 1)
    return book.close()


def _offer(sheet: Any, offered: Sequence[str], *, at: int, rows: int) -> None:
    """A drop-down in every cell of a column; Excel takes other words after a question."""
    rule = {"validate": "list", "source": list(offered), "error_type": "warning"}
    sheet.data_validation(_HEAD + 1, at, _HEAD + rows, at, rule)


def _write_column(book: Book, sheet: Any, cells: pd.Series, *, at: int, header: str) -> float:
    """Write header and cells; returns the column's width in characters."""
    values = [_plain(cell) for cell in cells]
    is_date = any(hasattr(value, "year") for value in values)
    dated = {"num_format": "yyyy-mm-dd", "align": "left"} if is_date else {}
    style = book.style(**dated, text_wrap=True, valign="top")
    wide = 13 if is_date else width([f"{header} ▾", *values], least=8)
    sheet.set_column(at, at, wide)
    write_cell(sheet, _HEAD, at, header, book.header_style)
    for row, value in enumerate(values, start=_HEAD + 1):
        write_cell(sheet, row, at, value, style)
    return wide


def _plain(cell: Any) -> Any:
    """A cell that XlsxWriter can hold: time zones and numpy's own types are left behind."""
    if isinstance(cell, pd.Timestamp):
        return cell.tz_localize(None).to_pydatetime() if cell.tzinfo else cell.to_pydatetime()
    if isinstance(cell, (list, tuple, set)):
        return "、".join(str(part) for part in cell)
    return cell.item() if hasattr(cell, "item") else cell
