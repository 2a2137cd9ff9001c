"""年度目标: one row the value of a metric that a year aims at, for a unit or for the province."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import column
from foundation.locales import Text

SHEET = Sheet(
    id="targets",
    title=Text(zh="年度目标", en="Targets"),
    order=25,
    synonyms=("目标", "目标值", "年度目标表", "工作目标"),
    named_by=("year", "metric", "unit"),
    signature=("metric", "value", "unit"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    are_repeats_asked=False,  # each year has its own
    columns=(
        column("year", "年份", "Year", "integer", "年度 目标年份 年", required=True, example="2025"),
        column(
            "metric",
            "指标",
            "Metric",
            "text",
            "指标名称 目标指标 指标编号",
            required=True,
            example="match_rate",
        ),
        column(
            "unit",
            "责任单位",
            "Responsible unit",
            "code",
            "单位 市州 所属单位",
            codes="unit",
            example="武汉",
            note=Text(zh="市州或非市州推荐，不填为全省", en="A city or 非市州推荐; empty: the province"),
        ),
        column(
            "value",
            "目标值",
            "Target",
            "number",
            "目标 数值 目标数 年度目标",
            required=True,
            example="0.3",
        ),
    ),
)
