"""Second opinion, part seven: counties and cells of field and city, each looked at one by one."""

from __future__ import annotations

import datetime as dt

from foundation.reference.cities import CITY_CODES
from foundation.reference.codes import code_list
from foundation.reference.counties import county_places
from foundation.reference.places import county_of
from tests.metrics.opinion_moves import Moves
from tests.metrics.opinion_people import month_last
from tests.metrics.opinion_supply import NOWHERE, Line


class Places(Moves):
    """What a place lacks. How a roster's word names a county is read as the program reads it."""

    def counties_without_officer(self, as_of: dt.date) -> list[Line]:
        day = month_last(as_of.year, as_of.month)
        held = {
            county_of(self.roster(o["person"], day)["county"], o["where"]["city"])
            for o in self.officers(as_of)
        }
        return [
            Line(NOWHERE | {"unit": one.city, "city": one.city}, float(one.number not in held), 1)
            for one in county_places()
        ]

    def field_gaps(self, as_of: dt.date) -> list[Line]:
        sides = [
            {(where["field"], where["city"]) for where in held}
            for held in (
                [line.where for line in self.demands_by_field(as_of)],
                [line.where for line in self.achievements_by_field(as_of)],
                [o["where"] for o in self.officers(as_of)],
            )
        ]
        return [
            Line(
                NOWHERE | {"unit": city, "city": city, "field": field},
                float(not all((field, city) in side for side in sides)),
                1,
            )
            for city in CITY_CODES
            for field in code_list("field").values
        ]
