"""The Word file of one officer: personal data, so it leaves by ticket, is built when fetched, and logged."""

from __future__ import annotations

from analytics.dossier import as_published
from foundation.access import audit, tickets
from foundation.access.publicity import is_outside
from foundation.access.viewer import Viewer
from foundation.locales import say
from pages.parts.dossier_cached import officer_dossier, peer_bands
from pages.parts.looking import Looking
from reporting.dossier import dossier_document

KIND = "dossier"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@tickets.builder(KIND)
def build(viewer: Viewer, *, looking: Looking) -> tickets.Payload:
    """工作纪实档案 of the officer whom the address names; the export is written to the audit first.

    Raises LookupError where the viewer may not open the file: the page never minted such a ticket.
    """
    person_id, lang = str(looking.address.who), looking.lang
    key = (looking.snapshot.id, looking.rules.version, viewer, looking.scope, lang)
    file = officer_dossier(*key, person_id=person_id)
    if file is None:
        raise LookupError(person_id)
    detail = {"officer": person_id, "file": "dossier", "snapshot": looking.snapshot.id}
    audit.record(looking.home, viewer, "export", detail)
    leaving = as_published(looking.snapshot, person_id, file) if is_outside(viewer) else file
    data = dossier_document(
        leaving, peers=peer_bands(*key), as_of=looking.scope.as_of, stamp=looking.stamp, lang=lang
    )
    name = f"{say('dossier.word_title', lang)}_{file.head.name}_{looking.stamp.as_of}.docx"
    return tickets.Payload(data=data, name=name, media_type=_DOCX)
