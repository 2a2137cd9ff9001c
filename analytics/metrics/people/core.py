"""The core list (核心朋友圈): those who can serve, by a rule that everyone can read."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

CORE_OFFICERS = Metric(
    id="core_officers",
    title=Text(zh="核心朋友圈", en="Core list"),
    unit="persons",
    direction="higher",
    measure="count",
    source="officer_core",
    numerator="is_core",
    is_stock=True,
    order=180,
    clause="论文 6.2（在精不在多；逐步扩大“核心朋友圈”）",
    meaning=Text(
        zh="在聘联络员中，近12个月自主履职达到规定的次数和季度数，并参与过规定数目的对接或签约的人数"
        "（规则文件 [core]，示例）。",
        en="Persons serving who, in the twelve months, acted on their own as often and over as many "
        "quarters as the rules ask and had a side in as many pairs or contracts ([core] of the "
        "rules, example).",
    ),
    caveats=Text(
        zh="没有提醒记录的单位分不出自主与否，那里的人会被少计；名单只用于联系和表彰，不作排名。",
        en="Where a unit keeps no reminder records nobody can tell who was asked, so its people are "
        "undercounted; the list serves contact and honours, and is no ranking.",
    ),
)
