"""The rows of a list as one viewer may see them: named, or counted by unit and recommending body."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from foundation.access.names import guard
from foundation.access.viewer import Viewer
from pages.lists.declaration import OpenList


class GuardedRows(NamedTuple):
    """named: rows to list, numbered from 0. withheld: unit, recommender, count. Together: the number."""

    named: pd.DataFrame
    withheld: pd.DataFrame


def guarded_rows(open_list: OpenList, viewer: Viewer) -> GuardedRows:
    """Withhold names before anything is sent to the browser or written to a file."""
    rows = open_list.rows
    named, withheld = guard(rows, viewer)
    if not open_list.is_of_persons:
        # A demand or a contract is no person: its row stays, only the officer's name goes.
        is_hidden = ~rows.index.isin(named.index)
        named = rows.assign(
            name=rows["name"].mask(is_hidden, None), person_id=rows["person_id"].mask(is_hidden, None)
        )
        withheld = withheld.iloc[:0]
    return GuardedRows(named.reset_index(drop=True), withheld)
