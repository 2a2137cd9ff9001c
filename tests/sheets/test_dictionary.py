"""The declarations are the data dictionary: every sheet, every column, every star."""

import duckdb
import pytest

from data_ingest.records.tables import create_tables, ddl
from data_ingest.sheets import SHEETS, sheet
from foundation.reference import CODE_LISTS, fold

#: sheet | column 中文 (* required, † personal, + of an either-group) = natural key: what makes two rows without a
#: number one record (docs/definitions.md, Rows and identity; a|b: the first that is filled); none: all starred.
DICTIONARY = """
officers 联络员名册 | officer_no 联络员编号; name 姓名*; gender 性别; birth_month 出生年月; phone 手机†; email 邮箱†; im_account 微信/QQ号†; org 单位名称*; org_type 单位性质; duty 职务; title 职称; education 学历; field 专业领域; category 类别; city 市州; county 县市区; zone 功能区; is_frontline 面向一线; is_in_group 是否在QQ群; platform_account 平台账号; cert_type 证书类型; cert_no 证书编号; cert_on 发证日期; note 备注
terms 认定聘期 | officer 联络员编号*; term_no 聘期序号; batch 批次; category 类别; org 单位名称; city 市州; field 专业领域; recommender 推荐单位*; recommended_on 推荐日期; recommender_type 推荐主体类型; recognised_by 认定机关; doc_no 认定文号; certificate_no 认定证书编号; is_renewal 是否续聘; replaces 接替何人; reviewed_on 初审日期; notice_from_on 公示起; notice_to_on 公示止; objection 公示异议; recognised_on 认定日期; started_on 聘期起*; ended_on 聘期止; state 状态; left_on 退出日期; exit_reason 退出原因; is_law_abiding 守法有德; is_devoted 热爱科技; is_able 组织协调; is_stable 岗位稳定; has_certificate 有证书; has_org_support 单位支持
activities 履职记录 | act_no 记录编号; officer 联络员编号*; acted_on 日期*; kind 类型*; mode 形式; is_prompted 是否催办后; entered_by 提交方式; actual_officer 实际联络员; hours 时长; target_org 对象单位; content 内容; evidence 佐证 = officer acted_on kind target_org|content
reminders 提醒催办 | reminder_no 提醒编号; officer 联络员编号+; audience 通知范围+; sent_on 提醒日期*; topic 事项*; channel 渠道; is_chaser 是否再次催办; is_campaign 集中报送; due_on 应交日期; is_delivered 是否送达; answered_on 响应日期; due_count 应报; done_count 实报 = officer|audience sent_on topic channel
contacts 联系记录 | officer 联络员编号*; contacted_on 日期*; channel 方式*; outcome 结果*; cause 原因; content 内容 = officer contacted_on channel
leaves 暂停履职 | officer 联络员编号*; from_on 起*; to_on 止 = officer from_on
quarterly 季度汇总表 | reporter 填报单位*; period 期间*; item 项目*; count 数量*
trainings 培训班 | training_no 班次编号; held_on 日期*; title 名称; topic 主题*; lecturer 主讲; lecturer_org 主讲单位; mode 形式; hours 时长; host 主办单位; city 市州; places 名额
attendances 参训情况 | training 班次编号*; officer 联络员编号*; is_invited 是否受邀; is_excused 请假; is_attended 出勤*; performance 课堂表现; is_selected 遴选初级技术经纪人; is_certified 取得证书; certified_on 证书日期 = training officer
demands 企业需求 | demand_no 需求编号; officer 联络员编号; actual_officer 实际联络员; submitted_on 提交日期*; enterprise 企业名称*; uscc 统一社会信用代码; city 市州; kind 需求类型; title 名称*; problem 主要问题; key_tech 技术关键; goal 预期目标; keywords 关键字; field 领域; industry 行业; chain 所属产业链; budget_wan 拟投入(万元); solution_mode 解决方式; partner_wish 合作意向单位; deadline_on 时限; contact_name 企业联系人†; contact_phone 联系电话†; is_public 是否愿意公开; is_bounty 是否揭榜挂帅; basis 已有基础; is_prompted 是否催办后; verified 真实性核验; revisited_on 回访日期; is_repeat 重复提交; closed_on 关闭日期; close_reason 关闭原因 = title enterprise
achievements 科技成果 | achievement_no 成果编号; officer 联络员编号; actual_officer 实际联络员; submitted_on 提交日期*; org 单位; expert 专家; title 名称*; abstract 简介; keywords 关键字; field 领域; kind 类型; trl 阶段/TRL; ip 知识产权; willingness 转化意愿; transfer_mode 转化方式; inventors 完成人; cases 应用案例; awards 获奖情况; is_prompted 是否催办后 = title org
experts 专家 | expert_no 专家编号; name 姓名*; org 单位*; field 领域; research 研究方向; officer 联络员编号
matches 对接记录 | match_no 对接编号; demand 需求编号*; achievement 成果编号+; expert 专家编号+; officer_a A类联络员; officer_b B类联络员; source 来源*; made_by 促成方; recommended_on 推荐日期*; contacted_on 初步对接日期; followed_on 跟踪日期; intent_on 意向日期; signed_on 签约日期; fulfilled_on 履约日期; ended_on 终止日期; end_reason 终止原因; fed_back_on 向企业反馈日期; satisfaction 满意度; hours 工时 = demand achievement|expert recommended_on
recommendations 平台推荐 | demand 需求编号*; achievement 成果编号*; recommended_on 推荐日期*; score 得分; position 序位
contracts 签约 | contract_no 合同编号; match 对接编号+; officer 联络员编号+; kind 合同类型; amount_wan 金额(万元); signed_on 签约日期*; registered_no 登记编号; is_local 省内外; source 来源*
assessments 考核结果 | officer 联络员编号*; term_no 聘期序号; assessed_on 日期*; rules_version 规则版本; score 得分; grade 等次*; self_opinion 本人意见; org_opinion 单位意见; recommender_opinion 推荐单位意见; appeal 申诉; appeal_result 申诉结果
changes 岗位变动 | officer 联络员编号*; changed_on 日期*; kind 变动类型*; from_org 原单位; to_org 新单位; note 说明
pushes 推送 | push_no 推送编号; officer 联络员编号+; audience 通知范围+; pushed_on 日期*; kind 类型*; title 标题; read_on 已读日期
summaries 工作小结 | officer 联络员编号*; period 期间*; due_on 应交日期; submitted_on 提交日期; contracts_reported 自报签约数; digest 摘要; advice 意见建议 = officer period
suggestions 意见建议 | suggestion_no 编号; officer 联络员编号*; raised_on 日期*; content 内容*; status 状态; answered_on 答复日期 = officer raised_on content
tickets 保障服务 | ticket_no 编号; officer 联络员编号*; opened_on 日期*; kind 类型*; closed_on 办结日期; satisfaction 满意度
positive_list 正面清单 | item_no 编号; item 事项*; host 主办; status 状态; from_on 起; to_on 止; officer_count 参与联络员数
honours 表彰案例 | honour_no 编号; officer 联络员编号*; honoured_on 日期*; kind 类型*; title 标题
meetings 领导小组会议 | meeting_no 编号; held_on 日期*; topic 议题*; topic_kind 重点/难点; metric 相关指标; budget_wan 经费(万元); invited 受邀联络员; decision 决议; owner 责任方; due_on 完成时限; status 状态
targets 年度目标 | year 年份*; metric 指标*; unit 责任单位; value 目标值*
benchmarks 外省参照 | province 省份*; year 年份*; metric 指标*; value 数值*; source 出处*
"""


