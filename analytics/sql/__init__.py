"""All SQL over a snapshot: `models/`, built into it in order, and `queries/`, asked of it; one loader.

run(snapshot, "officers_serving", rules.parameters() | {"as_of": dt.date(2025, 12, 1)})
"""

from analytics.sql.asking import OF_ONE, bound, for_one_person, run, run_for, run_text
from analytics.sql.loader import at_each_month, counts_in_scope, query_names, query_text

__all__ = [
    "OF_ONE",
    "at_each_month",
    "bound",
    "counts_in_scope",
    "for_one_person",
    "query_names",
    "query_text",
    "run",
    "run_for",
    "run_text",
]
