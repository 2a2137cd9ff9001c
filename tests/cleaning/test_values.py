"""Money, numbers, yes or no, phones, identifiers, codes: as written → as loaded, or the rule broken."""

import pytest

from data_ingest.cleaning import (
    clean_audience,
    clean_code,
    clean_codes,
    clean_email,
    clean_money,
    clean_number,
    clean_number_text,
    clean_phone,
    clean_reference,
    clean_text,
    clean_yes_no,
)
from data_ingest.cleaning.distinct import Reading, over_distinct, strings
from tests.cleaning.test_dates import rows


def said(read) -> tuple[str, str]:
    value, rule = read.value[0].as_py(), read.rule[0].as_py() if read.rule is not None else None
    if isinstance(value, float):
        value = f"{value:g}"
    return "-" if value is None else str(value), rule or "-"


#: as written | under 万元 | under 元 | rule under 万元
MONEY = """
50          | 50   | 0.005 | -
50.5        | 50.5 | 0.00505 | -
50万        | 50   | 50    | -
50万元整    | 50   | 50    | -
500000元    | 50   | 50    | -
1,200,000元 | 120  | 120   | -
0.5亿元     | 5000 | 5000  | -
￥50万      | 50   | 50    | -
约50万元    | 50   | 50    | -
五十万元    | 50   | 50    | -
0           | 0    | 0     | -
100000      | 100000 | 10  | -
500000      | -    | 50    | doubtful_money
50-100万元  | -    | -     | wrong_money
-3          | -    | -     | wrong_money
面议        | -    | -     | -
无          | -    | -     | -
"""


@pytest.mark.parametrize(("text", "wan", "yuan", "rule"), rows(MONEY))
def test_money_in_wan_yuan(text: str, wan: str, yuan: str, rule: str) -> None:
    assert said(clean_money([text])) == (wan, rule)
    assert said(clean_money([text], unit="元"))[0] == yuan


#: as written | as a number | as a count
NUMBERS = """
12    | 12   | 12
12.0  | 12   | 12
3场   | 3    | 3
2小时 | 2    | 2
十二  | 12   | 12
1,200 | 1200 | 1200
85%   | 0.85 | -
3.5   | 3.5  | -
-1    | -1   | -
0     | 0    | 0
2-3   | -    | -
许多  | -    | -
"""


@pytest.mark.parametrize(("text", "number", "count"), rows(NUMBERS))
def test_numbers(text: str, number: str, count: str) -> None:
    assert said(clean_number([text]))[0] == number
    assert said(clean_number([text], is_whole=True))[0] == count


YES_NO = """
是 | True
√ | True
☑ | True
有 | True
Ｙ | True
1 | True
1.0 | True
TRUE | True
已送达 | True
愿意公开 | True
否 | False
× | False
无 | False
N | False
0 | False
未送达 | False
不愿意 | False
部分 | -
"""


@pytest.mark.parametrize(("text", "value"), rows(YES_NO))
def test_yes_and_no(text: str, value: str) -> None:
    read = clean_yes_no([text], words=["是否愿意公开"])
    assert said(read) == (value, "not_yes_no" if value == "-" else "-")


def test_a_cell_that_repeats_its_header_says_yes() -> None:
    assert said(clean_yes_no(["请假"], words=["请假"]))[0] == "True"
    assert said(clean_yes_no(["请假"], words=["出勤"]))[0] == "False"
    assert said(clean_yes_no(["省外"], list_id="locality"))[0] == "False"
    assert said(clean_yes_no(["湖北省内"], list_id="locality"))[0] == "True"


PHONES = """
13800001234             | 13800001234 | -
138-0000-1234           | 13800001234 | -
13800001234.0           | 13800001234 | -
+86 138 0000 1234       | 13800001234 | -
１３８００００１２３４  | 13800001234 | -
13800001234、13900001234 | 13800001234 | several_phones
13800001234 13900001234 | 13800001234 | several_phones
027-87654321            | 02787654321 | -
(027)87654321           | 02787654321 | -
0717-6543210转801       | 07176543210 | -
027-87654321/13800001234 | 02787654321 | several_phones
400-123-4567            | 4001234567  | -
1380000                 | -           | wrong_phone
138****1234             | -           | wrong_phone
1.38E+10                | -           | ruined_number
"""


@pytest.mark.parametrize(("text", "value", "rule"), rows(PHONES))
def test_phones(text: str, value: str, rule: str) -> None:
    assert said(clean_phone([text])) == (value, rule)


IDENTIFIERS = """
420106199001011234  | 420106199001011234 | -
91420100MA4K12345X  | 91420100MA4K12345X | -
1.23457E+17         | -                  | ruined_number
420106199001010000  | -                  | ruined_number
123.0               | 123                | -
'0012               | 0012               | -
0012                | 0012               | -
鄂科协〔2023〕12号  | 鄂科协〔2023〕12号 | -
"""


@pytest.mark.parametrize(("text", "value", "rule"), rows(IDENTIFIERS)[:-1])
def test_identifiers_are_kept_or_refused_never_repaired(text: str, value: str, rule: str) -> None:
    assert said(clean_number_text([text])) == (value, rule)


CODES = """
category      | Ｂ             | B          | -
category      | b类            | B          | -
category      | A/B            | -          | several_values
city          | 恩施州来凤县   | 422800     | -
city          | 武汉、宜昌     | -          | several_values
city          | 火星           | -          | not_in_list
activity_kind | 走访企业       | 企业走访   | -
activity_kind | 企业走访、座谈 | 企业走访   | several_values
cert_type     | 无             | 无         | -
gender        | 无             | -          | -
chain         | 小龙虾         | 小龙虾     | -
industry      | 农、林、牧、渔业 | A        | -
"""


@pytest.mark.parametrize(("list_id", "text", "value", "rule"), rows(CODES))
def test_codes(list_id: str, text: str, value: str, rule: str) -> None:
    assert said(clean_code([text], list_id)) == (value, rule)


def test_several_codes_in_one_cell() -> None:
    assert said(clean_codes(["发明；软著、发明专利"], "ip")) == ("发明专利、软件著作权", "-")
    assert said(clean_codes(["发明、口头"], "ip")) == ("发明专利", "not_in_list")


def test_mail_text_references_and_audience() -> None:
    assert said(clean_email([" ShiLi@Example.com "])) == ("shili@example.com", "-")
    assert said(clean_email(["没有@"])) == ("-", "wrong_email")
    assert said(clean_text(["　张　三 "], is_name=True)) == ("张三", "-")
    assert said(clean_text(["欧 阳 示 例"], is_name=True)) == ("欧阳示例", "-")
    assert said(clean_text(["#VALUE!"])) == ("-", "broken_formula")
    assert said(clean_reference(["20210017.0"])) == ("20210017", "-")
    assert said(clean_reference(["4.20106E+17"])) == ("-", "ruined_number")
    assert said(clean_audience(["武汉市、Ａ类"])) == ("武汉、A类", "-")
    assert said(clean_audience(["火星、武汉"])) == ("-", "unknown_audience")


def test_each_distinct_text_is_read_once() -> None:
    seen: list[str] = []

    def parse(text: str) -> Reading:
        seen.append(text)
        return Reading(text)

    over_distinct(strings(["甲", "乙", None] * 100_000), parse, strings([]).type)
    assert seen == ["甲", "乙"]
