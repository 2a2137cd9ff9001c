"""联系名单: whose term ends soon or is over, without an act on record; for the body that recommended them.

谁推荐谁管理 (paper 6.2): the recommending body knows where its people are. Wording is a request for help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.activity.causes import with_causes
from analytics.metrics import members
from analytics.scope import Scope
from analytics.sql import run
from foundation.access.masking import mask_contacts
from foundation.access.viewer import Viewer
from foundation.locales import LANGUAGES, Lang, Text
from foundation.reference.cities import UNKNOWN
from foundation.reference.codes import code_list

#: A term that ends within so many months is worth a call before it does (is_to_call of `officers_serving`).
AHEAD_MONTHS = 6

_NOTHING = Text(zh="近12个月没有联系记录", en="no contact on record in twelve months")
_TIMES = {"zh": "{channel}{outcome}{count}次", "en": "{channel}: {outcome} × {count}"}
_JOINED = {"zh": "、", "en": "; "}


def call_list(snapshot: Any, *, scope: Scope, viewer: Viewer) -> pd.DataFrame:
    """Persons serving, lost or unverified, whose term ends within six months or is 到期待考核.

    The columns of `officers_serving`, and: recommender_name, last_contacted_on, last_channel, last_outcome
    (the latest attempt ever), tried_zh, tried_en (of the twelve months), cause, change_kind, changed_on, and
    the phone, masked. By body, unit and name.
    """
    rows = members(snapshot, "officers_to_call", scope=scope, viewer=viewer)
    contacts = run(snapshot, "serving_contacts", {"as_of": scope.as_of})
    rows = rows.merge(mask_contacts(contacts, {"phone": "phone"}), on="person_id", how="left", validate="1:1")
    tries = run(snapshot, "contact_attempts", {"as_of": scope.as_of})
    last = tries.drop_duplicates("person_id")[["person_id", "contacted_on", "channel", "outcome"]]
    last = last.rename(columns={name: f"last_{name}" for name in ("contacted_on", "channel", "outcome")})
    rows = rows.merge(last, on="person_id", how="left", validate="1:1")
    recent = tries[tries["is_recent"]]
    words = [_tried(recent[recent["person_id"] == person]) for person in rows["person_id"]]
    for lang in LANGUAGES:
        rows[f"tried_{lang}"] = [word.get(lang) for word in words]
    rows = with_causes(rows, snapshot, scope.as_of)
    return rows.sort_values(
        ["recommender_name", "recommender", "unit", "name_sort", "person_id"], na_position="last"
    ).reset_index(drop=True)


def by_body(rows: pd.DataFrame) -> pd.DataFrame:
    """recommender (or "unknown"), recommender_name, unit, lost, unverified, due, persons; bodies by name."""
    key = rows["recommender"].fillna(UNKNOWN)
    marks = rows.assign(
        recommender=key,
        lost=rows["tier"] == "lost",
        unverified=rows["tier"] == "unverified",
        due=rows["is_due"].fillna(False).astype(bool),
    )
    grouped = marks.groupby("recommender", sort=False)
    out = grouped[["lost", "unverified", "due"]].sum().astype(int)
    out["persons"] = grouped.size()
    out["recommender_name"] = grouped["recommender_name"].first()
    out["unit"] = grouped["unit"].first()
    return out.reset_index()


def of_body(rows: pd.DataFrame, body: str) -> pd.DataFrame:
    """The persons of one body; "unknown" = no recommending body is recorded."""
    return rows[rows["recommender"].fillna(UNKNOWN) == body].reset_index(drop=True)


def _tried(attempts: pd.DataFrame) -> Text:
    """`电话未接2次、微信未回复1次`: what was tried in the twelve months."""
    if attempts.empty:
        return _NOTHING
    counts = attempts.groupby(["channel", "outcome"], dropna=False, sort=False).size()
    tried = counts.rename("count").reset_index().to_dict("records")
    return Text(**{lang: _JOINED[lang].join(_times(row, lang) for row in tried) for lang in LANGUAGES})


def _times(row: Mapping[Any, Any], lang: Lang) -> str:
    words = {which: _label(row[which], which, lang) for which in ("channel", "outcome")}
    return _TIMES[lang].format(count=row["count"], **words)


def _label(value: Any, which: str, lang: Lang) -> str:
    return "" if pd.isna(value) else code_list(f"contact_{which}").label(str(value), lang)
