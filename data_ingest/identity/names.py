"""Names as keys, ids that follow from them, and the order of the alphabet."""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache

from data_ingest.identity.units import UnitKey
from foundation.reference.folding import fold

#: Surnames that are read otherwise than the character's usual sound.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren", "盖": "ge",
    "朴": "piao", "翟": "zhai", "覃": "qin", "缪": "miao", "尉": "yu", "乐": "yue", "华": "hua", "召": "shao",
    "隗": "wei", "冼": "xian", "宁": "ning", "万": "wan", "种": "chong", "秘": "bi", "繁": "po", "员": "yun",
}  # fmt: skip
_NOISE = re.compile(r"[\s·•.．,，()*]+")


@lru_cache(maxsize=500_000)
def name_key(name: str) -> str:
    """`张　三` and `张三` are one name; so is 阿依·古丽 with either dot."""
    return _NOISE.sub("", fold(name))


def person_hash(name: str, employer: UnitKey, city: str = "") -> str:
    """Id of a person without official number: of name and employer, or of name and city without employer."""
    where = "|".join(employer) if employer.institution else f"@{city}"
    return "P" + hashlib.md5(f"{name}|{where}".encode(), usedforsecurity=False).hexdigest()[:12]


@lru_cache(maxsize=200_000)
def pinyin_key(name: str) -> str:
    """Sort key of a name in pinyin with tones left out: 曾三 → "zeng san"."""
    # Names are read character by character: without its dictionary of phrases pypinyin loads in no time.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import lazy_pinyin

    sounds: list[str] = lazy_pinyin(name)
    if name and name[0] in _SURNAMES:
        sounds = [_SURNAMES[name[0]], *lazy_pinyin(name[1:])]
    return " ".join(sounds)
