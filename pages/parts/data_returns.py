"""退回表: each sender's own workbooks back, wrong cells marked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data_ingest.loaded import part_of
from foundation.access import tickets
from pages.parts import data_downloads
from pages.parts.breadcrumb import plain
from pages.parts.looking import Looking
from refresh import accounts

#: Beyond so many lines the list scrolls within its block (pixels).
_FEW, _TALLEST = 5, 330


def returns(looking: Looking) -> None:
    """One line a file with something to put right, by sender; all of them as one archive."""
    found = accounts.returns(looking.snapshot, looking.viewer)
    with st.container(border=True, height="stretch", key="returns_block"):
        st.markdown(f"#### {looking.say('data.returns_title')}")
        st.caption(looking.say("data.returns_how"))
        if found.empty:
            st.success(looking.say("data.returns_none"))
            return
        with st.container(
            height=_TALLEST if len(found) > _FEW else "content", border=False, key="returns_list"
        ):
            for place, row in enumerate(found.to_dict("records")):
                _line(looking, place, {str(key): value for key, value in row.items()})
        ticket = tickets.mint(looking.viewer, data_downloads.RETURNS, looking=looking)
        st.link_button(looking.say("data.returns_all"), ticket, width="stretch", icon=":material/download:")


def _line(looking: Looking, place: int, row: dict[str, object]) -> None:
    sender = looking.say("data.no_sender") if pd.isna(row["sender"]) else str(row["sender"])  # type: ignore[call-overload]  # a cell
    words = looking.say("data.returns_line", tables=row["tables"], cells=row["cells"], held=row["rows_held"])
    part = part_of(str(row["file"]), str(row["landed"]))
    ticket = tickets.mint(
        looking.viewer, data_downloads.RETURN, looking=looking, sha256=str(row["sha256"]), part=part
    )
    left, right = st.columns([5, 1.6], vertical_alignment="center", gap="small")
    left.markdown(f"**{plain(sender)}**  {words}  \n:gray[{plain(str(row['file']))}]")
    with right.container(key=f"return_{place}"):
        st.link_button(looking.say("data.returns_one"), ticket, type="tertiary", width="stretch")
