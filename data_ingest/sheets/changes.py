"""岗位变动: one row a change of an officer's post or employer."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="changes",
    title=Text(zh="岗位变动", en="Changes of post"),
    order=17,
    synonyms=("岗位变动情况", "变动情况", "人员变动", "人员变动表", "变动登记表", "人员变动情况"),
    signature=("kind", "from_org", "to_org"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until=None,
    dossier=Section(
        id="change",
        title=Text(zh="岗位变动", en="Changes of post"),
        on_date="changed_on",
        kind=SectionColumn(Text(zh="变动", en="Change"), "kind", codes="change_kind"),
        content=SectionColumn(
            Text(zh="由何处到何处", en="From and to"), "concat_ws(' → ', from_org, to_org)"
        ),
        outcome=SectionColumn(Text(zh="说明", en="Note"), "note"),
    ),
    columns=(
        officer("变动人员", required=True),
        column(
            "changed_on",
            "日期",
            "Date",
            "date",
            "变动日期 变动时间 时间 调整日期",
            required=True,
            example="2024-03-01",
        ),
        column(
            "kind",
            "变动类型",
            "Kind of change",
            "code",
            "类型 变动类别 变动原因 变动情况",
            required=True,
            codes="change_kind",
            example="岗位调整",
        ),
        column("from_org", "原单位", "Former employer", "text", "原工作单位 变动前单位 原单位及职务"),
        column(
            "to_org",
            "新单位",
            "New employer",
            "text",
            "现单位 现工作单位 变动后单位 新工作单位 新单位及职务",
        ),
        column("note", "说明", "Note", "text", "备注 变动说明 情况说明"),
    ),
)
