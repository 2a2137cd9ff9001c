"""What an address may say over one snapshot: its months, its recommending bodies, the closed lists."""

from __future__ import annotations

import datetime as dt

from analytics.metrics import METRICS, measure
from analytics.scope import months_back
from foundation.access.viewer import OFFICE
from foundation.reference.cities import CITY_CODES, UNITS, UNKNOWN
from foundation.reference.codes import code_list
from pages.shell.address import AddressValues
from pages.shell.caching import QueryContext, cached

CHANNELS = ("local", "institution")


@cached(entries=100, is_shared=True)
def address_values(context: QueryContext) -> AddressValues:
    """Everything an address may name; a city viewer has no other unit than the own. Takes `opening_key`."""
    unit, bodies = context.viewer.unit, _body_names(context)
    values = {
        "unit": (unit,) if unit else (*UNITS, UNKNOWN),
        "city": (*CITY_CODES, UNKNOWN),
        "cat": (*code_list("category").values, UNKNOWN),
        "ch": (*CHANNELS, UNKNOWN),
        "field": (*code_list("field").values, UNKNOWN),
        "rec": (*bodies, UNKNOWN),
    }
    return AddressValues(
        as_of=context.scope.as_of,
        months=_months(context),
        values=values,
        bodies=bodies,
        metrics=tuple(METRICS),
    )


def _body_names(context: QueryContext) -> dict[str, str]:
    """Every body that has recommended an officer: body id → name. The same for all: a body is no secret."""
    frame = measure(
        context.snapshot, "officers_cumulative", scope=context.scope, viewer=OFFICE, by="recommender"
    )
    named = frame.loc[~frame["group"].isin([UNKNOWN, "pooled"])]
    return dict(zip(named["group"], named["label"], strict=True))


def _months(context: QueryContext) -> tuple[dt.date, ...]:
    """All months of the data; a first file may hold no act at all: then the as-of month alone."""
    meta = context.snapshot.meta
    span = [_first(day) for day in (meta["data_from"], meta["data_to"]) if day] or [context.scope.as_of]
    first, last = span[0], span[-1]
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple(months_back(last, count - place) for place in range(count + 1))


def _first(date: str) -> dt.date:
    return dt.date.fromisoformat(date[:10]).replace(day=1)
