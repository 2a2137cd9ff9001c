"""退回表: each sender's own workbooks back, wrong cells marked."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from data_ingest.loaded import part_of
from foundation.access import tickets
from foundation.warehouse.corrections import FilePart
from pages.data import downloads
from pages.shell.context import PageContext
from pages.widgets.markdown import plain
from refresh.intake import accounts
from refresh.intake.ledger_state import read_state
from refresh.intake.refused import Refused, refused_files

#: Beyond so many lines the list scrolls within its block (pixels).
_FEW, _TALLEST = 5, 330


def returns(context: PageContext) -> None:
    """One line a file with something to put right, refused ones first; all of them as one archive."""
    sent_back = accounts.returns(context.snapshot, context.viewer)
    refused = refused_files(context.home, read_state(context.home))
    unread = [piece for file in refused for piece in _pieces(context, file)]
    with st.container(border=True, height="stretch", key="returns_block"):
        st.markdown(f"#### {context.say('data.returns_title')}")
        st.caption(context.say("data.returns_how"))
        if sent_back.empty and not unread:
            st.success(context.say("data.returns_none"))
            return
        is_long = len(sent_back) + len(unread) > _FEW
        with st.container(height=_TALLEST if is_long else "content", border=False, key="returns_list"):
            for place, line in enumerate([*unread, *_troubled(context, sent_back)]):
                _line(context, place, line)
        ticket = tickets.mint(context.viewer, downloads.RETURNS, context=context)
        st.link_button(context.say("data.returns_all"), ticket, width="stretch", icon=":material/download:")


@dataclass(frozen=True)
class _Line:
    """One return workbook to fetch: whose, of which file, and in words what is wrong in it."""

    piece: FilePart
    sender: str
    file: str
    words: str


def _pieces(context: PageContext, file: Refused) -> list[_Line]:
    """A refused file, or each of its files where it is an archive."""
    sender = file.sender or context.say("data.no_sender")
    name = file.entry.name
    why = file.error_summary.get(context.lang)
    words = f"{context.say('data.status_refused')}{context.say('data.colon')}{plain(why)}"
    return [
        _Line(piece, sender, f"{name} › {piece.part}" if piece.part else name, words)
        for piece in file.pieces()
    ]


def _troubled(context: PageContext, sent_back: pd.DataFrame) -> list[_Line]:
    lines = []
    for row in sent_back.to_dict("records"):
        sender = context.say("data.no_sender") if pd.isna(row["sender"]) else str(row["sender"])
        counts = {"tables": row["tables"], "cells": row["cells"], "held": row["rows_held"]}
        piece = FilePart(str(row["sha256"]), part_of(str(row["file"]), str(row["landed"])))
        lines.append(_Line(piece, sender, str(row["file"]), context.say("data.returns_line", **counts)))
    return lines


def _line(context: PageContext, place: int, line: _Line) -> None:
    sha256, part = line.piece.sha256, line.piece.part
    ticket = tickets.mint(context.viewer, downloads.RETURN, context=context, sha256=sha256, part=part)
    left, right = st.columns([5, 1.6], vertical_alignment="center", gap="small")
    left.markdown(f"**{plain(line.sender)}**  {line.words}  \n:gray[{plain(line.file)}]")
    with right.container(key=f"return_{place}"):
        st.link_button(context.say("data.returns_one"), ticket, type="tertiary", width="stretch")
