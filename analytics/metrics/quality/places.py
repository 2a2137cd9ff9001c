"""Places without: counties where nobody serves, fields of a city with a hole."""

from analytics.metrics.declaration import Metric
from foundation.locales import Text

COUNTIES_WITHOUT_OFFICER = Metric(
    id="counties_without_officer",
    title=Text(zh="没有在聘联络员的县市区", en="Counties without an officer"),
    unit="count",
    direction="lower",
    measure="count",
    source="counties",
    numerator="officers = 0",
    is_stock=True,
    order=278,
    clause="论文 2.3、4.1（省、市、县三级）",
    meaning=Text(
        zh="103个县市区（含四个直管市和林区）中，按名册所填县市区没有一名在聘联络员的个数；只数筛选范围内的联络员。",
        en="Of the 103 counties (the four directly governed places with them), how many have no officer "
        "serving by the county on the roster; only officers in the scope are looked for.",
    ),
    caveats=Text(
        zh="名册没有填县市区的联络员不在任何县里，见“县市区未填”。",
        en="Officers whose roster names no county are in none: see “County not given”.",
    ),
)
FIELD_GAPS = Metric(
    id="field_gaps",
    title=Text(zh="领域与市州的空白", en="Gaps of field and city"),
    unit="count",
    direction="lower",
    measure="count",
    source="field_gaps",
    numerator="gap is not null",
    is_stock=True,
    order=277,
    clause="论文 5.2（难以精准匹配、资源错配）",
    meaning=Text(
        zh="8个领域与17个市州的136格中，近12个月的需求、成果和在聘联络员三者不全的格数。",
        en="Of the 136 cells of 8 fields and 17 cities, how many lack demands, achievements of the twelve "
        "months or officers serving.",
    ),
    caveats=Text(
        zh="需求和成果按其自身领域，联络员按专业领域；未填领域或市州的不在格内。每格只归入第一种符合的情形。",
        en="Demands and achievements by their own field, officers by theirs; what names no field or city is "
        "in no cell. A cell stands under the first kind that fits.",
    ),
)
