"""专家: one row an expert."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Sheet
from data_ingest.sheets.wording import column, field, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="experts",
    title=Text(zh="专家", en="Experts"),
    order=12,
    number="expert_no",
    synonyms=("专家库", "专家名单", "专家信息", "专家汇总表", "专家信息表"),
    named_by=("name", "org"),
    signature=("research", "expert_no"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    columns=(
        number("expert_no", "专家编号", "Expert number", "专家编码 编号"),
        column(
            "name",
            "姓名",
            "Name",
            "text",
            "专家姓名 专家 专家名称",
            required=True,
            example="示例丙",
            is_name=True,
        ),
        column(
            "org",
            "单位",
            "Employer",
            "text",
            "单位名称 工作单位 所在单位 专家单位 依托单位",
            required=True,
            example="模拟大学",
        ),
        field("领域", "擅长领域"),
        column(
            "research",
            "研究方向",
            "Research",
            "text",
            "主要研究方向 研究内容 研究专长 专长 主攻方向",
        ),
        officer("推荐联络员 对接联络员", is_named_alone=False),
    ),
)
