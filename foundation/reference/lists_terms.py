"""Code lists about terms: who recommends and recognises, in which category and state."""

import re

from foundation.locales import Text
from foundation.reference.code import Code, CodeList, code


def _category(folded: str) -> str | None:
    """`"b类联络员"`, `"b型"`, `"b-企业"` → B: the letter at the start, and no second one beside it."""
    found = re.match(r"^([ab])(?:类|型|级)?(?![a-z0-9/、,;和及与或类])", folded)
    return found.group(1).upper() if found else None


LISTS: tuple[CodeList, ...] = (
    CodeList(
        "category",
        Text(zh="类别", en="Category"),
        (
            Code("A", Text(zh="A类", en="Category A"), ("甲类", "A", "一类", "高校院所类")),
            Code("B", Text(zh="B类", en="Category B"), ("乙类", "B", "二类", "园区企业类")),
        ),
        reader=_category,
    ),
    CodeList(
        "recognised_by",
        Text(zh="认定机关", en="Recognised by"),
        (
            code(
                "省科协",
                "Provincial association",
                "湖北省科协",
                "湖北省科学技术协会",
                "省科学技术协会",
                "省级",
                "省",
            ),
            code(
                "市州科协", "City association", "市科协", "州科协", "市级", "市州", "市(州)科协", "市、州科协"
            ),
            code(
                "县市区科协",
                "County association",
                "县科协",
                "区科协",
                "县级",
                "县市区",
                "县(市、区)科协",
                "县(市区)科协",
            ),
        ),
    ),
    CodeList(
        "recommender_type",
        Text(zh="推荐主体类型", en="Kind of recommending body"),
        (
            code("市州科协", "City association", "市科协", "州科协", "市州", "市级科协", "市(州)科协"),
            code(
                "县市区科协",
                "County association",
                "县科协",
                "区科协",
                "县市区",
                "县级科协",
                "县(市、区)科协",
                "县(市区)科协",
            ),
            code(
                "科研院所科协",
                "Institute's association",
                "科研院所",
                "院所科协",
                "科研机构科协",
                "院所",
                "研究院所",
            ),
            code("企业科协", "Firm's association", "企业", "园区科协", "企业(园区)科协"),
            code(
                "高校科协",
                "University's association",
                "高校",
                "大学科协",
                "高等院校",
                "高等院校科协",
                "院校科协",
            ),
        ),
    ),
    CodeList(
        "state",
        Text(zh="状态", en="State"),
        (
            code("推荐中", "Recommended", "推荐", "已推荐", "待审", "申报中"),
            code("初审", "Under first review", "初审中", "初审通过", "审核中"),
            code("公示", "Public notice", "公示中", "公示期"),
            code("未通过", "Not accepted", "不通过", "初审未通过", "未认定", "不予认定"),
            code(
                "在聘",
                "Serving",
                "在聘期",
                "聘任中",
                "在任",
                "在职",
                "在岗",
                "已聘",
                "正常",
                "聘期内",
                "已认定",
                "认定",
            ),
            code(
                "到期待考核", "Due for assessment", "到期", "待考核", "期满待考核", "到期未考核", "聘期届满"
            ),
            code("续聘", "Renewed", "已续聘", "同意续聘", "续任"),
            code("退出", "Left", "已退出", "退聘", "自愿退出", "离任", "不再担任"),
            code("解聘", "Dismissed", "已解聘", "取消资格", "撤销"),
        ),
    ),
    CodeList(
        "exit_reason",
        Text(zh="退出原因", en="Reason for leaving"),
        (
            code(
                "岗位变动",
                "Change of post",
                "岗位调整",
                "工作调动",
                "调动",
                "调离",
                "调岗",
                "离职",
                "退休",
                "职务变动",
            ),
            code("任务繁重", "Workload", "工作繁忙", "工作忙", "本职工作繁重", "任务重"),
            code("失联", "Out of contact", "久未联系", "联系不上", "无法联系"),
            code("能力不足", "Lacks means", "能力不够", "力不从心"),
            code("认识不足", "Not convinced", "认识不够", "重视不够"),
            code("本人申请", "Own request", "个人申请", "主动申请退出", "个人原因", "本人原因", "自愿退出"),
            code("考核不合格", "Failed assessment", "不合格", "考核未通过"),
            code("其他", "Other", "其它", "其他原因"),
        ),
    ),
    CodeList(
        "grade",
        Text(zh="等次", en="Grade"),
        (
            code("优秀", "Excellent", "优", "优秀等次"),
            code("合格", "Satisfactory", "称职", "通过", "达标", "良好", "合格等次"),
            code("基本合格", "Barely satisfactory", "基本称职"),
            code("不合格", "Unsatisfactory", "不称职", "未通过", "不达标"),
        ),
    ),
)
