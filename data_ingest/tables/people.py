"""Cells that name a person, a unit and a post together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_SPACE = "[\\s\u3000]"
_UNIT_ENDS = (
    "有限责任公司|股份公司|有限公司|分公司|公司|集团|大学|学院|学校|研究总院|研究院|研究所|设计院|科学院|工程院|检测院"
    "|医院|中心|实验室|管委会|委员会|孵化器|产业园|科技园|工业园|植物园|园区|开发区|高新区|基地|协会|学会|联合会"
    "|科协|促进会|合作社|事务所|总厂|工厂|水厂|药厂|服务站|推广站|科技局|农业局|农业农村局|局|厅|校区|党校"
)
#: Some units are told apart by a code at their end: 某某园区A-12, 模拟企业B-017.
_CODE = r"[A-Za-z]{1,3}-?\d+"
_ENDING = f"(?:(?:{_UNIT_ENDS})(?:{_CODE})?|(?:企业|高校|院所|机构|单位){_CODE})(?:[（(][^）)]*[）)])?"
_UNIT = re.compile(f"^.*{_ENDING}")
_UNIT_LIKE = re.compile(f"{_ENDING}$")
_DUTY = re.compile(
    "(?P<duty>(?:常务|执行)?(?:特聘|客座)?(?:名誉)?(?:党委|党总支|党支部|团委|支部)?(?:副|正|总|首席|高级|助理|主任|项目)*"
    "(?:教授|讲师|研究员|工程师|实验师|农艺师|经济师|会计师|医师|技师|处长|院长|校长|所长|主任|科长|部长|局长|厅长"
    "|站长|馆长|厂长|系主任|秘书长|主席|书记|董事长|董事|总裁|总经理|经理|总监|总工|负责人|主管|助理|秘书|干事"
    "|专员|科员|职员|教师|老师|辅导员|技术员|院士|主办|专干|会长|理事长|CEO|CTO|COO))$"
)
_SEPARATOR = re.compile(r"\s*[、,，;；/\\|\n]\s*|\s{1,}|　+")
_PERSON = re.compile(r"^(?P<name>[^（(\[【]+?)\s*[（(\[【]\s*(?P<unit>.+?)\s*[）)\]】]$")
_NAME = re.compile(r"^[一-鿿㐀-䶿·•]{2,5}$|^[一-鿿]\s+[一-鿿]$|^[A-Za-z][A-Za-z .·]+$")
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)")
_NUMBER = re.compile(r"^(?=.*\d)[A-Za-z0-9][A-Za-z0-9_\-./〔〕\[\]()（）]*$")
#: 鄂联2023001: Chinese letters first, then a long number (模拟企业B-017 is a firm).
_CHINESE_NUMBER = re.compile(r"^[一-鿿]{1,4}[-—]?[A-Za-z]{0,4}[-—]?\d{4,}[\d\-]*号?$")


class Person(NamedTuple):
    """What one cell says about a person; `number` excludes the others."""

    name: str = ""
    unit: str = ""
    phone: str = ""
    number: str = ""


@lru_cache(maxsize=200_000)
def split_unit_duty(cell: str) -> tuple[str, str]:
    """`武汉大学科技处处长` → (武汉大学, 科技处处长); a cell that shows no post is all unit.

    Separators decide first, but only where what stands before them ends like a unit.
    """
    cell = cell.strip()
    for separator in _SEPARATOR.finditer(cell):
        before, after = cell[: separator.start()], cell[separator.end() :]
        shows_both = _UNIT_LIKE.search(before) or _DUTY.search(after)
        if before and after and shows_both and not _UNIT_LIKE.search(after):
            return before, after
    if _UNIT_LIKE.search(cell):
        return cell, ""
    unit = _UNIT.match(cell)
    if unit and _DUTY.search(cell):
        return unit.group(0), cell[unit.end() :]
    match = _DUTY.search(cell)
    if match and match.start() >= 2:
        return cell[: match.start()], match.group("duty")
    return cell, ""


@lru_cache(maxsize=500_000)
def parse_person(cell: str) -> Person:
    """`张三（武汉大学）`, `张三 武汉大学`, `武汉大学 张三`, `张三 13800000000`, `HB21-001` …"""
    text = cell.strip()
    phone = _PHONE.search(text)
    digits = re.sub(r"\D", "", phone.group(1)) if phone else ""
    if phone and phone.group(0) == text:
        return Person(phone=digits)
    if phone:
        text = (text[: phone.start()] + text[phone.end() :]).strip(" ,，;；:：/（）()")
        text += "）" if "（" in text and "）" not in text else ""
        text += ")" if "(" in text and ")" not in text else ""
    if is_number(text):
        return Person(number=text)
    bracketed = _PERSON.match(text)
    if bracketed:
        name, unit = bracketed["name"].strip(), bracketed["unit"].strip()
        if _NUMBER.match(unit):
            return Person(number=unit, name=name)
        return Person(name, unit, digits)
    return _parted(text, digits)


def _parted(text: str, phone: str) -> Person:
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) == 2 and all(len(part) == 1 for part in parts):
        return Person("".join(parts), phone=phone)
    numbers = [part for part in parts if _NUMBER.match(part)]
    names = [part for part in parts if _NAME.match(part) and not _UNIT_LIKE.search(part)]
    if numbers and len(parts) > 1:
        return Person(number=numbers[0], name=names[0] if names else "")
    if len(parts) == 2 and names:
        unit = parts[1] if parts[0] == names[0] else parts[0]
        return Person(names[0], unit, phone)
    return Person(text, phone=phone)


def is_number(cell: str) -> bool:
    """Whether a cell of an officer column is an official number rather than a name."""
    return bool(_NUMBER.match(cell.strip()) or _CHINESE_NUMBER.match(cell.strip()))


def join_person(name: str, unit: str | None) -> str:
    """`张三（某大学）`, as it stands in `officer_text`."""
    return f"{name}（{unit}）" if unit else name
