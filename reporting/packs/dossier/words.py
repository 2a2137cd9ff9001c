"""An officer's file as people read it, on the page and in the Word file alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.evidence.duties import DUTIES
from analytics.officer.dossier import Dossier
from analytics.officer.head import OfficerHead
from analytics.officer.history import WITHHELD, runs
from analytics.officer.timeline import GROUPS, group_of
from analytics.scope import month_end
from data_ingest.sheets import DOSSIER_SECTIONS
from data_ingest.sheets.section import SectionColumn
from foundation.locales import Lang, Text, say
from foundation.reference.cities import unit_label
from foundation.reference.codes import code_list


def badges(head: OfficerHead, lang: Lang) -> list[str]:
    """Tier, category, which term, due for assessment: as far as known."""
    person = head.person
    words = [head.tier_title.get(lang)] if head.tier_title else []
    if person["category"]:
        words.append(say("officer.category", lang, category=person["category"]))
    if person["term_no"]:
        words.append(say("officer.term", lang, term_no=int(person["term_no"])))
    if person["is_due"]:
        words.append(say("officer.due", lang))
    return words


def facts(head: OfficerHead, lang: Lang) -> list[str]:
    """Employer, field, city, who recommended, who answers, number: what is on file."""
    person = head.person
    body, number, unit = person["recommender_name"], person["officer_no"], person["unit"]
    written = [
        person["org"],
        code_list("field").label(person["field"], lang) if person["field"] else None,
        unit_label(person["city"], lang) if person["city"] else None,
        say("officer.recommended", lang, body=body) if body else None,
        say("dossier.unit", lang, unit=unit_label(unit, lang)) if unit else None,
        say("officer.number", lang, number=number) if number else None,
    ]
    return [words for words in written if words]


def term_words(head: OfficerHead, as_of: dt.date, lang: Lang) -> str:
    """The term from day to day and how many days are left; "" where no term is known."""
    start, end = head.person["started_on"], head.person["ended_on"]
    if start is None or end is None:
        return ""
    left = (pd.Timestamp(end).date() - month_end(as_of)).days
    key = "dossier.term_left" if left >= 0 else "dossier.term_over"
    return say(key, lang, start=f"{start:%Y-%m-%d}", end=f"{end:%Y-%m-%d}", days=abs(left))


def cause_words(head: OfficerHead, lang: Lang) -> list[str]:
    """The latest cause that a contact named and the latest change of post in the twelve months, if any."""
    person, sentences = head.person, []
    if person["cause"]:
        cause = code_list("cause").label(person["cause"], lang)
        sentences.append(say("officer.cause", lang, cause=cause, day=f"{person['cause_on']:%Y-%m-%d}"))
    if person["change_kind"]:
        kind = code_list("change_kind").label(person["change_kind"], lang)
        sentences.append(say("officer.change", lang, kind=kind, day=f"{person['changed_on']:%Y-%m-%d}"))
    return sentences


def tier_name(run: Mapping[Any, Any], lang: Lang) -> str:
    """What a run of months is called: the tier, not serving, or withheld from this viewer."""
    if run["title"] is not None:
        return str(run["title"].get(lang))
    return say("dossier.tier_withheld" if run["tier"] == WITHHELD else "dossier.not_serving", lang)


def history_frame(history: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The tiers of the last months in runs, the latest first: from when to when, tier, reason.

    history: `Dossier.history`.
    """
    periods = runs(history).to_dict("records")
    columns = {
        "dossier.history_period": [_span(r, lang) for r in periods],
        "list.tier": [tier_name(r, lang) for r in periods],
        "dossier.history_reason": [r["reason"].get(lang) if r["reason"] else "" for r in periods],
    }
    return pd.DataFrame({say(key, lang): cells for key, cells in columns.items()})


def _span(run: Mapping[Any, Any], lang: Lang) -> str:
    """`2025-01 至 2025-10（10 个月）`, or the one month."""
    first, last = (f"{run[name]:%Y-%m}" for name in ("first", "last"))
    if first == last:
        return first
    return say("dossier.history_span", lang, first=first, last=last, months=run["months"])