def as_written(sheet) -> str:
    either = {name for group in sheet.either for name in group}
    cells = [
        f"{c.name} {c.title.zh}{'*' * c.required}{'†' * c.is_personal}{'+' * (c.name in either)}"
        for c in sheet.columns
    ]
    parts = [[part] if isinstance(part, str) else part for part in sheet.natural_key]
    key = f" = {' '.join('|'.join(part) for part in parts)}" if parts else ""
    return f"{sheet.id} {sheet.title.zh} | {'; '.join(cells)}{key}"


def test_every_sheet_is_as_in_the_dictionary_and_in_its_order() -> None:
    assert [as_written(sheet) for sheet in SHEETS.values()] == DICTIONARY.strip().splitlines()


@pytest.mark.parametrize("declared", SHEETS.values(), ids=lambda s: s.id)
def test_declaration_is_sound(declared) -> None:
    names = set(declared.by_name)
    assert sheet(declared.id) is declared
    assert declared.title.en
    assert len(names) == len(declared.columns)
    assert set(declared.signature) | set(declared.named_by) <= names
    assert declared.number is None or declared.by_name[declared.number].kind == "number_text"
    for column in declared.columns:
        assert column.title.zh
        assert column.title.en
        assert (column.kind in ("code", "codes")) <= (column.codes is not None)
        assert column.codes is None or column.codes in CODE_LISTS
        assert (column.kind == "reference") == (column.refers_to is not None)
        assert column.refers_to is None or column.refers_to in SHEETS
        assert column.required_unless is None or column.required_unless[0] in names
        assert (column.kind == "date") == column.name.endswith("_on")
        assert (column.kind == "yes_no") == column.name.startswith(("is_", "has_"))
        assert (column.kind == "money") == column.name.endswith("_wan")
        assert not (column.required and not column.example), "a template's example row shows starred cells"


