"""Retention of those recognised together: who still serves a year, two, two and a half after recognition."""

from analytics.metrics.declaration import GROUPINGS, Metric
from foundation.locales import Text

#: Months after recognition: half the first term, its end, and half a year past it, when 到期待考核 is over.
MILESTONES = (12, 24, 30)
_CAVEATS = Text(
    zh="只计认定已满这么久的批次；退出、到期未续聘都算不在聘，岗位变动和退休也在其中，不等于不愿意做。",
    en="Only batches recognised that long ago count. Who left or was not renewed serves no more; changes of "
    "post and retirement are among them, so it says nothing of the will to serve.",
)


def _retention(place: int, months: int) -> Metric:
    return Metric(
        id=f"retention_{months}m",
        title=Text(zh=f"认定满{months}个月在聘占比", en=f"Serving {months} months after recognition"),
        unit="share",
        direction="higher",
        measure="proportion",
        source="cohort_months",
        numerator="is_serving",
        denominator="1",
        where=f"months = {months}",
        groups=(*GROUPINGS, "batch"),
        is_stock=True,
        order=30 + place,
        clause="论文 3.1（认定期为2年）、4.1（分批次）、5.1（大浪淘沙）",
        meaning=Text(
            zh=f"认定已满{months}个月的人中，认定后第{months}个月月末在聘的比例（含到期待考核）。每人只属首次认定的"
            "那一批；单位等属性取统计日的。",
            en=f"Of those whose batch was recognised at least {months} months ago, the share serving "
            "at the end "
            f"of the {months}th month after (terms due for assessment included). Everybody belongs to "
            "the batch "
            "of the first recognition; unit and the like are those of the as-of day.",
        ),
        caveats=_CAVEATS,
    )


RETENTION = tuple(_retention(place, months) for place, months in enumerate(MILESTONES))
