"""The Word file of one officer: personal data, so it leaves by ticket, is built when fetched, and logged."""

from __future__ import annotations

from analytics.officer.dossier import as_published
from foundation.access import audit, tickets
from foundation.access.publicity import is_outside
from foundation.access.viewer import Viewer
from foundation.locales import say
from pages.officer.queries import officer_dossier, peer_bands
from pages.shell.context import PageContext
from reporting.packs.dossier.document import dossier_document

DOSSIER_FILE = "dossier"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@tickets.builder(DOSSIER_FILE)
def build_dossier_file(viewer: Viewer, *, context: PageContext) -> tickets.Payload:
    """工作纪实档案 of the officer whom the address names; the export is written to the audit first.

    Raises LookupError where the viewer may not open the file: the page never minted such a ticket.
    """
    person_id, lang = str(context.address.who), context.lang
    key = (context.snapshot.id, context.rules.version, viewer, context.scope, lang)
    file = officer_dossier(*key, person_id=person_id)
    if file is None:
        raise LookupError(person_id)
    detail = {"officer": person_id, "file": "dossier", "snapshot": context.snapshot.id}
    audit.record(context.home, viewer, "export", detail)
    leaving = as_published(context.snapshot, person_id, file) if is_outside(viewer) else file
    data = dossier_document(
        leaving, peers=peer_bands(*key), as_of=context.scope.as_of, stamp=context.stamp, lang=lang
    )
    name = f"{say('dossier.word_title', lang)}_{file.head.name}_{context.stamp.as_of}.docx"
    return tickets.Payload(data=data, name=name, media_type=_DOCX)
