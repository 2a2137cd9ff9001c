"""签约: one row a contract as reported or as verified.

`contract_no` is never assigned: a row with neither contract_no nor registered_no joins the earliest-signed
contract of its match, and an invented number would part them.
"""

from data_ingest.sheets.declaration import ALL_STARRED, TO_OFFICER, Key, Sheet
from data_ingest.sheets.section import Section, SectionColumn
from data_ingest.sheets.wording import column, officer
from foundation.locales import Text

SHEET = Sheet(
    id="contracts",
    title=Text(zh="签约", en="Contracts"),
    order=15,
    synonyms=(
        "签约情况",
        "合同台账",
        "签约台账",
        "合同登记",
        "技术合同",
        "签约汇总表",
        "合同登记表",
        "签约情况表",
    ),
    either=(("match", "officer"),),
    signature=("amount_wan", "signed_on", "is_local", "registered_no"),
    natural_key=ALL_STARRED,
    credits=TO_OFFICER,
    is_of_one_person=False,
    facts_until="signed_on",
    dossier=Section(
        id="contract",
        title=Text(zh="签约", en="Contracts"),
        on_date=None,
        kind=SectionColumn(Text(zh="合同类型", en="Kind of contract"), codes="contract_type"),
        content=SectionColumn(Text(zh="金额（万元）", en="Value (10,000 yuan)")),
        outcome=SectionColumn(Text(zh="自报或核验", en="Reported or verified"), codes="contract_source"),
    ),
    number_key=Key(("contract_no", "source"), ("officer_text", "match_text")),
    columns=(
        column("contract_no", "合同编号", "Contract number", "number_text", "合同号 合同编码 技术合同编号"),
        column(
            "match",
            "对接编号",
            "Match",
            "reference",
            "对接记录编号 对接号 对接",
            refers_to="matches",
        ),
        officer("促成联络员 申报联络员 汇报联络员"),
        column(
            "kind",
            "合同类型",
            "Kind of contract",
            "code",
            "合同类别 技术合同类型 类型",
            codes="contract_type",
            example="技术开发",
        ),
        column(
            "amount_wan",
            "金额(万元)",
            "Amount (10,000 yuan)",
            "money",
            "合同金额 金额 合同金额(万元) 签约金额 签约金额(万元) 成交额 合同额 成交金额 合同成交额 "
            "金额(元) 合同金额(元) 技术交易额",
            example="120",
        ),
        column(
            "signed_on",
            "签约日期",
            "Signed on",
            "date",
            "签订日期 签约时间 合同签订日期 签订时间 合同日期 日期",
            required=True,
            example="2023-09-20",
        ),
        column(
            "registered_no",
            "登记编号",
            "Registration number",
            "number_text",
            "认定登记编号 合同登记编号 登记号 技术合同登记编号",
        ),
        column(
            "is_local",
            "省内外",
            "Within the province",
            "yes_no",
            "省内/省外 是否省内 转化地 省内省外 受让方所在地 是否省内转化 技术受让方所在地",
            codes="locality",
            example="省内",
        ),
        column(
            "source",
            "来源",
            "Source",
            "code",
            "数据来源 信息来源 自报/核验 来源(自报/核验) 填报来源",
            required=True,
            codes="contract_source",
            example="自报",
        ),
    ),
)
