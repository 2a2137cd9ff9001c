"""The list of the metrics that the address names: its declaration, and the fields that change it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from analytics.tiers import TIERS
from data_ingest.sheets import CONTACT_MASKS
from foundation.access.masking import mask_contacts
from foundation.reference.cities import unit_label
from pages.lists.declaration import OpenList
from pages.lists.metric_columns import COLUMNS, PERSONS
from pages.lists.words import metric_list_title, tier_reasons
from pages.shell.context import PageContext, go
from pages.shell.queries import rows_behind


def metric_list(context: PageContext) -> OpenList | None:
    """Exactly the rows that the metrics of the address count; None where it names no metric."""
    address = context.address
    if not address.list:
        return None
    metric = METRICS[address.list[0]]
    is_whole = address.part == "denominator"
    rows = rows_behind(*context.key, ids=address.list, group=address.group, part=address.part)
    rows = mask_contacts(rows, CONTACT_MASKS)
    is_by_tier = metric.source == "officers_serving"
    return OpenList(
        title=metric_list_title(context),
        title_note=f" · {context.say('list.denominator')}" if is_whole else "",
        caption=metric.meaning.get(context.lang) if len(address.list) == 1 else "",
        noun=context.say(f"overview.noun_{metric.source}"),
        rows=rows.assign(reason=tier_reasons(context, rows)) if is_by_tier else rows,
        columns=COLUMNS[metric.source],
        audit={"list": ",".join(address.list), "group": address.group, "part": address.part},
        badges=_tier_counts(context, rows) if is_by_tier else (),
        controls=(
            lambda: _group_field(context),
            *([lambda: _part_field(context)] if metric.denominator is not None else []),
        ),
        is_of_persons=metric.source in PERSONS,
    )


def _tier_counts(context: PageContext, rows: pd.DataFrame) -> tuple[str, ...]:
    """How many of each tier, where the list holds several."""
    counts = rows["tier"].value_counts()
    words = tuple(
        f"{tier.title.get(context.lang)} {int(counts[tier.id])}" for tier in TIERS if tier.id in counts
    )
    return words if len(words) > 1 else ()


def _group_field(context: PageContext) -> None:
    options = ["", *context.address_values.values["unit"]]
    st.session_state["list_group"] = context.address.group or ""
    st.selectbox(
        context.say("scope.unit"),
        options,
        key="list_group",
        format_func=lambda unit: unit_label(unit, context.lang) if unit else context.say("scope.all_unit"),
        label_visibility="collapsed",
        width=180,
        on_change=lambda: go(replace(context.address, group=st.session_state["list_group"] or None)),
    )


def _part_field(context: PageContext) -> None:
    st.session_state["list_part"] = context.address.part
    st.segmented_control(
        context.say("list.part"),
        ["numerator", "denominator"],
        key="list_part",
        required=True,
        format_func=lambda part: context.say(f"list.{part}"),
        label_visibility="collapsed",
        on_change=lambda: go(replace(context.address, part=st.session_state["list_part"])),
    )
