"""Every metric once more, from the raw sheets, in plain Python, by the text of the definitions.

Nothing here reads a model or a query of `analytics`: where the two computations agree, two people would have
to have misread the same sentence. `Opinion(con, rules).lines(metric, as_of)` gives one line per thing counted:
its attributes, what it adds to numerator and denominator, and for waiting times its days and cause.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from tests.metrics.opinion_people import DAY, Row, month_last
from tests.metrics.opinion_places import Places
from tests.metrics.opinion_supply import Line


class Opinion(Places):
    """The second opinion on one warehouse."""

    def lines(self, metric: str, as_of: dt.date) -> list[Line]:
        kind, _, which = metric.partition("_")
        if kind in ("light", "missing") and not hasattr(self, metric):
            return getattr(self, kind)(which, as_of)
        if kind == "retention":
            return self.retention(int(which.removesuffix("m")), as_of)
        if kind == "duty":
            return self.duty(int(which), as_of)
        if kind == "share" and not hasattr(self, metric):
            return self._of_officers(as_of, lambda o: (o["tier"] == metric.removeprefix("share_"), 1))
        return getattr(self, metric)(as_of)

    # -- officers ---------------------------------------------------------------------------------------

    def officers(self, as_of: dt.date) -> list[Row]:
        """Everyone serving on the last day of the month, with counts and tier."""
        if ("officers", as_of) not in self._kept:
            day = month_last(as_of.year, as_of.month)
            serving = [p for p in self.people.terms if self.people.serving(p, day)]
            self._kept["officers", as_of] = [
                self.acts.tally(p, as_of)
                | {"person": p, "tier": self.acts.tier(p, as_of), "where": self.place(p, day)}
                for p in serving
            ]
        return self._kept["officers", as_of]

    def _of_officers(self, as_of: dt.date, parts: Any) -> list[Line]:
        return [Line(o["where"], *map(float, parts(o)), people=(o["person"],)) for o in self.officers(as_of)]

    def officers_serving(self, as_of: dt.date) -> list[Line]:
        return self._of_officers(as_of, lambda o: (1, 1))

    def officers_cumulative(self, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        return [
            Line(self.place(p, day), 1, 1, people=(p,))
            for p, terms in self.people.terms.items()
            if any((t["recognised_on"] or t["started_on"]) <= day for t in terms)
        ]

    def share_self_initiated(self, as_of: dt.date) -> list[Line]:
        return self._of_officers(as_of, lambda o: (o["tier"] in ("proactive", "regular"), 1))

    def acts_per_officer_month(self, as_of: dt.date) -> list[Line]:
        return self._of_officers(as_of, lambda o: (o["acts"], o["m"]))

    def self_initiated_per_officer_month(self, as_of: dt.date) -> list[Line]:
        return self._of_officers(as_of, lambda o: (o["self"], o["m"]))

    def training_coverage(self, as_of: dt.date) -> list[Line]:
        held = {t["training_no"]: t["held_on"] for t in self.acts.tables["trainings"]}
        trained = {
            r["person_id"]
            for r in self.acts.tables["attendances"]
            if r["is_attended"] and r["training"] in held and self.in_window(held[r["training"]], as_of)
        }
        return self._of_officers(as_of, lambda o: (o["person"] in trained, 1))

    def officers_with_contract_reported(self, as_of: dt.date) -> list[Line]:
        has = {p for c in self.signed(as_of) if c["is_reported"] for p in c["people"]}
        has |= {
            s["person_id"]
            for s in self.acts.tables["summaries"]
            if (s["contracts_reported"] or 0) >= 1 and self.in_window(s["submitted_on"], as_of)
        }
        return self._of_officers(as_of, lambda o: (o["person"] in has, 1))

    def officers_with_contract_verified(self, as_of: dt.date) -> list[Line]:
        has = {p for c in self.signed(as_of) if c["is_verified"] for p in c["people"]}
        return self._of_officers(as_of, lambda o: (o["person"] in has, 1))

    # -- reminders --------------------------------------------------------------------------------------

    def reminder_answer_rate(self, as_of: dt.date) -> list[Line]:
        topics: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for r in self.acts.personal:
            if r["is_delivered"] is not False:
                topics[r["person_id"], r["topic"]].append(r)
        found = []
        for (person, topic), sent in topics.items():
            for case in self._cases(sorted(sent, key=lambda r: r["sent_on"])):
                start = case[0]["sent_on"]
                end = case[0]["due_on"] or case[-1]["sent_on"] + self.rules["open_days"] * DAY
                if not self.in_window(end, as_of):
                    continue
                is_answered = any(r["answered_on"] and start <= r["answered_on"] <= end for r in case)
                is_done = any(
                    a["topic"] == topic and a["in_service"] and start <= a["day"] <= end
                    for a in self.acts.by.get(person, [])
                )
                found.append(
                    Line(self.place(person, end), float(is_answered or is_done), 1, people=(person,))
                )
        return found

    def _cases(self, sent: list[Row]) -> list[list[Row]]:
        """Reminders of one person and topic: by due date; without one, within 30 days of the first."""
        cases: dict[Any, list[Row]] = defaultdict(list)
        open_from: dt.date | None = None
        for r in sent:
            if r["due_on"] is not None:
                cases["due", r["due_on"]].append(r)
                continue
            if open_from is None or r["sent_on"] > open_from + self.rules["case_days"] * DAY:
                open_from = r["sent_on"]
            cases["open", open_from].append(r)
        return list(cases.values())
