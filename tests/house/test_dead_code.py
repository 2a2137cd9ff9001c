"""Everything that the program defines is used by the program; what only tests use says why."""

from __future__ import annotations

from vulture import Vulture

from tests.house.places import ROOT, STOREYS

#: Registered by their decorator and found by what they are for.
DECORATORS = ["@renders", "@tickets.builder"]
#: Objects of Excel, PowerPoint and Word, of SQLite and Streamlit are told things by setting attributes that only
#: the library reads.
OF_OTHERS = "attribute"
#: Metrics are collected from these modules by their type.
REGISTRY = ROOT / "analytics" / "metrics"
ALLOWED = {
    "__call__": "a protocol, or called by the object's name",
    "decision_id": "column of the ledger, as rows are read",
    "made_at": "column of the ledger, as rows are read",
    "mean_decile_error": "read by its name where the page lists the results",
    "intercept": "a published result beside its slope; checked against statsmodels",
    "grain": "header of a model, required of each",
    "covers": "the plain meaning of a rule's dates, for the second opinion",
    "predict": "the model applied to raw events, as its tests do",
    "model_inputs": "tables that models start from, for the test of their SQL",
    "has_renderer": "which chart kinds lack a medium: asked by the tests of the registry",
    **dict.fromkeys(("serving_counts", "on_leave"), "the sample counted by hand, for its tests"),
    **dict.fromkeys(("B2021", "B2022", "B2023", "B2025", "B2025_NOVEMBER"), "numbered in one line"),
    **dict.fromkeys(("natural_key", "is_of_one_person", "facts_until"), "read by the sheet's field names"),
}


def unused() -> list[str]:
    found = Vulture(ignore_names=list(ALLOWED), ignore_decorators=DECORATORS)
    found.scavenge([str(ROOT / name) for name in ("app.py", *STOREYS, "bench", "docs/make_reference.py")])
    return [
        f"{item.filename.relative_to(ROOT)}:{item.first_lineno} {item.name}"
        for item in found.get_unused_code(min_confidence=60)
        if item.typ != OF_OTHERS and not (REGISTRY in item.filename.parents and item.name.isupper())
    ]


def test_nothing_is_defined_that_nobody_uses():
    assert unused() == []
