"""The words of the tiers: titles, what each means, and the reason sentences with their counts."""

from __future__ import annotations

from foundation.locales import Text

# Each tier: (title, meaning).
PROACTIVE = (
    Text(zh="主动型", en="Proactive"),
    Text(
        zh="近12个月自主发起的履职达到规定次数，并分布在规定的季度数以上",
        en="Enough self-initiated acts in the twelve months, spread over enough quarters",
    ),
)
REGULAR = (
    Text(zh="一般型", en="Regular"),
    Text(zh="近12个月至少有1次自主发起的履职", en="At least one self-initiated act in the twelve months"),
)
RESPONSIVE = (
    Text(zh="响应型", en="Responsive"),
    Text(
        zh="接到提醒后履职或答复；或只有规定参与（小结、培训、对接跟进等），且有提醒记录可查",
        en="Acts or answers when asked; or takes part in what is set (summaries, classes, follow-up) where "
        "reminders are on record",
    ),
)
UNDETERMINED = (
    Text(zh="有履职（未区分）", en="Active, not told apart"),
    Text(
        zh="有履职，但缺少提醒记录，无法区分主动或响应",
        en="Has acts, but without reminder records nobody can tell whether they were asked for",
    ),
)
LOST = (
    Text(zh="久未联系（待核实）", en="Long out of touch, to verify"),
    Text(
        zh="近12个月无履职记录，多次、多渠道、间隔足够长的联系均未接通",
        en="No act in the twelve months, and repeated contacts over several channels did not get through",
    ),
)
UNVERIFIED = (
    Text(zh="待核实", en="To verify"),
    Text(
        zh="近12个月无履职记录，现有联系记录不足以判断",
        en="No act in the twelve months, and too few contacts on record to say more",
    ),
)
ON_LEAVE = (
    Text(zh="暂停履职", en="On leave"),
    Text(
        zh="统计日处于暂停履职，或因暂停而没有可统计月份",
        en="On leave on the day, or without a countable month through leave",
    ),
)
NEW = (
    Text(zh="新聘", en="Newly appointed"),
    Text(
        zh="首个聘期（或长时间中断后的聘期）开始不久",
        en="Early in the first term, or in one after a long break",
    ),
)
REGULAR_RESPONSIVE = Text(zh="一般与响应型", en="Regular and responsive")
OTHER = Text(zh="其他", en="Other")
UNVERIFIED_REACHED = Text(zh="待核实（已联系上，无履职记录）", en="To verify (reached, no act on record)")
UNVERIFIED_NOT_REACHED = Text(zh="待核实（尚未联系到）", en="To verify (not yet reached)")

WHY = {
    "new": Text(
        zh="本聘期自{started_on}开始，截至统计日未满{new_days}天，暂不分类。",
        en="The term began on {started_on}; within its first {new_days} days nobody is classed.",
    ),
    "proactive": Text(
        zh="近12个月可统计{m}个月，自主履职{self_initiated}次，分布在{self_quarters}个季度"
        "（标准：{need}次、{need_quarters}个季度）。",
        en="Self-initiated acts: {self_initiated}, quarters with one: {self_quarters}, countable months: {m} "
        "(the line: {need} acts, {need_quarters} quarters).",
    ),
    "regular": Text(
        zh="近12个月可统计{m}个月，自主履职{self_initiated}次，分布在{self_quarters}个季度"
        "（主动型为{need}次、{need_quarters}个季度）。",
        en="Self-initiated acts: {self_initiated}, quarters with one: {self_quarters}, countable months: {m} "
        "(proactive from {need} acts, {need_quarters} quarters).",
    ),
    "lost": Text(
        zh="近12个月无履职记录；在聘且未暂停期间以{failed_channels}种方式联系{failed_contacts}次未接通，"
        "首末相隔{failed_span}天，请推荐单位协助核实。",
        en="No act on record in twelve months. Contacts that failed: {failed_contacts}, ways tried: "
        "{failed_channels}, days from first to last: {failed_span}. "
        "The recommending body is asked to help verify.",
    ),
}
WHY_ON_LEAVE = Text(zh="统计日处于暂停履职期间。", en="On leave on the as-of day.")
WHY_LEAVE_LONG = Text(
    zh="近12个月因暂停履职没有可统计的月份。",
    en="No countable month in the twelve, through leave.",
)
WHY_ASKED = Text(
    zh="接到提醒后履职{prompted}次、答复提醒{answers}次；未见无提醒的自主履职记录。",
    en="Acts when asked: {prompted}, reminders answered: {answers}; no self-initiated act on record.",
)
WHY_NEUTRAL = Text(
    zh="有{neutral}次规定参与（小结、培训、对接跟进等），所在单位有提醒记录可查；未见自主履职记录。",
    en="Set acts (summaries, classes, follow-up): {neutral}, where reminders are on record; no "
    "self-initiated act on record.",
)
WHY_UNTOLD = Text(
    zh="履职{acts}次，其中{untold}次没有记录是否经过提醒，暂不能区分主动或响应。",
    en="Acts: {acts}, without a word on whether they were asked for: {untold}; not told apart.",
)
WHY_UNRECORDED = Text(
    zh="有{neutral}次规定参与（小结、培训、对接跟进等），所在单位没有提醒记录，暂不能区分主动或响应。",
    en="Set acts (summaries, classes, follow-up): {neutral}, where no reminders are on record: not "
    "told apart.",
)
WHY_REACHED = Text(
    zh="近12个月已联系上，暂无履职记录，原因待了解。",
    en="Reached within the twelve months; no act on record yet, the cause is to be learned.",
)
WHY_NOT_REACHED = Text(
    zh="近12个月暂无履职记录，也尚无接通的联系记录（未接通{failed_contacts}次）。",
    en="No act on record in twelve months and no contact that got through yet ({failed_contacts} failed).",
)
DUE = Text(zh="聘期已于{ended_on}届满，待考核。", en="The term ended on {ended_on}; assessment is due.")
