"""培训班: one row a class that the office offers."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_NOBODY, Sheet
from data_ingest.sheets.wording import city, column, mode, number
from foundation.locales import Text

SHEET = Sheet(
    id="trainings",
    title=Text(zh="培训班", en="Trainings"),
    order=8,
    number="training_no",
    synonyms=("培训班次", "培训情况", "培训台账", "培训安排", "培训计划表"),
    named_by=("title", "held_on"),
    signature=("topic", "lecturer", "places"),
    natural_key=ALL_STARRED,
    credits=TO_NOBODY,
    is_of_one_person=False,
    facts_until="held_on",
    dossier=None,
    columns=(
        number("training_no", "班次编号", "Class number", "培训编号 班次 班级编号 编号"),
        column(
            "held_on",
            "日期",
            "Date",
            "date",
            "培训日期 培训时间 时间 举办日期 举办时间 开班日期 开班时间",
            required=True,
            example="2023-06-15",
        ),
        column(
            "title",
            "名称",
            "Title",
            "text",
            "培训名称 培训班名称 班次名称 培训班",
            example="2023年科创联络员能力提升班",
        ),
        column(
            "topic",
            "主题",
            "Topic",
            "code",
            "培训主题 课题 培训内容 课程 课程类型 培训课题",
            required=True,
            codes="training_topic",
            example="技术转移与成果转化",
        ),
        column("lecturer", "主讲", "Lecturer", "text", "主讲人 授课人 讲师 授课教师 授课专家"),
        column("lecturer_org", "主讲单位", "Lecturer's employer", "text", "主讲人单位 讲师单位 授课人单位"),
        mode("培训形式 培训方式"),
        column("hours", "时长", "Hours", "number", "学时 课时 时长(小时) 培训学时", example="8"),
        column("host", "主办单位", "Host", "text", "主办 举办单位 承办单位 主办方", example="省科协"),
        city("举办地 培训地点"),
        column("places", "名额", "Places", "integer", "培训名额 计划人数 计划名额 人数", example="120"),
    ),
)
