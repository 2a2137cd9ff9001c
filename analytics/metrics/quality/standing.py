"""Training funnel, certificates, platform and group, fit of category, contact with B-class officers."""

from typing import Any

from analytics.metrics.declaration import Metric
from foundation.locales import Text

_OFFICE = Text(
    zh="培训、遴选、取证由办公室组织，名额有限：比例低首先看名额和通知。",
    en="Classes, selection and certificates are the office's to arrange and places are few: where the share "
    "is low look at places and invitations first.",
)
_FILE = Text(
    zh="取自最近一次名册；名册没有填的按没有计。",
    en="From the latest roster; what a roster leaves empty counts as none.",
)


def _share(id: str, place: int, numerator: str, *words: Text, clause: str, **more: Any) -> Metric:
    """A share of those serving. words: title, meaning, caveats."""
    title, meaning, caveats = words
    common: dict[str, Any] = {"direction": "higher", "denominator": "1"}
    return Metric(
        id=id,
        title=title,
        unit="share",
        measure="proportion",
        source="officer_standing",
        numerator=numerator,
        is_stock=True,
        order=place,
        clause=clause,
        meaning=meaning,
        caveats=caveats,
        **(common | more),
    )


TRAINING_INVITED = _share(
    "training_invited",
    245,
    "stage >= 1",
    Text(zh="受邀参训占比", en="Invited to training"),
    Text(
        zh="在聘联络员中，近12个月至少受邀参加过1次培训班的比例（到场的视为受邀）。",
        en="Of those serving, the share invited to at least one class in the twelve months "
        "(who came was invited).",
    ),
    _OFFICE,
    clause="论文 3.2",
)
TRAINING_SELECTED = _share(
    "training_selected",
    252,
    "stage >= 3",
    Text(zh="遴选占比", en="Selected for broker training"),
    Text(
        zh="在聘联络员中，近12个月参训后被遴选参加初级技术经纪人培训的比例。",
        en="Of those serving, the share selected, after a class of the twelve months, for junior "
        "broker training.",
    ),
    _OFFICE,
    clause="论文 3.2（遴选参加初级技术经纪人培训）",
)
TRAINING_CERTIFIED = _share(
    "training_certified",
    253,
    "stage >= 4",
    Text(zh="培训取证占比", en="Certified through training"),
    Text(
        zh="在聘联络员中，近12个月参训并因此取得初级技术经纪人证书的比例。",
        en="Of those serving, the share that came by the junior broker's certificate through a class of the "
        "twelve months.",
    ),
    _OFFICE,
    clause="论文 3.2",
)
SHARE_CERTIFICATE = _share(
    "share_certificate",
    254,
    "cert_type is not null or stage >= 4",
    Text(zh="持证占比", en="Officers with a certificate"),
    Text(
        zh="在聘联络员中，持有专利代理师或技术经纪人等证书的比例（名册所填，或近12个月培训取得）。",
        en="Of those serving, the share with a patent agent's, broker's or other certificate (on the roster, "
        "or through training in the twelve months).",
    ),
    _FILE,
    clause="论文 2.1（有证书者优先）、3.2",
)
SHARE_PLATFORM_ACCOUNT = _share(
    "share_platform_account",
    255,
    "account is not null",
    Text(zh="平台开户占比", en="Officers with a platform account"),
    Text(
        zh="在聘联络员中，名册上有平台账号的比例。",
        en="Of those serving, the share with a platform account on file.",
    ),
    _FILE,
    clause="论文 4.1（一个工作平台）、4.2",
)
SHARE_IN_GROUP = _share(
    "share_in_group",
    256,
    "is_in_group",
    Text(zh="入群占比", en="Officers in the group"),
    Text(
        zh="在聘联络员中，名册上填明在联络员工作QQ群的比例。",
        en="Of those serving, the share in the working group.",
    ),
    _FILE,
    clause="论文 3.3（建立联络员工作QQ群）",
)
SHARE_B_CONTACTED = _share(
    "share_b_contacted",
    257,
    "contacts >= 1",
    Text(zh="B类联络员联系覆盖率", en="B officers in touch"),
    Text(
        zh="在聘B类联络员中，近12个月至少有一次联系上（接通或已回复）的比例。",
        en="Of the B officers serving, the share reached at least once (answered or replied) in the "
        "twelve months.",
    ),
    Text(
        zh="只统计联系记录里写下的；日常的群内交流不在其中。",
        en="Counts only what the contact log says; talk in the group is not in it.",
    ),
    clause="论文 6.4（特别注重企业一线科创人员的日常工作交流）",
    where="category = 'B'",
)
B_CONTACTS_PER_OFFICER_YEAR = Metric(
    id="b_contacts_per_officer_year",
    title=Text(zh="B类联络员人均年联系次数", en="Contacts per B officer and year"),
    unit="per_officer_year",
    direction="higher",
    measure="rate",
    source="officer_standing",
    numerator="contacts",
    denominator="m",
    scale=12,
    where="category = 'B'",
    is_stock=True,
    order=258,
    clause="论文 6.4",
    meaning=Text(
        zh="近12个月与在聘B类联络员联系上（接通或已回复）的次数，除以他们可统计的人月数，再折算为一年（乘以12）。",
        en="Contacts that reached B officers serving (answered or replied) in the twelve months, over their "
        "countable officer-months, told for a year (times twelve).",
    ),
    caveats=SHARE_B_CONTACTED.caveats,
)
UNUSUAL_CATEGORY = Metric(
    id="unusual_category",
    title=Text(zh="类别与单位性质少见的组合", en="Unusual category for the organisation"),
    unit="persons",
    direction="neutral",
    measure="count",
    source="officer_standing",
    numerator="is_unusual",
    is_stock=True,
    order=259,
    clause="论文 2.2（原则上；结合个人意愿）",
    meaning=Text(
        zh="高校、院所、事业单位里的B类，或园区、孵化器、企业里的A类。社会机构两类皆可。",
        en="B in a university, institute or public institution, or A in a park, incubator or firm. Social "
        "organisations fit either.",
    ),
    caveats=Text(
        zh="这是信息，不是差错：分类也看工作性质和个人意愿。",
        en="This is information, not an error: the nature of the work and the person's own wish count too.",
    ),
)
MISSING_COUNTY = Metric(
    id="missing_county",
    title=Text(zh="县市区未填", en="County not given"),
    unit="persons",
    direction="neutral",
    measure="count",
    source="officer_standing",
    numerator="county is null",
    is_stock=True,
    order=279,
    clause="论文 2.3、4.1（省、市、县三级）",
    meaning=Text(
        zh="在聘联络员中，名册没有填县市区的人数：没有他们，县级空白会显得比实际多。",
        en="Persons serving whose roster names no county: without them counties look emptier than they are.",
    ),
    caveats=Text(
        zh="直管市和林区（仙桃、潜江、天门、神农架）没有县一级，不填也不影响。",
        en="The directly governed places (Xiantao, Qianjiang, Tianmen, Shennongjia) have no counties.",
    ),
)
