"""Who is one person and who are two: rows of rosters and terms in, persons out."""

from tests.identity.province import built, issues, persons


def test_one_person_in_roster_term_and_a_second_file():
    con = built(
        {
            "officers": """
            name org            phone        from
            张三 武汉大学       13800000001  武汉.xlsx
            张三 武汉大学       -            省.xlsx
        """,
            "terms": """
            officer           org       recommender  started_on  from
            张三（武汉大学）  -         武汉大学科协 2023-05-08  省.xlsx
            张三              武汉大学  武汉大学科协 2025-05-08  省.xlsx
        """,
        }
    )
    assert persons(con) == [("张三", "武汉大学")]
    assert con.execute("select count(distinct person_id), count(person_id) from terms").fetchone() == (1, 2)


def test_short_and_full_names_of_one_employer():
    con = built(
        {
            "officers": """
            name org
            张三 湖北华某新材料有限公司
            张三 华某新材料
            李四 华中科技大学
            李四 华中科大
            王五 湖北省农业科学院粮食作物研究所
            王五 省农科院
        """
        }
    )
    assert len(persons(con)) == 3


def test_same_name_in_different_units_are_two():
    con = built(
        {
            "officers": """
            name org
            张伟 武汉大学
            张伟 武汉科技大学
            张伟 武汉华某科技有限公司
            张伟 宜昌华某科技有限公司
            张伟 武汉大学珞珈学院
        """
        }
    )
    assert len(persons(con)) == 5


def test_a_department_that_only_one_file_names_is_no_difference_but_two_departments_are():
    con = built(
        {
            "officers": """
            name org
            张伟 武汉大学
            张伟 武汉大学计算机学院
            李明 武汉大学计算机学院
            李明 武汉大学化学学院
            李明 武汉大学
        """
        }
    )
    assert [name for name, _ in persons(con)] == ["张伟", "李明", "李明", "李明"]


def test_a_moved_person_is_linked_by_phone_by_number_or_by_a_row_of_changes():
    con = built(
        {
            "officers": """
            officer_no name org           phone        reported_on
            -          张三 甲大学        13800000001  2023-01-01
            -          张三 乙有限公司    13800000001  2025-01-01
            HB001      李四 甲大学        -            2023-01-01
            HB001      李四 丙研究院      -            2025-01-01
            -          王五 甲大学        -            2023-01-01
            -          王五 丁孵化器      -            2025-01-01
        """,
            "changes": """
            officer        changed_on  kind      from_org  to_org
            王五（甲大学） 2024-03-01  单位调动  甲大学    丁孵化器
        """,
        }
    )
    assert sorted(persons(con)) == sorted(
        [("张三", "乙有限公司"), ("李四", "丙研究院"), ("王五", "丁孵化器")]
    )


def test_two_official_numbers_are_two_persons_even_at_one_employer():
    con = built(
        {
            "officers": """
            officer_no name org
            HB001      张伟 武汉大学
            HB002      张伟 武汉大学
        """,
            "activities": """
            officer           acted_on    kind
            HB002             2025-03-01  企业走访
            张伟（武汉大学）  2025-03-02  企业走访
        """,
        }
    )
    assert len(persons(con)) == 2
    assert con.execute("select person_id from activities order by acted_on").fetchall() == [
        ("HB002",),
        (None,),
    ]
    assert issues(con) == [("activities", "ambiguous_officer", "张伟（武汉大学）")]


def test_running_numbers_are_no_official_numbers():
    con = built(
        {
            "officers": """
            officer_no name org      from
            1          张三 甲大学   a.xlsx
            1          李四 乙大学   b.xlsx
        """
        }
    )
    assert len(persons(con)) == 2
    assert con.execute("select count(*) from persons where is_official_no").fetchone() == (0,)


def test_a_number_that_two_names_claim_stays_with_the_first_and_is_told():
    con = built(
        {
            "officers": """
            officer_no name org      reported_on
            HB001      张三 甲大学   2023-01-01
            HB001      张三 甲大学   2024-01-01
            HB001      李四 乙大学   2024-01-01
        """
        }
    )
    assert con.execute("select name from persons where officer_no = 'HB001'").fetchall() == [("张三",)]
    assert issues(con) == [("officers", "number_claimed", "HB001")]


