"""The rest of an officer's file: duties beside peers, training, matches, contracts, assessments, and more."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.evidence.duties import DUTIES
from analytics.officer.dossier import Dossier
from data_ingest.sheets import DOSSIER_SECTIONS
from pages.officer.queries import peer_bands
from pages.shell.context import PageContext
from pages.widgets.tables import ROW_HEIGHT, table_height
from reporting.packs.dossier.words import duty_frame, worded

_PLACE = {"file": 215, "sheet": 90, "row_number": 60}


def dossier_sections(context: PageContext, file: Dossier) -> None:
    """Duties first, then every section that has lines; those without are named in one sentence."""
    if file.head.tier and file.head.person["category"] in DUTIES:
        _duties(context, file)
    empty = []
    for name, section in DOSSIER_SECTIONS.items():
        title, rows = section.title.get(context.lang), file.section(name)
        if len(rows):
            _section(context, name, title, worded(name, rows, context.lang))
        else:
            empty.append(title)
    if empty:
        st.caption(context.say("dossier.sections_empty", names=context.say("scope.and").join(empty)))


def _duties(context: PageContext, file: Dossier) -> None:
    category = file.head.person["category"]
    with st.container(border=True, key="dossier_duties"):
        st.markdown(f"#### {context.say('dossier.duties_title', category=category)}")
        st.caption(context.say("dossier.duties_how", category=category))
        # A plain table wraps its cells: the numbers stay in sight on a phone.
        st.table(duty_frame(file, peer_bands(*context.key), context.lang), hide_index=True)
        if len(file.evidence):
            with st.expander(context.say("dossier.evidence", count=len(file.evidence))):
                title = context.say("dossier.section_evidence")
                _rows(context, "evidence", title, worded("evidence", file.evidence, context.lang))


def _section(context: PageContext, name: str, title: str, frame: pd.DataFrame) -> None:
    with st.container(border=True, key=f"dossier_{name}"):
        st.markdown(f"#### {context.say('dossier.section_title', name=title, count=len(frame))}")
        _rows(context, name, title, frame)


def _rows(context: PageContext, name: str, title: str, frame: pd.DataFrame) -> None:
    st.dataframe(
        frame,
        hide_index=True,
        key=f"dossier_table_{name}",
        placeholder="",
        row_height=ROW_HEIGHT,
        height=table_height(len(frame), most_rows=8),
        column_config={
            context.say(f"officer.{column}"): st.column_config.Column(width=width)
            for column, width in _PLACE.items()
        },
        alt=title,
    )
