"""An officer's panel: who, in which tier and why, and every line with its file, sheet and row."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.officer import Head
from foundation.reference.cities import unit_label
from foundation.reference.codes import code_list
from pages.parts.breadcrumb import breadcrumb, plain
from pages.parts.cached import officer_file
from pages.parts.contacts import contact_line
from pages.parts.links import page_link
from pages.parts.list_words import list_title
from pages.parts.looking import Looking

_COUNTS = ("self_initiated", "prompted", "untold", "neutral")
_ROW_HEIGHT = 36
#: Pixels, so that file, sheet and row are in sight beside the content.
_WIDTHS = {"kind": 230, "content": 270, "counts_as": 230, "file": 215, "sheet": 85, "row_number": 60}


def officer_panel(looking: Looking, *, home_title: str, own_title: str = "") -> None:
    """Show the officer whom the address names, with the way back to the list; own_title: of a page's own."""
    address = looking.address
    head, lines = officer_file(*looking.key, person_id=str(address.who))
    steps = [(home_title, address.open())]
    if address.list:
        steps.append((list_title(looking), replace(address, who=None)))
    elif address.own:
        steps.append((own_title, replace(address, who=None)))
    breadcrumb(steps, head.name if head else looking.say("officer.nobody"))
    if head is None:
        st.info(looking.say("officer.not_found"))
        return
    _who(looking, head)
    _why(looking, head)
    _lines(looking, lines)


def _who(looking: Looking, head: Head) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="officer_head"):
        st.markdown(f"## {plain(head.name)}", width="content")
        if head.tier_title:
            st.badge(head.tier_title.get(looking.lang), color="gray")
        if head.person["category"]:
            st.badge(looking.say("officer.category", category=head.person["category"]), color="gray")
        if head.person["is_due"]:
            st.badge(looking.say("officer.due"), color="orange")
        st.space("stretch")
        contact_line(looking, head)
        whole = looking.address.open(who=head.person_id)
        page_link("officer", looking.say("dossier.open_dossier"), whole)
    st.caption(" · ".join(plain(part) for part in _facts(looking, head) if part))


def _facts(looking: Looking, head: Head) -> list[str | None]:
    """Employer, field, city, who recommended, number: what is on file, in words."""
    person, lang = head.person, looking.lang
    body, number = person["recommender_name"], person["officer_no"]
    return [
        person["org"],
        code_list("field").label(person["field"], lang) if person["field"] else None,
        unit_label(person["city"], lang) if person["city"] else None,
        looking.say("officer.recommended", body=body) if body else None,
        looking.say("officer.number", number=number) if number else None,
        looking.say("officer.term", term_no=int(person["term_no"])) if person["term_no"] else None,
        looking.say("overview.simulated") if looking.is_simulated else None,
    ]


def _why(looking: Looking, head: Head) -> None:
    if head.tier_title is None or head.reason is None:
        st.info(looking.say("officer.not_serving"))
        return
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="officer_why"):
        st.markdown(f"#### {looking.say('officer.why', tier=head.tier_title.get(looking.lang))}")
        st.markdown(plain(head.reason.get(looking.lang)))
        st.caption(looking.say("officer.rule", version=looking.rules.version))
    with right, st.container(border=True, height="stretch", key="officer_counts"):
        st.markdown(f"#### {looking.say('officer.counts_title')}")
        with st.grid(len(_COUNTS), min_column_width=90) as grid:
            for name in _COUNTS:
                with grid.cell():
                    st.metric(looking.say(f"officer.{name}"), f"{head.counts[name]:,}")


def _lines(looking: Looking, lines: pd.DataFrame) -> None:
    with st.container(border=True, key="officer_lines"):
        st.markdown(f"#### {looking.say('officer.rows_title', count=len(lines))}")
        st.caption(looking.say("officer.rows_subtitle"))
        if lines.empty:
            st.caption(looking.say("officer.empty"))
            return
        st.dataframe(
            _written(looking, lines),
            hide_index=True,
            key="officer_table",
            placeholder="",
            row_height=_ROW_HEIGHT,
            height=_ROW_HEIGHT * (min(len(lines), 20) + 1) + 2,
            column_config={
                looking.say(f"officer.{name}"): st.column_config.Column(width=width)
                for name, width in _WIDTHS.items()
            },
            alt=looking.say("officer.rows_title", count=len(lines)),
        )


def _written(looking: Looking, lines: pd.DataFrame) -> pd.DataFrame:
    """The timeline as people read it."""
    lang = looking.lang
    columns = {
        "date": pd.to_datetime(lines["date"]).dt.date,
        "kind": [kind.get(lang) for kind in lines["kind"]],
        "content": lines["title"],
        "counts_as": [words.get(lang) for words in lines["counts_as"]],
        "file": lines["file"],
        "sheet": lines["sheet"],
        "row_number": lines["row_number"],
    }
    return pd.DataFrame({looking.say(f"officer.{name}"): cells for name, cells in columns.items()})
