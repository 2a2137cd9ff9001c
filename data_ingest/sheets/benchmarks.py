"""外省参照: one row a published figure of another province, with its source."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import column
from foundation.locales import Text

SHEET = Sheet(
    id="benchmarks",
    title=Text(zh="外省参照", en="Benchmarks"),
    order=26,
    synonyms=("外省数据", "参照数据", "兄弟省份", "外省参照数据"),
    named_by=("province", "year", "metric"),
    signature=("province", "source", "value"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    are_repeats_asked=False,  # each year has its own
    columns=(
        column(
            "province",
            "省份",
            "Province",
            "text",
            "省 省市 地区 省(市)",
            required=True,
            example="山东",
        ),
        column("year", "年份", "Year", "integer", "年度 年", required=True, example="2024"),
        column(
            "metric",
            "指标",
            "Metric",
            "text",
            "指标名称 参照指标 指标编号",
            required=True,
            example="officers_serving",
        ),
        column("value", "数值", "Value", "number", "值 指标值 数据", required=True, example="1200"),
        column(
            "source",
            "出处",
            "Source",
            "text",
            "来源 数据来源 资料来源",
            required=True,
            example="某省科协公开报道",
        ),
    ),
)
