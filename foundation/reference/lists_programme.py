"""Code lists about where a record comes from and how far a matter is."""

from foundation.locales import Text
from foundation.reference.cities import CITIES, NON_CITY
from foundation.reference.code import Code, CodeList, code
from foundation.reference.places import resolve_city

_CITY_CODES = tuple(Code(c.code, c.short, (c.name.zh, c.name.en, *c.aliases)) for c in CITIES)
_NON_CITY = Code(
    NON_CITY,
    Text(zh="非市州推荐", en="Non-city"),
    ("非市州", "高校院所企业推荐", "省直单位", "非市州推荐单位"),
)

LISTS: tuple[CodeList, ...] = (
    CodeList("city", Text(zh="市州", en="City"), _CITY_CODES, reader=resolve_city),
    CodeList(
        "unit",
        Text(zh="责任单位", en="Responsible unit"),
        (*_CITY_CODES, _NON_CITY),
    ),
    CodeList(
        "match_source",
        Text(zh="来源", en="Source"),
        (
            code("智能", "Machine", "智能匹配", "系统推荐", "平台推荐", "系统匹配", "智能推荐", "系统"),
            code("人工", "Person", "人工匹配", "人工推荐", "联络员推荐", "线下", "人工对接"),
        ),
    ),
    CodeList(
        "made_by",
        Text(zh="促成方", en="Brought about by"),
        (
            code("A类联络员", "Category A officer", "A类", "A", "A类科创联络员", "A方"),
            code("B类联络员", "Category B officer", "B类", "B", "B类科创联络员", "B方"),
            code("双方", "Both", "A类和B类", "A、B类", "AB类", "双方联络员", "共同"),
            code("办公室", "Office", "省科协办公室", "省科协", "工作办公室"),
        ),
    ),
    CodeList(
        "contract_source",
        Text(zh="来源", en="Source"),
        (
            code("自报", "Reported", "自行申报", "联络员自报", "小结汇报", "本人填报", "上报"),
            code("核验", "Verified", "已核验", "核实", "登记核验", "办公室核验", "已核实", "合同登记"),
        ),
    ),
    CodeList(
        "locality",
        Text(zh="省内外", en="Within the province"),
        (
            code("省内", "In Hubei", "本省", "湖北", "湖北省", "湖北省内", "本地", "省内转化"),
            code("省外", "Elsewhere", "外省", "外地", "湖北省外", "境外", "省外转化"),
        ),
    ),
    CodeList(
        "positive_status",
        Text(zh="状态", en="State"),
        (
            code("在干", "Under way", "正在干", "在做", "进行中", "实施中"),
            code("将干", "Planned", "将要干", "拟干", "计划", "即将开展"),
        ),
    ),
    CodeList(
        "topic_kind",
        Text(zh="重点/难点", en="Priority or difficulty"),
        (
            code("重点", "Priority", "重点问题", "重点工作", "重点事项"),
            code("难点", "Difficulty", "难点问题", "困难", "难点事项"),
        ),
    ),
    CodeList(
        "decision_status",
        Text(zh="落实状态", en="State of the decision"),
        (
            code("未开始", "Not begun", "待办", "未启动", "待落实"),
            code("进行中", "Under way", "推进中", "未完成", "落实中", "在办", "办理中"),
            code("已完成", "Done", "完成", "办结", "已办结", "已落实"),
            code("已取消", "Cancelled", "取消", "不再推进"),
        ),
    ),
    CodeList(
        "suggestion_status",
        Text(zh="状态", en="State"),
        (
            code("待处理", "Open", "未处理", "待办", "新建"),
            code("处理中", "In hand", "办理中", "研究中", "进行中"),
            code("已答复", "Answered", "已回复", "答复", "已办结", "已采纳", "采纳", "办结"),
            code("不采纳", "Not adopted", "未采纳", "不予采纳"),
        ),
    ),
)
