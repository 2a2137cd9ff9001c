"""保障服务: one row a request for support."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="tickets",
    title=Text(zh="保障服务", en="Support"),
    order=21,
    number="ticket_no",
    synonyms=("服务工单", "保障服务台账", "服务台账", "服务记录", "保障服务记录"),
    signature=("opened_on", "closed_on", "ticket_no"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=False,
    facts_until=None,
    dossier=Section(
        id="ticket",
        title=Text(zh="保障服务", en="Support"),
        on_date="opened_on",
        kind=SectionColumn(Text(zh="事项", en="Matter"), "kind", codes="ticket_kind"),
        outcome=SectionColumn(Text(zh="满意度", en="Satisfaction"), "satisfaction"),
        done=SectionColumn(Text(zh="办结日期", en="Closed on"), "closed_on"),
    ),
    columns=(
        number("ticket_no", "编号", "Ticket number", "工单编号 服务编号"),
        officer("申请人 服务对象", required=True),
        column(
            "opened_on",
            "日期",
            "Date",
            "date",
            "受理日期 申请日期 提出日期 时间 受理时间",
            required=True,
            example="2023-05-22",
        ),
        column(
            "kind",
            "类型",
            "Kind",
            "code",
            "服务类型 服务事项 事项类型 服务类别",
            required=True,
            codes="ticket_kind",
            example="项目申报",
        ),
        column(
            "closed_on", "办结日期", "Closed on", "date", "办结时间 完成日期 结束日期", not_before="opened_on"
        ),
        column("satisfaction", "满意度", "Satisfaction", "text", "评价 满意度评价"),
    ),
)
