"""What the page 联络员档案 keeps between reruns (`pages.shell.caching`)."""

from __future__ import annotations

import pandas as pd

from analytics.evidence.duties import bands
from analytics.officer.dossier import Dossier, dossier
from analytics.officer.search import findable
from analytics.sql import run
from pages.shell.caching import QueryContext, cached


@cached(entries=40)
def people(context: QueryContext) -> pd.DataFrame:
    """Everyone whose file this viewer may open, with the tier of those serving."""
    parameters = context.rules.parameters() | {"as_of": context.scope.as_of}
    serving = run(context.snapshot, "officers_serving", parameters)
    tiers = dict(zip(serving["person_id"], serving["tier"], strict=True))
    return findable(run(context.snapshot, "people_found", parameters), tiers, context.viewer)


@cached(entries=100)
def officer_dossier(context: QueryContext, *, person_id: str) -> Dossier | None:
    """One officer's whole file, as this viewer may see it; contacts masked."""
    return dossier(context.snapshot, person_id, context.scope.as_of, context.viewer)


@cached(entries=40)
def peer_bands(context: QueryContext) -> pd.DataFrame:
    """The bands of evidence of everyone's peers in the province: A with A, B with B; no name in it."""
    parameters = context.rules.parameters() | {"as_of": context.scope.as_of}
    return bands(run(context.snapshot, "officer_duties", parameters))
