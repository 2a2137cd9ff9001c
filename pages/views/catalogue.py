"""All pages in the order of the navigation. A new page: one file here, one line here, one test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pages.parts.looking import Looking
from pages.views.activity import activity
from pages.views.overview import overview


@dataclass(frozen=True)
class View:
    """path: its address; "" for the first page, whose address is `/`. title: interface text id."""

    path: str
    title: str
    show: Callable[[Looking], None]


VIEWS: tuple[View, ...] = (
    View(path="", title="overview.page", show=overview),
    View(path="activity", title="activity.page", show=activity),
)
