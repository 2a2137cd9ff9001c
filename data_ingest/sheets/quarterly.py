"""季度汇总表: counts that a body reports. Weak evidence, shown apart, never mixed with dated acts."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import column
from foundation.locales import Text

SHEET = Sheet(
    id="quarterly",
    title=Text(zh="季度汇总表", en="Quarterly counts"),
    order=7,
    synonyms=("季度汇总", "季度报表", "工作汇总表", "季度统计表", "季报"),
    named_by=("reporter", "period", "item"),
    signature=("period", "item", "count"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    columns=(
        column(
            "reporter",
            "填报单位",
            "Reporting body",
            "text",
            "报送单位 上报单位 单位 单位名称",
            required=True,
            example="武汉市科协",
        ),
        column(
            "period",
            "期间",
            "Period",
            "text",
            "季度 报告期 统计期间 时间 时段",
            required=True,
            example="2023年第二季度",
        ),
        column(
            "item",
            "项目",
            "Item",
            "text",
            "指标 统计项目 内容 事项 统计指标",
            required=True,
            example="企业走访",
        ),
        column(
            "count",
            "数量",
            "Count",
            "number",
            "数值 合计数 完成数 数目",
            required=True,
            example="12",
        ),
    ),
)
