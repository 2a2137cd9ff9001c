"""What people read in place of the ids of sheets and columns."""

from __future__ import annotations

from data_ingest.sheets import SHEETS
from foundation.locales import Lang


def table_title(table: str, lang: Lang) -> str:
    """`demands` → `企业需求`; an id that today's program does not know stays as it is."""
    return SHEETS[table].title.get(lang) if table in SHEETS else table


def column_title(table: str, column: str, lang: Lang) -> str:
    """`demands`, `title` → `名称`; an id that today's program does not know stays as it is."""
    is_known = table in SHEETS and column in SHEETS[table].by_name
    return SHEETS[table].by_name[column].title.get(lang) if is_known else column
