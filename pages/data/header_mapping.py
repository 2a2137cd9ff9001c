"""表头对应: where a header is not understood, the office says once which column it stands for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

import streamlit as st

from data_ingest.sheets import SHEETS
from data_ingest.tables.header_mapping import KIND, HeaderMapping
from data_ingest.tables.unmapped import (
    Field,
    Head,
    body,
    choices,
    fields,
    forgotten,
    rows_to_choose,
    still_lacking,
)
from data_ingest.titles import table_title
from foundation.access import audit
from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from pages.data.tray import read_again
from pages.widgets.markdown import plain, shortened
from refresh.decisions.record import DecisionEntry, write_down
from refresh.uploads.preview import FilePreview

_WIDTHS = (3, 5, 4)
_LONGEST = 26


def mapping_block(home: Home, viewer: Viewer, seen: Sequence[FilePreview], lang: Lang) -> None:
    """Forms for worksheets with headers that the program does not know, those that gave no rows first."""
    heads = sorted((head for one in seen for head in one.heads), key=lambda head: head.is_read)
    if not heads:
        return
    unread = sum(not head.is_read for head in heads)
    words = say("data.map_title" if unread else "data.map_title_read", lang, count=len(heads), unread=unread)
    with (
        st.container(key="mapping_block"),
        st.expander(words, expanded=unread > 0, icon=":material/table_chart:"),
    ):
        st.caption(say("data.map_how", lang))
        head = _choose_head(heads, lang)
        _head_form(home, viewer, head, lang)


def _choose_head(heads: Sequence[Head], lang: Lang) -> Head:
    """The one worksheet, or the one chosen in a box."""
    if len(heads) == 1:
        st.markdown(f"**{plain(_name(heads, 0))}**{_state(heads[0], lang)}")
        return heads[0]
    place = st.selectbox(
        say("data.col_sheet", lang),
        range(len(heads)),
        key="mapping_sheet",
        format_func=lambda at: f"{_name(heads, at)}{_state(heads[at], lang)}",
    )
    return heads[place]


def _name(heads: Sequence[Head], place: int) -> str:
    return f"{heads[place].file} › {heads[place].sheet}"


def _state(head: Head, lang: Lang) -> str:
    name = "told" if head.mapping else "some" if head.is_read else "none"
    return f" · {say(f'data.map_state_{name}', lang)}"


def _head_form(home: Home, viewer: Viewer, head: Head, lang: Lang) -> None:
    """Boxes for table, header row and depth of one worksheet, then a form for each of its columns."""
    key = _key(head)
    left, middle, right = st.columns([5, 5, 3], gap="small", vertical_alignment="bottom")
    tables = list(SHEETS)
    table = left.selectbox(
        say("data.col_table", lang),
        tables,
        index=tables.index(head.table) if head.table else None,
        key=f"table_{key}",
        format_func=partial(table_title, lang=lang),
        placeholder=say("data.map_choose_table", lang),
    )
    rows = rows_to_choose(head)
    row = middle.selectbox(
        say("data.map_row", lang),
        list(rows),
        index=list(rows).index(head.row),
        key=f"row_{key}",
        format_func=lambda at: f"{at} · {shortened(rows[at], _LONGEST)}",
    )
    depth = right.segmented_control(
        say("data.map_depth", lang), [1, 2], default=min(head.depth, 2), key=f"depth_{key}", required=True
    )
    if table is None:
        st.caption(say("data.map_choose_table", lang))
        return
    _column_forms(home, viewer, head, (row, depth or 1, table), lang)


def _column_forms(home: Home, viewer: Viewer, head: Head, at: tuple[int, int, str], lang: Lang) -> None:
    row, depth, table = at
    columns_here = fields(head, row=row, depth=depth, table=table)
    key = _key(head, *map(str, at))
    for words, column in zip(("col_header", "map_samples", "col_column"), st.columns(_WIDTHS), strict=True):
        column.caption(say(f"data.{words}", lang))
    columns = [
        _column_form(field, table, f"map_{place}_{key}", lang) for place, field in enumerate(columns_here)
    ]
    lacking = [title.get(lang) for title in still_lacking(table, columns)]
    if lacking:
        st.markdown(f":red[{say('data.map_lacking', lang, columns='、'.join(lacking))}]")
    whose = plain(head.sender) or say("data.map_nobody", lang)
    st.caption(say("data.map_remembered", lang, sender=whose))
    with st.container(horizontal=True):
        entry = body(head, row=row, depth=depth, table=table, columns=columns)
        _save_button(home, viewer, entry, "map_save", is_disabled=bool(lacking) or not columns, lang=lang)
        if head.mapping:
            _save_button(home, viewer, forgotten(head.mapping), "map_forget", is_disabled=False, lang=lang)


def _column_form(field: Field, table: str, key: str, lang: Lang) -> str | None:
    """One column: its header, some of its values, a box for the column of `table` that it is; "" for none."""
    titles = choices(table)
    options = ["", *titles]
    left, middle, right = st.columns(_WIDTHS, vertical_alignment="center")
    left.markdown(f":gray[{field.letter}]  **{plain(shortened(field.header, _LONGEST))}**")
    middle.markdown(plain(" ／ ".join(shortened(sample, _LONGEST) for sample in field.samples)) or "—")
    return right.selectbox(
        say("data.col_column", lang),
        options,
        index=options.index(field.column) if field.column in titles else 0,
        key=key,
        format_func=lambda name: titles[name].get(lang) if name else say("data.map_none", lang),
        label_visibility="collapsed",
    )


def _save_button(
    home: Home, viewer: Viewer, entry: dict[str, object], name: str, *, is_disabled: bool, lang: Lang
) -> None:
    st.button(
        say(f"data.{name}", lang),
        key=name,
        type="primary" if name == "map_save" else "tertiary",
        disabled=is_disabled,
        on_click=_save,
        args=(home, viewer, entry),
    )


def _save(home: Home, viewer: Viewer, entry: dict[str, object]) -> None:
    """Write the audit line and the decision, then read the tray anew with it."""
    mapping = HeaderMapping.of_body(entry)
    audit.record(home, viewer, "decide", {"kind": KIND, "sender": mapping.sender, "table": mapping.table})
    write_down(home, [DecisionEntry(KIND, entry)], who=viewer.name)
    read_again(home)


def _key(head: Head, *more: str) -> str:
    about = (
        head.file,
        head.sheet,
        str(head.row),
        *more,
        *(map(str, head.mapping.columns) if head.mapping else ()),
    )
    return hashlib.md5("|".join(about).encode(), usedforsecurity=False).hexdigest()[:10]
