"""A finding is a value: masked as a value, worded in parts, and its text is made in one place only."""

from __future__ import annotations

import ast
import datetime as dt

import pytest

from data_ingest.findings import Finding, finding_text
from tests.house.places import modules

RECEIVED = dt.date(2026, 1, 10)
WORDING = "data_ingest/findings.py"


def test_a_date_in_three_parts_and_their_join() -> None:
    words = finding_text(
        Finding("activities", "acted_on", "future_date", "held", "2052-01-01", received_on=RECEIVED)
    )
    assert words.wrong.zh == "“日期”中的“2052-01-01”晚于收到文件的日期 2026-01-10。"
    assert words.remedy.zh == "请核对年份后改正。"
    assert words.effect.zh == "本行暂未载入。"
    assert words.message.zh == words.wrong.zh + words.remedy.zh + words.effect.zh
    assert words.message.en == (
        "“2052-01-01” in “Date” is later than 2026-01-10, the day on which the file was received. "
        "Please check the year. The row is not loaded yet."
    )


def test_what_becomes_of_a_reference_goes_on_in_the_sentence_of_the_remedy() -> None:
    finding = Finding(
        "activities",
        "officer",
        "ambiguous_officer",
        "uncounted",
        "模拟甲",
        candidates="模拟甲（武汉）、模拟甲（黄石）",
    )
    words = finding_text(finding)
    assert words.remedy.zh == "请补上单位、手机或联络员编号"
    assert words.message.zh == (
        "“模拟甲”对应不止一人（模拟甲（武汉）、模拟甲（黄石））。"
        "请补上单位、手机或联络员编号；本行已载入，暂不计入任何人。"
    )
    assert words.message.en.endswith(
        "Add unit, phone or officer's number; the row is loaded and counts for nobody yet."
    )


def test_a_value_with_braces_and_a_long_one() -> None:
    words = finding_text(Finding("activities", "acted_on", "wrong_date", "held", "{value}{0}" + "长" * 100))
    assert "“{value}{0}" + "长" * 50 + "…”" in words.wrong.zh


@pytest.mark.parametrize(
    "written", ["13812342047 13912342048", "13812342047、13912342048", "13812342047/13912342048"]
)
def test_two_numbers_are_masked_in_what_was_written_and_in_what_was_kept(written: str) -> None:
    finding = Finding("officers", "phone", "several_phones", "kept", written, kept="13812342047")
    words = finding_text(finding.masked())
    for text in (finding.masked().value, finding.masked().kept, words.message.zh, words.message.en):
        assert "****" in text
        assert "12342047" not in text
        assert "12342048" not in text
    assert words.message.zh.endswith("按“138****2047”处理。")


def test_only_contacts_are_masked_and_an_empty_cell_stays_empty() -> None:
    name = Finding("officers", "name", "required_missing", "held")
    assert name.masked() is name
    phone = Finding("officers", "phone", "wrong_phone", "empty", "12")
    assert (phone.masked().value, phone.masked().kept) == ("****", "")


def _first_text(call: ast.Call) -> str:
    """The constant that the first argument of a call begins with."""
    argument = call.args[0] if call.args else None
    if isinstance(argument, ast.JoinedStr) and argument.values:
        argument = argument.values[0]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def _is_worded(call: ast.Call) -> bool:
    """`text("rules.…")`, `say(…)` or `context.say(…)`."""
    return ast.unparse(call.func).rpartition(".")[2] in ("text", "say") and _first_text(call).startswith(
        "rules."
    )


def _calls(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_no_other_module_words_a_finding() -> None:
    wording = {path for path, tree in modules().items() for call in _calls(tree) if _is_worded(call)}
    assert wording == {WORDING}


PARSING = {
    "split",
    "rsplit",
    "partition",
    "rpartition",
    "find",
    "rfind",
    "index",
    "rindex",
    "replace",
    "sub",
    "match",
}
PARSING |= {"fullmatch", "search", "findall", "splitlines", "removeprefix", "removesuffix"}


def test_no_module_takes_a_message_apart() -> None:
    """Neither by a method of a message nor by the words that its parts begin and end with."""
    parsed = [
        f"{path}:{call.lineno}"
        for path, tree in modules().items()
        for call in _calls(tree)
        if isinstance(call.func, ast.Attribute) and call.func.attr in PARSING
        if "message" in ast.unparse(call)
        or any(end in _first_text(call) for end in ("。请", "本行", "(?<=。)"))
    ]
    assert parsed == []