def duty_frame(file: Dossier, peers: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The five duties: what is taken as evidence, how many pieces, and where the middle of the peers lies.

    peers: `analytics.evidence.duties.bands`. Empty where the category is unknown: there are no peers.
    """
    category = file.head.person["category"]
    rows = []
    for duty in DUTIES.get(category, ()):
        band = peers[(peers["category"] == category) & (peers["duty"] == duty.number)].iloc[0]
        middle = {"quarter": band["quarter"], "three": band["three_quarters"], "median": band["median"]}
        rows.append(
            {
                say("dossier.duty", lang): f"{duty.number} {duty.title.get(lang)}",
                say("dossier.duty_evidence", lang): duty.evidence.get(lang),
                say("dossier.duty_count", lang): int((file.evidence["duty"] == duty.number).sum()),
                say("dossier.duty_band", lang): say("dossier.band", lang, **middle),
            }
        )
    return pd.DataFrame(rows)


def lines_frame(lines: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """The timeline's lines. lines: rows of `analytics.officer.timeline.LINES`."""
    columns: dict[str, Any] = {
        "date": pd.to_datetime(lines["date"]).dt.date,
        "kind": [kind.get(lang) for kind in lines["kind"]],
        "content": [title.get(lang) for title in lines["title"]],
        "counts_as": [words.get(lang) for words in lines["counts_as"]],
        "file": lines["file"],
        "sheet": lines["sheet"],
        "row_number": lines["row_number"],
    }
    return pd.DataFrame({say(f"officer.{name}", lang): list(cells) for name, cells in columns.items()})


def worded(name: str, rows: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Columns of a section in words. rows: `Dossier.section(name)`, or for "evidence" `Dossier.evidence`."""
    columns: dict[str, list[Any]] = {say("officer.date", lang): _days(rows["on_date"])}
    if name == "evidence":
        columns[say("dossier.duty", lang)] = [int(n) for n in rows["duty"]]
        columns[say("officer.kind", lang)] = [_evidence(row, lang) for row in rows.to_dict("records")]
        columns[say("officer.content", lang)] = _texts(rows["title"], lang)
    else:
        section = DOSSIER_SECTIONS[name]
        cells = {"kind": section.kind, "title": section.content, "outcome": section.outcome}
        for column, declared in cells.items():
            if declared is not None:
                columns[declared.title.get(lang)] = _shown(rows[column], declared, lang)
        if section.done is not None:
            columns[section.done.title.get(lang)] = _days(rows["done_on"])
    place = {column: list(rows[column]) for column in ("file", "sheet", "row_number")}
    return pd.DataFrame(columns | {say(f"officer.{k}", lang): v for k, v in place.items()})


def _evidence(row: Mapping[Any, Any], lang: Lang) -> str:
    """What a piece of evidence is: the kind of an activity, else the sheet's own word."""
    source, kind = row["source"], row["kind"]
    if source == "activities":
        return code_list("activity_kind").label(kind, lang)
    if source in ("pushes", "feedback"):
        return say(f"dossier.evidence_{source}", lang)
    return GROUPS[group_of({"line": "act", "source": source, "kind": kind})].get(lang)


def _shown(cells: pd.Series, column: SectionColumn, lang: Lang) -> list[str | None]:
    if not column.codes and not column.is_worded:
        return _texts(cells, lang)
    return [None if pd.isna(cell) else _in_words(str(cell), column, lang) for cell in cells]


def _in_words(value: str, column: SectionColumn, lang: Lang) -> str:
    return (
        code_list(column.codes).label(value, lang)
        if column.codes
        else say(f"dossier.outcome_is_{value}", lang)
    )


def _texts(cells: pd.Series, lang: Lang) -> list[str | None]:
    """As written in the file, or in the reader's language where our own words stand in place."""
    texts = [cell.get(lang) if isinstance(cell, Text) else cell for cell in cells]
    return [None if pd.isna(cell) or cell == "" else str(cell) for cell in texts]


def _days(cells: pd.Series) -> list[Any]:
    return [None if pd.isna(cell) else pd.Timestamp(cell).date() for cell in cells]
