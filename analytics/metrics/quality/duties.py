"""Evidence of the five duties (paper 2.2): who has any, A among A and B among B."""

from analytics.evidence.duties import DUTIES, Duty
from analytics.metrics.declaration import Metric
from foundation.locales import Text

_CAVEATS = Text(
    zh="只能看到留下记录的履职：没有凭据不等于没有做。A、B两类职责不同，请分别查看（按类别分组或筛选），不要合并比较。",
    en="Only what was written down can be seen: no evidence is no proof that nothing was done. A and B have "
    "different duties: look at each apart (group or filter by category).",
)


def _share(a: Duty, b: Duty) -> Metric:
    return Metric(
        id=f"duty_{a.number}",
        title=Text(zh=f"职责{'一二三四五'[a.number - 1]}有凭据的占比", en=f"Evidence of duty {a.number}"),
        unit="share",
        direction="higher",
        measure="proportion",
        source="officer_duties",
        numerator=f"duty_{a.number} >= 1",
        denominator="1",
        where="category in ('A', 'B')",
        is_stock=True,
        order=280 + a.number,
        clause="论文 2.2（A类、B类各五项职责）",
        meaning=Text(
            zh=f"在聘联络员中，近12个月至少有一条凭据的比例。A类：{a.title.zh}（{a.evidence.zh}）；"
            f"B类：{b.title.zh}（{b.evidence.zh}）。",
            en=f"Of those serving, the share with at least one piece of evidence in the twelve months. "
            f"A: {a.title.en} ({a.evidence.en}); B: {b.title.en} ({b.evidence.en}).",
        ),
        caveats=_CAVEATS,
    )


DUTY_SHARES = tuple(_share(a, b) for a, b in zip(DUTIES["A"], DUTIES["B"], strict=True))
