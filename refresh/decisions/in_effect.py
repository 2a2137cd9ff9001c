"""The decisions in effect: the latest one about each subject, sorted by their content.

Sorted by content and not by time, so that answering two different questions in another order gives the same
snapshot id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from data_ingest.tables.header_mapping import KIND as MAPPING
from data_ingest.tables.header_mapping import folded
from foundation.warehouse.ledger import Decision

#: Keys of a decision's body that limit it to one file, worksheet or row.
PLACE = ("sha256", "sheet", "row_number")


def in_effect(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The last decision about each subject; those for one place come after those for everywhere, and win."""
    last = {subject(decision.kind, decision.body): decision for decision in decisions}
    return tuple(sorted(last.values(), key=_rank))


def _rank(decision: Decision) -> tuple[int, str, str]:
    places = sum(decision.body.get(name) is not None for name in PLACE)
    return places, decision.kind, json.dumps(decision.body, ensure_ascii=False, sort_keys=True)


def subject(kind: str, body: Mapping[str, Any]) -> tuple[Any, ...]:
    """What an answer is about: a later one about the same takes its place."""
    if kind in ("same_person", "different_person"):
        return ("pair", *sorted((str(body.get("a")), str(body.get("b")))))
    if kind in ("same_row", "different_row"):
        return ("rows", body.get("table"), *sorted((str(body.get("a")), str(body.get("b")))))
    if kind in ("is_person", "is_row"):
        return (kind, body.get("refers_to"), body.get("text"), *(str(body.get(name) or "") for name in PLACE))
    if kind == MAPPING:
        return (kind, folded(body.get("sender")), *map(folded, body.get("headers", ())))
    return (kind, json.dumps(body, ensure_ascii=False, sort_keys=True))
