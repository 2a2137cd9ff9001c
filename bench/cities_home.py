"""A home of 10,000 invented officers and more than 300 recommending bodies, without workbooks between."""

from __future__ import annotations

import duckdb
import pandas as pd

from analytics.rules import Rules
from analytics.sql.build import build_models
from data_ingest.records.tables import create_tables
from data_ingest.sheets import SHEETS
from foundation.warehouse.home import Home
from simulation.province import province

OFFICERS = 10_000
#: The invented province has fewer bodies: each is split into so many.
SPLIT = 5
SNAPSHOT = "be0c0c17e5"
_RECEIVED = "2026-01-10"
_PEOPLE = {"person_id": "actual_officer", "person_id_a": "officer_a", "person_id_b": "officer_b"}


def make_home(home: Home) -> None:
    """A home whose snapshot holds the invented province, without workbooks between."""
    home.snapshots.mkdir(parents=True, exist_ok=True)
    frames = {name: frame for name, frame in province(officers=OFFICERS).items() if name in SHEETS}
    with duckdb.connect(str(home.snapshots / f"{SNAPSHOT}.duckdb")) as con:
        bodies = _bodies(con, frames)
        _persons(con, frames["officers"])
        create_tables(con)
        for sheet_id, frame in frames.items():
            _fill(con, sheet_id, frame, bodies)
        rules = Rules.package()
        build_models(con, rules)
        _meta(con, rules)
    home.current.write_text(SNAPSHOT, encoding="utf-8")


def _bodies(con: duckdb.DuckDBPyConnection, frames: dict[str, pd.DataFrame]) -> dict[str, str]:
    """name → body id, and the table `bodies`."""
    terms = frames["terms"]
    part = (pd.util.hash_array(terms["officer"].to_numpy(object)) % SPLIT).astype(str)
    terms["recommender"] = terms["recommender"].astype(str) + part
    known = terms.drop_duplicates("recommender").reset_index(drop=True)
    frame = pd.DataFrame(
        {
            "body_id": [f"b{at:04d}" for at in range(len(known))],
            "name": known["recommender"],
            "type": known["recommender_type"],
            "city": known["city"],
            "aliases": None,
        }
    )
    con.register("given", frame)
    con.execute("create table bodies as select * replace (cast(aliases as varchar) as aliases) from given")
    return dict(zip(frame["name"], frame["body_id"], strict=True))


def _persons(con: duckdb.DuckDBPyConnection, officers: pd.DataFrame) -> None:
    con.register("given", officers[["officer_no", "name", "org", "phone", "email", "im_account"]].astype(str))
    con.execute(
        "create table persons as select officer_no as person_id, officer_no, true as is_official_no, name, "
        "name as name_sort, org, phone, email, im_account from given"
    )


def _fill(con: duckdb.DuckDBPyConnection, sheet: str, frame: pd.DataFrame, bodies: dict[str, str]) -> None:
    """The rows with the columns that the sheet's table has; what identity would resolve is known here."""
    frame = frame.reset_index(drop=True)
    for column, name in _PEOPLE.items():
        if name in frame or (column == "person_id" and "officer" in frame):
            named = frame[name] if name in frame else pd.Series(None, index=frame.index, dtype=object)
            frame[column] = named.fillna(frame["officer"]) if "officer" in frame else named
    if sheet == "terms":
        frame["recommender_body_id"] = frame["recommender"].map(bodies)
        frame["recommender_city"] = frame["city"]
    frame["content_id"] = [f"{sheet}{at}" for at in range(len(frame))]
    frame = frame.assign(reported_on=_RECEIVED, received_on=_RECEIVED, file=f"{sheet}.csv", sheet=sheet)
    frame["sha256"], frame["row_number"] = "0" * 64, range(2, len(frame) + 2)
    con.register("given", frame)
    kinds = dict(SHEETS[sheet].snapshot_columns())
    held = [name for name in kinds if name in frame]
    cells = ", ".join(f'try_cast("{name}" as {kinds[name]})' for name in held)
    names = ", ".join(f'"{name}"' for name in held)
    con.execute(f'insert into "{sheet}" ({names}) select {cells} from given')


def _meta(con: duckdb.DuckDBPyConnection, rules: Rules) -> None:
    values = {
        "snapshot": SNAPSHOT,
        "schema": "1",
        "as_of": "2025-12-01",
        "rules_version": rules.version,
        "rules_toml": rules.toml,
        "is_simulated": "true",
        "data_from": "2021-09-01",
        "data_to": "2025-12-31",
    }
    con.execute("create table meta (key varchar, value varchar)")
    con.executemany("insert into meta values (?, ?)", list(values.items()))
