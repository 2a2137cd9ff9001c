"""Cells that name a person, a unit and a post together."""

import pytest

from data_ingest.tables.people import Person, parse_person, split_unit_duty


@pytest.mark.parametrize(
    ("cell", "unit", "duty"),
    [
        ("武汉大学科技处处长", "武汉大学", "科技处处长"),
        ("武汉大学计算机学院教授", "武汉大学计算机学院", "教授"),
        ("某某研究院院长", "某某研究院", "院长"),
        ("模拟新材料有限公司/总经理", "模拟新材料有限公司", "总经理"),
        ("模拟大学 副教授", "模拟大学", "副教授"),
        ("模拟大学、讲师", "模拟大学", "讲师"),
        ("模拟企业B-017研发部经理", "模拟企业B-017", "研发部经理"),
        ("东湖高新区管委会主任", "东湖高新区管委会", "主任"),
        ("宜昌市农业科学研究院", "宜昌市农业科学研究院", ""),
        ("模拟孵化器", "模拟孵化器", ""),
    ],
)
def test_unit_and_post(cell, unit, duty):
    assert split_unit_duty(cell) == (unit, duty)


@pytest.mark.parametrize(
    ("cell", "person"),
    [
        ("张三", Person("张三")),
        ("王 五", Person("王五")),
        ("张三（模拟大学）", Person("张三", "模拟大学")),
        ("张三(模拟院所R-95)", Person("张三", "模拟院所R-95")),
        ("张三 模拟大学", Person("张三", "模拟大学")),
        ("模拟大学 张三", Person("张三", "模拟大学")),
        ("张三 13800000000", Person("张三", phone="13800000000")),
        ("张三（模拟大学，138-0000-0000）", Person("张三", "模拟大学", "13800000000")),
        ("HB2021-001", Person(number="HB2021-001")),
        ("鄂联2023001", Person(number="鄂联2023001")),
        ("HB2021-001 张三", Person("张三", number="HB2021-001")),
        ("张三（HB2021-001）", Person("张三", number="HB2021-001")),
    ],
)
def test_a_person(cell, person):
    assert parse_person(cell) == person
