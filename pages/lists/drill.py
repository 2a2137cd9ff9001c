"""What takes a page's place: an officer, an open list, or the words for filters that leave nobody."""

from __future__ import annotations

from pages.lists.officer_panel import officer_panel
from pages.lists.view import list_view
from pages.shell.context import PageContext
from pages.widgets.empty_scope import SERVING, is_empty, nobody


def drilled(context: PageContext, *, home_title: str, ids: tuple[str, ...] = SERVING) -> bool:
    """Draw what the address has open in place of the page; False where the page itself is to be drawn.

    home_title: what the way back is called. ids: metrics that the page asks for anyway, `officers_serving`
    among them: whether anybody is left is then no query of its own.
    """
    if context.address.who:
        officer_panel(context, home_title=home_title)
    elif context.address.list:
        list_view(context, home_title=home_title)
    elif is_empty(context, ids=ids):
        nobody(context)
    else:
        return False
    return True
