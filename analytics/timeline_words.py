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
    "leave": Text(zh="暂停履职（至{until}）", en="On leave (until {until})"),
    "reminder": Text(zh="提醒：{topic}（应交{until}）", en="Reminded: {topic} (due {until})"),
    "notice": Text(zh="群通知：{topic}", en="Group notice: {topic}"),
    "answer": Text(zh="答复提醒：{topic}", en="Answered a reminder: {topic}"),
    "contact": Text(zh="联系（{channel}）：{outcome}", en="Contact ({channel}): {outcome}"),
    "assessment": Text(zh="考核：{grade}", en="Assessed: {grade}"),
}
_CLASSES = {
    "self_initiated": Text(zh="自主履职", en="Self-initiated"),
    "prompted": Text(zh="提醒后履职", en="After a reminder"),
    "untold": Text(zh="未记录是否经提醒，不作区分", en="Not on record whether asked for"),
    "neutral": Text(zh="规定参与，不区分主动与否", en="Set act, neither way"),
}
_OUT_OF_SERVICE = Text(zh="不在聘期内，不计", en="Outside service, not counted")
_ANSWER = Text(zh="视同提醒后履职，仅用于分类", en="Counts as prompted, for the tier only")
_NO_ACT = Text(zh="不计为履职", en="Not an act")


def kind(row: Mapping[str, Any]) -> Text:
    """What a line is. row: one row of `officer_timeline`."""
    if row["line"] != "act":
        return _line(row)
    if row["source"] == "activities":
        return _label("activity_kind", row["kind"])
    return _STAGES[row["kind"]] if row["source"] == "matches" else _ACTS[row["source"]]


def _line(row: Mapping[str, Any]) -> Text:
    topic = _label("reminder_topic", row["topic"])
    channel = _label("contact_channel", row["kind"])
    outcome = _label("contact_outcome", row["title"])
    grade = _label("grade", row["title"])
    until = row["title"] or "—"
    template = _LINES[row["line"]]
    return Text(
        zh=template.zh.format(
            topic=topic.zh, channel=channel.zh, outcome=outcome.zh, grade=grade.zh, until=until
        ),
        en=template.en.format(
            topic=topic.en, channel=channel.en, outcome=outcome.en, grade=grade.en, until=until
        ),
    )


def title(row: Mapping[str, Any]) -> str:
    """The line's own words as written in the file; what `kind` already says is not said twice."""
    return str(row["title"] or "") if row["line"] in ("act", "term", "left") else ""


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
