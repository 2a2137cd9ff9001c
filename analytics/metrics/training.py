"""Who was reached by the office's training."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

TRAINING_COVERAGE = Metric(
    id="training_coverage",
    title=Text(zh="培训覆盖率", en="Training coverage"),
    unit="share",
    direction="higher",
    measure="proportion",
    source="officers_serving",
    numerator="is_trained",
    denominator="1",
    is_stock=True,
    order=250,
    clause="论文 3.2（每年至少组织1场次集中培训班）",
    meaning=Text(
        zh="在聘联络员中，近12个月至少参加过1次培训班（以出勤为准）的比例。",
        en="Of those serving, the share that attended at least one class in the twelve months.",
    ),
    caveats=Text(
        zh="每年至少1场培训是办公室的责任：覆盖率低首先看名额和通知，不作为对个人的评价。",
        en="A class a year binds the office: where coverage is low look at places and invitations first, "
        "not at persons.",
    ),
)
