"""The one way in which pages keep an answer between reruns.

A page query is written over a `QueryContext` and called with the key of what is being looked at:

    @cached(entries=100)
    def figures(context: QueryContext, *, ids: tuple[str, ...]) -> pd.DataFrame: ...

    figures(*context.key, ids=("officers_serving",))

The key says all that an answer depends on: snapshot, rules, viewer, scope, language and the keyword
arguments, all frozen and hashable. A snapshot is immutable, so nothing expires by time. Figures are not kept:
drawing one costs less than copying it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

import streamlit as st

from analytics.metrics import default_as_of
from analytics.rules import Rules
from analytics.scope import Scope
from foundation.access.viewer import Viewer
from foundation.locales import Lang
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot, open_snapshot

#: Snapshot id, version of the rules, viewer, scope, language.
Key = tuple[str, str, Viewer, Scope, Lang]
P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class QueryContext:
    """What a cached query works on: the opened snapshot, who looks, at which scope, in which language."""

    snapshot: Snapshot
    rules_version: str
    viewer: Viewer
    scope: Scope
    lang: Lang

    @property
    def rules(self) -> Rules:
        """The rules that the snapshot was built with."""
        return Rules.of(self.snapshot)

    @property
    def key(self) -> Key:
        """The key of exactly this context, to call another cached query with."""
        return (self.snapshot.id, self.rules_version, self.viewer, self.scope, self.lang)


class CachedQuery(Protocol[P, R_co]):
    """A query whose answers are kept; `clear()` forgets them."""

    __module__: str
    __name__: str

    def __call__(
        self,
        snapshot_id: str,
        rules_version: str,
        viewer: Viewer,
        scope: Scope,
        lang: Lang,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R_co: ...

    def clear(self) -> None: ...


#: Every query declared with `cached`: a test swaps the viewer on each of them.
CACHED: list[CachedQuery[..., Any]] = []


def cached(
    *, entries: int, is_shared: bool = False
) -> Callable[[Callable[Concatenate[QueryContext, P], R_co]], CachedQuery[P, R_co]]:
    """Keep the latest `entries` answers of a query.

    is_shared: all callers get the same object, which nobody may change; otherwise each gets its own copy.
    """
    keep = st.cache_resource if is_shared else st.cache_data

    def decorate(query: Callable[Concatenate[QueryContext, P], R_co]) -> CachedQuery[P, R_co]:
        kept = cast(CachedQuery[P, R_co], keep(show_spinner=False, max_entries=entries)(_by_key(query)))
        CACHED.append(kept)
        return kept

    return decorate


def _by_key(query: Callable[..., Any]) -> Callable[..., Any]:
    """The query with the five parts of the key in place of its context: Streamlit hashes parameters."""

    @wraps(query)
    def by_key(
        snapshot_id: str, rules_version: str, viewer: Viewer, scope: Scope, lang: Lang, **parameters: Any
    ) -> Any:
        snapshot = open_snapshot(Home.find(), snapshot_id)
        return query(QueryContext(snapshot, rules_version, viewer, scope, lang), **parameters)

    # `wraps` would hand on the signature of `query`, and Streamlit names what it hashes by the signature.
    key_parts = list(inspect.signature(by_key, follow_wrapped=False).parameters.values())[:-1]
    query_parameters = list(inspect.signature(query).parameters.values())[1:]
    by_key.__signature__ = inspect.Signature([*key_parts, *query_parameters])  # type: ignore[attr-defined]
    return by_key


def opening_key(snapshot: Snapshot, viewer: Viewer, lang: Lang) -> Key:
    """The key of a snapshot before anything is filtered: its own as-of month, all officers."""
    scope = Scope(as_of=default_as_of(snapshot))
    return (snapshot.id, Rules.of(snapshot).version, viewer, scope, lang)
