"""All pages in the order of the navigation. A new page: one file here, one line here, one test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pages.parts.looking import Looking
from pages.views.activity import activity
from pages.views.cities import cities
from pages.views.data import data
from pages.views.officer import officer
from pages.views.overview import overview
from pages.views.quality import quality


@dataclass(frozen=True)
class View:
    """path: its address; "" for the first page, whose address is `/`. title: interface text id."""

    path: str
    title: str
    show: Callable[[Looking], None]


VIEWS: tuple[View, ...] = (
    View(path="", title="overview.page", show=overview),
    View(path="activity", title="activity.page", show=activity),
    View(path="cities", title="cities.page", show=cities),
    View(path="quality", title="quality.page", show=quality),
    View(path="officer", title="dossier.page", show=officer),
    View(path="data", title="data.page", show=data),
)
