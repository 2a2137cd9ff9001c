"""Which columns a list shows, by the source that its rows come from, and how a stored value is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from analytics.quality.six_ones import SHAPES, SIX, STATES, State
from analytics.tiers import TIERS
from foundation.locales import Lang, say
from foundation.reference.codes import code_list
from pages.shell.scope_words import value_label

Width = Literal["small", "medium", "large"]


@dataclass(frozen=True)
class Column:
    """id: the frame's column. shape: how its values are written; "code:x" = a value of code list x."""

    id: str
    shape: str = "text"
    width: Width | None = None


_WHO = (Column("name"), Column("unit", "unit"))
_WHERE = (Column("file", width="medium"), Column("sheet"), Column("row_number", "number", "small"))
_OFFICER = (Column("org", width="medium"), Column("category", "category"))

#: Where names are withheld, a list still adds up: unit and recommending body with counts.
WITHHELD = (Column("unit", "unit"), Column("recommender", "recommender"), Column("count", "number"))
#: Query that yields the rows → columns, in order.
COLUMNS: dict[str, tuple[Column, ...]] = {
    "officers_serving": (
        *_WHO,
        *_OFFICER,
        Column("tier", "tier"),
        Column("reason", width="large"),
        Column("last_act_on", "date"),
        Column("ended_on", "date"),
        Column("contracts_reported", "number", "small"),
        Column("contracts_verified", "number", "small"),
    ),
    "officers_cumulative": (*_WHO, *_OFFICER, Column("recognised_on", "date"), *_WHERE),
    "reminder_cases_window": (
        *_WHO,
        Column("topic", "code:reminder_topic"),
        Column("starts_on", "date"),
        Column("ends_on", "date"),
        Column("is_answered", "bool"),
        Column("answered_on", "date"),
        *_WHERE,
    ),
    "demands_window": (
        Column("title", width="large"),
        Column("kind", "code:demand_kind"),
        Column("demand_field", "code:field"),
        Column("city", "unit"),
        Column("submitted_on", "date"),
        Column("first_contact_on", "date"),
        Column("closed_on", "date"),
        Column("name"),
        *_WHERE,
    ),
    "achievements_window": (
        Column("title", width="large"),
        Column("kind", "code:achievement_kind"),
        Column("achievement_field", "code:field"),
        Column("submitted_on", "date"),
        *_WHO,
        *_WHERE,
    ),
    "matches_window": (
        Column("title", width="large"),
        Column("partner", width="medium"),
        Column("source", "code:match_source"),
        Column("made_by", "code:made_by"),
        Column("first_contact_on", "date"),
        Column("city", "unit"),
        Column("name"),
        *_WHERE,
    ),
    "contracts_window": (
        Column("kind", "code:contract_type"),
        Column("signed_on", "date"),
        Column("amount_wan", "number"),
        Column("is_local", "bool"),
        Column("is_verified", "bool"),
        Column("is_reported", "bool"),
        Column("unit", "unit"),
        Column("name"),
        *_WHERE,
    ),
    "officer_lights": (
        *_WHO,
        *_OFFICER,
        *(Column(one.id, "light") for one in SIX),
        Column("document_no", width="medium"),
        Column("last_class_on", "date"),
        Column("assessed_on", "date"),
        *_WHERE,
    ),
    "officer_duties": (
        *_WHO,
        *_OFFICER,
        *(Column(f"duty_{number}", "number", "small") for number in range(1, 6)),
        Column("has_org_support", "bool"),
        *_WHERE,
    ),
    "officer_standing": (
        *_WHO,
        *_OFFICER,
        Column("org_type", "code:org_type"),
        Column("county"),
        Column("account"),
        Column("is_in_group", "bool"),
        Column("cert_type", "code:cert_type"),
        Column("stage", "stage"),
        Column("contacts", "number", "small"),
        Column("last_contact_on", "date"),
    ),
    "officer_core": (
        *_WHO,
        *_OFFICER,
        Column("self_initiated", "number", "small"),
        Column("self_quarters", "number", "small"),
        Column("pairs", "number", "small"),
        Column("contracts", "number", "small"),
        *_WHERE,
    ),
    "pushes_window": (
        *_WHO,
        Column("pushed_on", "date"),
        Column("kind", "code:push_kind"),
        Column("title", width="large"),
        Column("is_read", "bool"),
        Column("read_on", "date"),
        *_WHERE,
    ),
    "demands_by_field": (
        Column("title", width="large"),
        Column("kind", "code:demand_kind"),
        Column("field", "field"),
        Column("city", "unit"),
        Column("submitted_on", "date"),
        Column("name"),
        *_WHERE,
    ),
    "achievements_by_field": (
        Column("title", width="large"),
        Column("kind", "code:achievement_kind"),
        Column("field", "field"),
        Column("city", "unit"),
        Column("submitted_on", "date"),
        Column("name"),
        *_WHERE,
    ),
    "counties": (Column("city", "unit"), Column("county")),
    "field_gaps": (
        Column("city", "unit"),
        Column("field", "field"),
        Column("demands", "number"),
        Column("achievements", "number"),
        Column("officers", "number"),
    ),
    "trainings_window": (
        Column("held_on", "date"),
        Column("title", width="large"),
        Column("topic", "code:training_topic"),
        Column("places", "number"),
        Column("city", "unit"),
        *_WHERE,
    ),
    "tier_moves": (
        *_WHO,
        *_OFFICER,
        Column("tier_then", "tier"),
        Column("tier_now", "tier"),
        Column("last_act_on", "date"),
        *_WHERE,
    ),
    "cohort_months": (
        *_WHO,
        *_OFFICER,
        Column("batch"),
        Column("recognised_on", "date"),
        Column("is_serving", "bool"),
        *_WHERE,
    ),
}
#: Sources with one row a person, whose names are guarded row by row.
PERSONS = (
    "officers_serving",
    "officers_cumulative",
    "reminder_cases_window",
    "officer_lights",
    "officer_duties",
    "officer_standing",
    "officer_core",
    "pushes_window",
    "tier_moves",
    "cohort_months",
)

