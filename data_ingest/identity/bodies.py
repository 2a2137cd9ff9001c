"""Recommending bodies: every writing of one body is one row of `bodies`."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict

import pyarrow as pa
from duckdb import DuckDBPyConnection

from data_ingest.identity.units import unit_key
from foundation.reference.bodies import body_city, recommender_type_of
from foundation.reference.folding import fold
from foundation.reference.places import county_in

_ASSOCIATION = re.compile(r"(科协|科学技术协会)$")
_BODIES = pa.schema([(n, pa.string()) for n in ("body_id", "name", "type", "city", "aliases")])
_NAMES = pa.schema([(n, pa.string()) for n in ("recommender", "body_id")])


def body_key(name: str) -> str:
    """What two writings of one body share: 武汉市科学技术协会 and 武汉科协; 武汉大学科协 and 武汉大学."""
    kind = recommender_type_of(name)
    if kind == "市州科协":
        return f"city:{body_city(name)}"
    county = county_in(name) if kind == "县市区科协" else None
    if county:
        return f"county:{county}"
    return "unit:" + "|".join(unit_key(_ASSOCIATION.sub("", fold(name))))


def resolve_bodies(con: DuckDBPyConnection) -> None:
    """Make `bodies` (body_id, name, type, city, aliases) and fill terms.recommender_body_id and _city.

    The name is the one written most often, the type the one given most often, else read from the name.
    """
    written = con.execute(
        "select recommender, recommender_type, count(*) from terms where recommender is not null group by all"
    ).fetchall()
    groups: dict[str, list[tuple[str, str | None, int]]] = defaultdict(list)
    for name, kind, count in written:
        groups[body_key(name)].append((name, kind, count))
    rows, names = [], []
    for key in sorted(groups):
        body_id = "B" + hashlib.md5(key.encode(), usedforsecurity=False).hexdigest()[:10]
        rows.append(_body(body_id, groups[key]))
        names += [{"recommender": name, "body_id": body_id} for name in {n for n, _, _ in groups[key]}]
    con.register("found_bodies", pa.Table.from_pylist(rows, _BODIES))
    con.register("body_names", pa.Table.from_pylist(names, _NAMES))
    con.execute("create table bodies as select * from found_bodies order by body_id")
    con.execute(
        "update terms set recommender_body_id = b.body_id, recommender_city = b.city "
        "from body_names n join bodies b using (body_id) where n.recommender = terms.recommender"
    )
    con.unregister("found_bodies")
    con.unregister("body_names")


def _body(body_id: str, written: list[tuple[str, str | None, int]]) -> dict[str, str | None]:
    names: dict[str, int] = defaultdict(int)
    kinds: dict[str, int] = defaultdict(int)
    for name, kind, count in written:
        names[name] += count
        if kind:
            kinds[kind] += count
    best = max(names, key=lambda name: (names[name], len(name), name))
    kind = max(kinds, key=lambda k: (kinds[k], k)) if kinds else recommender_type_of(best)
    aliases = "、".join(sorted(name for name in names if name != best))
    return {
        "body_id": body_id,
        "name": best,
        "type": kind,
        "city": next((city for city in map(body_city, [best, *sorted(names)]) if city), None),
        "aliases": aliases or None,
    }
