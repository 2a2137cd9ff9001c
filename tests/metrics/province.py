"""A small random province in raw sheets: every rule of counting meets cases nobody thought of.

Made for checking one computation against another, not for looking at: names are numbers, dates collide with
each other on purpose (leaves over month ends, acts on the day a reminder closes, contracts reported twice).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pandas as pd

from analytics.rules import Rules
from analytics.sql.build import build_models
from data_ingest.records.tables import create_tables
from data_ingest.sheets import SHEETS
from tests.metrics.province_people import BODIES, PeopleSheets, Rows
from tests.metrics.province_quality import dress

RECEIVED = dt.date(2026, 1, 10)


class Province(PeopleSheets):
    """Rows of raw sheets, drawn from one seed."""

    def __init__(self, seed: int, people: int = 70) -> None:
        super().__init__(seed, people)
        self.tables: dict[str, Rows] = {
            "terms": self.terms(),
            "officers": self.officers(),
            "leaves": self.leaves(),
            "assessments": self.assessments(),
            "reminders": self.reminders(),
            "activities": self.activities(),
            "achievements": self.supply("achievements"),
            "demands": self.supply("demands"),
            "suggestions": self.filed("raised_on", 40),
            "summaries": self.summaries(),
            "trainings": [
                {"training_no": f"t{i}", "held_on": self.day(), "title": f"班{i}"} for i in range(8)
            ],
            "attendances": self.attendances(),
            "contacts": self.contacts(),
            "pushes": self.pushes(),
        }
        self.tables["matches"] = self.matches()
        self.tables["contracts"] = self.contracts()
        dress(self.tables, seed)

    def activities(self) -> Rows:
        kinds = [
            "平台使用",
            "企业走访",
            "联络专家",
            "需求响应",
            "参加活动",
            "座谈交流",
            "调研走访",
            "协办任务",
        ]
        rows = []
        for _ in range(300):
            officer, kind = self.person(0.03), self.pick(*kinds)
            other = self.person() if self.chance(0.1) else None
            is_his = kind in ("平台使用", "参加活动", "协办任务")
            rows.append(
                {
                    "officer": officer,
                    "officer_text": officer or "模拟某人",
                    "actual_officer": other,
                    "person_id": officer if is_his or other is None else other,
                    "acted_on": self.day(),
                    "kind": kind,
                    "is_prompted": self.pick(None, None, None, True, False),
                }
            )
        return rows

    def supply(self, sheet: str) -> Rows:
        """Demands or achievements: some filed twice, some over the platform."""
        number, owner = ("demand_no", "enterprise") if sheet == "demands" else ("achievement_no", "org")
        rows: Rows = []
        for i in range(260):
            again = rows[int(self.rng.integers(0, i))] if i > 5 and self.chance(0.08) else None
            person = self.person(0.15)
            row = {
                number: f"{sheet[0]}{i:03d}",
                "person_id": person,
                "officer_text": person,
                "submitted_on": self.day(
                    "2023-06-01" if again is None else again["submitted_on"].isoformat()
                ),
                "title": again["title"] if again else f"题目{i}",
                owner: again[owner] if again else f"模拟单位{i % 40}",
                "is_prompted": self.pick(None, None, None, True, False),
            }
            if sheet == "demands":
                row |= {
                    "city": self.pick("420100", "420500", None),
                    "verified": self.pick(None, "已核验", "不属实"),
                    "is_repeat": self.pick(*[None] * 9, True),
                    "closed_on": row["submitted_on"] + dt.timedelta(self.pick(0, 30, 90, 200))
                    if self.chance(0.3)
                    else None,
                }
            rows.append(row)
        return rows

    def filed(self, date: str, count: int) -> Rows:
        return [{"person_id": self.person(), date: self.day()} for _ in range(count)]

    def summaries(self) -> Rows:
        return [
            row | {"contracts_reported": self.pick(None, 0, 0, 0, 1, 3), "period": "2025"}
            for row in self.filed("submitted_on", 60)
        ]

    def attendances(self) -> Rows:
        return [
            {
                "training": f"t{self.pick(*range(8))}",
                "person_id": self.person(),
                "is_attended": self.pick(True, True, False),
            }
            for _ in range(70)
        ]

    def matches(self) -> Rows:
        rows = []
        for i in range(200):
            demand = self.tables["demands"][int(self.rng.integers(0, 260))]
            at = demand["submitted_on"] + dt.timedelta(int(self.rng.integers(-10, 120)))
            stages: dict[str, dt.date | None] = {}
            reached = self.pick(0, 1, 2, 3, 5)
            for stage in ("contacted_on", "followed_on", "intent_on", "signed_on", "fulfilled_on")[:reached]:
                at += dt.timedelta(int(self.rng.integers(0, 40)))
                stages[stage] = None if self.chance(0.15) else at
            rows.append(
                {
                    "match_no": f"m{i:03d}",
                    "demand": demand["demand_no"],
                    "achievement": f"a{int(self.rng.integers(0, 260)):03d}",
                    "person_id_a": self.person(0.2),
                    "person_id_b": self.person(0.2),
                    "source": self.pick("人工", "智能"),
                    "made_by": self.pick(None, "A类联络员", "B类联络员", "双方", "办公室"),
                    "recommended_on": demand["submitted_on"] + dt.timedelta(self.pick(0, 5, 30)),
                    **stages,
                }
            )
        return rows

    def contracts(self) -> Rows:
        # What a match signs is signed on one day: its rows differ in number and source only.
        rows: Rows = []
        days: dict[str, dt.date] = {}
        for i in range(90):
            match = self.pick(*self.tables["matches"]) if self.chance(0.6) else None
            person = None if match else self.person()
            signed = days.setdefault(match["match_no"] if match else f"c{i}", self.day("2024-01-01"))
            number, register = self.pick((f"c{i}", None), (None, f"r{i}"), (f"c{i}", f"r{i}"), (None, None))
            for source in self.pick(("自报",), ("核验",), ("自报", "核验")):
                rows.append(
                    {
                        "contract_no": number,
                        "registered_no": register,
                        "match": match["match_no"] if match else None,
                        "person_id": person,
                        "signed_on": signed,
                        "source": source,
                        "amount_wan": self.pick(None, 10.0, 25.5, 80.0),
                        "is_local": self.pick(None, True, True, False),
                    }
                )
        return rows


def built(province: Province) -> duckdb.DuckDBPyConnection:
    """The province in an in-memory warehouse, models built with the package's rules."""
    con = duckdb.connect()
    create_tables(con)
    for sheet in SHEETS.values():
        _fill(con, sheet.id, sheet.snapshot_columns(), province.tables.get(sheet.id, []))
    con.register("bodies_frame", BODIES.assign(aliases=None))
    con.execute("create table bodies as select * from bodies_frame")
    persons = pd.DataFrame({"person_id": province.people, "name": [f"模拟{p}" for p in province.people]})
    con.register("persons_frame", persons.assign(name_sort=persons["person_id"], org=None))
    con.execute("create table persons as select * from persons_frame")
    build_models(con, Rules.package())
    return con


def _fill(con: duckdb.DuckDBPyConnection, table: str, columns: Any, rows: Rows) -> None:
    names = [name for name, _ in columns]
    frame = pd.DataFrame(
        [
            {
                "content_id": f"{table}{at:05d}",
                "reported_on": RECEIVED,
                "received_on": RECEIVED,
                "file": f"{table}.csv",
                "sheet": table,
                "sha256": "0",
                "row_number": at + 2,
                **row,
            }
            for at, row in enumerate(rows)
        ]
    )
    if frame.empty:
        return
    used = [n for n in frame.columns if n in names]
    assert set(frame.columns) <= set(names), set(frame.columns) - set(names)
    con.register("rows_frame", frame[used].astype(object).where(frame[used].notna(), None))
    kinds = dict(columns)
    cells = ", ".join(f'cast("{n}" as {kinds[n]})' for n in used)
    con.execute(
        f'insert into "{table}" ({", ".join(chr(34) + n + chr(34) for n in used)}) select {cells} from rows_frame'
    )
    con.unregister("rows_frame")
