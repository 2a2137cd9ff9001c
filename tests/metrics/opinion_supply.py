"""Second opinion, part three: demands, achievements, pairs and contracts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any, NamedTuple

from tests.metrics.opinion_acts import STAGES, Acts, repeats
from tests.metrics.opinion_people import ATTRIBUTES, People, Row, month_last, months_before, records

NOWHERE: Row = dict.fromkeys(ATTRIBUTES)


class Line(NamedTuple):
    """One thing that a metric counts. people: whom it credits by officer."""

    where: Row
    top: float
    bottom: float
    days: int | None = None
    people: tuple[str, ...] = ()


class Supply:
    """What comes in, what meets, what is signed."""

    def __init__(self, con: Any, rules: dict[str, int]) -> None:
        self.con, self.rules = con, rules
        self.people = People(con, rules)
        self.acts = Acts(con, self.people, rules)
        self.contract_rows = records(con, "contracts")
        self.demand_same, self.demand_not = repeats(self.acts.tables["demands"], "enterprise")
        self.achievement_same, self.achievement_not = repeats(self.acts.tables["achievements"], "org")
        self.demands = {d["content_id"]: d for d in self.acts.tables["demands"]}
        self.demand_by_no = {
            d["demand_no"]: d["content_id"] for d in self.acts.tables["demands"] if d["demand_no"]
        }
        self.achievement_by_no = {
            a["achievement_no"]: a["content_id"] for a in self.acts.tables["achievements"]
        }
        self._kept: dict[tuple[str, dt.date], list[Row]] = {}

    def place(self, person: str | None, day: dt.date) -> Row:
        return self.people.attributes(person, day) if person else NOWHERE

    def in_window(self, day: dt.date | None, as_of: dt.date) -> bool:
        return day is not None and months_before(as_of, 11) <= day <= month_last(as_of.year, as_of.month)

    # -- demands, achievements, matches -----------------------------------------------------------------

    def submitted(self, as_of: dt.date) -> list[Row]:
        return [
            d
            for d in self.demands.values()
            if d["content_id"] not in self.demand_not and self.in_window(d["submitted_on"], as_of)
        ]

    def place_of_demand(self, demand: Row | None, day: dt.date) -> Row:
        """City: the demand's, else the officer's; the rest is the officer's."""
        if demand is None:
            return NOWHERE
        where = self.place(demand["person_id"], day)
        return where | {"city": demand["city"] or where["city"]}

    def contact_of(self, match: Row) -> dt.date | None:
        return min((match[s] for s in STAGES[1:] if match[s]), default=None)

    def demand_of(self, match: Row) -> str | None:
        """The earliest row of the demand that a match is about."""
        row = self.demand_by_no.get(match["demand"])
        return self.demand_same.get(row) if row else None

    def _waiting(self, as_of: dt.date) -> list[tuple[Row, int, int]]:
        """Each demand of W with days waited and why it ended: 1 contact, 2 closed, 0 still waiting."""
        day = month_last(as_of.year, as_of.month)
        contacts: dict[str, list[dt.date]] = defaultdict(list)
        for m in self.acts.tables["matches"]:
            if (demand := self.demand_of(m)) and (met := self.contact_of(m)):
                contacts[demand].append(met)
        found = []
        for d in self.submitted(as_of):
            start = d["submitted_on"]
            met = max(min(contacts[d["content_id"]], default=dt.date.max), start)
            shut = max(d["closed_on"] or dt.date.max, start)
            end, cause = min((met, 1), (shut, 2))
            found.append((d, (min(end, day) - start).days, cause if end <= day else 0))
        return found

    def demands_(self, as_of: dt.date, top: Any) -> list[Line]:
        return [
            Line(
                self.place_of_demand(d, d["submitted_on"]), *top(d, days, cause), people=_some(d["person_id"])
            )
            for d, days, cause in self._waiting(as_of)
        ]

    def match_rate(self, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        met = {
            self.demand_of(m)
            for m in self.acts.tables["matches"]
            if (first := self.contact_of(m)) is not None and first <= day
        }
        return self.demands_(as_of, lambda d, days, cause: (float(d["content_id"] in met), 1))

    def share_contacted_60d(self, as_of: dt.date) -> list[Line]:
        return self.demands_(as_of, lambda d, days, cause: (cause, 1, days))

    median_days_to_contact = share_contacted_60d

    def achievements(self, as_of: dt.date) -> list[Line]:
        return [
            Line(self.place(a["person_id"], a["submitted_on"]), 1, 1, people=_some(a["person_id"]))
            for a in self.acts.tables["achievements"]
            if a["content_id"] not in self.achievement_not and self.in_window(a["submitted_on"], as_of)
        ]

    def matches(self, as_of: dt.date) -> list[Line]:
        pairs: dict[Any, list[tuple[dt.date, Row]]] = defaultdict(list)
        for m in self.acts.tables["matches"]:
            met = self.contact_of(m)
            if met is None:
                continue
            achievement = self.achievement_by_no.get(m["achievement"])
            partner = (
                self.achievement_same.get(achievement) if achievement else m["achievement"] or m["expert"]
            )
            partner = partner or m["achievement_text"] or m["expert_text"] or m["content_id"]
            pairs[self.demand_of(m) or m["content_id"], partner].append((met, m))
        found = []
        for (demand, _), rows in pairs.items():
            met, first = min(rows, key=lambda pair: pair[0])
            if self.in_window(met, as_of):
                where = self.place_of_demand(self.demands.get(demand), met)
                found.append(Line(where, 1, 1, people=_some(first["person_id_a"], first["person_id_b"])))
        return found

    # -- contracts --------------------------------------------------------------------------------------

    def signed(self, as_of: dt.date) -> list[Row]:
        """Contracts signed in W, each made of its rows known by the as-of day."""
        if ("contracts", as_of) not in self._kept:
            day = month_last(as_of.year, as_of.month)
            rows = [c for c in self.contract_rows if c["signed_on"] and c["signed_on"] <= day]
            made = [self._contract(group) for group in _one_contract(rows)]
            self._kept["contracts", as_of] = [c for c in made if self.in_window(c["signed_on"], as_of)]
        return self._kept["contracts", as_of]

    def _contract(self, rows: list[Row]) -> Row:
        matches = {m["match_no"]: m for m in self.acts.tables["matches"]}
        checked = [r for r in rows if r["source"] == "核验"]
        best = min(checked or rows, key=lambda r: (r["amount_wan"] is None, r["content_id"]))
        match = next((matches[r["match"]] for r in rows if r["match"] in matches), None)
        signed_on = min(r["signed_on"] for r in checked or rows)
        sides = (match["person_id_a"], match["person_id_b"]) if match else ()
        if match:
            where = self.place_of_demand(self.demands.get(self.demand_of(match) or ""), signed_on)
        else:
            where = self.place(rows[0]["person_id"], signed_on)
        return {
            "signed_on": signed_on,
            "is_verified": bool(checked),
            "is_reported": len(checked) < len(rows),
            "amount_wan": best["amount_wan"],
            "is_local": best["is_local"],
            "people": _some(*sides, *(r["person_id"] for r in rows)),
            "where": where,
        }

    def contracts(self, as_of: dt.date) -> list[Line]:
        return [Line(c["where"], 1, 1, people=c["people"]) for c in self.signed(as_of)]

    def contract_value(self, as_of: dt.date) -> list[Line]:
        verified = [c for c in self.signed(as_of) if c["is_verified"]]
        return [Line(c["where"], c["amount_wan"] or 0, 1, people=c["people"]) for c in verified]

    def local_conversion_rate(self, as_of: dt.date, is_verified: bool = True) -> list[Line]:
        known = [
            c for c in self.signed(as_of) if c["is_verified"] == is_verified and c["is_local"] is not None
        ]
        return [Line(c["where"], float(c["is_local"]), 1, people=c["people"]) for c in known]

    def local_conversion_rate_reported(self, as_of: dt.date) -> list[Line]:
        return self.local_conversion_rate(as_of, is_verified=False)

    def demands_counted(self, as_of: dt.date) -> list[Line]:
        return self.demands_(as_of, lambda d, days, cause: (1, 1))


def _some(*people: str | None) -> tuple[str, ...]:
    return tuple(sorted({p for p in people if p}))


def _one_contract(rows: list[Row]) -> list[list[Row]]:
    """Rows that share a number are one contract; one without joins the earliest-signed of its match."""
    groups: list[tuple[set[Any], list[Row]]] = []
    for row in (r for r in rows if r["contract_no"] or r["registered_no"]):
        keys = {("c", row["contract_no"]), ("r", row["registered_no"])} - {("c", None), ("r", None)}
        joined = [g for g in groups if g[0] & keys]
        groups = [g for g in groups if not g[0] & keys]
        groups.append((keys.union(*(g[0] for g in joined)), [row, *(r for g in joined for r in g[1])]))
    contracts = [g[1] for g in groups]
    bare = sorted(
        (r for r in rows if not (r["contract_no"] or r["registered_no"])), key=lambda r: r["signed_on"]
    )
    for row in bare:
        same = [c for c in contracts if row["match"] and any(r["match"] == row["match"] for r in c)]
        if same:
            min(same, key=lambda c: min(r["signed_on"] for r in c)).append(row)
        else:
            contracts.append([row])
    return contracts
