"""Where the data stand: what is in force, how fresh each sender is, how complete each body's people are."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.metrics import default_as_of
from foundation.reference.cities import unit_label
from pages.parts.data_report import accounting, table_title
from pages.parts.known import body_names
from pages.parts.looking import Looking
from refresh import accounts
from refresh.accounts import FILLED

_LINE, _TALLEST = 36, 440


def in_force(looking: Looking) -> None:
    """The accounting of everything in force, and its tables."""
    frame = accounts.tables(looking.snapshot, looking.viewer)
    sums = frame[["rows_read", "rows_loaded", "rows_quarantined", "rows_merged", "cells_empty"]].sum()
    files = frame["sha256"].nunique()
    with st.container(border=True, height="stretch", key="in_force_block"):
        st.markdown(f"#### {looking.say('data.in_force', files=files, tables=len(frame))}")
        read, loaded, held = (int(sums[f"rows_{name}"]) for name in ("read", "loaded", "quarantined"))
        accounting(read, loaded, held, looking.lang, empty=int(sums["cells_empty"]))
        st.dataframe(
            pd.DataFrame(
                {
                    looking.say("data.col_file"): frame["file"],
                    looking.say("data.col_sheet"): frame["sheet"],
                    looking.say("data.col_table"): [table_title(t, looking.lang) for t in frame["table"]],
                    looking.say("data.col_read"): frame["rows_read"],
                    looking.say("data.col_loaded"): frame["rows_loaded"],
                    looking.say("data.col_held"): frame["rows_quarantined"],
                    looking.say("data.col_merged"): frame["rows_merged"],
                }
            ),
            hide_index=True,
            key="in_force_table",
            height=min(_LINE * (len(frame) + 1) + 2, _TALLEST),
            alt=looking.say("data.report_alt"),
        )


def freshness(looking: Looking) -> None:
    """One line a sender, one a recommending body."""
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="freshness_block"):
        st.markdown(f"#### {looking.say('data.freshness_title')}")
        st.caption(looking.say("data.freshness_how"))
        _senders(looking)
    with right, st.container(border=True, height="stretch", key="completeness_block"):
        st.markdown(f"#### {looking.say('data.completeness_title')}")
        st.caption(looking.say("data.completeness_how"))
        _bodies(looking)


def _senders(looking: Looking) -> None:
    found = accounts.freshness(looking.snapshot, looking.viewer)
    share = found["rows_loaded"] / found["rows_read"].where(found["rows_read"] > 0)
    nobody = looking.say("data.no_sender")
    frame = pd.DataFrame(
        {
            looking.say("data.col_sender"): found["sender"].fillna(nobody),
            looking.say("data.col_files"): found["files"],
            looking.say("data.col_received"): _days(found["received_on"]),
            looking.say("data.col_last_act"): _days(found["last_act_on"]),
            looking.say("data.col_share"): share,
            looking.say("data.col_tables"): [
                "、".join(table_title(t, looking.lang) for t in tables) for tables in found["tables"]
            ],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        key="freshness_table",
        column_config={looking.say("data.col_share"): st.column_config.NumberColumn(format="percent")},
        height=min(_LINE * (len(frame) + 1) + 2, _TALLEST),
        alt=looking.say("data.freshness_title"),
    )


def _bodies(looking: Looking) -> None:
    found = accounts.completeness(looking.snapshot, looking.viewer, default_as_of(looking.snapshot))
    names, unknown = body_names(looking.snapshot.id), looking.say("data.unknown_body")
    columns = {
        looking.say("data.col_unit"): [
            unit_label(unit, looking.lang) for unit in found["unit"].fillna("unknown")
        ],
        looking.say("data.col_body"): [names.get(body, unknown) for body in found["recommender"]],
        looking.say("data.col_officers"): found["officers"],
        looking.say("data.col_with_act"): found["with_act"],
        looking.say("data.col_last_act"): _days(found["last_act_on"]),
    }
    columns |= {looking.say(f"data.col_{name}"): found[name] for name in FILLED}
    frame = pd.DataFrame(columns)
    st.dataframe(
        frame,
        hide_index=True,
        key="completeness_table",
        height=min(_LINE * (len(frame) + 1) + 2, _TALLEST),
        alt=looking.say("data.completeness_title"),
    )


def _days(column: pd.Series) -> list[str]:
    return ["" if pd.isna(day) else f"{pd.Timestamp(day):%Y-%m-%d}" for day in column]
