"""The planted cases' officers, named by hand. What they do: planted.py.

What is expected of them is kept apart, in tests/simulation/planted_cases.csv, so that the generator cannot
agree with itself.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Indices of people.BATCHES.
B2021, B2022, B2023, B2024, B2025, B2025_NOVEMBER = range(6)


@dataclass(frozen=True)
class Planted:
    id: str
    name: str
    unit: str
    batch: int
    category: str


def _planted(text: str) -> tuple[Planted, ...]:
    rows = [line.split() for line in text.strip().splitlines()]
    return tuple(Planted(r[0], r[1], r[2], int(r[3]), r[4]) for r in rows)


PLANTED = _planted(
    """
    bulge_in_campaign           程雪舟  420100    3 A
    bulge_without_campaign      顾云帆  420600    2 A
    three_in_one_answer         冉立群  420300    3 B
    day_15_before_due           詹晓岚  420700    3 B
    day_15_without_due          芦正阳  420700    3 B
    leave_whole_window          柯望舒  420100    3 A
    leave_since_july            鄢知秋  420500    3 B
    leave_until_20_december     阮济川  420500    3 A
    two_posts                   俞伯安  420900    3 B
    entered_on_behalf           蓝采薇  421000    3 B
    entered_for_others          卓文渊  421000    3 B
    moved_and_renewed           麦清和  420200    2 B
    passed_not_renewed          单怀远  420800    0 B
    failed_not_renewed          佟若谷  420800    0 B
    no_records_blank            祝长庚  429005    3 B
    no_records_not_prompted     瞿临溪  429005    3 B
    no_records_prompted         戚望山  429005    3 B
    non_city_with_reminder      游思齐  non_city  3 A
    non_city_without_reminder   阳景行  non_city  3 A
    reached_by_phone_only       虞秋白  421100    3 B
    answered_filed_nothing      申屠静  421200    3 B
    month_four                  裴予安  421300    4 B
    machine_followed_up         盛若水  422800    3 B
    introduced_by_a             晏书同  420100    3 A
    introduced_for_b            古月明  420100    3 B
    introduced_by_both_a        辛同尘  420600    3 A
    introduced_by_both_b        屈长风  420600    3 B
    introduced_by_nobody_a      寇以宁  420500    3 A
    introduced_by_nobody_b      柴望舟  420500    3 B
    training_only_recorded      仇致远  429004    3 B
    training_only_unrecorded    商听雨  429005    3 B
    same_demand_four_times      敖江平  420900    3 B
    pending_five_months         巫山远  421000    2 B
    pending_eight_months        覃思源  421000    2 B
    not_yet_started             莘子衿  420100    5 B
    lost_two_channels           司马宁  421100    3 B
    lost_59_days_only           欧阳启  421100    3 B
    lost_then_reached           诸葛平  421200    3 B
    undelivered_reminder        尉迟青  421300    3 B
    group_notice_not_campaign   上官云  421200    3 B
    """
)
