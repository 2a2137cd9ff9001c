"""Which lines of an officer's file are in sight: all, one group, or just those that a counter counts."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.officer.dossier import Dossier
from analytics.officer.timeline import COUNTERS, GROUPS
from pages.lists.officer.lines import ALL, DECIDES, chosen_lines, class_name, line_pills
from pages.shell.context import PageContext

_KEY = "dossier_filter"


def show_counter(counter: str) -> None:
    """Show the lines that a counter counts."""
    st.session_state[_KEY] = f"counter:{counter}"


def filter_field(context: PageContext, file: Dossier) -> pd.DataFrame:
    """The pills, each with its number of lines; returns the lines in sight."""
    options = [
        ALL,
        *([DECIDES] if file.head.tier else []),
        *(f"counter:{c}" for c in COUNTERS),
        *(g for g in GROUPS if (file.lines["group"] == g).any()),
    ]
    option = line_pills(
        context, options, key=_KEY, name=lambda o: f"{_name(context, o)} {len(lines_of(file, o))}"
    )
    return lines_of(file, option)


def lines_of(file: Dossier, option: str) -> pd.DataFrame:
    """The lines of one choice, newest first."""
    if option in (ALL, DECIDES):
        return chosen_lines(file.lines, option)
    kind, _, counter = option.partition(":")
    return file.lines[file.lines["counter"] == counter if counter else file.lines["group"] == kind]


def _name(context: PageContext, option: str) -> str:
    if option in (ALL, DECIDES):
        return class_name(context, option)
    kind, _, counter = option.partition(":")
    if counter:
        return context.say("dossier.of_counter", name=context.say(f"dossier.counter_{counter}"))
    return GROUPS[kind].get(context.lang)
