"""Is what the office sends out read?"""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

PUSH_READ_RATE = Metric(
    id="push_read_rate",
    title=Text(zh="推送阅读率", en="Push read rate"),
    unit="share",
    direction="higher",
    measure="resampled_proportion",
    source="pushes_window",
    numerator="is_read",
    denominator="1",
    per="person_id",
    is_stock=True,
    order=210,
    clause="论文 6.4（多向联络员推送政策、活动、案例等相关信息）",
    meaning=Text(
        zh="近12个月推送给在聘个人的信息中，截至统计日已读的比例。",
        en="Of what was pushed to persons serving in the twelve months, the share read by the as-of day.",
    ),
    caveats=Text(
        zh="群发信息没有逐人的阅读记录，不计入。最近推送的还没有时间读。",
        en="What goes to whole groups has no reader on record and does not count. The latest had "
        "little time.",
    ),
)
