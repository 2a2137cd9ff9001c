"""Web entry: page config, sign-in, the one context, navigation. Started by `liaison serve`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from foundation.locales import say
from foundation.warehouse.home import Home
from pages.catalogue import VIEWS, View
from pages.data.start import start
from pages.shell.address import decode_lang
from pages.shell.context import query_values
from pages.shell.entry import page_context
from pages.shell.navigation import carry_scope
from pages.shell.sign_in import sign_in_form, viewer_of

ASSETS = Path(__file__).with_name("pages") / "assets"

carry_scope()
lang = decode_lang(query_values())
st.set_page_config(page_title=say("app.title", lang), page_icon=str(ASSETS / "favicon.svg"), layout="wide")
st.html(ASSETS / "page.css")
st.logo(str(ASSETS / f"logo.{lang}.svg"), size="large")

home = Home.find()
viewer = viewer_of(home)
context = page_context(home, viewer) if viewer else None


def page(view: View) -> st.Page:
    """A page stands at its address from the first run on, signed in or not: no deep link is lost."""

    def show() -> None:
        if viewer is None:
            sign_in_form(home, lang)
        elif context is None:
            start(home, viewer, lang)
        else:
            view.show(context)

    return st.Page(show, title=say(view.title, lang), url_path=view.path, default=not view.path)


st.navigation([page(view) for view in VIEWS], position="top" if context else "hidden").run()
