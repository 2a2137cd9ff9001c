"""The six lights as small pictures: a shape and a word each, so that no colour is needed to read them."""

from __future__ import annotations

import streamlit as st

from analytics.charts.palette import ACCENT, INK, QUIET
from analytics.evidence.six_ones import STATES, Light, State
from pages.shell.context import PageContext
from pages.widgets.markdown import plain

_CIRCLE = '<circle cx="17" cy="17" r="14"'
_SHAPES: dict[State, str] = {
    "on": f'{_CIRCLE} fill="{ACCENT}"/><path d="M10.5 17.5 L15 22 L23.5 12.5" fill="none" stroke="#FFFFFF" '
    'stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>',
    "off": f'{_CIRCLE} fill="#FFFFFF" stroke="{INK}" stroke-width="2"/>'
    f'<path d="M12 12 L22 22 M22 12 L12 22" stroke="{INK}" stroke-width="2.5" stroke-linecap="round"/>',
    "grey": f'{_CIRCLE} fill="#FFFFFF" stroke="{QUIET}" stroke-width="2" stroke-dasharray="4 3"/>'
    f'<path d="M11.5 17 H22.5" stroke="{QUIET}" stroke-width="2.5" stroke-linecap="round"/>',
}


def light_svg(state: State) -> str:
    """One light: ✓ in a full circle, ✕ in an open one, – in a dashed one."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34" width="34" height="34">'
    return f"{head}{_SHAPES[state]}</svg>"


def light_row(context: PageContext, lights: tuple[Light, ...]) -> None:
    """Six cells: shape, what it is, the state in words, what it rests on."""
    lang = context.lang
    with st.grid(6, min_column_width=88, key="lights") as grid:
        for light in lights:
            with grid.cell(), st.container(key=f"light_{light.item.id}", gap="xsmall"):
                title, state = light.item.title.get(lang), STATES[light.state].get(lang)
                st.image(light_svg(light.state), width=34, alt=f"{title}: {state}")
                st.markdown(f"**{title}**", help=light.item.asks.get(lang))
                st.caption(f"{state}  \n{plain(light.detail.get(lang))}")
