"""Whatever the order of files and rows: the same persons, links and issues."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.identity.province import built, state

NAMES = st.sampled_from(["张伟", "李娜", "王芳"])
UNITS = st.sampled_from(
    ["武汉大学", "武大", "武汉大学化学学院", "宜昌华某化工有限公司", "华某化工", "长江大学"]
)
PHONES = st.sampled_from([None, None, "13800000001", "13800000002"])
NUMBERS = st.sampled_from([None, None, None, "HB001", "HB002", "3"])
DATES = st.sampled_from(["2022-01-01", "2023-06-01", "2025-01-01"])
FILES = st.sampled_from(["a.xlsx", "b.xlsx", "c.xlsx"])


def _row(**cells):
    fixed = st.fixed_dictionaries({**cells, "from": FILES})
    return fixed.map(lambda row: {k: v for k, v in row.items() if v is not None})


ROSTER = st.lists(
    _row(name=NAMES, org=UNITS, phone=PHONES, officer_no=NUMBERS, reported_on=DATES), max_size=6
)
WRITTEN = st.one_of(NAMES, st.builds("{}（{}）".format, NAMES, UNITS), st.sampled_from(["HB001", "HB003"]))
TERMS = st.lists(
    _row(officer=WRITTEN, recommender=st.sampled_from(["武汉市科协", "武汉大学科协"]), started_on=DATES),
    max_size=5,
)
ACTS = st.lists(_row(officer=WRITTEN, acted_on=DATES, kind=st.just("企业走访")), max_size=5)
CHANGES = st.lists(_row(officer=WRITTEN, from_org=UNITS, to_org=UNITS, changed_on=DATES), max_size=2)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(officers=ROSTER, terms=TERMS, activities=ACTS, changes=CHANGES)
def test_order_is_irrelevant(officers, terms, activities, changes):
    tables = {"officers": officers, "terms": terms, "activities": activities, "changes": changes}
    forth, back = built(tables), built(tables, reverse=True)
    assert state(forth) == state(back)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(officers=ROSTER, terms=TERMS, activities=ACTS)
def test_every_reference_names_a_person_or_is_told(officers, terms, activities):
    con = built({"officers": officers, "terms": terms, "activities": activities})
    for table in ("terms", "activities"):
        lost = con.execute(
            f'select count(*) from "{table}" t where person_id is null and not exists (select 1 from quarantine q '
            f"where q.\"table\" = '{table}' and q.row_number = t.row_number and q.load_id = t.load_id)"
        ).fetchone()
        strangers = con.execute(
            f'select count(*) from "{table}" where person_id is not null and person_id not in (select person_id from persons)'
        ).fetchone()
        assert (lost, strangers) == ((0,), (0,))
    ids = con.execute("select count(*), count(distinct person_id) from persons").fetchone()
    assert ids[0] == ids[1]
    dangling = con.execute(
        "select count(*) from person_alias where person_id not in (select person_id from persons)"
    )
    assert dangling.fetchone() == (0,)
