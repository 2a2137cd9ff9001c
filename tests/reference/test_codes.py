"""Code lists: every value is reached by its own labels, and what fits nothing is None."""

import pytest

from foundation.reference import CODE_LISTS, code_list, fold
from foundation.reference.audience import parse_audience

IDS = [
    "org_type",
    "category",
    "recognised_by",
    "recommender_type",
    "state",
    "exit_reason",
    "activity_kind",
    "reminder_topic",
    "reminder_channel",
    "contact_channel",
    "contact_outcome",
    "mode",
    "training_topic",
    "field",
    "industry",
    "chain",
    "ip",
    "transfer_mode",
    "contract_type",
    "failure_reason",
    "grade",
    "gender",
    "education",
    "cert_type",
    "demand_kind",
    "solution_mode",
    "verified",
    "achievement_kind",
    "willingness",
    "performance",
    "change_kind",
    "push_kind",
    "ticket_kind",
    "honour_kind",
    "suggestion_status",
    "cause",
    "match_source",
    "made_by",
    "contract_source",
    "locality",
    "entered_by",
    "positive_status",
    "topic_kind",
    "decision_status",
    "city",
    "unit",
    "trl",
]


def test_the_lists_of_the_dictionary() -> None:
    assert sorted(CODE_LISTS) == sorted(IDS)


@pytest.mark.parametrize("list_id", IDS)
def test_values_and_labels_resolve_to_themselves(list_id: str) -> None:
    codes = code_list(list_id)
    assert len(set(codes.values)) == len(codes.values)
    for value in codes.values:
        assert codes.resolve(value) == value
        for lang in ("zh", "en"):
            assert codes.resolve(codes.label(value, lang)) == value, (value, lang)
    assert codes.resolve("火星") is None
    assert codes.label("火星", "en") == "火星"


@pytest.mark.parametrize("list_id", IDS)
def test_no_alias_belongs_to_two_values(list_id: str) -> None:
    owners: dict[str, str] = {}
    for one in code_list(list_id).codes:
        for alias in {fold(a) for a in (one.value, one.label.zh, *one.aliases)}:
            assert owners.setdefault(alias, one.value) == one.value, (list_id, alias)


CASES = """
category  | Ｂ          | B
category  | b类         | B
category  | Ｂ 类（企业） | B
category  | A类联络员   | A
category  | A/B         | -
category  | AB类        | -
category  | C类         | -
org_type  | 高校        | 高等院校
cert_type | 技术经纪人（初级） | 技术经纪人(初级)
cert_type | 初级技术经纪人 | 技术经纪人(初级)
industry  | C3562       | C
industry  | 制造业      | C
trl       | TRL6        | 6
trl       | 第6级       | 6
trl       | 4-5         | -
city      | 恩施州来凤县 | 422800
unit      | 非市州推荐  | non_city
unit      | 枝江市      | -
locality  | 湖北省内    | 省内
reminder_channel | ｑｑ群 | QQ群
"""


@pytest.mark.parametrize("row", CASES.strip().splitlines())
def test_as_people_write_them(row: str) -> None:
    list_id, text, value = (cell.strip() for cell in row.split("|"))
    assert (code_list(list_id).resolve(text) or "-") == value


AUDIENCES = """
全省               | 全省
全省联络员         | 全省
武汉市、宜昌，Ａ类 | 武汉、宜昌、A类
全省B类联络员      | B类
全省、武汉         | 全省
武汉、全省、A类    | A类
全省、火星         | -
非市州推荐         | 非市州推荐
枝江市             | -
武汉大学           | -
宜昌市科协、B类    | 宜昌、B类
武汉、火星         | -
、                 | -
"""


@pytest.mark.parametrize("row", AUDIENCES.strip().splitlines())
def test_audience_in_canonical_words(row: str) -> None:
    text, canonical = (cell.strip() for cell in row.split("|"))
    assert (parse_audience(text).canonical or "-") == canonical
