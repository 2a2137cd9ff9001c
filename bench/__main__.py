"""`make bench`: ingest the sample workbooks aside and print every measure with its baseline."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.cities import cities_page
from bench.filter_change import filter_change
from bench.first_page import first_paint
from bench.ingest import ingest_speed
from bench.measure import report
from foundation.warehouse.home import Home
from tests.support.sample import ingest_sample

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place) / "home")
        ingest_sample(home, Path("sample_data"))
        cities = cities_page(Home(Path(place) / "cities"))
        report([first_paint(home), filter_change(home), *cities, *ingest_speed(Path(place))])
