"""推送: one row something sent to an officer or to many."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Key, Sheet
from data_ingest.sheets.wording import audience, column, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="pushes",
    title=Text(zh="推送", en="Pushes"),
    order=18,
    number="push_no",
    synonyms=("推送记录", "信息推送", "推送台账", "推送情况"),
    either=(("officer", "audience"),),
    signature=("pushed_on", "read_on", "push_no"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until=None,
    dossier=None,
    number_key=Key(("push_no",), ("officer_text", "audience")),
    columns=(
        number("push_no", "推送编号", "Push number", "推送号 编号"),
        officer("推送对象 接收人"),
        audience(),
        column(
            "pushed_on",
            "日期",
            "Date",
            "date",
            "推送日期 推送时间 时间 发送日期",
            required=True,
            example="2023-04-03",
        ),
        column(
            "kind",
            "类型",
            "Kind",
            "code",
            "推送类型 内容类型 信息类型 类别",
            required=True,
            codes="push_kind",
            example="政策",
        ),
        column("title", "标题", "Title", "text", "推送标题 内容 推送内容 主题 名称"),
        column(
            "read_on",
            "已读日期",
            "Read on",
            "date",
            "阅读日期 已读时间 阅读时间 查阅日期",
            not_before="pushed_on",
        ),
    ),
)
