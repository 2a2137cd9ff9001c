"""The six ones (六个一), light by light and all together."""

from typing import Any

from analytics.evidence.six_ones import SIX, SixOnesItem
from analytics.metrics.declaration import Metric
from foundation.locales import Text

_NOT_DUE = Text(
    zh="考核未到期（尚无聘期届满）的不算缺。新聘的人往往尚未参训、尚无记录，这是办公室的待办，不是对个人的评价。",
    en="An assessment not yet due (no term has ended) counts as nothing missing. Those just appointed often "
    "have no class or record yet: that is for the office to do, and no judgement on a person.",
)

SIX_ONES_COMPLETE = Metric(
    id="six_ones_complete",
    title=Text(zh="六个一齐备占比", en="Six ones complete"),
    unit="share",
    direction="higher",
    measure="proportion",
    source="officer_lights",
    numerator="is_complete",
    denominator="1",
    is_stock=True,
    order=260,
    clause="论文 4.1（“六个一”工作机制）",
    meaning=Text(
        zh="在聘联络员中，认定文件、业务培训、工作平台、纪实档案、管理办法、考核结果六项都齐备的比例。",
        en="Of those serving, the share with all six in place: recognition document, training, platform, "
        "work record, regulations, assessment.",
    ),
    caveats=_NOT_DUE,
)


_COMMON: dict[str, Any] = {
    "source": "officer_lights",
    "is_stock": True,
    "clause": "论文 4.1（“六个一”）",
    "caveats": _NOT_DUE,
}


def _share(place: int, item: SixOnesItem) -> Metric:
    """Of those for whom it is due, the share whose light is on."""
    return Metric(
        id=f"light_{item.id}",
        title=Text(zh=f"{item.title.zh}齐备占比", en=f"{item.title.en} in place"),
        unit="share",
        direction="higher",
        measure="proportion",
        numerator=f"{item.id} = 'on'",
        denominator="1",
        where=f"{item.id} <> 'grey'",
        order=261 + place,
        meaning=Text(
            zh=f"在聘联络员（未到期的除外）中，{item.asks.zh}的比例。",
            en=f"Of those serving for whom it is due, the share where {item.asks.en}.",
        ),
        **_COMMON,
    )


def _missing(place: int, item: SixOnesItem) -> Metric:
    """Whose light is off: the office's list of what to do."""
    return Metric(
        id=f"missing_{item.id}",
        title=Text(zh=f"缺{item.title.zh}", en=f"{item.title.en} missing"),
        unit="persons",
        direction="lower",
        measure="count",
        numerator=f"{item.id} = 'off'",
        order=270 + place,
        meaning=Text(
            zh=f"在聘联络员中“{item.title.zh}”一项尚缺的人数（齐备：{item.asks.zh}）。",
            en=f"Persons serving for whom this is missing (in place: {item.asks.en}).",
        ),
        **_COMMON,
    )


LIGHT_SHARES = tuple(_share(place, item) for place, item in enumerate(SIX))
MISSING = tuple(_missing(place, item) for place, item in enumerate(SIX))
