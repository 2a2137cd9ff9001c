"""联络员档案: what is in this person's file?"""

from __future__ import annotations

from pages.parts.breadcrumb import breadcrumb
from pages.parts.dossier_cached import officer_dossier
from pages.parts.dossier_head import dossier_head
from pages.parts.dossier_history import dossier_history
from pages.parts.dossier_lines import dossier_lines
from pages.parts.dossier_search import dossier_search
from pages.parts.dossier_sections import dossier_sections
from pages.parts.dossier_timeline import dossier_timeline
from pages.parts.looking import Looking
from pages.parts.page_frame import foot, head


def officer(looking: Looking) -> None:
    """The search; with an officer in the address, the whole file."""
    head(looking, looking.say("dossier.page"))
    if looking.address.who:
        _file(looking, looking.address.who)
    else:
        dossier_search(looking)
    foot(looking)


def _file(looking: Looking, person_id: str) -> None:
    file = officer_dossier(*looking.key, person_id=person_id)
    name = file.head.name if file else looking.say("officer.nobody")
    breadcrumb([(looking.say("dossier.search_title"), looking.address.open())], name)
    if file is None:
        dossier_search(looking)
        return
    dossier_head(looking, file)
    dossier_history(looking, file)
    dossier_timeline(looking, file)
    dossier_lines(looking, file)
    dossier_sections(looking, file)
