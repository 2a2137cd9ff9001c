"""The charts of one officer's file: acts by kind and day, and acts per quarter for the Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from analytics.charts import columns, timeline
from analytics.charts.declaration import Chart, Reference, Stamp
from analytics.officer.dossier import Dossier, by_quarter
from analytics.officer.timeline import ACTS, GROUPS
from analytics.scope import month_end, months_back
from data_ingest.sheets import DOSSIER_SECTIONS
from foundation.locales import Lang, text
from foundation.reference.codes import code_list

QUARTERS = 8
CONTRACT = "contract"
_TITLES: Mapping[str, Lang] = {"title": "zh", "title_en": "en"}


def timeline_chart(file: Dossier, as_of: dt.date, stamp: Stamp) -> Chart:
    """Two years of acts in service and of contracts by kind and day; the window that decides on grey."""
    start, end, first = months_back(as_of, 23), month_end(as_of), months_back(as_of, 11)
    marks = _marks(file)
    days = marks["date"]
    inside = (days >= pd.Timestamp(start)) & (days <= pd.Timestamp(end)) & (marks["kind"] != CONTRACT)
    recent = inside & (days >= pd.Timestamp(first))
    begun = file.head.person["started_on"]
    terms = [Reference(f"{begun:%Y-%m-%d}", text("dossier.term_starts"))] if _is_within(begun, start) else []
    return timeline(
        marks,
        kinds=[*((group, GROUPS[group]) for group in ACTS), (CONTRACT, DOSSIER_SECTIONS["contract"].title)],
        start=start,
        end=end,
        window=(first, end),
        stamp=stamp,
        title=text("dossier.timeline_title").format(total=int(inside.sum()), recent=int(recent.sum())),
        terms=terms,
        id="dossier_timeline",
    )


def _marks(file: Dossier) -> pd.DataFrame:
    """date, kind, mark, title, title_en of every act in service and every contract."""
    acts = file.lines[file.lines["class"].notna() & file.lines["is_in_service"].eq(True)]
    contracts = file.section("contract")
    shown = pd.DataFrame(
        {
            "date": [*acts["date"], *contracts["on_date"]],
            "kind": [*acts["group"], *[CONTRACT] * len(contracts)],
            "mark": [
                *("self_initiated" if name == "self_initiated" else "other" for name in acts["class"]),
                *["contract"] * len(contracts),
            ],
            **{column: _titles(acts, contracts, lang) for column, lang in _TITLES.items()},
        }
    )
    return shown.assign(date=pd.to_datetime(shown["date"]))


def _titles(acts: pd.DataFrame, contracts: pd.DataFrame, lang: Lang) -> list[str]:
    kinds = code_list("contract_type")
    signed = ["" if pd.isna(kind) else kinds.label(str(kind), lang) for kind in contracts["kind"]]
    return [*(title.get(lang) for title in acts["title"]), *signed]


def _is_within(day: dt.date | None, start: dt.date) -> bool:
    return day is not None and pd.Timestamp(day) >= pd.Timestamp(start)


def quarter_chart(file: Dossier, as_of: dt.date, stamp: Stamp) -> Chart:
    """Acts per quarter as plain columns."""
    quarters = by_quarter(file.lines, as_of, quarters=QUARTERS)
    frame = quarters.assign(group=quarters["label"], value=quarters["acts"])
    return columns(
        frame,
        id="dossier_quarters",
        title=text("dossier.quarters_title"),
        subtitle=text("dossier.quarters_subtitle"),
        stamp=stamp,
        value_title=text("dossier.timeline_acts"),
        axis_title=text("dossier.timeline_quarter"),
    )
