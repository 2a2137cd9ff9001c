"""联络员档案: what is in this person's file?"""

from __future__ import annotations

from pages.lists.officer.lines import lines_block
from pages.officer.filter import filter_field
from pages.officer.head import dossier_head
from pages.officer.history import dossier_history
from pages.officer.queries import officer_dossier
from pages.officer.search import dossier_search
from pages.officer.sections import dossier_sections
from pages.officer.timeline import dossier_timeline
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.widgets.breadcrumb import breadcrumb

_MOST_ROWS = 12


def show(context: PageContext) -> None:
    """The search; with an officer in the address, the whole file."""
    head(context, context.say("officer.page"))
    if context.address.who:
        _file(context, context.address.who)
    else:
        dossier_search(context)
    foot(context)


def _file(context: PageContext, person_id: str) -> None:
    file = officer_dossier(*context.key, person_id=person_id)
    name = file.head.name if file else context.say("officer.nobody")
    breadcrumb([(context.say("dossier.search_title"), context.address.open())], name)
    if file is None:
        dossier_search(context)
        return
    dossier_head(context, file)
    dossier_history(context, file)
    dossier_timeline(context, file)
    lines_block(context, file.lines, most_rows=_MOST_ROWS, choose=lambda: filter_field(context, file))
    dossier_sections(context, file)
