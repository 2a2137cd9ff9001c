"""The officer's file: reasons in words, every line with its source row, and who may open it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from analytics.officer.head import OfficerHead, dossier_head, timeline
from analytics.officer.timeline import LINES
from analytics.rules import Rules
from analytics.tiers import LEADER_GROUPS, TIERS, needed_acts, reason, shown_as, tier
from foundation.access.viewer import OFFICE, Viewer
from foundation.warehouse.snapshots import Snapshot
from tests.support.tables import ask, built, warehouse

AS_OF = dt.date(2025, 12, 1)
LEADER = Viewer(name="领导", role="leader")
WUHAN = Viewer(name="武汉", role="city", unit="420100")
YICHANG = Viewer(name="宜昌", role="city", unit="420500")


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    """zhao acts, qian was never reached, sun belongs to no city; a term of li's is over."""
    con = warehouse(
        persons="""
            person_id  name    name_sort  phone        email               im_account
            zhao       赵一模  zhaoyimo   13812342047  zhao@example.com    20471388
            qian       钱二模  qianermo   -            -                   -
            sun        孙三模  sunsanmo   -            -                   -
            li         李四模  lisimo     -            -                   -
        """,
        terms="""
            person  started_on  ended_on    body  org     category
            zhao    2023-10-01  2025-09-30  whkx  某园区  B
            qian    2024-01-01  2026-12-31  whkx  某企业  B
            sun     2024-01-01  2026-12-31  whu   某大学  A
            li      2021-01-01  2022-12-31  whkx  某大学  A
        """,
        activities="""
            person  acted_on    kind      is_prompted  content
            zhao    2025-04-02  企业走访  no           走访模拟企业
            zhao    2025-05-02  平台使用  -            -
            zhao    2023-09-30  企业走访  no           聘期之前
            zhao    2026-01-02  企业走访  no           之后
        """,
        reminders="""
            person  topic     sent_on     due_on      answered_on  audience
            zhao    需求挖掘  2025-06-01  2025-06-30  2025-06-02   -
            -       成果报送  2025-07-01  -           -            武汉
            -       成果报送  2025-07-02  -           -            宜昌
        """,
        contacts="person contacted_on channel outcome\nqian 2025-03-01 电话 未接",
        assessments="person assessed_on grade\nzhao 2025-10-20 合格",
    )
    path = tmp_path / "one.duckdb"
    built(con).execute("create table meta (key varchar, value varchar)")
    con.execute("insert into meta values ('rules_toml', ?)", [Rules.package().toml])
    con.execute(f"attach '{path}' as file; copy from database memory to file; detach file")
    return Snapshot(id="0" * 16, path=path)


def head(snapshot: Snapshot, person: str, viewer: Viewer = OFFICE) -> OfficerHead:
    found = dossier_head(snapshot, person, AS_OF, viewer)
    assert found is not None
    return found


def test_the_head_says_who_in_which_tier_and_why(snapshot: Snapshot) -> None:
    zhao = head(snapshot, "zhao")
    assert (zhao.name, zhao.tier, zhao.person["unit"], zhao.person["is_due"]) == (
        "赵一模",
        "regular",
        "420100",
        True,
    )
    assert zhao.person["phone"] == "138****2047"
    assert zhao.person["recommender_name"] == "武汉市科协"
    assert zhao.reason is not None
    assert zhao.reason.zh == (
        "近12个月可统计12个月，自主履职1次，分布在1个季度（主动型为4次、2个季度）。聘期已于2025-09-30届满，待考核。"
    )
    assert zhao.reason.en.endswith("The term ended on 2025-09-30; assessment is due.")


def test_a_person_no_longer_serving_has_a_file_but_no_tier(snapshot: Snapshot) -> None:
    li = head(snapshot, "li")
    assert (li.tier, li.reason, li.person["is_serving"]) == (None, None, False)
    assert dossier_head(snapshot, "nobody", AS_OF, OFFICE) is None


def test_the_timeline_holds_each_line_with_its_row(snapshot: Snapshot) -> None:
    lines = timeline(snapshot, "zhao", AS_OF, OFFICE)
    assert tuple(lines.columns) == LINES
    shown = [
        (str(d)[:10], k.zh, t.zh, c.zh, f, int(r))
        for d, k, t, c, f, r in zip(
            *(lines[name] for name in ("date", "kind", "title", "counts_as", "file", "row_number")),
            strict=True,
        )
    ]
    assert shown == [
        ("2025-10-20", "考核", "合格", "不计为履职", "assessments.csv", 2),
        ("2025-07-01", "群通知", "成果报送", "不计为履职", "reminders.csv", 3),
        ("2025-06-02", "答复提醒", "需求挖掘", "视同提醒后履职，仅用于分类", "reminders.csv", 2),
        ("2025-06-01", "提醒", "需求挖掘（应交 2025-06-30）", "不计为履职", "reminders.csv", 2),
        ("2025-05-02", "平台使用", "", "规定参与，不区分主动与否", "activities.csv", 3),
        ("2025-04-02", "企业走访", "走访模拟企业", "自主履职", "activities.csv", 2),
        ("2023-10-01", "聘期开始", "某园区", "不计为履职", "terms.csv", 2),
        ("2023-09-30", "企业走访", "聘期之前", "不在聘期内，不计", "activities.csv", 4),
    ]


