"""The names policy: who may see which names, and what stands in their place.

Where names are withheld the list is body × count and still adds up to the number (docs/definitions.md).
"""

from __future__ import annotations

import pandas as pd

from foundation.access.viewer import LOWER_TIERS, Viewer

#: What a withheld row may still say, where the frame has it.
BODY = ("unit", "recommender")


def guard(frame: pd.DataFrame, viewer: Viewer) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Split rows of persons into those named to the viewer and those counted only.

    frame: a row a person (or a thing of a person) with `tier` and `unit`; `recommender` if known.
    Returns `(named, withheld)`: named has the frame's columns; withheld `unit, recommender, count`
    (those of the two that the frame has), and len(named) + withheld["count"].sum() == len(frame).
    Raises KeyError where a column is missing that the decision needs: never a name by omission.
    """
    is_hidden = _hidden(frame, viewer)
    by = [c for c in BODY if c in frame.columns]
    hidden = frame[is_hidden]
    if by:
        withheld = hidden.groupby(by, dropna=False, observed=True, sort=False).size()
        counts = withheld.rename("count").reset_index()
    else:
        counts = pd.DataFrame({"count": [len(hidden)] if len(hidden) else []}, dtype="int64")
    return frame[~is_hidden], counts


def _hidden(frame: pd.DataFrame, viewer: Viewer) -> pd.Series:
    is_hidden = pd.Series(False, index=frame.index)
    if not viewer.may_see_lower_tier_names:
        is_hidden |= frame["tier"].isin(LOWER_TIERS)
    if viewer.unit is not None:
        # Officers who work there but for whom another body answers (非市州推荐): counts only.
        is_hidden |= ~frame["unit"].isin([viewer.unit])
    return is_hidden
