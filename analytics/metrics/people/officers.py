"""Headcount: who serves now, and everyone ever recognised."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

OFFICERS_SERVING = Metric(
    id="officers_serving",
    title=Text(zh="在聘联络员", en="Officers serving"),
    unit="persons",
    direction="neutral",
    measure="count",
    source="officers_serving",
    numerator="1",
    is_stock=True,
    order=10,
    clause="论文 3.1（认定期为2年）、4.1",
    meaning=Text(
        zh="统计月最后一天在聘的人数：聘期已开始、未退出、未到期；到期不满6个月（示例）且尚无新聘期的，作为“到期待考核”仍计在内。一人多岗只计一次。",
        en="Persons serving on the last day of the month: the term has begun, not been left and not "
        "ended; a term "
        "that ended less than six months ago (example) with no later one still counts, as due for "
        "assessment. "
        "A person with two posts counts once.",
    ),
    caveats=Text(
        zh="按起止日期判断，不按文件里填写的“状态”。人数多少不代表好坏：在精不在多。",
        en="Told from the dates, not from the state that a file claims. More is not better: quality "
        "before headcount.",
    ),
)

OFFICERS_CUMULATIVE = Metric(
    id="officers_cumulative",
    title=Text(zh="累计认定联络员", en="Officers ever recognised"),
    unit="persons",
    direction="neutral",
    measure="count",
    source="officers_cumulative",
    numerator="1",
    is_stock=True,
    order=20,
    clause="论文 4.1（分批次累计推荐认定543余名）",
    meaning=Text(
        zh="截至统计月最后一天，至少有一个聘期已认定的人数（以认定日期为准，缺失时用聘期起）。包括已退出和已到期的人。",
        en="Persons with at least one term recognised by the last day of the month (by the date of "
        "recognition, else "
        "the start of the term), those who have left or whose term has ended included.",
    ),
    caveats=Text(
        zh="累计只增不减，不等于在聘；请与在聘人数并列使用。",
        en="It never falls and is not the number serving: show the two side by side.",
    ),
)
