"""领导小组会议: one row a topic of a meeting, its money, those invited, what was decided."""

from data_ingest.sheets.declaration import Sheet
from data_ingest.sheets.wording import column, number
from foundation.locales import Text

SHEET = Sheet(
    id="meetings",
    title=Text(zh="领导小组会议", en="Leading group meetings"),
    order=24,
    number="meeting_no",
    synonyms=("会议记录", "会议纪要", "领导小组会议记录", "会议议题", "工作会议"),
    natural_key=("topic", "held_on"),
    signature=("topic", "topic_kind", "decision", "owner"),
    columns=(
        number("meeting_no", "编号", "Meeting number", "会议编号 议题编号"),
        column(
            "held_on",
            "日期",
            "Date",
            "date",
            "会议日期 召开日期 会议时间 召开时间 时间",
            required=True,
            may_lie_ahead=True,
            example="2024-01-18",
        ),
        column(
            "topic",
            "议题",
            "Topic",
            "text",
            "会议议题 议题名称 议题内容 主题",
            required=True,
            example="提高本地转化率",
        ),
        column(
            "topic_kind",
            "重点/难点",
            "Priority or difficulty",
            "code",
            "重点难点 议题类型 类型 议题性质",
            codes="topic_kind",
            example="难点",
        ),
        column("metric", "相关指标", "Metric", "text", "指标 关联指标", example="local_conversion_rate"),
        column(
            "budget_wan",
            "经费(万元)",
            "Money (10,000 yuan)",
            "money",
            "经费 保障经费 经费安排 经费安排(万元) 保障经费(万元) 经费(元)",
            example="30",
        ),
        column("invited", "受邀联络员", "Officers invited", "text", "邀请联络员 参会联络员 列席联络员"),
        column("decision", "决议", "Decision", "text", "会议决议 决定 议定事项 决议内容"),
        column("owner", "责任方", "Owner", "text", "责任单位 责任人 牵头单位 责任部门"),
        column(
            "due_on",
            "完成时限",
            "Due on",
            "date",
            "完成日期 时限 截止日期 要求完成时间 完成时间",
            may_lie_ahead=True,
            is_end=True,
        ),
        column(
            "status",
            "状态",
            "State",
            "code",
            "落实状态 落实情况 进展 办理状态",
            codes="decision_status",
            example="进行中",
        ),
    ),
)
