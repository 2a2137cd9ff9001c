"""What was found in files before they are committed: the accounting, table by table, and how it was read."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.palette import ACCENT
from analytics.tiers import tier
from data_ingest.loaded import LoadedTable
from data_ingest.tables.layouts import Layout
from data_ingest.tables.unmapped import mapped_pairs
from data_ingest.titles import table_title
from foundation.locales import Lang, say
from pages.widgets.markdown import plain
from pages.widgets.tables import table_height
from refresh.uploads.preview import FilePreview

_TALLEST = 480
_WIDTHS = (185, 120, 92, 74, 60, 52, 52, 52, 108)


def accounting(read: int, loaded: int, held: int, lang: Lang, *, empty: int = 0) -> None:
    """`读入 563 = 载入 549 + 隔离 14`, and the bar of it."""
    st.markdown(f"#### {say('data.sum', lang, read=f'{read:,}', loaded=f'{loaded:,}', held=f'{held:,}')}")
    share = 100 * loaded / read if read else 100.0
    label = escape(say("data.sum", lang, read=read, loaded=loaded, held=held))
    # A held row is never too few to be seen.
    shown = min(share, 99.0) if held else share
    end = tier("lost").colour if held else ACCENT
    st.html(
        f'<div role="img" aria-label="{label}" style="display:flex;gap:2px;height:18px">'
        f'<div style="width:{shown:.2f}%;background:{ACCENT};border-radius:2px"></div>'
        f'<div style="flex:1;background:{end};border-radius:2px"></div></div>'
    )
    st.caption(say("data.sum_how", lang) + (say("data.sum_empty", lang, empty=f"{empty:,}") if empty else ""))


def seen_totals(seen: Sequence[FilePreview]) -> tuple[int, int, int, int]:
    """Rows read, loaded, held; cells left empty in loaded rows."""
    tables = [table for file in seen for table in file.loaded.tables]
    held = sum(table.rows_quarantined for table in tables)
    read = sum(table.rows_read for table in tables)
    return read, read - held, held, sum(_empty_cells(table) for table in tables)


def _empty_cells(table: LoadedTable) -> int:
    return table.issues["is_row_held"].to_pylist().count(False)


def report_table(seen: Sequence[FilePreview], lang: Lang) -> None:
    """One row a table; below it how the chosen file was read, and what could not be read at all."""
    rows = [(file, table) for file in seen for table in file.loaded.tables]
    clean = sum(1 for _, table in rows if not table.rows_quarantined)
    words = {"files": len(seen), "tables": len(rows), "clean": clean, "held": len(rows) - clean}
    st.markdown(f"#### {say('data.report_title', lang, **words)}")
    st.caption(say("data.report_how", lang))
    if rows:
        chosen = _table(rows, lang)
        _layout_of(*rows[chosen], lang)
    for file in seen:
        _trouble(file, lang)


def _table(rows: list[tuple[FilePreview, LoadedTable]], lang: Lang) -> int:
    """The table; the place of the row that was chosen, the first to begin with."""
    frame = pd.DataFrame([_row(file, table, lang) for file, table in rows])
    event = st.dataframe(
        frame,
        hide_index=True,
        key="report_table",
        on_select="rerun",
        selection_mode="single-row",
        column_config=_columns(list(frame.columns)),
        height=table_height(len(frame), tallest=_TALLEST),
        alt=say("data.report_alt", lang),
    )
    chosen = event["selection"]["rows"]
    return int(chosen[0]) if chosen and chosen[0] < len(rows) else 0


def _columns(names: list[str]) -> dict[str, Any]:
    """Widths in pixels that fit beside the drop zone; the share as a bar."""
    widths = dict(zip(names, _WIDTHS, strict=True))
    bar = st.column_config.ProgressColumn(
        names[-1], min_value=0, max_value=1, format="percent", width=_WIDTHS[-1]
    )
    return {name: st.column_config.Column(width=width) for name, width in widths.items()} | {names[-1]: bar}


def _row(file: FilePreview, table: LoadedTable, lang: Lang) -> dict[str, object]:
    layout = _layout(file, table)
    return {
        say("data.col_file", lang): table.file,
        say("data.col_sender", lang): file.loaded.sender or table.reporter or say("data.no_sender", lang),
        say("data.col_table", lang): table_title(table.table, lang),
        say("data.col_status", lang): say(f"data.status_{file.status}", lang),
        say("data.col_confidence", lang): f"{layout.confidence:.2f}" if layout else "",
        say("data.col_read", lang): table.rows_read,
        say("data.col_loaded", lang): table.rows_loaded,
        say("data.col_held", lang): table.rows_quarantined,
        say("data.col_share", lang): table.rows_loaded / table.rows_read if table.rows_read else 1.0,
    }


def _layout(file: FilePreview, table: LoadedTable) -> Layout | None:
    key = (table.file, table.sheet, table.table)
    return next((layout for layout in file.layouts if (layout.file, layout.sheet, layout.table) == key), None)


def _layout_of(file: FilePreview, table: LoadedTable, lang: Lang) -> None:
    """Where the header stands and which column is which; headers that nobody knows are kept, not read."""
    layout = _layout(file, table)
    with st.expander(
        say("data.layout", lang, sheet=plain(table.sheet), table=table_title(table.table, lang))
    ):
        if layout is None:
            st.caption(say("data.layout_missing", lang))
            return
        first, last = layout.header_rows
        rows = str(first) if first == last else f"{first}–{last}"
        st.caption(say("data.layout_header", lang, rows=rows, confidence=f"{layout.confidence:.2f}"))
        if table.mapping:
            st.caption(
                say("data.layout_told", lang, pairs=plain(mapped_pairs(table.table, table.mapping, lang)))
            )
        unread = say("data.layout_unread", lang)
        frame = pd.DataFrame(
            {
                say("data.col_letter", lang): [column.letter for column in layout.columns],
                say("data.col_header", lang): [column.header for column in layout.columns],
                say("data.col_column", lang): [
                    c.title.get(lang) if c.title else unread for c in layout.columns
                ],
            }
        )
        st.dataframe(frame, hide_index=True, key="layout_table", alt=say("data.layout_alt", lang))


def _trouble(file: FilePreview, lang: Lang) -> None:
    """A file, or a part of it, that gave no rows: where, why, what to do."""
    if file.loaded.error:
        remedy = file.loaded.remedy.get(lang) if file.loaded.remedy else ""
        _no_rows(file.name, say("data.whole_file", lang), file.loaded.error.get(lang), remedy, lang)
        return
    for part in file.loaded.passed_over:
        if part.is_error:
            remedy = part.remedy.get(lang) if part.remedy else ""
            _no_rows(
                part.file, part.sheet or say("data.whole_file", lang), part.reason.get(lang), remedy, lang
            )


def _no_rows(file: str, place: str, reason: str, remedy: str, lang: Lang) -> None:
    st.markdown(f"##### :red[{say('data.not_read', lang, file=plain(file))}]")
    lines = (("place", place), ("reason", reason), ("remedy", remedy))
    st.markdown(
        "  \n".join(f":gray[{say(f'data.trouble_{name}', lang)}]  {plain(words)}" for name, words in lines)
    )
