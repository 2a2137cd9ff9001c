"""Every rule that a cell can break has its words, in both languages, with the same placeholders."""

import re
from pathlib import Path
from string import Formatter

from foundation.locales import catalogue

#: Begin as the rules of references do.
CELL_RULES = {"ambiguous_date", "ambiguous_month"}
ROOM = Path(__file__).resolve().parents[2] / "data_ingest"


def worded(lang: str) -> dict[str, set[str]]:
    own = {k.removeprefix("rules."): v for k, v in catalogue(lang).items() if k.startswith("rules.")}
    return {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in own.items()}


def test_both_languages_say_the_same_things() -> None:
    assert worded("zh") == worded("en")


def rules() -> set[str]:
    """Ids of rules: every one has a remedy."""
    return {key.removeprefix("remedy_") for key in worded("zh") if key.startswith("remedy_")}


def rules_of_references() -> set[str]:
    """Broken by a reference, which names itself, or by an officer's number."""
    return {rule for rule in rules() if rule.startswith(("unresolved_", "ambiguous_"))} - CELL_RULES | {
        "number_claimed"
    }


def test_every_text_belongs_to_a_rule_or_an_outcome() -> None:
    known = {*rules(), *(f"remedy_{rule}" for rule in rules()), "joined"}
    assert {key for key in worded("zh") if not key.startswith("outcome_")} == known


def test_every_message_names_its_column() -> None:
    for rule in rules() - rules_of_references():
        assert worded("zh")[rule] & {"column", "columns"}, rule
    for rule in rules_of_references():
        assert "value" in worded("zh")[rule], rule


def test_every_rule_in_the_code_has_its_words() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOM / "cleaning").glob("*.py"))
    shape = r'"([a-z]+(?:_[a-z]+)*_(?:date|month|only|year|number|money|list|values|no|audience|phones?|email|formula|missing|other))"'
    used = {rule for rule in re.findall(shape, source) if not rule.startswith(("clean_", "is_"))}
    used -= {"yes_no", "row_number"}  # a kind and a column
    assert used == rules() - rules_of_references()
