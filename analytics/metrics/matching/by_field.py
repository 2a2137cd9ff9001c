"""Supply and demand by their own field, to stand beside the officers of that field."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

_FIELD = Text(
    zh="“领域”分组和筛选在这里指需求或成果自己的领域，不是报送人的专业领域；没有写领域的在“未填”。",
    en="The grouping and filter “field” mean the demand's or achievement's own field here, not that of the "
    "officer who filed it; those without one stand under “not given”.",
)


def _count(kind: str, place: int, title: Text, meaning: Text) -> Metric:
    return Metric(
        id=f"{kind}_by_field",
        title=title,
        unit="count",
        direction="neutral",
        measure="count",
        source=f"{kind}_by_field",
        numerator="1",
        dated="submitted_on",
        order=place,
        clause="论文 5.2（难以精准匹配、资源错配）",
        meaning=meaning,
        caveats=_FIELD,
    )


DEMANDS_BY_FIELD = _count(
    "demands",
    302,
    Text(zh="企业需求（按需求领域）", en="Demands by their own field"),
    Text(
        zh="近12个月提交的企业需求数，重复的不计，按需求自己的领域归类。",
        en="Demands submitted in the twelve months, without repeats, by the demand's own field.",
    ),
)
ACHIEVEMENTS_BY_FIELD = _count(
    "achievements",
    312,
    Text(zh="科技成果（按成果领域）", en="Achievements by their own field"),
    Text(
        zh="近12个月报送的科技成果数，重复的不计，按成果自己的领域归类。",
        en="Achievements submitted in the twelve months, without repeats, by the achievement's own field.",
    ),
)
