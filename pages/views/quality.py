"""素质差距: where are the gaps in ability and coverage?"""

from __future__ import annotations

from pages.parts.cached import figures
from pages.parts.list_view import list_view
from pages.parts.looking import Looking
from pages.parts.nobody import is_empty, nobody
from pages.parts.officer_panel import officer_panel
from pages.parts.page_frame import foot, head
from pages.parts.quality_bodies import bodies_block
from pages.parts.quality_duties import duties_block
from pages.parts.quality_lights import lights_block
from pages.parts.quality_numbers import numbers_block
from pages.parts.quality_supply import supply_block
from pages.parts.quality_training import training_block


def quality(looking: Looking) -> None:
    """The page; with a list or an officer in the address, what stands behind one of its numbers."""
    head(looking, looking.say("quality.title"))
    home = looking.say("quality.page")
    if looking.address.who:
        officer_panel(looking, home_title=home)
    elif looking.address.list:
        list_view(looking, home_title=home)
    elif is_empty(looking, figures(*looking.key, ids=("officers_serving",))):
        nobody(looking)
    else:
        lights_block(looking)
        numbers_block(looking)
        training_block(looking)
        duties_block(looking)
        supply_block(looking)
        bodies_block(looking)
    foot(looking)
