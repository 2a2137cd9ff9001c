"""Enterprises' demands: how many come in, how many are taken up, and how long that takes."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

_GROUPED = Text(
    zh="按地市分组时取需求所在市州，其余按报送人分组；平台直报的需求单列。少数人报送了多数需求，区间按报送人重复抽样。",
    en="By city: the demand's own; otherwise its officer's group, platform demands apart. A few officers "
    "file most "
    "demands, so the interval comes from resampling officers.",
)

DEMANDS = Metric(
    id="demands",
    title=Text(zh="企业需求", en="Enterprise demands"),
    unit="count",
    direction="neutral",
    measure="count",
    source="demands_window",
    numerator="1",
    dated="submitted_on",
    order=300,
    clause="论文 2.2（挖掘技术或人才需求）、4.2",
    meaning=Text(
        zh="近12个月提交的企业需求数，重复提交的不计（标明重复，或名称与企业都和以前的一行相同）。",
        en="Demands submitted in the twelve months, without repeats (marked so, or title and enterprise "
        "stand in an "
        "earlier row).",
    ),
    caveats=Text(
        zh="数量不是质量：请与对接率和真实性核验一并看。",
        en="Quantity is not quality: read it with the match rate and the verification of demands.",
    ),
)

MATCH_RATE = Metric(
    id="match_rate",
    title=Text(zh="需求对接率", en="Match rate"),
    unit="share",
    direction="higher",
    measure="resampled_proportion",
    source="demands_window",
    numerator="has_contact",
    denominator="1",
    is_stock=True,
    order=340,
    clause="论文 4.2（智能匹配、跟踪服务、精准对接）、5.2",
    meaning=Text(
        zh="近12个月提交的需求中，截至统计日已初步对接的比例。系统推荐本身不算对接。",
        en="Of the demands submitted in the twelve months, the share with a first contact by the end of "
        "it. A "
        "suggestion by the system is no contact.",
    ),
    caveats=Text(
        zh="刚提交的需求还没有时间对接，会压低比例；要排除这一影响请看“60天内对接率”。" + _GROUPED.zh,
        en="Demands just submitted have had no time yet and lower it; the 60-day share is free of that. "
        + _GROUPED.en,
    ),
)

_WAITING = Text(
    zh="仍在等待的按截尾、已关闭的按竞争事件处理（Aalen–Johansen），所以不等于简单相除。",
    en="Those still waiting are censored, those closed compete (Aalen–Johansen), so it is no plain "
    "quotient. ",
)

SHARE_CONTACTED_60D = Metric(
    id="share_contacted_60d",
    title=Text(zh="60天内对接率", en="Contacted within 60 days"),
    unit="share",
    direction="higher",
    measure="incidence",
    source="demands_window",
    numerator="cause",
    denominator="1",
    time="days_to_contact",
    is_stock=True,
    order=350,
    clause="论文 4.2（提高初步对接效率）",
    meaning=Text(
        zh="需求提交后60天内完成初步对接的概率，按近12个月提交的需求估计。",
        en="The probability that a demand has its first contact within 60 days of submission, from the "
        "demands "
        "submitted in the twelve months.",
    ),
    caveats=Text(zh=_WAITING.zh + _GROUPED.zh, en=_WAITING.en + _GROUPED.en),
)

MEDIAN_DAYS_TO_CONTACT = Metric(
    id="median_days_to_contact",
    title=Text(zh="对接用时中位数（天）", en="Median days to contact"),
    unit="days",
    direction="lower",
    measure="median",
    source="demands_window",
    numerator="cause",
    denominator="1",
    time="days_to_contact",
    is_stock=True,
    order=360,
    clause="论文 4.2（提高初步对接效率）",
    meaning=Text(
        zh="从提交起，到一半需求完成初步对接所需的天数；不足一半时不给出数值。",
        en="Days from submission until one half of the demands have had a first contact; none where fewer "
        "ever do.",
    ),
    caveats=Text(zh=_WAITING.zh + _GROUPED.zh, en=_WAITING.en + _GROUPED.en),
)
