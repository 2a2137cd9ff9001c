"""What takes a page's place: an officer, an open list, or the words for filters that leave nobody."""

from __future__ import annotations

from pages.lists.declaration import ListReader
from pages.lists.metrics import metric_list
from pages.lists.officer.panel import officer_panel
from pages.lists.view import list_view
from pages.lists.words import metric_list_title
from pages.shell.context import PageContext
from pages.widgets.empty_scope import SERVING, is_empty, nobody


def drilled(
    context: PageContext,
    *,
    home_title: str,
    ids: tuple[str, ...] = SERVING,
    page_lists: ListReader | None = None,
) -> bool:
    """Draw what the address has open in place of the page; False where the page itself is to be drawn.

    home_title: what the way back is called. ids: metrics that the page asks for anyway, `officers_serving`
    among them: whether anybody is left is then no query of its own. page_lists: reads the lists that only
    this page has (`own` of the address).
    """
    address = context.address
    own_lists = page_lists if address.page_view else None
    if address.who:
        officer_panel(context, home_title=home_title, list_title=_list_title(context, own_lists))
    elif own_lists or address.list:
        list_view(context, read_list=own_lists or metric_list, home_title=home_title)
    elif is_empty(context, ids=ids):
        nobody(context)
    else:
        return False
    return True


def _list_title(context: PageContext, own_lists: ListReader | None) -> str | None:
    """What the list is called to which an officer's panel leads back; None where none is open."""
    if own_lists is not None:
        open_list = own_lists(context)
        return open_list.title if open_list else None
    return metric_list_title(context) if context.address.list else None
