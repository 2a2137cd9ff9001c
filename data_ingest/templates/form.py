"""A sheet's declaration → the columns of its blank form: headers, choices, notes, example."""

from __future__ import annotations

from dataclasses import dataclass

from data_ingest.sheets.declaration import Column, Kind, Sheet
from foundation.locales import say
from foundation.reference import code_list

#: What an example cell shows where the declaration gives none and the row cannot do without it.
_EXAMPLES: dict[str, str] = {
    "date": "2023-03-01",
    "month": "2023-03",
    "integer": "1",
    "number": "1",
    "money": "50",
    "yes_no": "是",
    "phone": "13800000000",
    "email": "shili@example.com",
}
#: Beyond this a note that lists every value is longer than anybody reads; the drop-down has them all.
_LISTED = 24


@dataclass(frozen=True)
class FormColumn:
    """One column of the form. choices: the drop-down; is_strict: nothing else may be entered.

    must: "" free to leave empty, "*" required, "※" one of its group is.
    """

    header: str
    kind: Kind
    must: str = ""
    choices: tuple[str, ...] = ()
    is_strict: bool = False
    note: str = ""
    example: str = ""
    may_lie_ahead: bool = True


def form(sheet: Sheet) -> list[FormColumn]:
    """The columns in the declaration's order; the officer as number, name and unit, side by side."""
    columns: list[FormColumn] = []
    for column in sheet.columns:
        if column.name == "officer":
            columns += _officer(column, sheet)
        else:
            columns.append(_column(column, sheet))
    return columns


def _column(column: Column, sheet: Sheet) -> FormColumn:
    must = _must(column, sheet)
    choices = _choices(column)
    return FormColumn(
        header=column.title.zh,
        kind=column.kind,
        must=must,
        choices=choices,
        is_strict=column.kind == "yes_no" or (column.kind == "code" and not _is_open(column)),
        note=_note(column, must, choices),
        example=_example(column, must) if _is_shown(column, sheet) else "",
        may_lie_ahead=column.may_lie_ahead,
    )


def _officer(column: Column, sheet: Sheet) -> list[FormColumn]:
    """Few senders know the official number: the name tells who it is, with the unit among equal names."""
    must = _must(column, sheet)
    name = column.example if _is_shown(column, sheet) else ""
    number, by_name, by_unit = (say(f"returns.officer_{part}", "zh") for part in ("number", "name", "unit"))
    fields = [
        FormColumn("联络员编号", "number_text", note=number),
        FormColumn("联络员姓名", "text", must, note=f"{_must_words(must)}{by_name}", example=name),
    ]
    if sheet.has_employer:
        return fields  # its own 单位名称 is the officer's employer
    return [*fields, FormColumn("联络员单位", "text", note=by_unit, example="模拟大学" if name else "")]


def _must(column: Column, sheet: Sheet) -> str:
    if column.required:
        return "*"
    return "※" if any(column.name in group for group in sheet.either) else ""


def _is_shown(column: Column, sheet: Sheet) -> bool:
    """Of columns of which one suffices the example fills one: the first that has something to show."""
    group = next((group for group in sheet.either if column.name in group), (column.name,))
    showing = [name for name in group if sheet.by_name[name].example]
    return not showing or showing[0] == column.name


def _must_words(must: str) -> str:
    return say({"*": "returns.must", "※": "returns.must_either"}[must], "zh") if must else ""


def _is_open(column: Column) -> bool:
    return column.codes is not None and code_list(column.codes).is_open


def _choices(column: Column) -> tuple[str, ...]:
    if column.codes:
        return tuple(code.label.zh for code in code_list(column.codes).codes)
    return ("是", "否") if column.kind == "yes_no" else ()


def _note(column: Column, must: str, choices: tuple[str, ...]) -> str:
    """必填, how to write it, what the declaration adds, the values to choose from."""
    kind = "open" if _is_open(column) else column.kind
    parts = [_must_words(must), say(f"returns.how_{kind}", "zh")]
    if column.kind == "date" and not column.may_lie_ahead:
        parts.append(say("returns.how_past", "zh"))
    if column.is_end:
        parts.append(say("returns.how_end", "zh"))
    if column.note:
        parts.append(f"{column.note.zh}。")
    if column.codes and len(choices) <= _LISTED:
        parts.append(say("returns.choices", "zh", choices="、".join(choices)))
    return "".join(parts)


def _example(column: Column, must: str) -> str:
    """As declared; else something plausible where the row needs it. A code shows its own label."""
    if column.codes:
        codes = code_list(column.codes)
        if column.kind == "code" and (column.example or must == "*"):
            value = codes.resolve(column.example) if column.example else codes.values[0]
            return codes.label(value, "zh") if value else column.example
        return column.example
    if column.example or must != "*":
        return column.example
    return _EXAMPLES.get(column.kind, say("returns.example_text", "zh"))
