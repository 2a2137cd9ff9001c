"""Code lists about demands, achievements, matches and contracts."""

from foundation.locales import Text
from foundation.reference.code import CodeList, code

LISTS: tuple[CodeList, ...] = (
    CodeList(
        "transfer_mode",
        Text(zh="转化方式", en="Way of transfer"),
        (
            code("自行转化", "Own use", "自行实施", "自主转化"),
            code("转让", "Assignment", "技术转让", "专利转让"),
            code("许可", "Licence", "技术许可", "许可使用", "专利许可"),
            code("作价入股", "Equity", "技术入股", "作价投资", "入股"),
            code("合作开发", "Joint development", "合作转化", "合作研发", "合作"),
            code("其他", "Other", "其它", "面议"),
        ),
    ),
    CodeList(
        "contract_type",
        Text(zh="合同类型", en="Kind of contract"),
        (
            code("技术开发", "Development", "技术开发合同", "开发", "委托开发", "合作开发"),
            code("技术转让", "Assignment", "技术转让合同", "转让"),
            code("技术许可", "Licence", "技术许可合同", "许可", "专利许可"),
            code("技术咨询", "Consulting", "技术咨询合同", "咨询"),
            code("技术服务", "Service", "技术服务合同", "服务"),
        ),
    ),
    CodeList(
        "failure_reason",
        Text(zh="终止原因", en="Reason for ending"),
        (
            code("技术不匹配", "Technology does not fit", "技术不符", "不匹配", "技术路线不符"),
            code("价格分歧", "Price", "价格", "价格未谈拢", "费用分歧"),
            code("企业放弃", "Firm withdrew", "企业终止", "企业退出", "企业取消"),
            code("专家无暇", "Expert had no time", "专家没时间", "专家忙"),
            code("需求不真实", "Demand not real", "需求虚假", "不属实"),
            code("信息不全", "Information incomplete", "信息不完整", "信息不足"),
            code("长期无进展", "No progress", "无进展", "长期未推进"),
            code("其他", "Other", "其它"),
        ),
    ),
    CodeList(
        "demand_kind",
        Text(zh="需求类型", en="Kind of demand"),
        (
            code("技术", "Technology", "技术需求", "技术类", "技术难题", "技术攻关"),
            code("人才", "People", "人才需求", "人才类"),
            code("困难", "Difficulty", "困难需求", "其他困难", "困难问题", "困难诉求"),
        ),
    ),
    CodeList(
        "solution_mode",
        Text(zh="解决方式", en="Way of solving"),
        (
            code("委托研发", "Commissioned research", "委托开发", "委托", "技术委托"),
            code("合作研发", "Joint research", "合作开发", "联合攻关", "联合研发", "产学研合作", "合作"),
            code("技术转让", "Assignment", "转让", "成果转让", "购买技术"),
            code("技术入股", "Equity", "入股", "作价入股"),
            code("其他", "Other", "其它", "不限", "面议"),
        ),
    ),
    CodeList(
        "verified",
        Text(zh="真实性核验", en="Verification"),
        (
            code("未核验", "Not verified", "未核实", "待核验", "待核实", "否"),
            code("已核验", "Verified", "已核实", "属实", "真实", "核验通过", "是"),
            code("不属实", "Not real", "虚假", "不真实", "核验不通过"),
        ),
    ),
    CodeList(
        "achievement_kind",
        Text(zh="成果类型", en="Kind of achievement"),
        (
            code("新技术", "Technology", "技术", "新方法"),
            code("新产品", "Product", "产品", "新装置", "新装备"),
            code("新工艺", "Process", "工艺"),
            code("新材料", "Material", "材料"),
            code("新品种", "Variety", "品种", "农业新品种"),
            code("其他", "Other", "其它", "软件"),
        ),
    ),
    CodeList(
        "willingness",
        Text(zh="转化意愿", en="Willingness"),
        (
            code("强", "Strong", "强烈", "较强", "高", "意愿强", "非常愿意"),
            code("一般", "Fair", "中", "普通", "中等"),
            code("暂无", "None yet", "暂无意愿", "弱", "无意愿", "低"),
        ),
    ),
)
