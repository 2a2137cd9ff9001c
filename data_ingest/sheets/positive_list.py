"""正面清单: what officers are invited to take part in. No field for money."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import column, number
from foundation.locales import Text

SHEET = Sheet(
    id="positive_list",
    title=Text(zh="正面清单", en="Positive list"),
    order=22,
    number="item_no",
    synonyms=("事项清单", "正面清单事项", "清单"),
    named_by=("item",),
    signature=("status", "officer_count", "host"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until=None,
    dossier=None,
    columns=(
        number("item_no", "编号", "Item number", "事项编号 清单编号"),
        column(
            "item",
            "事项",
            "Item",
            "text",
            "事项名称 清单事项 事项内容 内容",
            required=True,
            example="科技服务进园区",
        ),
        column("host", "主办", "Host", "text", "主办单位 牵头单位 责任单位"),
        column(
            "status",
            "状态",
            "State",
            "code",
            "在干/将干 进展 进展情况",
            codes="positive_status",
            example="在干",
        ),
        column(
            "from_on",
            "起",
            "From",
            "date",
            "开始日期 起始日期 开始时间 起始时间 起止时间 起止日期",
            may_lie_ahead=True,
        ),
        column(
            "to_on",
            "止",
            "To",
            "date",
            "结束日期 截止日期 结束时间 截止时间",
            may_lie_ahead=True,
            is_end=True,
            end_of="from_on",
        ),
        column(
            "officer_count",
            "参与联络员数",
            "Officers taking part",
            "integer",
            "参与人数 参与数 联络员数 参与联络员人数",
            example="18",
        ),
    ),
)
