"""What a file that leaves the office may say of demands and contracts (docs/definitions.md, Who sees what).

On the page a viewer reads the titles; a workbook is passed on, so it keeps back what an enterprise has not
agreed to publish, and what a single contract is worth.
"""

from __future__ import annotations

import pandas as pd

from foundation.access.viewer import Viewer

#: Columns that say what one contract is worth: outside only sums over several may be told.
AMOUNTS = ("amount_wan",)


def is_outside(viewer: Viewer) -> bool:
    """Whether what this viewer exports has left the office: a leader's, a city's, a presented list."""
    return viewer.role != "office" or viewer.is_presenting


def kept_back(frame: pd.DataFrame, viewer: Viewer) -> pd.Series:
    """Rows of demands whose title gives way to field and kind; `is_public` false or blank is not public.

    All false where the frame holds no demands (no column `is_public`) or stays in the office.
    """
    if not is_outside(viewer) or "is_public" not in frame:
        return pd.Series(False, index=frame.index)
    return ~frame["is_public"].fillna(False).astype(bool)


def without_amounts(frame: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """The frame as it may leave: outside the office no amount of a single contract."""
    return frame.drop(columns=[c for c in AMOUNTS if c in frame]) if is_outside(viewer) else frame
