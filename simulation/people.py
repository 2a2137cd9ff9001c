"""The officers: who they are, where they work, who recommended them, in which batch they were recognised."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from simulation.planted.people import PLANTED, Planted
from simulation.words import CITIES, DUTIES, FIELDS, GIVEN_FIRST, GIVEN_LAST, SURNAMES, TITLES
from simulation.world import World, where

NON_CITY = "non_city"
#: Officers by (city, unit), of 543: 武汉 38 %, 神农架 three; 123 by universities, institutes and firms.
PLACES: tuple[tuple[str, str, int], ...] = (
    ("420100", "420100", 95), ("420200", "420200", 23), ("420300", "420300", 22), ("420500", "420500", 36),
    ("420600", "420600", 34), ("420700", "420700", 16), ("420800", "420800", 20), ("420900", "420900", 23),
    ("421000", "421000", 26), ("421100", "421100", 29), ("421200", "421200", 17), ("421300", "421300", 16),
    ("422800", "422800", 19), ("429004", "429004", 17), ("429005", "429005", 14), ("429006", "429006", 10),
    ("429021", "429021", 3), ("420100", NON_CITY, 111), ("420500", NON_CITY, 3), ("421000", NON_CITY, 3),
    ("420600", NON_CITY, 2), ("420300", NON_CITY, 2), ("420200", NON_CITY, 1), ("422800", NON_CITY, 1),
)  # fmt: skip
BATCHES = (
    ("2021-09", 118),
    ("2022-06", 136),
    ("2023-05", 121),
    ("2024-06", 98),
    ("2025-05", 66),
    ("2025-11", 4),
)
SHARE_A = 244 / 543
FULL_SIZE = 543


def shares_to_counts(shares: list[float], total: int) -> list[int]:
    """Whole numbers that add up to `total`, by largest remainder."""
    exact = np.array(shares) / sum(shares) * total
    counts = np.floor(exact).astype(int)
    counts[np.argsort(-(exact - counts), kind="stable")[: total - counts.sum()]] += 1
    return [int(c) for c in counts]


def make_people(world: World, officers: int = FULL_SIZE) -> None:
    """Fill `world.persons` with `officers` persons in the proportions of the programme."""
    rng = world.random("people")
    frame = _places(officers)
    frame["batch"] = rng.permutation(
        np.repeat(np.arange(len(BATCHES)), shares_to_counts([b[1] for b in BATCHES], officers))
    )
    frame["category"] = _categories(rng, frame)
    frame["planted"] = ""
    frame["name"] = _names(rng, officers)
    if officers >= FULL_SIZE:
        for case in PLANTED:
            _plant(frame, case)
        _same_names(frame)
    world.persons = pd.concat([frame, _employers(rng, frame), _personal(rng, frame)], axis=1)


def _places(officers: int) -> pd.DataFrame:
    counts = shares_to_counts([p[2] for p in PLACES], officers)
    frame = pd.DataFrame(
        {
            "city": np.repeat([p[0] for p in PLACES], counts),
            "unit": np.repeat([p[1] for p in PLACES], counts),
        }
    )
    frame["channel"] = where(frame["unit"] == NON_CITY, "institution", "local")
    frame["recommender_type"] = ""
    for unit, rows in frame.groupby("unit", sort=False).groups.items():
        frame.loc[rows, "recommender_type"] = _body_kinds(str(unit), len(rows))
    return frame


def _body_kinds(unit: str, size: int) -> list[str]:
    """Which kind of body recommended each officer of a unit, in proportion."""
    if unit == NON_CITY:
        kinds, shares = ["高校科协", "科研院所科协", "企业科协"], [60.0, 38.0, 25.0]
    elif CITIES[unit][2]:
        kinds, shares = ["市州科协", "县市区科协"], [6.0, 4.0]
    else:
        kinds, shares = ["市州科协"], [1.0]
    return [kind for kind, n in zip(kinds, shares_to_counts(shares, size), strict=True) for _ in range(n)]


def _categories(rng: np.random.Generator, frame: pd.DataFrame) -> np.ndarray[Any, Any]:
    """A for universities and institutes, B for firms; among the cities' officers as many A as 45:55 needs."""
    kinds = frame["recommender_type"]
    category = where(kinds.isin(["高校科协", "科研院所科协"]), "A", "B")
    missing = round(SHARE_A * len(frame)) - int((category == "A").sum())
    local = np.flatnonzero(kinds.isin(["市州科协", "县市区科协"]))
    category[rng.permutation(local)[: max(0, missing)]] = "A"
    return category


def _names(rng: np.random.Generator, size: int) -> list[str]:
    """Invented names, all different while there are enough of them."""
    planted = {case.name for case in PLANTED}
    seen: set[str] = set(planted)
    names: list[str] = []
    while len(names) < size:
        first = GIVEN_FIRST[rng.integers(len(GIVEN_FIRST))] if rng.random() < 0.78 else ""
        name = SURNAMES[rng.integers(len(SURNAMES))] + first + GIVEN_LAST[rng.integers(len(GIVEN_LAST))]
        if name not in seen or (size > FULL_SIZE and name not in planted):
            seen.add(name)
            names.append(name)
    return names


def _plant(frame: Any, case: Planted) -> None:
    """Give a planted case its officer: of its unit, category and batch (which he swaps with somebody)."""
    free = frame[frame["planted"] == ""]
    fits = free[(free["unit"] == case.unit) & (free["category"] == case.category)]
    at = fits.index[0]
    donors = free[(free["batch"] == case.batch) & (free.index != at)]
    if frame.loc[at, "batch"] != case.batch:
        frame.loc[donors.index[-1], "batch"] = frame.loc[at, "batch"]
    frame.loc[at, ["batch", "planted", "name"]] = [case.batch, case.id, case.name]


