"""Ingest the sample workbooks exactly as `liaison demo` does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from foundation.warehouse.home import Home
from refresh import ingest

#: What `liaison demo` passes, so that nothing depends on the day of the run.
RECEIVED_ON = dt.date(2026, 1, 10)


def ingest_sample(home: Home, folder: Path) -> dict:
    """Ingest `folder` into `home`; returns the report."""
    report = ingest(home, [folder], received=RECEIVED_ON, sender=None, who="tests")
    assert report["snapshot"], report
    return report
