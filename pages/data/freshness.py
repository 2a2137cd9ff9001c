"""Where the data stand: what is in force, how fresh each sender is, how complete each body's people are."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.metrics import default_as_of
from data_ingest.titles import table_title
from foundation.reference.cities import unit_label
from pages.data.report import accounting
from pages.shell.context import PageContext
from pages.widgets.tables import table_height
from refresh.intake import accounts
from refresh.intake.accounts import FILLED

_TALLEST = 440


def in_force(context: PageContext) -> None:
    """The accounting of everything in force, and its tables."""
    frame = accounts.tables(context.snapshot, context.viewer)
    sums = frame[["rows_read", "rows_loaded", "rows_quarantined", "rows_merged", "cells_empty"]].sum()
    files = frame["sha256"].nunique()
    with st.container(border=True, height="stretch", key="in_force_block"):
        st.markdown(f"#### {context.say('data.in_force', files=files, tables=len(frame))}")
        read, loaded, held = (int(sums[f"rows_{name}"]) for name in ("read", "loaded", "quarantined"))
        accounting(read, loaded, held, context.lang, empty=int(sums["cells_empty"]))
        st.dataframe(
            pd.DataFrame(
                {
                    context.say("data.col_file"): frame["file"],
                    context.say("data.col_sheet"): frame["sheet"],
                    context.say("data.col_table"): [table_title(t, context.lang) for t in frame["table"]],
                    context.say("data.col_read"): frame["rows_read"],
                    context.say("data.col_loaded"): frame["rows_loaded"],
                    context.say("data.col_held"): frame["rows_quarantined"],
                    context.say("data.col_merged"): frame["rows_merged"],
                }
            ),
            hide_index=True,
            key="in_force_table",
            height=table_height(len(frame), tallest=_TALLEST),
            alt=context.say("data.report_alt"),
        )


def freshness(context: PageContext) -> None:
    """One line a sender, one a recommending body."""
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="freshness_block"):
        st.markdown(f"#### {context.say('data.freshness_title')}")
        st.caption(context.say("data.freshness_how"))
        _senders(context)
    with right, st.container(border=True, height="stretch", key="completeness_block"):
        st.markdown(f"#### {context.say('data.completeness_title')}")
        st.caption(context.say("data.completeness_how"))
        _bodies(context)


def _senders(context: PageContext) -> None:
    senders = accounts.freshness(context.snapshot, context.viewer)
    share = senders["rows_loaded"] / senders["rows_read"].where(senders["rows_read"] > 0)
    nobody = context.say("data.no_sender")
    frame = pd.DataFrame(
        {
            context.say("data.col_sender"): senders["sender"].fillna(nobody),
            context.say("data.col_files"): senders["files"],
            context.say("data.col_received"): _days(senders["received_on"]),
            context.say("data.col_last_act"): _days(senders["last_act_on"]),
            context.say("data.col_share"): share,
            context.say("data.col_tables"): [
                "、".join(table_title(t, context.lang) for t in tables) for tables in senders["tables"]
            ],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        key="freshness_table",
        column_config={context.say("data.col_share"): st.column_config.NumberColumn(format="percent")},
        height=table_height(len(frame), tallest=_TALLEST),
        alt=context.say("data.freshness_title"),
    )


def _bodies(context: PageContext) -> None:
    bodies = accounts.completeness(context.snapshot, context.viewer, default_as_of(context.snapshot))
    names, unknown = context.body_names, context.say("data.unknown_body")
    columns = {
        context.say("data.col_unit"): [
            unit_label(unit, context.lang) for unit in bodies["unit"].fillna("unknown")
        ],
        context.say("data.col_body"): [names.get(body, unknown) for body in bodies["recommender"]],
        context.say("data.col_officers"): bodies["officers"],
        context.say("data.col_with_act"): bodies["with_act"],
        context.say("data.col_last_act"): _days(bodies["last_act_on"]),
    }
    columns |= {context.say(f"data.col_{name}"): bodies[name] for name in FILLED}
    frame = pd.DataFrame(columns)
    st.dataframe(
        frame,
        hide_index=True,
        key="completeness_table",
        height=table_height(len(frame), tallest=_TALLEST),
        alt=context.say("data.completeness_title"),
    )


def _days(column: pd.Series) -> list[str]:
    return ["" if pd.isna(day) else f"{pd.Timestamp(day):%Y-%m-%d}" for day in column]
