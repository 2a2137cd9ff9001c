"""All pages in the order of the navigation. A new page: one folder beside this file, one line here.

A page is imported when it is first shown, or by the server once it answers (service/web): who opens one
page does not wait for what another needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from pages.shell.context import PageContext


@dataclass(frozen=True)
class View:
    """path: its address; "" for the first page, whose address is `/`. title: interface text id.

    folder: of `pages`; `show` in its `page.py` draws the page.
    """

    path: str
    title: str
    folder: str

    def show(self, context: PageContext) -> None:
        """Draw the page."""
        import_module(f"pages.{self.folder}.page").show(context)


VIEWS: tuple[View, ...] = (
    View(path="", title="overview.page", folder="overview"),
    View(path="activity", title="activity.page", folder="activity"),
    View(path="cities", title="cities.page", folder="cities"),
    View(path="quality", title="quality.page", folder="quality"),
    View(path="officer", title="dossier.page", folder="officer"),
    View(path="data", title="data.page", folder="data"),
)
