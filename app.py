"""Web entry: page config, sign-in, the one context, navigation. Started by `liaison serve`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from foundation.locales import say
from foundation.warehouse.home import Home
from pages.parts.address import decode_lang
from pages.parts.carrying import carry_scope
from pages.parts.entry import look
from pages.parts.looking import asked
from pages.parts.sign_in import sign_in_form, viewer_of
from pages.views.catalogue import VIEWS, View
from pages.views.start import start

ASSETS = Path(__file__).with_name("pages") / "assets"

carry_scope()
lang = decode_lang(asked())
st.set_page_config(page_title=say("app.title", lang), page_icon=str(ASSETS / "favicon.svg"), layout="wide")
st.html(ASSETS / "page.css")
st.logo(str(ASSETS / f"logo.{lang}.svg"), size="large")

home = Home.find()
viewer = viewer_of(home)
looking = look(home, viewer) if viewer else None


def page(view: View) -> st.Page:
    """A page stands at its address from the first run on, signed in or not: no deep link is lost."""

    def show() -> None:
        if viewer is None:
            sign_in_form(home, lang)
        elif looking is None:
            start(home, viewer, lang)
        else:
            view.show(looking)

    return st.Page(show, title=say(view.title, lang), url_path=view.path, default=not view.path)


st.navigation([page(view) for view in VIEWS], position="top" if looking else "hidden").run()
