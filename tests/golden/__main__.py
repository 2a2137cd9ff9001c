"""`make golden`: ingest the sample anew and write the golden files. Review the diff before committing it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import current
from tests.golden.results import FOLDER, RESULTS, as_csv
from tests.support.sample import ingest_sample

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place) / "home")
        ingest_sample(home, Path("sample_data"))
        snapshot = current(home)
        assert snapshot is not None
        for name, compute in RESULTS.items():
            (FOLDER / name).write_text(as_csv(compute(snapshot)), encoding="utf-8")
