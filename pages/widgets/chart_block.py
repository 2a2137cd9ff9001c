"""A chart with everything that belongs to it: title, caption, drawing, table, downloads, short stamp.

A click on a bar, a tile or a row of words opens the list that it counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from analytics.charts.declaration import Chart
from analytics.charts.palette import ACCENT, MUTED
from foundation.locales import Lang
from pages.shell.address import Address
from pages.shell.context import PageContext, go
from reporting.screen.figure import CONFIG, camera, figure, picture
from reporting.sheet.workbook import workbook
from reporting.slide.chart import slides
from reporting.type.safe import file_name
from reporting.type.stamp import short_stamp
from reporting.type.table import chart_csv, table
from reporting.type.words import words

#: What a click means: (group code, series column) → the address to look at.
Opens = Callable[[str, str], Address]

_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart_block(
    context: PageContext,
    chart: Chart,
    *,
    opens: Opens,
    has_phone_version: bool = True,
    width: int | None = None,
    selected: str | None = None,
    above: Callable[[], None] | None = None,
    below: Callable[[], None] | None = None,
) -> None:
    """Draw one chart in its bordered block. width: as `figure` takes it, for blocks wider than half a page.

    selected: group code to outline.
    above, below: what a page adds around the drawing.
    """
    lang = context.lang
    with st.container(border=True, height="stretch", key=f"block_{chart.id}"):
        st.markdown(f"#### {chart.title.get(lang)}")
        st.caption(chart.subtitle.get(lang))
        if above:
            above()
        _drawing(chart, lang, opens, place="wide", width=width, selected=selected)
        if has_phone_version:
            _drawing(chart, lang, opens, place="narrow", selected=selected)
        if chart.note:
            st.caption(chart.note.get(lang))
        if below:
            below()
        _foot(chart, context)


def _drawing(
    chart: Chart,
    lang: Lang,
    opens: Opens,
    *,
    place: str,
    width: int | None = None,
    selected: str | None = None,
) -> None:
    key = f"chart_{place}_{chart.id}"
    with st.container(key=f"{place}_{chart.id}"):
        st.plotly_chart(
            figure(chart, lang, is_narrow=place == "narrow", width=width, selected=selected),
            theme=None,
            key=key,
            config=dict(CONFIG),
            alt=words(chart, lang),
            on_select=lambda: _clicked(key, opens),
            selection_mode="points",
        )


def _clicked(key: str, opens: Opens) -> None:
    points: list[dict[str, Any]] = st.session_state[key]["selection"]["points"]
    if points:
        group, column = points[0]["customdata"]
        go(opens(group, column))


@st.fragment
def _foot(chart: Chart, context: PageContext) -> None:
    """Stamp, table, downloads: reruns by itself, the page above stays as it is."""
    lang = context.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"foot_{chart.id}"):
        st.caption(short_stamp(chart.stamp, lang), width="content")
        st.space("stretch")
        is_table = _table_button(chart, context)
        menu = f"menu_{chart.id}"
        popover = st.popover(context.say("app.download"), type="tertiary", key=menu, on_change="rerun")
        if popover.open:
            # Drawn once it is open: a button of an earlier run would ask for a file that is forgotten.
            with popover, st.container(gap=None):
                _downloads(chart, context, menu)
    if is_table:
        st.dataframe(table(chart, lang), hide_index=True, alt=chart.title.get(lang))
    if st.session_state.pop(_asks_picture(chart), False):
        _picture_dialog(chart, context)


def _table_button(chart: Chart, context: PageContext) -> bool:
    """Opens and closes the table; a plain word, as quiet as its neighbour."""
    key = f"is_table_{chart.id}"
    is_open = bool(st.session_state.get(key))
    words = context.say("app.table_close" if is_open else "app.table")
    flip = st.session_state.__setitem__
    st.button(words, key=f"table_{chart.id}", type="tertiary", on_click=flip, args=(key, not is_open))
    return is_open


def _downloads(chart: Chart, context: PageContext, menu: str) -> None:
    """Files are made when asked for, not on every rerun; they hold counts, no personal data."""
    lang = context.lang

    def ask_picture() -> None:
        # The click closes the menu: the next run draws no button, and the foot opens the dialog.
        st.session_state[menu] = False
        st.session_state[_asks_picture(chart)] = True

    st.button(context.say("app.picture"), key=f"png_{chart.id}", type="tertiary", on_click=ask_picture)
    makers: dict[str, tuple[Callable[[], bytes], str]] = {
        "xlsx": (lambda: workbook(chart, lang), _XLSX),
        "pptx": (lambda: slides([chart], lang), _PPTX),
        "csv": (lambda: chart_csv(chart, lang), "text/csv"),
    }
    for suffix, (make, mime) in makers.items():
        st.download_button(
            context.say(f"app.{suffix}"),
            make,
            file_name=file_name(chart.title.get(lang), chart.stamp.as_of, suffix=suffix),
            mime=mime,
            key=f"{suffix}_{chart.id}",
            type="tertiary",
            on_click="ignore",
        )


def _asks_picture(chart: Chart) -> str:
    return f"asks_picture_{chart.id}"


def _picture_dialog(chart: Chart, context: PageContext) -> None:
    @st.dialog(context.say("app.picture"), width="large")
    def show() -> None:
        st.caption(context.say("app.picture_how"))
        st.plotly_chart(
            picture(chart, context.lang).update_layout(modebar={"color": MUTED, "activecolor": ACCENT}),
            theme=None,
            config=camera(chart, context.lang),
            alt=words(chart, context.lang),
            key=f"picture_{chart.id}",
        )

    show()
