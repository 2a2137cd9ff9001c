"""Short spellings for the declarations, and the columns that many sheets share."""

from __future__ import annotations

from typing import Any

from data_ingest.sheets.declaration import Column, Kind
from foundation.locales import Text

#: Headers under which rosters and forms name an officer, by what the cell holds.
OFFICER_HEADERS: dict[str, tuple[str, ...]] = {
    part: tuple(words.split())
    for part, words in {
        "number": "联络员编号 联络员编码 联络员号 科创联络员编号",
        "name": "联络员姓名 联络员 科创联络员 科创联络员姓名 姓名 名字 联络员名称",
        "unit": "联络员单位 联络员所在单位 联络员工作单位 单位名称 单位 工作单位 所在单位 单位及职务",
        "phone": "联络员手机 联络员电话 联络员联系电话 联络员联系方式 手机 手机号 手机号码 联系电话 联系方式",
        "city": "联络员市州 市州 所属市州 所在市州",
    }.items()
}


def column(name: str, zh: str, en: str, kind: Kind = "text", also: str = "", **more: Any) -> Column:
    """A column with its header in both languages; `also`: other headers of real files, spaces between."""
    return Column(name=name, title=Text(zh=zh, en=en), kind=kind, synonyms=tuple(also.split()), **more)


def officer(also: str = "", *, is_named_alone: bool = True, **more: Any) -> Column:
    """联络员编号, or the name under which the officer stands in the file.

    is_named_alone: a bare 姓名 in this sheet is the officer's (not an expert's).
    """
    names = [h for h in OFFICER_HEADERS["name"] if is_named_alone or h not in ("姓名", "名字")]
    words = " ".join((*OFFICER_HEADERS["number"][1:], *names, also))
    return column("officer", "联络员编号", "Officer", "officer", words, **{"example": "示例甲", **more})


def actual_officer() -> Column:
    words = "实际履职人 实际联络员姓名 实际提交人 实际完成联络员 真实联络员"
    return column("actual_officer", "实际联络员", "Officer who did it", "officer", words)


def city(also: str = "") -> Column:
    words = f"所属市州 所在市州 地市 市(州) 所属地市 城市 所在地 地区 所属地区 市、州 {also}"
    return column("city", "市州", "City", "code", words, codes="city", example="武汉")


def category() -> Column:
    words = "联络员类别 类型 A/B类 类别(A/B) 分类 联络员类型 A类/B类 AB类 所属类别"
    return column("category", "类别", "Category", "code", words, codes="category", example="A")


def field(title: str = "领域", also: str = "") -> Column:
    words = "领域 专业领域 技术领域 所属领域 专业方向 行业领域 专业 研究领域 所属技术领域"
    also = " ".join([*(word for word in words.split(" ") if word != title), also])
    return column("field", title, "Field", "code", also, codes="field", example="新材料")


def is_prompted() -> Column:
    words = "是否催办 催办后提交 催办后 是否催报 是否提醒后"
    return column("is_prompted", "是否催办后", "After a reminder", "yes_no", words, example="否")


def mode(also: str = "") -> Column:
    words = f"线上线下 线上/线下 活动形式 开展形式 方式 {also}"
    return column("mode", "形式", "Mode", "code", words, codes="mode", example="线下")


def number(name: str, zh: str, en: str, also: str = "") -> Column:
    """The sheet's own number: kept as text, assigned from the row's content where absent."""
    return column(name, zh, en, "number_text", also)


def audience() -> Column:
    words = "通知对象 发送范围 通知人群 推送范围 范围 接收范围 发送对象"
    note = Text(
        zh="全省，或市州名称、非市州推荐、A类、B类，用顿号隔开",
        en="全省 (everyone), or unit names, A类, B类, joined by 、",
    )
    return column(
        "audience", "通知范围", "Audience", "text", words, check="audience", note=note, example="全省"
    )
