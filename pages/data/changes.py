"""What a load changes, or changed: the headline numbers before and after, and the rows that came and went."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from data_ingest.titles import table_title
from foundation.access.viewer import Viewer
from foundation.locales import Lang, say
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import SnapshotMissingError, open_snapshot
from pages.shell.caching import QueryContext, cached, opening_key
from pages.widgets.numbers import FORMATS
from pages.widgets.tables import ROW_HEIGHT, table_height
from refresh.review.number_diff import Changed, what_changed
from refresh.review.row_diff import MOST_ROWS, Differences, row_diff
from reporting.type.numbers import shown

_TALLEST = 300


def between(
    home: Home, viewer: Viewer, before: str | None, after: str | None, lang: Lang, *, key: str
) -> bool:
    """What differs between two snapshots; False where one was written by an older program or is gone."""
    try:
        pair = [open_snapshot(home, id) for id in (before, after) if id]
    except SnapshotMissingError:
        return False
    if len(pair) < 2 or any(snapshot.is_outdated for snapshot in pair):
        return False
    changed, differing = differences(*opening_key(pair[1], viewer, lang), before=pair[0].id)
    figures(changed, lang)
    rows(differing, lang, key=key)
    return True


@cached(entries=60)
def differences(context: QueryContext, *, before: str) -> tuple[Changed, Differences]:
    """The numbers and rows that differ between an earlier snapshot and this one. before: its id."""
    earlier = open_snapshot(Home.find(), before)
    return what_changed(earlier, context.snapshot), row_diff(earlier, context.snapshot)


def title(changed: Changed, differing: Differences, lang: Lang) -> str:
    """How many of the headline numbers change, and how many rows."""
    moved = sum(_difference(metric, old, new, lang) not in ("", "0") for metric, old, new in changed.figures)
    rows_changed = sum(table.added + table.gone for table in differing.tables)
    return say("data.dry_run_found", lang, moved=moved, of=len(changed.figures), rows=f"{rows_changed:,}")


def figures(changed: Changed, lang: Lang) -> None:
    """One line a number, those that change in bold; then who moved, and as at which month."""
    head = [say(f"data.{name}", lang) for name in ("col_metric", "before", "after", "difference")]
    lines = ["| " + " | ".join(head) + " |", "|---|--:|--:|--:|"]
    for metric, old, new in changed.figures:
        cells = [METRICS[metric].title.get(lang), *(_figure(metric, value, lang) for value in (old, new))]
        lines.append("| " + " | ".join([*cells, _difference(metric, old, new, lang)]) + " |")
    st.markdown("\n".join(lines))
    words = {"moved": changed.moved, "joined": changed.joined, "gone": changed.gone}
    st.markdown(say("data.changed_tiers", lang, **words))
    month = f"{changed.as_of:%Y-%m}"
    st.caption(say("data.changed_as_of", lang, month=month))
    if changed.as_of_before not in (None, changed.as_of):
        st.markdown(say("data.changed_month", lang, month=month, before=f"{changed.as_of_before:%Y-%m}"))


def _figure(metric: str, value: float | None, lang: Lang) -> str:
    return say("data.no_value", lang) if value is None else shown(value, FORMATS[METRICS[metric].unit])


def _difference(metric: str, old: float | None, new: float | None, lang: Lang) -> str:
    """`**+12**`, `**−1.4 个百分点**`; what is not seen at this precision is 0."""
    if old is None or new is None:
        return "" if old == new else f"**{_figure(metric, new, lang)}**"
    unit = FORMATS[METRICS[metric].unit]
    if _figure(metric, old, lang) == _figure(metric, new, lang):
        return "0"
    if unit == "percent":
        return f"**{say('data.points', lang, points=f'{100 * (new - old):+.1f}')}**"
    return f"**{new - old:+,.2f}**" if unit == "decimal" else f"**{new - old:+,.0f}**"


def rows(differing: Differences, lang: Lang, *, key: str) -> None:
    """Counts by table, then the rows themselves; those that only moved to another file are the same rows."""
    if not differing.tables:
        st.caption(say("data.rows_same", lang))
        return
    counts: dict[str, Any] = {
        say("data.col_table", lang): [table_title(table.table, lang) for table in differing.tables],
        say("data.before", lang): [table.before for table in differing.tables],
        say("data.col_added", lang): [_signed("+", table.added) for table in differing.tables],
        say("data.col_gone", lang): [_signed("−", table.gone) for table in differing.tables],
        say("data.after", lang): [table.after for table in differing.tables],
    }
    _table(counts, key=f"{key}_counts", alt=say("data.rows_alt", lang))
    total = sum(table.added + table.gone for table in differing.tables)
    with st.expander(
        say("data.rows_listed", lang, count=f"{total:,}"), expanded=total <= _TALLEST // ROW_HEIGHT
    ):
        _table(_listed(differing, lang), key=f"{key}_rows", alt=say("data.rows_alt", lang))
        if total > MOST_ROWS:
            st.caption(say("data.rows_most", lang, count=MOST_ROWS))


def _signed(sign: str, count: int) -> str:
    return f"{sign}{count:,}" if count else "0"


def _listed(differing: Differences, lang: Lang) -> dict[str, list[object]]:
    return {
        say("data.col_sign", lang): ["＋" if row.sign == "+" else "－" for row in differing.rows],
        say("data.col_table", lang): [table_title(row.table, lang) for row in differing.rows],
        say("data.col_says", lang): [row.cells for row in differing.rows],
        say("data.col_file", lang): [row.file for row in differing.rows],
        say("data.col_row_number", lang): [row.row_number for row in differing.rows],
    }


def _table(columns: dict[str, Any], *, key: str, alt: str) -> None:
    frame = pd.DataFrame(columns)
    height = table_height(len(frame), tallest=_TALLEST)
    st.dataframe(frame, hide_index=True, key=key, height=height, alt=alt)
