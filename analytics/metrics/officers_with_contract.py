"""Officers who brought about at least one contract, as they report it and as it was verified."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text


def _share(kind: str, place: int, title: Text, meaning: Text) -> Metric:
    return Metric(
        id=f"officers_with_contract_{kind}",
        title=title,
        unit="share",
        direction="higher",
        measure="proportion",
        source="officers_serving",
        numerator=f"contracts_{kind} >= 1",
        denominator="1",
        is_stock=True,
        order=430 + place,
        clause="论文 4.2（有50多位科创联络员在工作总结中汇报……合作签约）",
        meaning=meaning,
        caveats=Text(
            zh="自报与核验分开统计，不可相加；一份合同的两侧联络员都计入。分母为全部在聘联络员。",
            en="Reported and verified stand apart and are never added up; both sides of a match are "
            "credited. The "
            "denominator is everyone who serves.",
        ),
    )


REPORTED = _share(
    "reported",
    0,
    Text(zh="有签约的联络员占比（自报）", en="Officers with a contract (reported)"),
    Text(
        zh="在聘联络员中，近12个月自报至少促成1份签约的比例：合同来源为自报，或工作小结中自报签约数不少于1。",
        en="Of those serving, the share that reports at least one contract in the twelve months: a "
        "contract marked "
        "reported, or a summary that reports one.",
    ),
)
VERIFIED = _share(
    "verified",
    1,
    Text(zh="有签约的联络员占比（核验）", en="Officers with a contract (verified)"),
    Text(
        zh="在聘联络员中，近12个月至少有1份经核验签约的比例。",
        en="Of those serving, the share with at least one verified contract in the twelve months.",
    ),
)
