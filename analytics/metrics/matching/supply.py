"""What comes from the other side, and the pairs that meet."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

ACHIEVEMENTS = Metric(
    id="achievements",
    title=Text(zh="科技成果", en="Achievements"),
    unit="count",
    direction="neutral",
    measure="count",
    source="achievements_window",
    numerator="1",
    dated="submitted_on",
    order=310,
    clause="论文 2.2（做好科技成果收集）、3.3",
    meaning=Text(
        zh="近12个月报送的科技成果数，重复报送的不计（名称与单位都和以前的一行相同）。",
        en="Achievements submitted in the twelve months, without repeats (title and organisation stand in "
        "an earlier row).",
    ),
    caveats=Text(
        zh="12月集中报送会出现高峰；数量不代表成熟度和转化意愿。",
        en="Campaigns make a peak in December; the number says nothing of maturity or of the wish to "
        "transfer.",
    ),
)

MATCHES = Metric(
    id="matches",
    title=Text(zh="供需对接", en="Matches"),
    unit="count",
    direction="higher",
    measure="count",
    source="matches_window",
    numerator="1",
    dated="first_contact_on",
    credits=("person_id_a", "person_id_b"),
    order=330,
    clause="论文 4.2（需求成果对接）",
    meaning=Text(
        zh="近12个月首次对接的需求—成果（或专家）对数，同一对只计一次，重复需求并入最早的一行。",
        en="Pairs of a demand and an achievement (or expert) first contacted in the twelve months; a pair "
        "counts once, "
        "repeats of a demand belong to its earliest row.",
    ),
    caveats=Text(
        zh="只推荐、未联系的不计。按联络员查看时，A、B两侧联络员各计一次，合计会大于总数。",
        en="A recommendation without contact does not count. By officer both sides are credited, so the "
        "officers' sum "
        "exceeds the total.",
    ),
)
