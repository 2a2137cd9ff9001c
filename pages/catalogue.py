"""All pages in the order of the navigation. A new page: a folder beside this file and its name here.

A page is imported when it is first shown, or by the server in the background (service/web): who opens one
page does not wait for the modules of another.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from pages.shell.context import PageContext

#: Folders of `pages`; the first page has the address `/`, every other one that of its folder.
FOLDERS = ("overview", "activity", "cities", "quality", "officer", "data")


@dataclass(frozen=True)
class View:
    """A page: `show` in `pages/<folder>/page.py` draws it, the interface text `<folder>.page` names it."""

    folder: str

    @property
    def path(self) -> str:
        """Its address below `/`."""
        return "" if self.folder == FOLDERS[0] else self.folder

    @property
    def title(self) -> str:
        """Id of the interface text that stands in the navigation."""
        return f"{self.folder}.page"

    def show(self, context: PageContext) -> None:
        """Draw the page."""
        import_module(f"pages.{self.folder}.page").show(context)


VIEWS: tuple[View, ...] = tuple(View(folder) for folder in FOLDERS)
