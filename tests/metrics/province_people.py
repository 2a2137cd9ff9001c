"""Random raw sheets, part one: persons, terms, rosters, leaves, reminders, contacts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd

Rows = list[dict[str, Any]]
BODIES = pd.DataFrame(
    [
        ("whkx", "武汉市科协", "市州科协", "420100"),
        ("yckx", "宜昌市科协", "市州科协", "420500"),
        ("qjkx", "潜江市科协", "市州科协", "429005"),
        ("whu", "模拟大学科协", "高校科协", "420100"),
        ("qy", "模拟企业科协", "企业科协", "420500"),
    ],
    columns=["body_id", "name", "type", "city"],
)
FIELDS = ("电子信息", "新材料", None)
TOPICS = ("工作小结", "需求挖掘", "成果报送", "意见征集", "培训通知")


class PeopleSheets:
    """Rows about persons, drawn from one seed."""

    def __init__(self, seed: int, people: int = 70) -> None:
        self.rng = np.random.default_rng(seed)
        self.people = [f"p{i:03d}" for i in range(people)]

    def day(self, first: str = "2023-06-01", last: str = "2025-12-31") -> dt.date:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        return start + dt.timedelta(int(self.rng.integers(0, (end - start).days + 1)))

    def pick(self, *choices: Any) -> Any:
        return choices[int(self.rng.integers(0, len(choices)))]

    def chance(self, p: float) -> bool:
        return bool(self.rng.random() < p)

    def person(self, empty: float = 0.0) -> str | None:
        return None if self.chance(empty) else self.pick(*self.people)

    def terms(self) -> Rows:
        rows: Rows = []
        for person in self.people:
            start = self.day("2022-01-01", "2025-12-20")
            for number in range(int(self.rng.integers(1, 4))):
                end = None if self.chance(0.2) else start + dt.timedelta(int(self.rng.integers(200, 760)))
                until = end or start + dt.timedelta(730)
                is_left = self.chance(0.12)
                left = self.day(start.isoformat(), until.isoformat()) if is_left else None
                rows.append(
                    {
                        "person_id": person,
                        "term_no": number + 1 if self.chance(0.6) else None,
                        "started_on": start,
                        "ended_on": end,
                        "left_on": left,
                        "state": self.pick("在聘", "在聘", "退出" if is_left else "续聘", None, "公示"),
                        "recognised_on": self.pick(None, start - dt.timedelta(int(self.rng.integers(0, 80)))),
                        "recommender_body_id": self.pick(*BODIES["body_id"], None),
                        "recommender_type": self.pick(None, None, None, "县市区科协"),
                        "recommender_city": None,
                        "city": self.pick("420100", "420500", "429005", None),
                        "category": self.pick("A", "B", None),
                        "field": self.pick(*FIELDS),
                    }
                )
                start = until + dt.timedelta(int(self.rng.integers(-60, 420)))
        return rows

    def officers(self) -> Rows:
        return [
            {
                "person_id": self.person(),
                "city": self.pick("420100", "420500", None),
                "category": self.pick("A", "B", None),
                "field": self.pick(*FIELDS),
                "reported_on": self.day("2022-06-01"),
            }
            for _ in range(60)
        ]

    def leaves(self) -> Rows:
        rows = []
        for _ in range(25):
            start = self.day()
            length = self.pick(5, 20, 45, 120, 400)
            rows.append(
                {
                    "person_id": self.person(),
                    "from_on": start,
                    "to_on": None if self.chance(0.1) else start + dt.timedelta(length),
                }
            )
        return rows

    def assessments(self) -> Rows:
        return [
            {
                "person_id": self.person(),
                "term_no": self.pick(None, 1, 2),
                "assessed_on": self.day("2024-01-01"),
                "grade": self.pick("不合格", "不合格", "合格", "优秀"),
            }
            for _ in range(40)
        ]

    def reminders(self) -> Rows:
        rows: Rows = []
        for _ in range(260):
            person, topic, sent = self.person(), self.pick(*TOPICS), self.day()
            due = self.pick(None, sent + dt.timedelta(self.pick(0, 14, 28)))
            for chaser in range(self.pick(1, 1, 2, 3)):
                again = sent + dt.timedelta(chaser * self.pick(7, 9, 21))
                if due is not None and again > due:
                    continue
                answered = again + dt.timedelta(int(self.rng.integers(0, 25)))
                rows.append(
                    {
                        "person_id": person,
                        "officer_text": person,
                        "topic": topic,
                        "sent_on": again,
                        "due_on": due,
                        "is_delivered": self.pick(None, True, True, False),
                        "answered_on": answered if self.chance(0.3) else None,
                    }
                )
        for _ in range(30):
            sent = self.day()
            rows.append(
                {
                    "audience": self.pick(
                        "全省", "武汉", "武汉、宜昌", "A类", "宜昌、B类", "非市州推荐", "各位老师"
                    ),
                    "topic": self.pick(*TOPICS),
                    "sent_on": sent,
                    "due_on": self.pick(None, sent + dt.timedelta(20)),
                    "is_campaign": self.pick(None, True, False),
                }
            )
        return rows

    def contacts(self) -> Rows:
        return [
            {
                "person_id": person,
                "contacted_on": self.day(),
                "channel": self.pick("电话", "微信", "QQ"),
                "outcome": self.pick("未接", "未接", "空号", "未回复", "接通", "已回复"),
            }
            for person in self.rng.choice(self.people[:40], 220)
        ]

    def pushes(self) -> Rows:
        return [
            {
                "person_id": self.person(),
                "pushed_on": self.day(),
                "read_on": self.pick(None, None, self.day()),
            }
            for _ in range(30)
        ]
