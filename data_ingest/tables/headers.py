"""Header cells → columns of the declared sheets.

A header is compared after folding: width, spaces, line breaks, stars, colons, leading numbers, and at last
without its brackets: `*拟投入\n（万元）` → `拟投入`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column, Sheet
from data_ingest.sheets.wording import OFFICER_HEADERS
from foundation.reference.folding import fold, without_brackets

#: Headers of running numbers: every table may have them, and they tell no sheet from another.
SERIAL = frozenset({"序号", "no", "行号", "项次", "顺序号", "序", "编次", "编号"})
#: One cell that names unit and post together.
UNIT_AND_DUTY = frozenset(
    f"{unit}{joint}{duty}"
    for unit in ("单位", "工作单位", "所在单位", "单位名称", "现工作单位")
    for joint in ("", "及", "和", "与", "、", "/", "及其")
    for duty in ("职务", "职称", "职务职称", "职务/职称", "职务、职称", "职务及职称")
)
_NOISE = re.compile(r"[*★☆※#:,。.、\"'“”‘’_\-]+")
_LEADING_NUMBER = re.compile(r"^[\(]?(\d{1,2}|[一二三四五六七八九十]{1,2})[\).、.]\s*(?=\D)")


@dataclass(frozen=True)
class Target:
    """Where a header leads. `quality`: 3 the title, 2 a synonym, 1 a helper of an officer or reference.

    A helper column is called `<column>__name`, `__unit`, `__phone`, `__city` (officers), `__with` (a
    reference's second key), `org__duty` (unit and post in one cell).
    """

    column: str
    quality: int


@lru_cache(maxsize=50_000)
def header_forms(cell: str) -> tuple[str, ...]:
    """The folded forms to look a header up by, the fullest first."""
    full = fold(_LEADING_NUMBER.sub("", cell.strip()))
    forms = (full, _NOISE.sub("", full), _NOISE.sub("", without_brackets(full)))
    return tuple(dict.fromkeys(form for form in forms if form))


def _put(targets: dict[str, Target], names: tuple[str, ...], column: str, quality: int) -> None:
    for name in names:
        for form in header_forms(name):
            if form not in targets or targets[form].quality < quality:
                targets[form] = Target(column, quality)


@cache
def vocabulary(sheet_id: str) -> dict[str, Target]:
    """Folded header → target, for one sheet."""
    sheet = SHEETS[sheet_id]
    targets: dict[str, Target] = {}
    for column in sheet.columns:
        if column.kind == "officer":
            _put(targets, *_officer_helpers(column))
            _more_officer_helpers(targets, column, sheet)
        if column.kind == "reference" and column.refers_to:
            _reference_helpers(targets, column, SHEETS[column.refers_to])
    for column in sheet.columns:
        _put(targets, column.synonyms, column.name, 2)
    for column in sheet.columns:
        _put(targets, (column.title.zh, column.title.en, column.name), column.name, 3)
    return _with_unit_and_duty(targets, sheet)


def _officer_helpers(column: Column) -> tuple[tuple[str, ...], str, int]:
    title = column.title.zh.removesuffix("编号")
    name_headers: tuple[str, ...] = (f"{title}姓名", f"{title}名字")
    if column.name == "officer":
        name_headers += OFFICER_HEADERS["name"]
    return name_headers, f"{column.name}__name", 1


def _more_officer_helpers(targets: dict[str, Target], column: Column, sheet: Sheet) -> None:
    title = column.title.zh.removesuffix("编号")
    shared = column.name == "officer"
    units = (f"{title}单位", f"{title}所在单位", f"{title}工作单位")
    phones = (f"{title}手机", f"{title}电话", f"{title}联系电话")
    _put(targets, units + (OFFICER_HEADERS["unit"] if shared else ()), f"{column.name}__unit", 1)
    _put(targets, phones + (OFFICER_HEADERS["phone"] if shared else ()), f"{column.name}__phone", 1)
    if shared and "city" not in sheet.by_name:
        _put(targets, OFFICER_HEADERS["city"], "officer__city", 1)


def _reference_helpers(targets: dict[str, Target], column: Column, target: Sheet) -> None:
    """The other sheet's title names the row; its enterprise, unit or date tells equal titles apart."""
    title, *others = target.named_by or ("title",)
    if title in target.by_name:
        named = target.by_name[title]
        kind = target.title.zh
        _put(targets, (f"{kind}名称", f"{column.title.zh}名称", *named.synonyms), f"{column.name}__title", 1)
    for other in others:
        second = target.by_name[other]
        _put(targets, (second.title.zh, *second.synonyms), f"{column.name}__with", 1)


def _with_unit_and_duty(targets: dict[str, Target], sheet: Sheet) -> dict[str, Target]:
    """单位及职务 is no synonym of 单位: the cell has to be split."""
    if sheet.has_employer:
        column = "org__duty"
    elif "officer" in sheet.by_name:
        column = "officer__unit_duty"
    else:
        return targets
    joined = {form for form in targets if "单位" in form and ("职务" in form or "职称" in form)}
    return targets | {form: Target(column, 3) for form in joined | {fold(name) for name in UNIT_AND_DUTY}}


@cache
def all_forms() -> frozenset[str]:
    """Every folded header of every sheet: what makes a row look like a header."""
    all_known: set[str] = set(SERIAL)
    for sheet_id in SHEETS:
        all_known |= vocabulary(sheet_id).keys()
    return frozenset(all_known)


@cache
def spread() -> dict[str, int]:
    """Folded header → in how many sheets it occurs: a rare header tells more."""
    counts: dict[str, int] = defaultdict(int)
    for sheet_id in SHEETS:
        for form in vocabulary(sheet_id):
            counts[form] += 1
    return dict(counts)


def is_known(cell: str) -> bool:
    return any(form in all_forms() for form in header_forms(cell))


def is_serial(cell: str) -> bool:
    return any(form in SERIAL for form in header_forms(cell))


def look_up(cell: str, sheet_id: str) -> tuple[Target, str] | None:
    """What the header means in this sheet, and the form it was found by."""
    words = vocabulary(sheet_id)
    return next(((words[form], form) for form in header_forms(cell) if form in words), None)
