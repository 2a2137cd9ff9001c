"""六个一 (paper 4.1): six lights per officer, rolled up to unit, city and province by the metrics.

A light is on, off or grey; grey is 未到期 and does not count against. Which it is, and what it rests on, is
decided in SQL (`analytics/sql/queries/officer_lights.sql`); these declarations name it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analytics.rules import Rules
from analytics.sql import run_for
from foundation.locales import Text
from foundation.reference.codes import code_list

State = Literal["on", "off", "grey"]


@dataclass(frozen=True)
class SixOnesItem:
    """One of the six. `id` is the column of `officer_lights`. asks: what it takes to be on."""

    id: str
    title: Text
    asks: Text


SIX: tuple[SixOnesItem, ...] = (
    SixOnesItem(
        "document",
        Text(zh="认定文件", en="Recognition document"),
        Text(zh="有认定文号或认定证书编号", en="a document or certificate number is on file"),
    ),
    SixOnesItem(
        "training",
        Text(zh="业务培训", en="Training"),
        Text(zh="本聘期至少参加过一次培训班", en="at least one class attended in this term"),
    ),
    SixOnesItem(
        "platform",
        Text(zh="工作平台", en="Working platform"),
        Text(
            zh="有平台账号，或在QQ群，或近12个月使用过平台",
            en="an account, membership of the group, or use of the platform in twelve months",
        ),
    ),
    SixOnesItem(
        "archive",
        Text(zh="纪实档案", en="Work record"),
        Text(zh="近12个月至少有一次履职记录", en="at least one act in the twelve months"),
    ),
    SixOnesItem(
        "regulation",
        Text(zh="管理办法", en="Regulations"),
        Text(
            zh="聘期开始那天有管理办法的一个版本有效",
            en="a version of the regulations covers the day the term begins",
        ),
    ),
    SixOnesItem(
        "assessment",
        Text(zh="考核结果", en="Assessment"),
        Text(
            zh="本聘期或上一聘期已考核；尚无聘期届满的为未到期",
            en="this or the last term is assessed; not due before a term has ended",
        ),
    ),
)

#: Shape and words beside the colour: nobody needs to tell green from grey.
SHAPES: Mapping[State, str] = {"on": "✓", "off": "✕", "grey": "–"}
STATES: Mapping[State, Text] = {
    "on": Text(zh="齐", en="in place"),
    "off": Text(zh="缺", en="missing"),
    "grey": Text(zh="未到期", en="not due"),
}

_CLASSES = Text(zh="{classes} 次，最近 {last}", en="{classes} attended, last {last}")
_NO_CLASS = Text(zh="本聘期尚无参训记录", en="no class on record this term")
_NO_DOCUMENT = Text(zh="无文号、无证书编号", en="no number on file")
_ACCOUNT = Text(zh="账号 {account}", en="account {account}")
_GROUP = Text(zh="已入群", en="in the group")
_USES = Text(zh="使用 {uses} 次", en="used {uses}×")
_NO_PLATFORM = Text(zh="无账号、未入群、近12个月未用", en="no account, no group, no use")
_ACTS = Text(zh="近12个月 {acts} 次", en="{acts} in twelve months")
_VERSION = Text(zh="办法 {version}", en="version {version}")
_NO_VERSION = Text(zh="聘期开始时无有效版本", en="no version in force that day")
_NO_GRADE = Text(zh="聘期已届满，尚无考核结果", en="a term has ended, none assessed")
_NOT_DUE = Text(zh="尚无聘期届满", en="no term has ended yet")


@dataclass(frozen=True)
class Light:
    """One light of one officer: which, in what state, on what it rests."""

    item: SixOnesItem
    state: State
    detail: Text


def lights_of(row: Mapping[str, Any]) -> tuple[Light, ...]:
    """The six lights of one row of `officer_lights`."""
    return tuple(Light(item, row[item.id], _detail(item.id, row)) for item in SIX)


def officer_lights(snapshot: Any, person_id: str, as_of: dt.date) -> tuple[Light, ...]:
    """The six lights of one officer on the as-of day; none while not serving."""
    rules = Rules.of(snapshot)
    parameters = rules.parameters() | rules.version_days() | {"as_of": as_of}
    rows = run_for(snapshot, "officer_lights", person_id, parameters).astype(object)
    rows = rows.where(rows.notna(), None)
    return lights_of({str(k): v for k, v in rows.iloc[0].items()}) if len(rows) else ()


def summary(lights: tuple[Light, ...]) -> Text:
    """`应齐 5 项，已齐 5 项；考核结果未到期`."""
    due = [light for light in lights if light.state != "grey"]
    on = sum(light.state == "on" for light in due)
    words = Text(zh=f"应齐 {len(due)} 项，已齐 {on} 项", en=f"{on} of {len(due)} in place")
    grey = [light.item.title for light in lights if light.state == "grey"]
    if not grey:
        return words
    return Text(
        zh=f"{words.zh}；{'、'.join(t.zh for t in grey)}未到期",
        en=f"{words.en}; not yet due: {', '.join(t.en for t in grey)}",
    )


def _detail(item_id: str, row: Mapping[str, Any]) -> Text:
    """What a light rests on, in words."""
    return {
        "document": _document,
        "training": _training,
        "platform": _platform,
        "archive": lambda r: _ACTS.format(acts=r["acts"]),
        "regulation": _regulation,
        "assessment": _assessment,
    }[item_id](row)


def _document(row: Mapping[str, Any]) -> Text:
    number = row["document_no"]
    return Text(zh=number, en=number) if number else _NO_DOCUMENT


def _training(row: Mapping[str, Any]) -> Text:
    if not row["classes"]:
        return _NO_CLASS
    return _CLASSES.format(classes=row["classes"], last=_day(row["last_class_on"]))


def _regulation(row: Mapping[str, Any]) -> Text:
    version = row["regulation_version"]
    return _VERSION.format(version=version) if version else _NO_VERSION


def _assessment(row: Mapping[str, Any]) -> Text:
    if row["assessed_on"] is None:
        return _NO_GRADE if row["is_past_a_term"] else _NOT_DUE
    day = _day(row["assessed_on"])
    return Text(zh=f"{row['grade']}，{day}", en=f"{code_list('grade').label(row['grade'], 'en')}, {day}")


def _platform(row: Mapping[str, Any]) -> Text:
    parts = [_ACCOUNT.format(account=row["account"])] if row["account"] else []
    parts += [_GROUP] if row["is_in_group"] else []
    parts += [_USES.format(uses=row["platform_uses"])] if row["platform_uses"] else []
    if not parts:
        return _NO_PLATFORM
    return Text(zh="，".join(p.zh for p in parts), en=", ".join(p.en for p in parts))


def _day(value: Any) -> str:
    return pd.Timestamp(value).strftime("%Y-%m-%d") if value is not None else "—"
