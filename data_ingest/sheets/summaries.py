"""工作小结: one row an officer's summary of a period."""

from data_ingest.sheets.declaration import ANY_ORDER, TO_OFFICER, Key, Sheet
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="summaries",
    title=Text(zh="工作小结", en="Summaries"),
    order=19,
    synonyms=("小结", "工作小结汇总表", "小结台账", "工作总结", "小结报送情况", "工作小结报送情况"),
    named_by=("officer", "period"),
    signature=("period", "contracts_reported", "digest"),
    natural_key=("officer", "period"),
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until="submitted_on",
    dossier=None,
    person_key=Key(("person_id", "period")),
    columns=(
        officer("报送人 提交人", required=True),
        column(
            "period",
            "期间",
            "Period",
            "text",
            "小结期间 季度 报告期 年度 周期 小结周期",
            required=True,
            example="2023年上半年",
        ),
        column(
            "due_on",
            "应交日期",
            "Due on",
            "date",
            "截止日期 应报日期 应交时间 截止时间",
            may_lie_ahead=True,
            is_end=True,
            example="2023-06-30",
            not_before=ANY_ORDER,
        ),
        column(
            "submitted_on",
            "提交日期",
            "Submitted on",
            "date",
            "提交时间 报送日期 上交日期 报送时间 日期",
            example="2023-06-27",
            not_before=ANY_ORDER,
        ),
        column(
            "contracts_reported",
            "自报签约数",
            "Contracts reported",
            "integer",
            "签约数 签约数量 促成签约数 签约项目数 签约合同数",
            example="1",
        ),
        column(
            "digest",
            "摘要",
            "Digest",
            "text",
            "小结内容 主要内容 工作内容 小结摘要 内容 工作情况",
        ),
        column("advice", "意见建议", "Advice", "text", "意见和建议 建议 存在问题及建议 问题和建议"),
    ),
)
