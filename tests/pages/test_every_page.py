"""What holds for every page of the catalogue: it opens in both languages and says where its numbers are from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from foundation.locales import LANGUAGES, Lang, say
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot
from pages.catalogue import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
#: Folders beside the pages that hold what several of them stand on.
SHARED = {"shell", "widgets", "lists"}


def page(folder: str) -> None:
    """The page alone, as app.py shows it (a script of its own: it runs outside this module)."""
    from foundation.access.viewer import OFFICE
    from foundation.warehouse.home import Home
    from pages.catalogue import View
    from pages.shell.entry import page_context

    context = page_context(Home.find(), OFFICE)
    assert context is not None
    View(folder).show(context)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_opens_under_its_title_and_ends_with_its_stamp(
    folder: str, lang: Lang, sample_home: Home, sample_snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIAISON_HOME", str(sample_home.root))
    app = AppTest.from_function(page, kwargs={"folder": folder}, default_timeout=60)
    app.query_params["lang"] = lang
    app.run()
    assert not app.exception, app.exception
    assert bool(re.search(r"[\u4e00-\u9fff]", app.title[0].value)) == (lang == "zh")
    stamp = app.caption[-1].value
    assert sample_snapshot.id[:7] in stamp
    assert say("report.simulated", lang) in stamp


def test_every_folder_of_a_page_is_in_the_catalogue() -> None:
    folders = {path.parent.name for path in (ROOT / "pages").glob("*/page.py")}
    assert folders == set(FOLDERS)
    assert {path.parent.name for path in (ROOT / "pages").glob("*/__init__.py")} == folders | SHARED
