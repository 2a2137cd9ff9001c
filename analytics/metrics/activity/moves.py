"""Moves between the tiers since the month compared with (twelve months before, unless another is asked)."""

from typing import Any

from analytics.metrics.declaration import Metric
from foundation.locales import Text

_SOURCE: dict[str, Any] = {"source": "tier_moves", "is_stock": True}
_STEPS = Text(
    zh="由高到低：主动型、一般型、响应型、无履职（久未联系、待核实）；有履职（未区分）只与无履职比较。新聘、暂停履职的人和只在"
    "一个月份在聘的人不比较。少数人的起伏不说明什么，请看区间。",
    en="From the top: proactive, regular, responsive, without acts (out of touch, to verify); active "
    "but not told "
    "apart is compared with those without acts alone. Who is new, on leave or serves at one date only is not "
    "compared. A few people up or down say little: read the interval.",
)
_PERSONS = Text(
    zh="人数多少不代表好坏：换届月份自然多。换了责任单位仍在聘的不算。",
    en="More is not better or worse: months of renewal have more. Who serves on under another unit "
    "does not count.",
)


def _moved(place: int, which: str, title: Text, meaning: Text) -> Metric:
    is_up = which == "up"
    return Metric(
        id=f"share_moved_{which}",
        title=title,
        unit="share",
        direction="higher" if is_up else "lower",
        measure="proportion",
        numerator="move = 1" if is_up else "move = -1",
        denominator="1",
        where="move is not null",
        order=140 + place,
        clause="论文 5.1（三类人之间的变化）",
        meaning=meaning,
        caveats=_STEPS,
        **_SOURCE,
    )


MOVED = (
    _moved(
        0,
        "up",
        Text(zh="层级上升占比", en="Moved up a tier"),
        Text(
            zh="对比月份和统计月都在聘、层级可比的人中，层级上升的比例。",
            en="Of those serving at both dates whose tiers can be compared, the share that moved up.",
        ),
    ),
    _moved(
        1,
        "down",
        Text(zh="层级下降占比", en="Moved down a tier"),
        Text(
            zh="对比月份和统计月都在聘、层级可比的人中，层级下降的比例。",
            en="Of those serving at both dates whose tiers can be compared, the share that moved down.",
        ),
    ),
)

SHARE_LOST_BACK = Metric(
    id="share_lost_back",
    title=Text(zh="久未联系后恢复履职占比", en="Out of touch, acting again"),
    unit="share",
    direction="higher",
    measure="proportion",
    numerator="coalesce(tier_now in ('proactive', 'regular', 'responsive', 'undetermined'), false)",
    denominator="1",
    where="tier_then = 'lost'",
    order=142,
    clause="论文 5.1（失联）",
    meaning=Text(
        zh="对比月份久未联系（待核实）的人中，统计月又有履职的比例；已不在聘的留在分母里。",
        en="Of those long out of touch at the month compared with, the share with acts again at the "
        "as-of; who "
        "serves no more stays in the denominator.",
    ),
    caveats=Text(
        zh="人数通常不多，请同时看区间和分母。",
        en="There are few of them: read the interval and n.",
    ),
    **_SOURCE,
)


def _came(place: int, which: str, numerator: str, title: Text, meaning: Text) -> Metric:
    return Metric(
        id=f"officers_{which}",
        title=title,
        unit="persons",
        direction="neutral",
        measure="count",
        numerator=numerator,
        order=22 + place,
        clause="论文 3.1（动态队伍）、5.1（大浪淘沙）",
        meaning=meaning,
        caveats=_PERSONS,
        **_SOURCE,
    )


CAME_AND_WENT = (
    _came(
        0,
        "joined",
        "tier_then is null",
        Text(zh="期间新进", en="Joined since"),
        Text(
            zh="统计月在聘、对比月份不在聘的人数：新认定的，或中断后再次受聘的。",
            en="Persons serving at the as-of and not at the month compared with: newly recognised, "
            "or back after "
            "a break.",
        ),
    ),
    _came(
        1,
        "left",
        "tier_now is null",
        Text(zh="期间离开", en="Left since"),
        Text(
            zh="对比月份在聘、统计月不在聘的人数：退出的，或到期未续聘的；单位等属性取对比月份的。",
            en="Persons serving at the month compared with and not at the as-of: left, or not "
            "renewed; unit and "
            "the like are those of then.",
        ),
    ),
)
