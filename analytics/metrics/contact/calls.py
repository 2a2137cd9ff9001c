"""Whom the recommending bodies are asked to reach (谁推荐谁管理, paper 6.2)."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

OFFICERS_TO_CALL = Metric(
    id="officers_to_call",
    title=Text(zh="联系名单", en="Call list"),
    unit="persons",
    direction="lower",
    measure="count",
    source="officers_serving",
    numerator="is_to_call",
    is_stock=True,
    order=190,
    clause="论文 5.1（失联）、6.2（谁推荐谁管理谁服务）",
    meaning=Text(
        zh="在聘联络员中，久未联系（待核实）或待核实，且聘期已届满待考核或六个月内届满的人数：请推荐单位协助联系。",
        en="Persons serving who are long out of touch or to verify, and whose term is over, "
        "assessment due, or "
        "ends within six months: the recommending body is asked to help.",
    ),
    caveats=Text(
        zh="这是请求协助的名单，不是对个人的评价；联系记录不全的单位，名单会偏长。",
        en="A list to ask for help with, no judgement on a person; it is longer where contacts are "
        "not written "
        "down.",
    ),
)
