"""All pages in the order of the navigation. A new page: one file here, one line here, one test.

A page is imported when it is first shown, or by the server once it answers (service/web): who opens one
page does not wait for what another needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from pages.parts.looking import Looking


@dataclass(frozen=True)
class View:
    """path: its address; "" for the first page, whose address is `/`. title: interface text id.

    module: of `pages.views`; its function of the same name draws the page.
    """

    path: str
    title: str
    module: str

    def show(self, looking: Looking) -> None:
        """Draw the page."""
        getattr(import_module(f"pages.views.{self.module}"), self.module)(looking)


VIEWS: tuple[View, ...] = (
    View(path="", title="overview.page", module="overview"),
    View(path="activity", title="activity.page", module="activity"),
    View(path="cities", title="cities.page", module="cities"),
    View(path="quality", title="quality.page", module="quality"),
    View(path="officer", title="dossier.page", module="officer"),
    View(path="data", title="data.page", module="data"),
)