@pytest.mark.parametrize("declared", SHEETS.values(), ids=lambda s: s.id)
def test_no_header_names_two_columns_of_a_sheet(declared) -> None:
    owners: dict[str, str] = {}
    for column in declared.columns:
        for header in {fold(h) for h in (column.title.zh, *column.synonyms)}:
            assert owners.setdefault(header, column.name) == column.name, header


HEADERS = """
officers   | 姓名 单位及职务 联系电话 工作单位 所在单位 手机号码 联系方式 | name org phone org org phone phone
terms      | 姓名 推荐主体 聘期开始 认定时间 | officer recommender started_on recognised_on
activities | 联络员姓名 走访日期 履职类型 走访企业 | officer acted_on kind target_org
demands    | 技术需求名称 需求名称 需求题目 需求单位 拟投入资金(万元) 联系人 | title title title enterprise budget_wan contact_name
contracts  | 合同金额(万元) 技术合同登记编号 签订日期 | amount_wan registered_no signed_on
"""


@pytest.mark.parametrize("row", HEADERS.strip().splitlines())
def test_headers_of_real_files(row: str) -> None:
    sheet_id, headers, names = (cell.split() for cell in row.split("|"))
    by_header = {
        fold(header): column.name
        for column in SHEETS[sheet_id[0]].columns
        for header in (column.title.zh, *column.synonyms)
    }
    assert [by_header[fold(h)] for h in headers] == names


def test_tables_are_created_with_their_types() -> None:
    con = duckdb.connect()
    create_tables(con)
    tables = {row[0] for row in con.execute("select table_name from duckdb_tables()").fetchall()}
    assert tables == set(SHEETS)
    columns = dict(
        con.execute(
            "select column_name, data_type from duckdb_columns() where table_name = 'matches'"
        ).fetchall()
    )
    assert columns["contacted_on"] == "DATE"
    assert columns["contacted_on_precision"] == columns["demand_text"] == columns["person_id_a"] == "VARCHAR"
    assert columns["hours"] == "DOUBLE"
    assert 'create table "targets"' in ddl(SHEETS["targets"])
