"""The words of an officer's timeline: what a line is, and whether and how it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foundation.locales import Text
from foundation.reference.codes import code_list

_ACTS = {
    "demands": Text(zh="报送企业需求", en="Filed a demand"),
    "achievements": Text(zh="报送科技成果", en="Filed an achievement"),
    "suggestions": Text(zh="提出意见建议", en="Made a suggestion"),
    "summaries": Text(zh="提交工作小结", en="Handed in a summary"),
    "attendances": Text(zh="参加培训", en="Attended a class"),
}
_STAGES = {
    "推荐": Text(zh="对接：推荐", en="Match: recommended"),
    "初步对接": Text(zh="对接：初步对接", en="Match: first contact"),
    "跟踪": Text(zh="对接：跟踪", en="Match: followed up"),
    "意向": Text(zh="对接：达成意向", en="Match: intent"),
    "签约": Text(zh="对接：签约", en="Match: signed"),
    "履约": Text(zh="对接：履约", en="Match: fulfilled"),
}
_LINES = {
    "term": Text(zh="聘期开始", en="Term begins"),
    "left": Text(zh="退出", en="Left"),
    "leave": Text(zh="暂停履职", en="On leave"),
    "reminder": Text(zh="提醒", en="Reminded"),
    "notice": Text(zh="群通知", en="Group notice"),
    "answer": Text(zh="答复提醒", en="Answered a reminder"),
    "contact": Text(zh="联系", en="Contact"),
    "assessment": Text(zh="考核", en="Assessed"),
}
#: What such a line says beside its kind; the others say what is written in the file.
_SAID = {
    "leave": Text(zh="至 {until}", en="until {until}"),
    "reminder": Text(zh="{topic}（应交 {until}）", en="{topic} (due {until})"),
    "notice": Text(zh="{topic}", en="{topic}"),
    "answer": Text(zh="{topic}", en="{topic}"),
    "contact": Text(zh="{channel}：{outcome}", en="{channel}: {outcome}"),
    "assessment": Text(zh="{grade}", en="{grade}"),
}
_CAUSE = Text(zh="{said}（{cause}）", en="{said} ({cause})")
_CLASSES = {
    "self_initiated": Text(zh="自主履职", en="Self-initiated"),
    "prompted": Text(zh="提醒后履职", en="After a reminder"),
    "untold": Text(zh="未记录是否经提醒，不作区分", en="Not on record if asked"),
    "neutral": Text(zh="规定参与，不区分主动与否", en="Set act, neither way"),
}
_OUT_OF_SERVICE = Text(zh="不在聘期内，不计", en="Outside service, not counted")
_ANSWER = Text(zh="视同提醒后履职，仅用于分类", en="Prompted, for the tier only")
_NO_ACT = Text(zh="不计为履职", en="Not an act")


def kind(row: Mapping[str, Any]) -> Text:
    """What a line is. row: one row of `officer_timeline`."""
    if row["line"] != "act":
        return _LINES[row["line"]]
    if row["source"] == "activities":
        return _label("activity_kind", row["kind"])
    return _STAGES[row["kind"]] if row["source"] == "matches" else _ACTS[row["source"]]


def title(row: Mapping[str, Any]) -> Text:
    """What a line is about: as written in the file, or what was asked for, tried, found."""
    if row["line"] not in _SAID:
        written = str(row["title"] or "")
        return Text(zh=written, en=written)
    parts = {
        "topic": _label("reminder_topic", row["topic"]),
        "channel": _label("contact_channel", row["kind"]),
        "outcome": _label("contact_outcome", row["title"] if row["line"] == "contact" else None),
        "grade": _label("grade", row["title"] if row["line"] == "assessment" else None),
    }
    # A reminder without a due day names its topic alone, as a notice does.
    line = "notice" if row["line"] == "reminder" and row["title"] is None else row["line"]
    sentence = _filled(_SAID[line], parts, until=row["title"] or "—")
    if row["cause"] is None:
        return sentence
    return _filled(_CAUSE, {"said": sentence, "cause": _label("cause", row["cause"])})


_NOT_PUBLIC = Text(zh="未公开的需求", en="A demand not published")


def outside(row: Mapping[str, Any]) -> Text | None:
    """What a demand is called outside the office where it is not public: field and kind. None: by its title.

    row: is_public, demand_field, demand_kind (of `demands_named`).
    """
    if row["is_public"]:
        return None
    coded = (("field", row["demand_field"]), ("demand_kind", row["demand_kind"]))
    labels = [_label(list_id, value) for list_id, value in coded if isinstance(value, str)]
    if not labels:
        return _NOT_PUBLIC
    return Text(zh=" · ".join(word.zh for word in labels), en=" · ".join(word.en for word in labels))


def _filled(template: Text, parts: Mapping[str, Text], **same: str) -> Text:
    """A template with its parts, each in its language."""
    return Text(
        zh=template.zh.format(**{name: part.zh for name, part in parts.items()}, **same),
        en=template.en.format(**{name: part.en for name, part in parts.items()}, **same),
    )


def counts_as(row: Mapping[str, Any]) -> Text:
    """Whether and how a line counts."""
    if row["line"] == "answer":
        return _ANSWER if row["is_in_service"] else _OUT_OF_SERVICE
    if row["line"] != "act":
        return _NO_ACT
    return _CLASSES[row["class"]] if row["is_in_service"] else _OUT_OF_SERVICE


def _label(list_id: str, value: str | None) -> Text:
    if value is None:
        return Text(zh="—", en="—")
    return Text(zh=code_list(list_id).label(value, "zh"), en=code_list(list_id).label(value, "en"))
