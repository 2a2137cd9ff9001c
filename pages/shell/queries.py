"""Queries that several pages ask, kept between reruns (`pages.shell.caching`)."""

from __future__ import annotations

import pandas as pd

from analytics.cities.neighbours import neighbours
from analytics.meeting.targets import targets
from analytics.metrics import history, measure_many, members
from analytics.officer.head import OfficerHead, dossier_head, timeline
from analytics.sql import run
from foundation.reference.cities import CITY_CODES
from pages.shell.caching import QueryContext, cached


@cached(entries=400)
def figures(context: QueryContext, *, ids: tuple[str, ...], by: str | None = None) -> pd.DataFrame:
    """Result frames of several metrics, stacked, `id` in front."""
    return measure_many(
        context.snapshot, ids, scope=context.scope, viewer=context.viewer, by=by, lang=context.lang
    )


@cached(entries=100)
def rows_behind(
    context: QueryContext, *, ids: tuple[str, ...], group: str | None = None, part: str = "numerator"
) -> pd.DataFrame:
    """Exactly the rows that the metrics count, of one unit or of all, one metric under the other.

    Metrics listed together share their denominator: it is listed once.
    """
    by = "unit" if group else None
    scope, viewer = context.scope, context.viewer
    frames = [
        members(context.snapshot, metric, scope=scope, viewer=viewer, by=by, group=group, part=part)
        for metric in (ids if part == "numerator" else ids[:1])
    ]
    return pd.concat(frames, ignore_index=True)


@cached(entries=400)
def trend(context: QueryContext, *, ids: tuple[str, ...], months: int = 13) -> pd.DataFrame:
    """The months that end with the as-of: id, month, numerator, denominator, value, suppressed."""
    return history(context.snapshot, ids, scope=context.scope, viewer=context.viewer, months=months)


@cached(entries=100)
def targets_of_scope(context: QueryContext) -> dict[str, float]:
    """Metric id → the target that holds for this scope."""
    return targets(context.snapshot, rules=context.rules, scope=context.scope)


@cached(entries=100)
def neighbours_of(context: QueryContext) -> dict[str, int]:
    """What a city may know of the non_city officers who work there: counts."""
    return neighbours(context.snapshot, scope=context.scope, viewer=context.viewer)


@cached(entries=100)
def officer_file(context: QueryContext, *, person_id: str) -> tuple[OfficerHead | None, pd.DataFrame]:
    """Head and timeline of one officer, as this viewer may see them; contacts masked."""
    snapshot, as_of, viewer = context.snapshot, context.scope.as_of, context.viewer
    head = dossier_head(snapshot, person_id, as_of, viewer)
    return head, timeline(snapshot, person_id, as_of, viewer, head=head)


@cached(entries=100)
def unrecorded_units(context: QueryContext) -> tuple[str, ...]:
    """Cities without reminder records in the window: who acts there cannot be told from who answers."""
    recording = set(run(context.snapshot, "recording_units", {"as_of": context.scope.as_of})["unit"])
    return tuple(code for code in CITY_CODES if code not in recording)