def _same_names(frame: pd.DataFrame) -> None:
    """Three pairs of officers who share a name: in two cities, in two units, in one city."""
    for first_unit, second_unit in (("420100", "420600"), ("421000", NON_CITY), ("420500", "420500")):
        free = frame[frame["planted"] == ""]
        first = free.index[free["unit"] == first_unit][0]
        second = free.index[free["unit"] == second_unit][-1]
        frame.loc[second, "name"] = frame.loc[first, "name"]
        frame.loc[[first, second], "planted"] = "same_name"
    frame.loc[frame["planted"] == "same_name", "planted"] = ""


def _employers(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    """Employer, its kind, the recommending body, county: a university's officers share a few universities."""
    rows = [_employer(rng, row) for row in frame.itertuples()]
    return pd.DataFrame(rows, index=frame.index, columns=["org", "org_type", "recommender", "county"])


def _employer(rng: np.random.Generator, row: Any) -> tuple[str, str, str, str]:
    seat = list(CITIES).index(row.city)
    if row.unit == NON_CITY:
        org, org_type = _institution(rng, row.recommender_type, seat)
        return org, org_type, f"{org}科协", ""
    org_type = str(rng.choice(["高等院校", "科研院所", "事业单位"] if row.category == "A" else list(_PARKS)))
    county = str(rng.choice(CITIES[row.city][2])) if CITIES[row.city][2] else ""
    full, short, _ = CITIES[row.city]
    body = f"{county}科协" if row.recommender_type == "县市区科协" else f"{full}科协"
    if row.recommender_type == "市州科协" and row.city == "422800":
        body = f"{short}科协"
    return _local_org(rng, org_type, seat), org_type, body, county


_PARKS = ("高新园区", "科技园", "产业园", "孵化器", "科技型企业", "科技型企业", "社会机构")
_LETTERS = {
    "高等院校": "高校U", "科研院所": "院所R", "事业单位": "事业单位P", "高新园区": "高新区G",
    "科技园": "科技园K", "产业园": "产业园Y", "孵化器": "孵化器F", "社会机构": "社会机构S",
}  # fmt: skip


def _institution(rng: np.random.Generator, kind: str, seat: int) -> tuple[str, str]:
    """Twelve universities, eight institutes and eight firms in 武汉; one of each elsewhere."""
    size = {"高校科协": 12, "科研院所科协": 8, "企业科协": 8}[kind]
    number = int(rng.integers(1, size + 1)) if seat == 0 else 40 + seat
    if kind == "高校科协":
        return f"模拟高校U-{number:02d}", "高等院校"
    if kind == "科研院所科协":
        return f"模拟院所R-{number:02d}", "科研院所"
    return f"模拟企业A-{number:03d}", "科技型企业"


def _local_org(rng: np.random.Generator, org_type: str, seat: int) -> str:
    """Employers of the cities' officers, numbered by city so that no two cities share one."""
    if org_type == "科技型企业":
        return f"模拟企业B-{seat * 15 + int(rng.integers(1, 15)):03d}"
    return f"模拟{_LETTERS[org_type]}-{60 + seat * 4 + int(rng.integers(0, 4)):02d}"


def _personal(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    """Everything else of a roster row. Phones lie in a range that is plainly invented (1380000xxxx)."""
    n = len(frame)
    keys = np.arange(n)
    is_woman = rng.random(n) < 0.36
    born = np.datetime64("1966-01") + rng.integers(0, 330, n)
    cert = rng.choice(
        ["无", "技术经纪人(初级)", "技术经纪人(中级)", "专利代理师", "其他"],
        n,
        p=[0.68, 0.2, 0.06, 0.03, 0.03],
    )
    has_cert = cert != "无"
    phones = rng.permutation(max(10_000, n))[:n]
    return pd.DataFrame(
        {
            "gender": where(is_woman, "女", "男"),
            "birth_month": born.astype("datetime64[D]"),
            "phone": [f"1380000{p:04d}" if p < 10_000 else f"138{p:08d}" for p in phones],
            "email": where(rng.random(n) < 0.6, [f"user{k:04d}@example.invalid" for k in keys], None),
            "im_account": where(rng.random(n) < 0.5, [f"100{k:06d}" for k in keys], None),
            "officer_no": [f"HBLL{k + 1:05d}" for k in keys],
            "title": rng.choice(TITLES, n),
            "education": rng.choice(["专科", "本科", "硕士", "博士"], n, p=[0.06, 0.44, 0.36, 0.14]),
            "field": where(rng.random(n) < 0.93, rng.choice(FIELDS, n), None),
            "is_frontline": rng.random(n) < 0.55,
            "is_in_group": rng.random(n) < 0.86,
            "platform_account": where(rng.random(n) < 0.72, [f"kchb{k + 1:05d}" for k in keys], None),
            "cert_type": cert,
            "cert_no": where(has_cert, [f"MN{2020 + k % 6}{k:06d}" for k in keys], None),
            "cert_on": where(
                has_cert, np.datetime64("2019-03-01") + rng.integers(0, 2100, n), np.datetime64("NaT")
            ),
            "draw": rng.random(n),
        },
        index=frame.index,
    )


def duty_of(org_type: str, draw: float) -> str:
    """A plausible post in that kind of employer."""
    duties = DUTIES[org_type]
    return duties[int(draw * len(duties))]
