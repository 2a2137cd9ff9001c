"""The office's training: what it held, and who was reached."""

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


def _held(id: str, place: int, numerator: str, title: Text, meaning: Text) -> Metric:
    return Metric(
        id=id,
        title=title,
        unit="count",
        direction="higher",
        measure="count",
        source="trainings_window",
        numerator=numerator,
        dated="held_on",
        order=242 + place,
        clause="论文 3.2（每年至少组织1场次集中培训班）",
        meaning=meaning,
        caveats=Text(
            zh="这是办公室自己的工作：按举办地归入市州，不归任何单位和联络员。",
            en="The office's own work: a class belongs to the city where it is held, to no unit or officer.",
        ),
    )


TRAININGS_HELD = _held(
    "trainings_held",
    0,
    "1",
    Text(zh="培训班场次", en="Classes held"),
    Text(
        zh="近12个月举办的培训班数；规定每年至少1场。",
        en="Classes held in the twelve months; the rule asks for at least one a year.",
    ),
)
TRAINING_PLACES = _held(
    "training_places",
    1,
    "coalesce(places, 0)",
    Text(zh="培训名额", en="Training places"),
    Text(
        zh="近12个月举办的培训班提供的名额合计；没有写名额的班次不计。",
        en="Places that the classes of the twelve months offered; a class that says none adds none.",
    ),
)
