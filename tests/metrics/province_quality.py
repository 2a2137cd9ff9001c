"""Random raw sheets, part three: what only the six ones, training, platform and fields ask for.

Drawn by a generator of its own, so that everything else of a seed stays as it was.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

Rows = list[dict[str, Any]]
_FIELDS = ("电子信息", "新材料", None)


def dress(tables: dict[str, Rows], seed: int) -> None:
    """Fill the further columns in place."""
    rng = np.random.default_rng(10_000 + seed)

    def pick(*choices: Any) -> Any:
        return choices[int(rng.integers(0, len(choices)))]

    for row in tables["terms"]:
        row |= {"doc_no": pick("模拟〔2025〕1号", None), "certificate_no": pick("MN001", None, None)}
        row["started_on"] -= dt.timedelta(pick(0, 0, 0, 900))  # some before any regulations
    for row in tables["officers"]:
        row |= {
            "platform_account": pick("kc01", None, None),
            "is_in_group": pick(True, False, None),
            "org_type": pick("高等院校", "孵化器", "社会机构", None),
            "county": pick("洪山区", None),
            "cert_type": pick("无", "专利代理师", None),
            "cert_on": pick(None, dt.date(2024, 5, 5), dt.date(2025, 10, 5)),
        }
    for row in tables["attendances"]:
        is_certified = pick(True, False, None)
        row |= {
            "is_invited": pick(True, None, False),
            "is_selected": pick(True, False, None),
            "is_certified": is_certified,
            "certified_on": pick(None, dt.date(2025, 11, 11)) if is_certified else None,
        }
    for row in tables["matches"]:
        row["fed_back_on"] = pick(None, None, row["recommended_on"] + dt.timedelta(30))
    for sheet in ("demands", "achievements"):
        for row in tables[sheet]:
            row["field"] = pick(*_FIELDS)
