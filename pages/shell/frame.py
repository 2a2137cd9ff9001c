"""What every page begins and ends with: title, scope bar with its actions; the full stamp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from analytics.scope import month_end
from pages.shell.address import encode
from pages.shell.context import PageContext, go
from pages.shell.scope_bar import ignored_note, scope_bar
from pages.shell.sign_in import sign_out
from reporting.type.stamp import stamp_line

#: What stands under the title: drawn with the actions that belong at its right end.
Bar = Callable[[PageContext, Callable[[PageContext, str], None]], None]


def head(context: PageContext, title: str, *, subtitle: str | None = None, bar: Bar = scope_bar) -> None:
    """Title, one line on what is shown, the scope bar (or the page's own), what was not understood."""
    st.title(title)
    st.caption(subtitle or _subtitle(context))
    bar(context, actions)
    ignored_note(context)
    if context.address.snap == context.snapshot.id:
        st.info(context.say("app.snapshot_pinned", snapshot=context.snapshot.id[:7]))
    elif context.address.snap:
        st.warning(context.say("app.snapshot_missing", snapshot=context.address.snap[:12]))
    if context.snapshot.is_outdated:
        st.warning(context.say("app.outdated"))


def _subtitle(context: PageContext) -> str:
    scope = context.scope
    words = {"scope": context.scope_text.get(context.lang), "day": f"{month_end(scope.as_of)}"}
    if scope.versus:
        line = context.say("overview.subtitle_versus", versus=f"{scope.versus:%Y-%m}", **words)
    else:
        line = context.say("overview.subtitle", **words)
    return f"{line} · **{context.say('overview.simulated')}**" if context.is_simulated else line


def actions(context: PageContext, place: str) -> None:
    """Copy link, the other language, sign out: the right end of the scope bar. place: wide or narrow."""
    with st.popover(context.say("app.copy_link"), type="tertiary"):
        st.caption(context.say("app.copy_link_how"))
        st.code(link(context), language=None, wrap_lines=True)
    other = replace(context.address, lang="en" if context.lang == "zh" else "zh")
    st.button(
        context.say("app.other_language"),
        key=f"other_language_{place}",
        help=context.say("app.other_language_how"),
        type="tertiary",
        on_click=go,
        args=(other,),
    )
    if "signed_in" in st.session_state:
        st.button(context.say("app.sign_out"), key=f"sign_out_{place}", type="tertiary", on_click=sign_out)


def link(context: PageContext) -> str:
    """The address of exactly this view, to be sent to others."""
    page = (st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode(encode(context.address), safe=',')}"


def foot(context: PageContext) -> None:
    """The full stamp of the page."""
    st.caption(stamp_line(context.stamp, context.lang))
