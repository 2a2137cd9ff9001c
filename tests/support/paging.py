"""Any page of the app without a browser, over the sample province; signed in or as the office."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from foundation.warehouse.home import Home

APP = Path(__file__).resolve().parents[2] / "app.py"


def visit_page(
    home: Home, monkeypatch: pytest.MonkeyPatch, path: str, *, signed_in: str | None = None, **query: str
) -> AppTest:
    """Open the page at `/path` with this query; `signed_in` signs in.

    The password is the name itself (tests.pages.conftest). Nothing may fail.
    """
    monkeypatch.setenv("LIAISON_HOME", str(home.root))
    monkeypatch.chdir(APP.parent)
    app = AppTest.from_file(str(APP), default_timeout=60)
    # A page made of a function is known to Streamlit by the hash of its path.
    app._page_hash = calc_hash(path)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    if signed_in:
        app.text_input[0].set_value(signed_in)
        app.text_input[1].set_value(signed_in)
        app.button[0].click().run()
    assert not app.exception, app.exception
    return app
