"""What every page begins and ends with: title, scope bar with its actions; the full stamp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from analytics.scope import month_end
from pages.parts.address import encode
from pages.parts.looking import Looking, go
from pages.parts.scope_bar import ignored_note, scope_bar
from pages.parts.sign_in import sign_out
from reporting.stamp import stamp_line

#: What stands under the title: drawn with the actions that belong at its right end.
Bar = Callable[[Looking, Callable[[Looking, str], None]], None]


def head(looking: Looking, title: str, *, subtitle: str | None = None, bar: Bar = scope_bar) -> None:
    """Title, one line on what is shown, the scope bar (or the page's own), what was not understood."""
    st.title(title)
    st.caption(subtitle or _subtitle(looking))
    bar(looking, actions)
    ignored_note(looking)
    if looking.address.snap == looking.snapshot.id:
        st.info(looking.say("app.snapshot_pinned", snapshot=looking.snapshot.id[:7]))
    elif looking.address.snap:
        st.warning(looking.say("app.snapshot_missing", snapshot=looking.address.snap[:12]))
    if looking.snapshot.is_outdated:
        st.warning(looking.say("app.outdated"))


def _subtitle(looking: Looking) -> str:
    scope = looking.scope
    words = {"scope": looking.scope_text.get(looking.lang), "day": f"{month_end(scope.as_of)}"}
    if scope.versus:
        line = looking.say("overview.subtitle_versus", versus=f"{scope.versus:%Y-%m}", **words)
    else:
        line = looking.say("overview.subtitle", **words)
    return f"{line} · **{looking.say('overview.simulated')}**" if looking.is_simulated else line


def actions(looking: Looking, place: str) -> None:
    """Copy link, the other language, sign out: the right end of the scope bar. place: wide or narrow."""
    with st.popover(looking.say("app.copy_link"), type="tertiary"):
        st.caption(looking.say("app.copy_link_how"))
        st.code(link(looking), language=None, wrap_lines=True)
    other = replace(looking.address, lang="en" if looking.lang == "zh" else "zh")
    st.button(
        looking.say("app.other_language"),
        key=f"other_language_{place}",
        help=looking.say("app.other_language_how"),
        type="tertiary",
        on_click=go,
        args=(other,),
    )
    if "signed_in" in st.session_state:
        st.button(looking.say("app.sign_out"), key=f"sign_out_{place}", type="tertiary", on_click=sign_out)


def link(looking: Looking) -> str:
    """The address of exactly this view, to be sent to others."""
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode(encode(looking.address), safe=',')}"


def foot(looking: Looking) -> None:
    """The full stamp of the page."""
    st.caption(stamp_line(looking.stamp, looking.lang))