_TIERS = {tier.id: tier.title for tier in TIERS}


def shown_frame(
    frame: pd.DataFrame, columns: tuple[Column, ...], lang: Lang, *, bodies: Mapping[str, str]
) -> pd.DataFrame:
    """The rows as people read them: columns in order under their headings, values in words."""
    kept = [column for column in columns if column.id in frame]
    written = {
        heading(column.id, lang): [written_value(v, column.shape, lang, bodies) for v in frame[column.id]]
        for column in kept
    }
    return pd.DataFrame(written, index=frame.index)


def heading(column: str, lang: Lang) -> str:
    return say(f"list.{column}", lang)


def written_value(value: Any, shape: str, lang: Lang, bodies: Mapping[str, str]) -> Any:
    """One stored value in words; a missing one is None."""
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):
        return None
    if shape == "number":
        return int(value) if float(value).is_integer() else float(value)
    if shape == "date":
        return value.date() if isinstance(value, dt.datetime) else value
    if shape == "bool":
        return say("list.yes" if value else "list.no", lang)
    return _word(str(value), shape, lang, bodies)


def _word(value: str, shape: str, lang: Lang, bodies: Mapping[str, str]) -> str:
    if shape == "text":
        return value
    if shape == "tier":
        return _TIERS[value].get(lang)
    if shape == "light":
        state = cast(State, value)
        return f"{SHAPES[state]} {STATES[state].get(lang)}"
    if shape == "stage":
        return say(f"list.stage_{value}", lang)
    if shape.startswith("code:"):
        return code_list(shape.removeprefix("code:")).label(value, lang)
    return value_label(shape, value, lang, bodies=bodies)
