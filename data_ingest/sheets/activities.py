"""履职记录: one row an activity of an officer. Demands, achievements and others have their own sheets."""

from data_ingest.sheets.declaration import Sheet
from data_ingest.sheets.wording import actual_officer, column, is_prompted, mode, number, officer
from foundation.locales import Text

SHEET = Sheet(
    id="activities",
    title=Text(zh="履职记录", en="Activities"),
    order=3,
    number="act_no",
    synonyms=(
        "履职情况",
        "履职台账",
        "工作记录",
        "活动记录",
        "履职记录表",
        "工作台账",
        "履职情况表",
        "工作纪实",
    ),
    signature=("kind", "target_org", "content", "evidence"),
    natural_key=("officer", "acted_on", "kind", ("target_org", "content")),
    # 平台使用, 参加活动, 协办任务 count for the officer whatever actual_officer says.
    credits=(
        (
            "person_id",
            "case when actual_officer_text is null or kind in ('平台使用', '参加活动', '协办任务') "
            "then officer else actual_officer end",
        ),
    ),
    is_of_one_person=True,
    facts_until="acted_on",
    dossier=None,
    columns=(
        number("act_no", "记录编号", "Activity number", "履职编号 记录号 编号"),
        officer(required=True),
        column(
            "acted_on",
            "日期",
            "Date",
            "date",
            "履职日期 时间 履职时间 活动日期 活动时间 开展日期 开展时间 工作日期 走访日期",
            required=True,
            example="2023-05-08",
        ),
        column(
            "kind",
            "类型",
            "Kind",
            "code",
            "履职类型 活动类型 工作类型 事项类型 履职内容类型 履职事项 类别 工作类别",
            required=True,
            codes="activity_kind",
            example="企业走访",
        ),
        mode(),
        is_prompted(),
        column(
            "entered_by",
            "提交方式",
            "Entered by",
            "code",
            "填报方式 录入方式 报送方式 填报人类型",
            codes="entered_by",
            example="本人",
        ),
        actual_officer(),
        column(
            "hours",
            "时长",
            "Hours",
            "number",
            "时长(小时) 工时 用时 小时数 时长（小时）",
            example="3",
        ),
        column(
            "target_org",
            "对象单位",
            "Organisation met",
            "text",
            "走访单位 走访企业 服务对象 对象 企业名称 对接单位 服务企业 走访对象",
            example="模拟企业B-001",
        ),
        column(
            "content",
            "内容",
            "Content",
            "text",
            "工作内容 履职内容 活动内容 主要内容 具体内容 事项内容",
        ),
        column("evidence", "佐证", "Evidence", "text", "佐证材料 证明材料 附件 佐证材料名称"),
    ),
)
