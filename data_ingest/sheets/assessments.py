"""考核结果: one row the assessment of one officer's term."""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Key, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="assessments",
    title=Text(zh="考核结果", en="Assessments"),
    order=16,
    synonyms=("考核情况", "考核表", "聘期考核", "考核汇总表", "考核结果表", "聘期考核结果"),
    named_by=("officer", "term_no"),
    signature=("grade", "self_opinion", "appeal"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=True,
    facts_until=None,
    dossier=Section(
        id="assessment",
        title=Text(zh="考核", en="Assessments"),
        on_date="assessed_on",
        kind=SectionColumn(Text(zh="等次", en="Grade"), "grade", codes="grade"),
        content=SectionColumn(Text(zh="得分", en="Score"), "cast(score as varchar)"),
        outcome=SectionColumn(Text(zh="规则版本", en="Rule version"), "rules_version"),
    ),
    person_key=Key(("person_id", "term_no")),
    columns=(
        officer("被考核人 考核对象", required=True),
        column("term_no", "聘期序号", "Term", "integer", "第几聘期 聘期 届次", example="1"),
        column(
            "assessed_on",
            "日期",
            "Date",
            "date",
            "考核日期 考核时间 评定日期 时间 评定时间",
            required=True,
            example="2025-04-20",
        ),
        column(
            "rules_version",
            "规则版本",
            "Rules version",
            "text",
            "考核规则版本 办法版本 版本",
            example="2025.2",
        ),
        column("score", "得分", "Score", "number", "考核得分 分数 总分 考核分数", example="82"),
        column(
            "grade",
            "等次",
            "Grade",
            "code",
            "考核等次 考核结果 等级 考核等级 评定等次 结果",
            required=True,
            codes="grade",
            example="合格",
        ),
        column("self_opinion", "本人意见", "Own opinion", "text", "个人意见 联络员意见"),
        column("org_opinion", "单位意见", "Employer's opinion", "text", "所在单位意见 工作单位意见"),
        column(
            "recommender_opinion",
            "推荐单位意见",
            "Recommending body's opinion",
            "text",
            "推荐主体意见 推荐机构意见",
        ),
        column("appeal", "申诉", "Appeal", "text", "申诉情况 申诉内容 申诉理由"),
        column("appeal_result", "申诉结果", "Outcome of appeal", "text", "申诉处理结果 复核结果"),
    ),
)
