"""One share per activity tier: together they are everyone who serves."""

from analytics.metrics.declaration import Direction, Metric
from analytics.tiers import TIERS, Tier
from foundation.locales import Text

#: Only the two ends of the scale have a direction; between them nothing is good or bad in itself.
_DIRECTIONS: dict[str, Direction] = {"proactive": "higher", "lost": "lower"}
_CAVEATS = Text(
    zh="没有提醒记录的单位，无法区分“主动”与“有人推动才响应”：这些履职计入“有履职（未区分）”，不计入主动。门槛为示例，由领导小组审定。",
    en="Where a unit keeps no reminder records nobody can tell who was asked: such acts put a person into "
    "“active, "
    "not told apart”, never into proactive. The thresholds are examples until the leading group has decided.",
)


def _share(place: int, tier: Tier) -> Metric:
    return Metric(
        id=f"share_{tier.id}",
        title=Text(zh=f"{tier.title.zh}占比", en=f"Share: {tier.title.en[0].lower()}{tier.title.en[1:]}"),
        unit="share",
        direction=_DIRECTIONS.get(tier.id, "neutral"),
        measure="proportion",
        source="officers_serving",
        numerator=f"tier = '{tier.id}'",
        denominator="1",
        is_stock=True,
        order=100 + place,
        clause="论文 5.1（主动、有人推动就响应、失联三类）",
        meaning=Text(
            zh=f"在聘联络员中属于“{tier.title.zh}”的比例。{tier.meaning.zh}。八类互不重叠，合计100%。",
            en=f"Of those serving, the share in the tier “{tier.title.en}”. {tier.meaning.en}. The eight "
            f"tiers do not "
            "overlap and add up to 100 %.",
        ),
        caveats=_CAVEATS,
    )


TIER_SHARES = tuple(_share(place, tier) for place, tier in enumerate(TIERS))
