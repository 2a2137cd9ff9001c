"""暂停履职: from when to when an officer is on leave. No reason is kept."""

from data_ingest.sheets.declaration import TO_OFFICER, Sheet
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="leaves",
    title=Text(zh="暂停履职", en="Leaves"),
    order=6,
    synonyms=("暂停履职名单", "暂停履职情况", "请假情况", "暂停名单", "暂停履职登记"),
    signature=("from_on", "to_on"),
    natural_key=("officer", "from_on"),
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until=None,
    dossier=None,
    columns=(
        officer(required=True),
        column(
            "from_on",
            "起",
            "From",
            "date",
            "开始日期 起始日期 暂停起 暂停开始日期 暂停日期 起始时间 开始时间 起止时间 "
            "起止日期 暂停时间 暂停期间",
            required=True,
            may_lie_ahead=True,
            example="2023-07-01",
        ),
        column(
            "to_on",
            "止",
            "To",
            "date",
            "结束日期 截止日期 暂停止 暂停结束日期 恢复日期 结束时间 截止时间",
            may_lie_ahead=True,
            is_end=True,
            example="2023-12-31",
            end_of="from_on",
        ),
    ),
)
