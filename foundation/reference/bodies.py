"""What the name of a recommending body tells: its kind and its city.

The kind decides who answers for an officer (docs/definitions.md), so only clear names are read; what is not
clear is None, and a person decides.
"""

from __future__ import annotations

import re

from foundation.reference.counties import ZONES
from foundation.reference.folding import fold
from foundation.reference.places import county_in, resolve_city

_ASSOCIATION = re.compile(r"(科协|科学技术协会)$")
_UNIVERSITY = re.compile(r"(大学|(?<!科)学院|高校|高等专科学校|职业技术学校)(?!附属)")
_INSTITUTE = re.compile(r"(研究院|研究所|科学院|设计院|研究中心|实验室|院所|农科院|林科院|勘测院)")
_FIRM = re.compile(r"(公司|集团|企业|厂|股份|孵化器|科技园|产业园|园区)")


def recommender_type_of(name: str) -> str | None:
    """Canonical 推荐主体类型 of a body by its name, or None where the name does not say.

    武汉大学科学技术协会 → 高校科协; 汉阳区科协 and 东湖高新区科协 → 县市区科协; 宜昌市科协 → 市州科协;
    恩施市科协 → 县市区科协 (a county-level city), 恩施州科协 → 市州科协.
    """
    folded = fold(name)
    by_word = ((_FIRM, "企业科协"), (_UNIVERSITY, "高校科协"), (_INSTITUTE, "科研院所科协"))
    for word, kind in by_word:
        if word.search(folded):
            return kind
    if not _ASSOCIATION.search(folded) or resolve_city(folded) is None:
        return None
    is_below_city = (
        county_in(folded) is not None or any(zone in folded for zone in ZONES) or "高新区" in folded
    )
    return "县市区科协" if is_below_city else "市州科协"


def body_city(name: str) -> str | None:
    """City in whose name a body stands: 汉阳区科协 → 420100, 武汉大学科协 → 420100."""
    return resolve_city(name)
