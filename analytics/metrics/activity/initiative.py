"""Acting on one's own initiative, as a share of persons and as a rate per officer-month."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

SHARE_SELF_INITIATED = Metric(
    id="share_self_initiated",
    title=Text(zh="自主履职占比", en="Share acting on their own initiative"),
    unit="share",
    direction="higher",
    measure="proportion",
    source="officers_serving",
    numerator="tier in ('proactive', 'regular')",
    denominator="1",
    is_stock=True,
    order=150,
    clause="论文 5.1",
    meaning=Text(
        zh="在聘联络员中属于主动型或一般型的比例：近12个月至少有1次自主发起的履职（新聘和暂停履职的人单列，不计入分子）。",
        en="Of those serving, the share that is proactive or regular: at least one self-initiated act in "
        "the twelve "
        "months (newly appointed officers and those on leave stand apart and are not in the numerator).",
    ),
    caveats=Text(
        zh="提醒仍在有效期内时报送的，视为响应而非自主，因此该比例偏保守。",
        en="Whatever is filed while a reminder is open counts as an answer, so the share errs on the low "
        "side.",
    ),
)

_EXPOSURE = Text(
    zh="一个“人月”是当月至少15天（示例）在聘且未暂停履职。按人重复抽样计算区间，因为履职往往集中在少数人、少数月份。",
    en="An officer-month is a month with at least 15 days (example) in service and not on leave. The "
    "interval comes "
    "from resampling officers, since acts come in bursts and from a few.",
)

ACTS_PER_OFFICER_MONTH = Metric(
    id="acts_per_officer_month",
    title=Text(zh="人月均履职次数", en="Acts per officer-month"),
    unit="per_officer_month",
    direction="higher",
    measure="rate",
    source="officers_serving",
    numerator="acts",
    denominator="m",
    monthly="officers_serving_months",
    order=160,
    clause="论文 3.3（一人一档）、5.1",
    meaning=Text(
        zh="在聘联络员近12个月的履职次数，除以他们可统计的人月数。仅仅回复提醒不算一次履职。",
        en="Acts in the twelve months of those serving, over their countable officer-months. An answer to "
        "a reminder "
        "alone is no act.",
    ),
    caveats=_EXPOSURE,
)

SELF_INITIATED_PER_OFFICER_MONTH = Metric(
    id="self_initiated_per_officer_month",
    title=Text(zh="人月均自主履职次数", en="Self-initiated acts per officer-month"),
    unit="per_officer_month",
    direction="higher",
    measure="rate",
    source="officers_serving",
    numerator="self_initiated",
    denominator="m",
    monthly="officers_serving_months",
    order=170,
    clause="论文 5.1",
    meaning=Text(
        zh="在聘联络员近12个月自主发起的履职次数，除以他们可统计的人月数。",
        en="Self-initiated acts in the twelve months of those serving, over their countable officer-months.",
    ),
    caveats=_EXPOSURE,
)
