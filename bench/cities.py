"""地市比较 over 10,000 officers and more than 300 recommending bodies: every metric, server time."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from analytics.cities import COMPARED
from bench.cities_home import OFFICERS, make_home
from bench.filter_change import Recorder
from bench.measure import Measure
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import Snapshot

#: As-of months, each with a month to compare with that no other has: nothing is kept from before.
MONTHS = tuple(f"2025-{month:02d}" for month in range(4, 13))

Asked = list[tuple[str, Any]]


def cities_page(home: Home) -> list[Measure]:
    """A rerun of the whole page a metric, the as-of month changed. home: an empty folder's."""
    make_home(home)
    os.environ["LIAISON_HOME"] = str(home.root)
    with _listening() as (asked, cursor):
        pairs = {metric: changes(metric, asked, cursor) for metric in COMPARED}
    found = []
    for metric, times in pairs.items():
        ours, bare = (statistics.median(part) for part in zip(*times, strict=True))
        what = f"地市比较, {OFFICERS:,} officers, {metric}"
        found.append(Measure(what, ours, bare, "its bare DuckDB queries", aim_seconds=0.5))
    return found


@contextmanager
def _listening() -> Iterator[tuple[Asked, Any]]:
    """What snapshots are asked, and a cursor that nobody listens to."""
    asked: Asked = []
    snapshots: list[Snapshot] = []
    plain = Snapshot.cursor

    def recording(snapshot: Snapshot) -> Any:
        snapshots[:] = [snapshot]
        return Recorder(plain(snapshot), asked)

    Snapshot.cursor = recording  # type: ignore[method-assign, assignment]  # only here, to listen
    try:
        yield asked, lambda: plain(snapshots[0])
    finally:
        Snapshot.cursor = plain  # type: ignore[method-assign]  # as it was


def _page() -> None:
    """The view alone, as app.py shows it (a script of its own: it runs outside this module)."""
    from foundation.access.viewer import OFFICE
    from foundation.warehouse.home import Home
    from pages.cities.page import show
    from pages.shell.entry import page_context

    context = page_context(Home.find(), OFFICE)
    assert context is not None
    show(context)


def changes(metric: str, asked: Asked, cursor: Any) -> list[tuple[float, float]]:
    """Seconds of reruns over the whole province, and right after each, of the queries that it asked alone.

    The first two are not counted: they import and open.
    """
    app = AppTest.from_function(_page, default_timeout=60)
    app.query_params["metric"] = metric
    times = []
    for month in MONTHS:
        app.query_params["m"], app.query_params["vs"] = month, f"2024-{month[5:]}"
        asked.clear()
        begun = time.perf_counter()
        app.run()
        ours = time.perf_counter() - begun
        assert not app.exception, app.exception
        times.append((ours, _alone(asked, cursor)))
    return times[2:]


def _alone(asked: Asked, cursor: Any) -> float:
    begun = time.perf_counter()
    for query, parameters in list(asked):
        cursor().execute(query, parameters).fetchall()
    return time.perf_counter() - begun


if __name__ == "__main__":
    import tempfile

    from bench.measure import report

    with tempfile.TemporaryDirectory() as place:
        report(cities_page(Home(Path(place))))