def test_ids_are_the_number_else_the_earliest_name_and_employer_and_former_ids_stay():
    before = built({"officers": "name org phone reported_on\n张三 甲大学 13800000001 2023-01-01"})
    ((old,),) = before.execute("select person_id from persons").fetchall()
    moved = built(
        {
            "officers": """
            name org     phone        reported_on
            张三 甲大学  13800000001  2023-01-01
            张三 乙大学  13800000001  2025-01-01
        """
        }
    )
    assert moved.execute("select person_id from persons").fetchall() == [(old,)]
    numbered = built(
        {
            "officers": """
            officer_no name org     reported_on
            -          张三 甲大学  2023-01-01
            HB001      张三 甲大学  2025-01-01
        """
        }
    )
    assert numbered.execute("select person_id, officer_no from persons").fetchall() == [("HB001", "HB001")]
    assert numbered.execute("select * from person_alias").fetchall() == [(old, "HB001")]


def test_who_is_replaced_is_another_person():
    con = built(
        {
            "terms": """
            officer         recommender  started_on  replaces
            李四（甲大学）  甲大学科协   2025-05-08  张三
            张三（甲大学）  甲大学科协   2023-05-08  -
        """
        }
    )
    assert [name for name, _ in con.execute("select name, org from persons order by name").fetchall()] == [
        "张三",
        "李四",
    ]


def test_a_term_that_gives_only_a_name_means_the_one_person_of_that_name_or_of_that_city():
    con = built(
        {
            "officers": """
            name org    city
            张三 甲大学 420100
            李四 甲大学 420100
            李四 乙大学 420500
            王五 甲大学 420100
            王五 乙大学 420100
        """,
            "terms": """
            officer recommender started_on  city
            张三    宜昌市科协  2023-05-08  -
            李四    宜昌市科协  2023-05-08  420500
            王五    武汉市科协  2023-05-08  420100
            赵六    武汉市科协  2023-05-08  420100
        """,
        }
    )
    orgs = con.execute(
        "select officer_text, p.org from terms left join persons p using (person_id) order by 1"
    ).fetchall()
    assert orgs == [("张三", "甲大学"), ("李四", "乙大学"), ("王五", None), ("赵六", None)]
    assert issues(con) == [("terms", "ambiguous_officer", "王五")]
    assert len(persons(con)) == 6


def test_an_institutions_own_association_tells_the_employer():
    con = built(
        {
            "officers": "name org\n张三 武汉大学\n张三 长江大学",
            "terms": "officer recommender recommender_type started_on\n张三 武汉大学科学技术协会 高校科协 2023-05-08",
        }
    )
    assert con.execute("select p.org from terms join persons p using (person_id)").fetchall() == [
        ("武汉大学",)
    ]


def test_persons_say_the_latest_that_rosters_say_cell_by_cell_and_sort_by_pinyin():
    con = built(
        {
            "officers": """
            name org     phone        email      duty  reported_on
            曾三 甲大学  13800000001  a@b.cn     讲师  2023-01-01
            曾三 甲大学  13800000002  -          教授  2025-01-01
        """
        }
    )
    row = con.execute("select name_sort, phone, email, duty from persons").fetchone()
    assert row == ("zeng san", "13800000002", "a@b.cn", "教授")


def test_decisions_part_and_join():
    officers = "name org\n张三 甲大学\n张三 乙研究院\n李四 丙大学\n李四 丙大学化学学院"
    con = built(
        {"officers": officers},
        decisions=[
            {"kind": "same_person", "a": "张三（甲大学）", "b": "张三（乙研究院）"},
            {"kind": "different_person", "a": "李四（丙大学）", "b": "李四（丙大学化学学院）"},
            {"kind": "something_else", "what": 1},
        ],
    )
    assert [name for name, _ in persons(con)] == ["张三", "李四", "李四"]
