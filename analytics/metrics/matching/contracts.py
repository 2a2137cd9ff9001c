"""Contracts: how many, how much, how many stay in the province, and how many officers brought one about."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

_SIDES = ("persons",)

CONTRACTS = Metric(
    id="contracts",
    title=Text(zh="签约合同", en="Contracts"),
    unit="count",
    direction="higher",
    measure="count",
    source="contracts_window",
    numerator="1",
    dated="signed_on",
    credits=_SIDES,
    order=400,
    clause="论文 4.2（促成科技成果转移转化合作签约）",
    meaning=Text(
        zh="近12个月签订的合同数。合同编号或登记编号相同的各行视为一份；同一份既有自报又有核验的，以核验为准。",
        en="Contracts signed in the twelve months. Rows that share a contract or registration number are "
        "one; verified "
        "overrides reported.",
    ),
    caveats=Text(
        zh="包含自报与核验两类，请看明细中的来源。按联络员查看时两侧各计一次。",
        en="Holds reported and verified ones; the list says which. By officer both sides are credited.",
    ),
)

CONTRACT_VALUE = Metric(
    id="contract_value",
    title=Text(zh="核验合同金额（万元）", en="Value of verified contracts (10,000 yuan)"),
    unit="wan_yuan",
    direction="higher",
    measure="sum",
    source="contracts_window",
    numerator="coalesce(amount_wan, 0)",
    where="is_verified",
    dated="signed_on",
    credits=_SIDES,
    order=410,
    clause="论文 4.2",
    meaning=Text(
        zh="近12个月签订并经核验的合同金额合计，单位万元；自报未核验的不计。",
        en="Total of the verified contracts signed in the twelve months, in 10,000 yuan; what is only "
        "reported does "
        "not count.",
    ),
    caveats=Text(
        zh="一份大额合同即可左右合计，不宜据此比较单位；对外只公布至少3份合同（示例）的合计。",
        en="One large contract can carry the sum: do not compare units by it. Outside the office it is "
        "shown only over "
        "at least three contracts (example).",
    ),
)


def _conversion(kind: str, place: int, title: Text, meaning: Text) -> Metric:
    return Metric(
        id="local_conversion_rate" if kind == "verified" else f"local_conversion_rate_{kind}",
        title=title,
        unit="share",
        direction="higher",
        measure="resampled_proportion",
        source="contracts_window",
        numerator="is_local",
        denominator="1",
        where="is_local is not null and " + ("is_verified" if kind == "verified" else "not is_verified"),
        credits=_SIDES,
        is_stock=True,
        order=420 + place,
        clause="论文 1（科技成果本地转化率不高、最后一公里）",
        meaning=meaning,
        caveats=Text(
            zh="省内外未填的合同不进入分母。合同数通常不多，请同时看区间和分母。",
            en="Contracts that do not say where the buyer is are left out. There are few: read the "
            "interval and n.",
        ),
    )


LOCAL_CONVERSION_RATE = _conversion(
    "verified",
    0,
    Text(zh="本地转化率", en="Local conversion rate"),
    Text(
        zh="近12个月签订、经核验且省内外已知的合同中，技术受让方在湖北省内的比例。",
        en="Of the verified contracts signed in the twelve months whose place is known, the share whose "
        "buyer of the "
        "technology is registered in Hubei.",
    ),
)
LOCAL_CONVERSION_RATE_REPORTED = _conversion(
    "reported",
    1,
    Text(zh="本地转化率（仅自报）", en="Local conversion rate (reported only)"),
    Text(
        zh="近12个月签订、仅有自报且省内外已知的合同中，技术受让方在湖北省内的比例；与核验口径并列参考。",
        en="The same among contracts that are only reported so far; shown beside the verified rate.",
    ),
)


def _share_with_contract(kind: str, place: int, title: Text, meaning: Text) -> Metric:
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


REPORTED = _share_with_contract(
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
VERIFIED = _share_with_contract(
    "verified",
    1,
    Text(zh="有签约的联络员占比（核验）", en="Officers with a contract (verified)"),
    Text(
        zh="在聘联络员中，近12个月至少有1份经核验签约的比例。",
        en="Of those serving, the share with at least one verified contract in the twelve months.",
    ),
)
