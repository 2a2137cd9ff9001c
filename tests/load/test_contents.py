"""Content ids, written down a second time in plain Python: they must never change, decisions name them."""

from __future__ import annotations

import hashlib
from collections import Counter

import pyarrow as pa

from data_ingest.records.content_ids import content_ids
from data_ingest.sheets import SHEETS


def expected(rows, sheet_id):
    seen, ids = Counter(), []
    for row in rows:
        cells = [f"{name}={row[name]}" for name in sorted(row) if row[name] is not None]
        told = hashlib.md5("\x1f".join([sheet_id, *cells]).encode()).hexdigest()
        seen[told] += 1
        nth = seen[told]
        ids.append(told if nth == 1 else hashlib.md5(f"{told}:{nth}".encode()).hexdigest())
    return [one[:24] for one in ids]


ROWS = [
    {
        "officer": f"张{place % 3}",
        "kind": None if place % 5 else "座谈交流",
        "content": "见附件" * (place % 7),
    }
    for place in range(120)
]


def test_the_definition():
    distinct = [dict(row, content=f"{place}") for place, row in enumerate(ROWS)]
    for rows in (ROWS, distinct, ROWS[:1]):
        body = pa.Table.from_pylist(rows)
        assert content_ids(body, SHEETS["activities"]).to_pylist() == expected(rows, "activities")


def test_codes_and_slices_make_no_difference():
    body = pa.Table.from_pylist(ROWS)
    codes = pa.table({name: body[name].dictionary_encode() for name in ("kind", "officer")})
    codes = codes.append_column("content", pa.chunked_array([body["content"][:50], body["content"][50:]]))
    assert content_ids(codes, SHEETS["activities"]).to_pylist() == expected(ROWS, "activities")
    assert content_ids(codes.slice(31), SHEETS["activities"]).to_pylist() == expected(ROWS[31:], "activities")
    assert content_ids(codes.slice(0, 0), SHEETS["activities"]).to_pylist() == []
