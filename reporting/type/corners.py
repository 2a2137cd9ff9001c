"""Step lines as the corners that every medium draws."""

from __future__ import annotations

import pandas as pd


def stairs(rows: pd.DataFrame, column: str) -> tuple[tuple[float, float], ...]:
    """Corners (time, value) of a line that is flat until the next time. rows: `time` and the column."""
    corners: list[tuple[float, float]] = []
    for time, value in zip(rows["time"], rows[column], strict=True):
        if corners:
            corners.append((float(time), corners[-1][1]))
        corners.append((float(time), float(value)))
    return tuple(corners)
