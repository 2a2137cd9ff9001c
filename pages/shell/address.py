"""The address of a view: translates between the URL's query and `Address`, in both directions.

Codes, never labels; several values joined by commas; an unknown value is reported as ignored, never silently
dropped; as-of is always written. No Streamlit here. Keys as in docs/definitions.md, `list` (metrics whose
list is open), `grp` (unit within it), `part` (numerator or denominator), `who` (officer whose panel is open),
`own` (a list or section that only one page knows), `try` (thresholds tried), `tier` (of the open list).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from analytics.scope import Scope, months_back
from analytics.tiers import TIERS
from foundation.locales import LANGUAGES, Lang

Part = Literal["numerator", "denominator"]

#: URL key → field of Scope, for the filters.
FILTERS: dict[str, str] = {
    "unit": "unit",
    "city": "city",
    "cat": "category",
    "ch": "channel",
    "field": "field",
    "rec": "recommender",
}
_DRILL = ("list", "grp", "part", "who", "own", "try", "tier", "metric")
#: 自发履职不少于 … 次, 分布在不少于 … 季: what can be tried.
TRIED_ACTS, TRIED_QUARTERS = range(1, 11), range(1, 5)
_LONGEST_PAGE_VIEW = 120
_KEYS = {"m", "vs", "lang", "present", "snap", *FILTERS, *_DRILL}
#: Streamlit's own keys: no part of a view, and no mistake.
_STREAMLIT = ("embed", "embed_options")
#: In place of a month: nothing is compared with.
NO_MONTH = "none"


@dataclass(frozen=True)
class AddressValues:
    """What an address may say over one snapshot; everything else is ignored, and shown as such.

    as_of: the month shown when the address names none. months: all that can be looked at, ascending.
    values: URL key of a filter → its codes. bodies: recommending body's id → its name.
    metrics: ids whose list can be opened.
    """

    as_of: dt.date
    months: tuple[dt.date, ...]
    values: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, str]
    metrics: tuple[str, ...]


@dataclass(frozen=True)
class Address:
    """A decoded address. `list`: metrics whose rows are listed together; empty = no list is open.

    group: unit within that list; who: person id of the open officer panel. page_view: a list or section that
    only this page knows, in words that the page reads. tried: acts and quarters of a what-if. ignored: what
    the query held beyond that, as (key, value).
    """

    scope: Scope
    lang: Lang = "zh"
    is_presenting: bool = False
    snap: str | None = None
    list: tuple[str, ...] = ()
    group: str | None = None
    part: Part = "numerator"
    who: str | None = None
    page_view: str | None = None
    tried: tuple[int, int] | None = None
    tier: str | None = None
    metric: str | None = None
    ignored: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def at(self, **scope: Any) -> Address:
        """The same view with other filters or months."""
        return replace(self, scope=self.scope.with_filter(**scope), ignored=())

    def at_month(self, month: dt.date) -> Address:
        """The same view at another month.

        The comparison moves along if it was the year before, or would lie later.
        """
        scope = self.scope
        was_default = scope.versus == months_back(scope.as_of, 12)
        is_late = scope.versus is not None and scope.versus >= month
        versus = months_back(month, 12) if was_default or is_late else scope.versus
        return self.at(as_of=month, versus=versus)

    def open(
        self, *metrics: str, group: str | None = None, part: Part = "numerator", who: str | None = None
    ) -> Address:
        """The same scope with this list (and officer) open; without arguments: with nothing open."""
        return replace(self, list=metrics, group=group, part=part, who=who, page_view=None, ignored=())

    def open_page_view(self, page_view: str, *, part: Part = "numerator") -> Address:
        """The same scope with a list or section open that only this page knows."""
        return replace(self.open(part=part), page_view=page_view)


def decode_lang(query: Mapping[str, str]) -> Lang:
    """The language an address asks for, Chinese unless it says otherwise."""
    return next((lang for lang in LANGUAGES if lang == query.get("lang")), "zh")


def decode(query: Mapping[str, str], possible: AddressValues) -> Address:
    """Read a query; keys and values that are not possible stand in `.ignored` as (key, value)."""
    ignored = [(key, value) for key, value in query.items() if key not in (*_KEYS, *_STREAMLIT)]
    as_of = _month(query, "m", possible, ignored) or possible.as_of
    filters = {FILTERS[key]: _codes(query, key, possible.values.get(key, ()), ignored) for key in FILTERS}
    scope = Scope(as_of=as_of, versus=_versus(query, as_of, possible, ignored), **filters)
    metrics = _codes(query, "list", possible.metrics, ignored)
    group = _choice(query, "grp", (*possible.values.get("unit", ()), "unknown"), ignored)
    return Address(
        scope=scope,
        lang=_choice(query, "lang", LANGUAGES, ignored) or "zh",
        is_presenting=_choice(query, "present", ("1", "0"), ignored) == "1",
        snap=query.get("snap") or None,
        list=metrics,
        group=group,
        part=_choice(query, "part", ("numerator", "denominator"), ignored) or "numerator",
        who=query.get("who") or None,
        page_view=query.get("own", "")[:_LONGEST_PAGE_VIEW] or None,
        tried=_tried(query, ignored),
        tier=_choice(query, "tier", tuple(tier.id for tier in TIERS), ignored),
        metric=_choice(query, "metric", possible.metrics, ignored),
        ignored=tuple(ignored),
    )


def encode(address: Address) -> dict[str, str]:
    """The query of a view: as-of always, everything else where it differs from the default."""
    scope = address.scope
    query = {"m": f"{scope.as_of:%Y-%m}"}
    if scope.versus != months_back(scope.as_of, 12):
        query["vs"] = f"{scope.versus:%Y-%m}" if scope.versus else NO_MONTH
    query |= {key: ",".join(getattr(scope, name)) for key, name in FILTERS.items()}
    query |= {"lang": "" if address.lang == "zh" else address.lang, "snap": address.snap or ""}
    query |= {"present": "1" if address.is_presenting else "", "list": ",".join(address.list)}
    query |= {"grp": address.group or "", "who": address.who or ""}
    query |= {"own": address.page_view or "", "tier": address.tier or "", "metric": address.metric or ""}
    query["try"] = ".".join(str(number) for number in address.tried or ())
    query["part"] = "" if address.part == "numerator" else address.part
    return {key: value for key, value in query.items() if value}


def _codes(
    query: Mapping[str, str], key: str, options: tuple[str, ...], ignored: list[tuple[str, str]]
) -> tuple[str, ...]:
    """Possible codes of a key, each once, in the order of the options, so that equal scopes compare equal."""
    given = [value for value in query.get(key, "").split(",") if value]
    ignored.extend((key, value) for value in given if value not in options)
    return tuple(value for value in options if value in given)


def _tried(query: Mapping[str, str], ignored: list[tuple[str, str]]) -> tuple[int, int] | None:
    """`5.2`: acts and quarters."""
    options = {f"{acts}.{quarters}": (acts, quarters) for acts in TRIED_ACTS for quarters in TRIED_QUARTERS}
    return options.get(_choice(query, "try", tuple(options), ignored) or "")


def _choice(
    query: Mapping[str, str], key: str, options: tuple[Any, ...], ignored: list[tuple[str, str]]
) -> Any:
    """The one value of a key if it is among the options, else None."""
    value = query.get(key, "")
    if value in options:
        return value
    if value:
        ignored.append((key, value))
    return None


def _month(
    query: Mapping[str, str], key: str, possible: AddressValues, ignored: list[tuple[str, str]]
) -> dt.date | None:
    months = {f"{month:%Y-%m}": month for month in possible.months}
    return months.get(_choice(query, key, tuple(months), ignored) or "")


def _versus(
    query: Mapping[str, str], as_of: dt.date, possible: AddressValues, ignored: list[tuple[str, str]]
) -> dt.date | None:
    """The month compared with: as asked for if it lies before the as-of, else a year earlier."""
    if query.get("vs") == NO_MONTH:
        return None
    month = _month(query, "vs", possible, ignored)
    if month and month < as_of:
        return month
    if month:
        ignored.append(("vs", query["vs"]))
    return months_back(as_of, 12)
