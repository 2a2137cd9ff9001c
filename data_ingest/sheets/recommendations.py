"""平台推荐: the service platform's own suggestions, loaded before any matching of ours."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import column
from foundation.locales import Text

SHEET = Sheet(
    id="recommendations",
    title=Text(zh="平台推荐", en="Platform recommendations"),
    order=14,
    synonyms=("推荐结果", "智能推荐", "系统推荐", "平台推荐结果", "智能匹配结果"),
    named_by=("demand", "achievement", "recommended_on"),
    signature=("score", "position"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    columns=(
        column(
            "demand",
            "需求编号",
            "Demand",
            "reference",
            "需求名称 技术需求名称 需求 需求题目",
            required=True,
            refers_to="demands",
            example="磷石膏低成本无害化改性",
        ),
        column(
            "achievement",
            "成果编号",
            "Achievement",
            "reference",
            "成果名称 科技成果名称 成果 推荐成果",
            required=True,
            refers_to="achievements",
            example="硅光芯片与光纤阵列低损耗耦合",
        ),
        column(
            "recommended_on",
            "推荐日期",
            "Recommended on",
            "date",
            "推荐时间 匹配日期 匹配时间 日期",
            required=True,
            example="2023-06-01",
        ),
        column(
            "score",
            "得分",
            "Score",
            "number",
            "匹配度 匹配得分 推荐得分 相似度 分值",
            example="0.82",
        ),
        column("position", "序位", "Position", "integer", "排名 推荐序位 推荐排名 次序", example="1"),
    ),
)
