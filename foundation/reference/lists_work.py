"""Code lists about what officers do and how they are reached."""

from foundation.locales import Text
from foundation.reference.code import CodeList, code

LISTS: tuple[CodeList, ...] = (
    CodeList(
        "activity_kind",
        Text(zh="履职类型", en="Kind of activity"),
        (
            code("平台使用", "Use of the platform", "平台登录", "使用平台", "平台操作", "登录平台"),
            code("企业走访", "Visit to a firm", "走访企业", "企业调研", "走访", "入企走访", "下企业"),
            code("联络专家", "Contact with an expert", "联系专家", "对接专家", "专家联络", "专家对接"),
            code("需求响应", "Answer to a demand", "响应需求", "需求对接", "回应需求"),
            code("参加活动", "Attended an event", "活动参加", "参与活动", "参会", "参加会议"),
            code("座谈交流", "Discussion", "座谈", "交流座谈", "座谈会", "交流"),
            code("调研走访", "Field study", "调研", "走访调研", "实地调研"),
            code("协办任务", "Helped with a task", "协助办理", "协办", "协助工作", "协办活动"),
        ),
    ),
    CodeList(
        "reminder_topic",
        Text(zh="提醒事项", en="Topic of reminder"),
        (
            code(
                "工作小结",
                "Summary of work",
                "小结",
                "报送小结",
                "工作总结",
                "季度小结",
                "年度小结",
                "小结报送",
            ),
            code("需求挖掘", "Demands", "需求征集", "企业需求", "需求报送", "技术需求征集", "报送需求"),
            code("成果报送", "Achievements", "成果征集", "科技成果", "报送成果", "成果征集报送"),
            code("意见征集", "Suggestions", "征求意见", "意见建议", "建议征集"),
            code("培训通知", "Training", "培训", "培训报名", "参训通知"),
        ),
    ),
    CodeList(
        "reminder_channel",
        Text(zh="提醒渠道", en="Channel of reminder"),
        (
            code("QQ群", "QQ group", "QQ", "Q群", "qq群通知"),
            code("电话", "Telephone", "手机", "致电", "打电话"),
            code("短信", "Text message", "手机短信", "信息"),
            code("微信", "WeChat", "微信群", "企业微信"),
            code("邮件", "E-mail", "电子邮件", "邮箱", "email"),
            code("平台", "Platform", "平台消息", "系统消息", "站内信"),
        ),
    ),
    CodeList(
        "contact_channel",
        Text(zh="联系方式", en="Way of contact"),
        (
            code("电话", "Telephone", "手机", "致电", "打电话", "座机"),
            code("走访", "Visit", "上门", "上门走访", "面谈", "实地走访"),
            code("微信", "WeChat", "微信群", "企业微信"),
            code("QQ", "QQ", "QQ群", "qq消息"),
            code("邮件", "E-mail", "电子邮件", "邮箱"),
        ),
    ),
    CodeList(
        "contact_outcome",
        Text(zh="联系结果", en="Outcome of contact"),
        (
            code("接通", "Reached", "已接通", "已接", "接听", "见面", "已联系上", "联系上"),
            code("未接", "No answer", "未接听", "无人接听", "未接通", "不接"),
            code("空号", "Number out of use", "停机", "号码有误", "空号/停机", "已停机"),
            code("已回复", "Answered", "回复", "有回复", "已回", "已回信"),
            code("未回复", "Not answered", "无回复", "没有回复", "未回", "不回复"),
        ),
    ),
    CodeList(
        "mode",
        Text(zh="形式", en="Mode"),
        (
            code("线上", "Online", "网络", "线上形式", "视频", "云端", "腾讯会议", "在线"),
            code("线下", "On site", "现场", "实地", "线下形式", "面授", "集中"),
        ),
    ),
    CodeList(
        "entered_by",
        Text(zh="提交方式", en="Entered by"),
        (
            code("本人", "The officer", "本人提交", "自行提交", "自报", "个人"),
            code("单位代报", "Employer on behalf", "单位", "单位报送", "单位代填", "代报"),
            code("办公室代录", "Office on behalf", "办公室", "代录", "办公室录入", "省科协代录"),
        ),
    ),
    CodeList(
        "cause",
        Text(zh="原因", en="Cause"),
        (
            code("任务繁重", "Workload", "工作繁忙", "工作忙", "任务重", "太忙", "本职工作繁重"),
            code("能力不足", "Lacks means", "能力不够", "不会做", "力不从心"),
            code("认识不足", "Not convinced", "认识不够", "重视不够", "不了解"),
            code("职能调整", "Change of duties", "岗位变动", "岗位调整", "职务调整", "调岗"),
            code("其他", "Other", "其它"),
            code("不明", "Unknown", "不详", "不清楚", "未知", "原因不明"),
        ),
    ),
    CodeList(
        "training_topic",
        Text(zh="培训主题", en="Topic of training"),
        (
            code(
                "企业需求挖掘与分析",
                "Finding and analysing firms' demands",
                "需求挖掘与分析",
                "企业需求挖掘",
                "需求挖掘",
            ),
            code(
                "技术转移与成果转化",
                "Technology transfer",
                "技术转移",
                "成果转化",
                "科技成果转化",
                "技术转移转化",
            ),
            code(
                "科技创新与知识产权",
                "Innovation and intellectual property",
                "知识产权",
                "科技创新",
                "知识产权保护",
            ),
            code(
                "技术合同认定",
                "Registration of technology contracts",
                "技术合同",
                "技术合同认定登记",
                "合同登记",
            ),
            code("概念验证", "Proof of concept", "概念验证与中试"),
            code("其他", "Other", "其它", "综合", "综合培训"),
        ),
    ),
    CodeList(
        "performance",
        Text(zh="课堂表现", en="Performance in class"),
        (
            code("优", "Excellent", "优秀", "A"),
            code("良", "Good", "良好", "B"),
            code("中", "Fair", "一般", "中等", "C"),
            code("差", "Poor", "较差", "D"),
        ),
    ),
    CodeList(
        "push_kind",
        Text(zh="推送类型", en="Kind of push"),
        (
            code("政策", "Policy", "政策文件", "政策信息"),
            code("活动", "Event", "活动通知", "活动信息"),
            code("案例", "Case", "典型案例"),
            code("部署", "Instruction", "工作部署", "工作安排", "通知"),
        ),
    ),
    CodeList(
        "ticket_kind",
        Text(zh="服务类型", en="Kind of support"),
        (
            code("政策解读", "Explaining policy", "政策咨询", "政策"),
            code("项目申报", "Applying for projects", "申报指导", "项目", "申报"),
            code("服务协调", "Coordination", "协调服务", "协调", "资源协调"),
        ),
    ),
)
