"""表彰案例: one row an honour or a published case."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Key, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="honours",
    title=Text(zh="表彰案例", en="Honours"),
    order=23,
    number="honour_no",
    synonyms=("表彰名单", "典型案例", "表彰情况", "优秀联络员名单", "表彰及案例"),
    signature=("honoured_on", "honour_no", "title"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=False,
    facts_until=None,
    dossier=Section(
        id="honour",
        title=Text(zh="表彰案例", en="Honours and cases"),
        on_date="honoured_on",
        kind=SectionColumn(Text(zh="类型", en="Kind"), "kind", codes="honour_kind"),
        content=SectionColumn(Text(zh="标题", en="Title"), "title"),
    ),
    number_key=Key(("honour_no",), ("officer_text",)),
    columns=(
        number("honour_no", "编号", "Honour number", "表彰编号 案例编号"),
        officer("受表彰人 获奖人", required=True),
        column(
            "honoured_on",
            "日期",
            "Date",
            "date",
            "表彰日期 时间 表彰时间 发布日期 获奖日期",
            required=True,
            example="2024-01-15",
        ),
        column(
            "kind",
            "类型",
            "Kind",
            "code",
            "表彰类型 类别 案例类型 奖项类型",
            required=True,
            codes="honour_kind",
            example="优秀联络员",
        ),
        column(
            "title",
            "标题",
            "Title",
            "text",
            "名称 案例标题 表彰名称 案例名称 荣誉名称 奖项名称",
        ),
    ),
)
