"""联系记录: one row an attempt to reach an officer."""

from data_ingest.sheets.declaration import TO_OFFICER, Sheet
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="contacts",
    title=Text(zh="联系记录", en="Contacts"),
    order=5,
    synonyms=("联系台账", "联系情况", "回访记录", "联络记录", "电话回访记录", "联系核实记录"),
    signature=("channel", "outcome", "cause"),
    natural_key=("officer", "contacted_on", "channel"),
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until="contacted_on",
    dossier=None,
    columns=(
        officer("联系对象 被联系人", required=True),
        column(
            "contacted_on",
            "日期",
            "Date",
            "date",
            "联系日期 联系时间 时间 回访日期 拨打日期",
            required=True,
            example="2023-09-12",
        ),
        column(
            "channel",
            "方式",
            "Way of contact",
            "code",
            "联系方式 联系渠道 渠道 联络方式",
            required=True,
            codes="contact_channel",
            example="电话",
        ),
        column(
            "outcome",
            "结果",
            "Outcome",
            "code",
            "联系结果 联系情况 是否接通 接通情况",
            required=True,
            codes="contact_outcome",
            example="接通",
        ),
        column(
            "cause",
            "原因",
            "Cause",
            "code",
            "未履职原因 原因分类 失联原因 不活跃原因",
            codes="cause",
            example="任务繁重",
        ),
        column("content", "内容", "Content", "text", "联系内容 沟通内容 情况说明 备注"),
    ),
)