def test_who_may_open_whose_file(snapshot: Snapshot) -> None:
    presenting = Viewer(name="办公室", role="office", is_presenting=True)
    opened = {
        viewer.name + ("·投影" if viewer.is_presenting else ""): [
            p for p in ("zhao", "qian", "sun") if dossier_head(snapshot, p, AS_OF, viewer)
        ]
        for viewer in (OFFICE, LEADER, WUHAN, YICHANG, presenting)
    }
    assert opened == {
        "办公室": ["zhao", "qian", "sun"],
        "领导": ["zhao"],
        "武汉": ["zhao", "qian"],
        "宜昌": [],
        "办公室·投影": ["zhao"],
    }
    assert timeline(snapshot, "qian", AS_OF, LEADER).empty


REASONS = {
    "new": ("person acted_on kind is_prompted\nzhao 2025-12-01 企业走访 no", "2025-11-20"),
    "regular": ("person acted_on kind is_prompted\nzhao 2025-12-01 企业走访 no", "2024-01-01"),
    "responsive": ("person acted_on kind is_prompted\nzhao 2025-12-01 企业走访 yes", "2024-01-01"),
    "undetermined": ("person acted_on kind is_prompted\nzhao 2025-12-01 企业走访 -", "2024-01-01"),
    "unverified": ("person acted_on kind is_prompted\nzhao 2024-12-01 企业走访 -", "2024-01-01"),
}


@pytest.mark.parametrize("expected", REASONS)
def test_every_tier_has_a_reason_in_both_languages(expected: str) -> None:
    activities, start = REASONS[expected]
    con = built(warehouse(terms=f"person started_on\nzhao {start}", activities=activities))
    row = ask(con, "officers_serving", "2025-12").to_dict("records")[0]
    assert row["tier"] == expected
    why = reason(row, Rules.package())
    assert why.zh.endswith("。")
    assert why.en.endswith(".")
    assert "{" not in why.zh + why.en
    assert "僵尸" not in why.zh
    assert "失联" not in why.zh


def test_tiers_are_declared_once_and_readable() -> None:
    assert sorted(t.rank for t in TIERS) == list(range(1, 9))
    assert {t.leader_group for t in TIERS} == {g.id for g in LEADER_GROUPS}
    assert (TIERS[0].id, TIERS[-1].id) == ("proactive", "lost")
    assert tier("lost").title.zh == "久未联系（待核实）"
    assert shown_as({"tier": "unverified", "was_reached": True}).zh == "待核实（已联系上，无履职记录）"
    assert shown_as({"tier": "unverified", "was_reached": False}).zh == "待核实（尚未联系到）"


@pytest.mark.parametrize(
    ("months", "acts"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (9, 3), (10, 4), (12, 4)]
)
def test_needed_acts(months: int, acts: int) -> None:
    assert needed_acts(months, Rules.package()) == acts


ROW = {
    "m": 12,
    "self_initiated": 5,
    "self_quarters": 3,
    "prompted": 0,
    "answers": 0,
    "untold": 0,
    "neutral": 2,
    "acts": 7,
    "failed_contacts": 3,
    "failed_channels": 2,
    "failed_span": 75,
    "was_reached": False,
    "is_on_leave": False,
    "is_due": False,
    "started_on": dt.date(2024, 1, 1),
    "ended_on": None,
}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"tier": "proactive"}, "自主履职5次，分布在3个季度（标准：4次、2个季度）"),
        ({"tier": "lost"}, "以2种方式联系3次未接通，首末相隔75天"),
        ({"tier": "on_leave", "is_on_leave": True}, "统计日处于暂停履职期间"),
        ({"tier": "on_leave"}, "因暂停履职没有可统计的月份"),
        ({"tier": "responsive"}, "有2次规定参与"),
        ({"tier": "responsive", "answers": 1}, "答复提醒1次"),
        ({"tier": "undetermined"}, "没有提醒记录"),
        ({"tier": "undetermined", "untold": 3}, "其中3次没有记录是否经过提醒"),
        ({"tier": "unverified"}, "未接通3次"),
        ({"tier": "unverified", "was_reached": True}, "已联系上"),
        ({"tier": "new"}, "自2024-01-01开始，截至统计日未满90天"),
    ],
)
def test_the_reason_tells_the_counts(changed: dict[str, object], told: str) -> None:
    assert told in reason(ROW | changed, Rules.package()).zh
