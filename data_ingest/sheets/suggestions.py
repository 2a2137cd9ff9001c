"""意见建议: one row a suggestion of an officer and what became of it."""

from data_ingest.sheets.declaration import TO_OFFICER, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="suggestions",
    title=Text(zh="意见建议", en="Suggestions"),
    order=20,
    number="suggestion_no",
    synonyms=("意见建议汇总表", "意见征集", "建议台账", "意见汇总", "意见建议台账"),
    signature=("raised_on", "answered_on", "suggestion_no"),
    natural_key=("officer", "raised_on", "content"),
    credits=TO_OFFICER,
    is_of_one_person=False,
    facts_until="raised_on",
    dossier=Section(
        id="suggestion",
        title=Text(zh="意见建议", en="Suggestions"),
        on_date="raised_on",
        content=SectionColumn(Text(zh="内容", en="Content"), "content"),
        outcome=SectionColumn(Text(zh="状态", en="Status"), "status", codes="suggestion_status"),
        done=SectionColumn(Text(zh="答复日期", en="Answered on"), "answered_on"),
    ),
    columns=(
        number("suggestion_no", "编号", "Suggestion number", "意见编号 建议编号"),
        officer("提出人 建议人", required=True),
        column(
            "raised_on",
            "日期",
            "Date",
            "date",
            "提出日期 提出时间 时间 提交日期 建议日期",
            required=True,
            example="2023-04-18",
        ),
        column(
            "content",
            "内容",
            "Content",
            "text",
            "意见建议 建议内容 意见内容 意见 建议 意见建议内容",
            required=True,
            example="建议增加线上培训场次",
        ),
        column(
            "status",
            "状态",
            "State",
            "code",
            "办理状态 处理状态 办理情况",
            codes="suggestion_status",
            example="已答复",
        ),
        column(
            "answered_on",
            "答复日期",
            "Answered on",
            "date",
            "答复时间 回复日期 办结日期 回复时间",
            not_before="raised_on",
        ),
    ),
)
