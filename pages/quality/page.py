"""素质差距: where are the gaps in ability and coverage?"""

from __future__ import annotations

from pages.lists.officer_panel import officer_panel
from pages.lists.view import list_view
from pages.quality.bodies import bodies_block
from pages.quality.duties import duties_block
from pages.quality.lights import lights_block
from pages.quality.numbers import numbers_block
from pages.quality.supply import supply_block
from pages.quality.training import training_block
from pages.shell.context import PageContext
from pages.shell.frame import foot, head
from pages.shell.queries import figures
from pages.widgets.empty_scope import is_empty, nobody


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("quality.title"))
    home = context.say("quality.page")
    if context.address.who:
        officer_panel(context, home_title=home)
    elif context.address.list:
        list_view(context, home_title=home)
    elif is_empty(context, figures(*context.key, ids=("officers_serving",))):
        nobody(context)
    else:
        lights_block(context)
        numbers_block(context)
        training_block(context)
        duties_block(context)
        supply_block(context)
        bodies_block(context)
    foot(context)
