"""Do reminders get an answer?"""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

REMINDER_ANSWER_RATE = Metric(
    id="reminder_answer_rate",
    title=Text(zh="提醒响应率", en="Reminder answer rate"),
    unit="share",
    direction="higher",
    measure="proportion",
    source="reminder_cases_window",
    numerator="is_answered",
    denominator="1",
    per="person_id",
    is_stock=True,
    order=200,
    clause="论文 3.3（定期提醒）、5.1（有人推动就响应一下）",
    meaning=Text(
        zh="近12个月到期的提醒事项中，有响应的比例。同一人、同一事项、同一应交日期的个人提醒（含再次催办）合为一件；"
        "从首次提醒到截止日之间有答复，或有该事项的履职，即为有响应。未送达的不计。",
        en="Of the reminder cases that ended in the twelve months, the share answered. Personal reminders "
        "of one "
        "person, topic and due date (chasers included) are one case; it is answered by a reply or an act "
        "of its "
        "topic between the first reminder and the end. Undelivered reminders do not count.",
    ),
    caveats=Text(
        zh="只反映有提醒记录的单位；群通知不计入。人数少于最小样本时不显示比例。",
        en="Speaks only for units that keep reminder records; notices to groups do not count. Suppressed "
        "where fewer "
        "persons than the least n were reminded.",
    ),
)
