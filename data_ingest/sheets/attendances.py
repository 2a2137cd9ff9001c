"""参训情况: one row an officer invited to or attending a class."""

from data_ingest.sheets.declaration import TO_OFFICER, Key, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="attendances",
    title=Text(zh="参训情况", en="Attendances"),
    order=9,
    synonyms=("参训名单", "签到表", "培训签到表", "学员名单", "参训人员", "参训情况表", "培训签到"),
    named_by=("training", "officer"),
    signature=("training", "is_attended", "performance"),
    natural_key=("training", "officer"),
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until=None,
    dossier=Section(
        id="training",
        title=Text(zh="培训", en="Training"),
        on_date=None,
        kind=SectionColumn(Text(zh="主题", en="Topic"), codes="training_topic"),
        content=SectionColumn(Text(zh="班次", en="Class")),
        outcome=SectionColumn(Text(zh="参训情况", en="Attendance"), is_worded=True),
    ),
    person_key=Key(("person_id", "training")),
    columns=(
        column(
            "training",
            "班次编号",
            "Class",
            "reference",
            "培训编号 培训班 培训名称 培训班名称 班次 班次名称 培训 参加培训名称",
            required=True,
            refers_to="trainings",
            example="2023年科创联络员能力提升班",
        ),
        officer("学员姓名 学员 参训人员", required=True),
        column("is_invited", "是否受邀", "Invited", "yes_no", "受邀 是否邀请 是否通知", example="是"),
        column("is_excused", "请假", "Excused", "yes_no", "是否请假 请假情况"),
        column(
            "is_attended",
            "出勤",
            "Attended",
            "yes_no",
            "是否出勤 是否参训 参训 签到 是否到课 出勤情况 是否签到 是否参加",
            required=True,
            example="是",
        ),
        column(
            "performance",
            "课堂表现",
            "Performance",
            "code",
            "表现 培训表现 学习表现",
            codes="performance",
            example="良",
        ),
        column(
            "is_selected",
            "遴选初级技术经纪人",
            "Selected as junior broker",
            "yes_no",
            "是否遴选 遴选 入选初级技术经纪人 是否入选 是否遴选初级技术经纪人",
        ),
        column(
            "is_certified",
            "取得证书",
            "Certified",
            "yes_no",
            "是否取得证书 是否取证 取证 是否持证 获得证书",
        ),
        column("certified_on", "证书日期", "Certified on", "date", "取证日期 证书时间 发证日期 取证时间"),
    ),
)
