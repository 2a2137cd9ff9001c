"""素质差距: where are the gaps in ability and coverage?"""

from __future__ import annotations

from pages.lists.drill import drilled
from pages.quality.bodies import bodies_block
from pages.quality.duties import duties_block
from pages.quality.lights import lights_block
from pages.quality.numbers import numbers_block
from pages.quality.supply import supply_block
from pages.quality.training import training_block
from pages.shell.context import PageContext
from pages.shell.frame import foot, head


def show(context: PageContext) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(context, context.say("quality.title"))
    if not drilled(context, home_title=context.say("quality.page")):
        lights_block(context)
        numbers_block(context)
        training_block(context)
        duties_block(context)
        supply_block(context)
        bodies_block(context)
    foot(context)
