"""The plain sign-in form, where `<home>/users.toml` says who may look."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from foundation.access import users
from foundation.access.viewer import OFFICE, Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home

_KEY = "signed_in"
#: The session's entry of the one contact shown (`pages.lists.officer.contacts`).
REVEALED_CONTACT = "revealed_contact"


def viewer_of(home: Home) -> Viewer | None:
    """Who is looking; None = nobody has signed in. Without a users file it is the office (loopback only)."""
    if not users.is_configured(home):
        return OFFICE
    try:
        # Read anew on every rerun: who was struck from the file is out at once.
        user = users.load(home).get(st.session_state.get(_KEY, ""))
    except users.UsersFileError:
        return None
    return user.viewer if user else None


def sign_in_form(home: Home, lang: Lang) -> None:
    """The form, or why nobody can sign in."""
    with st.container(width=380, key="sign_in"):
        st.title(say("app.sign_in", lang))
        st.caption(say("app.sign_in_how", lang))
        try:
            users.load(home)
        except users.UsersFileError as error:
            st.error(error.reason.get(lang))
            return
        with st.form("sign_in_form"):
            name = st.text_input(say("app.name", lang))
            password = st.text_input(say("app.password", lang), type="password")
            is_sent = st.form_submit_button(say("app.sign_in", lang), type="primary")
        if is_sent:
            _attempt(home, lang, name.strip(), password)


def _attempt(home: Home, lang: Lang, name: str, password: str) -> None:
    outcome = users.sign_in(home, name, password)
    if outcome.viewer is not None:
        st.session_state[_KEY] = outcome.viewer.name
        st.rerun()
    if outcome.wait_seconds:
        st.error(say("app.sign_in_wait", lang, seconds=outcome.wait_seconds))
    else:
        st.error(say("app.sign_in_wrong", lang))


def sign_out() -> None:
    """A phone shown to who leaves is masked again for who signs in next."""
    for key in (_KEY, REVEALED_CONTACT):
        st.session_state.pop(key, None)


def presenting(viewer: Viewer, *, is_presenting: bool) -> Viewer:
    """The viewer in present mode: no name of the lower tiers, whoever looks."""
    return replace(viewer, is_presenting=is_presenting)
