"""Officers who work in a city and for whom no city answers: a city sees their number, never a name."""

from __future__ import annotations

from typing import Any

from analytics.metrics import measure_many
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.reference.cities import NON_CITY

#: What is counted of them: whole numbers, never a share.
COUNTED = ("officers_serving", "demands", "achievements")


def neighbours(snapshot: Any, *, scope: Scope, viewer: Viewer) -> dict[str, int]:
    """Metric id → count, of the non_city officers who work in a city viewer's city.

    The scope's other filters hold; its unit and city give way. The one place where a city sees beyond its
    own unit (docs/definitions.md, Who sees what): counts only, so nothing here opens a list. Raises
    ValueError for other viewers, who see these officers like all others.
    """
    if viewer.unit is None:
        raise ValueError("only a city viewer has neighbours")
    beyond = scope.with_filter(unit=(NON_CITY,), city=(viewer.unit,))
    # A leader's rights: the whole province in numbers.
    frame = measure_many(snapshot, COUNTED, scope=beyond, viewer=Viewer(name=viewer.name, role="leader"))
    return dict(zip(COUNTED, frame["value"].astype(int).tolist(), strict=True))
