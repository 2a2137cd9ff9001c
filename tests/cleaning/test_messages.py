"""Every rule that a cell can break has its words, in both languages, with the same placeholders."""

import re
from pathlib import Path
from string import Formatter

from foundation.locales import catalogue

ROOM = Path(__file__).resolve().parents[2] / "data_ingest"


def worded(lang: str) -> dict[str, set[str]]:
    own = {k.removeprefix("rules."): v for k, v in catalogue(lang).items() if k.startswith("rules.")}
    return {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in own.items()}


def test_both_languages_say_the_same_things() -> None:
    assert worded("zh") == worded("en")


def test_every_message_names_its_column() -> None:
    for rule, names in worded("zh").items():
        if not rule.startswith("outcome_"):
            assert names & {"column", "columns"}, rule


def test_every_rule_in_the_code_has_its_words() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOM / "cleaning").glob("*.py"))
    shape = r'"([a-z]+(?:_[a-z]+)*_(?:date|month|only|year|number|money|list|values|no|audience|phones?|email|formula|missing|other))"'
    used = {rule for rule in re.findall(shape, source) if not rule.startswith(("clean_", "is_"))}
    used -= {"yes_no", "row_number"}  # a kind and a column
    ours = {rule for rule in worded("zh") if not rule.startswith("outcome_")}
    assert used == ours
