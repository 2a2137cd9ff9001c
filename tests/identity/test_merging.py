"""Equal records and clashes of numbers between files."""

from tests.identity.province import built


def test_the_same_cells_in_another_file_are_one_record():
    con = built(
        {
            "demands": """
            demand_no title  enterprise submitted_on content_id from
            XQ1       甲     企业一     2025-01-01   c1         a.xlsx
            XQ1       甲     企业一     2025-01-01   c1         b.xlsx
        """
        }
    )
    assert con.execute("select count(*) from demands").fetchone() == (1,)
    assert con.execute("select file, kept_load_id from rows_merged").fetchall() in (
        [("b.xlsx", "a.xlsx:demands")],
        [("a.xlsx", "b.xlsx:demands")],
    )


def test_a_clash_goes_to_the_later_report_then_receipt_then_hash_and_the_loser_is_listed():
    con = built(
        {
            "demands": """
            demand_no title enterprise reported_on received_on sha256
            XQ1       旧    企业一     2025-01-01  2026-01-10  f
            XQ1       新    企业一     2025-02-01  2026-01-01  a
            XQ2       旧    企业一     2025-01-01  2026-01-01  f
            XQ2       新    企业一     2025-01-01  2026-01-10  a
            XQ3       旧    企业一     2025-01-01  2026-01-10  a
            XQ3       新    企业一     2025-01-01  2026-01-10  f
        """
        }
    )
    assert con.execute("select distinct title from demands").fetchall() == [("新",)]
    losers = con.execute(
        "select key, kept_row_number, cells->>'title' from superseded order by key"
    ).fetchall()
    assert losers == [("XQ1", 3, "旧"), ("XQ2", 5, "旧"), ("XQ3", 7, "旧")]
    assert con.execute("select count(*) from quarantine").fetchone() == (0,)


def test_what_was_said_again_last_wins_over_what_contradicted_it_before():
    con = built(
        {
            "demands": """
            demand_no title enterprise reported_on content_id from
            XQ1       甲    企业一     2025-01-01  c1         a.xlsx
            XQ1       乙    企业一     2025-02-01  c2         b.xlsx
            XQ1       甲    企业一     2025-03-01  c1         c.xlsx
        """
        }
    )
    assert con.execute("select title from demands").fetchall() == [("甲",)]


def test_one_reminder_number_for_many_officers_is_no_clash():
    con = built(
        {
            "officers": "name org\n张三 甲大学\n李四 甲大学",
            "reminders": """
            reminder_no officer sent_on    topic
            TX1         张三    2025-03-01 工作小结
            TX1         李四    2025-03-01 工作小结
        """,
            "contracts": """
            contract_no officer signed_on  source
            HT1         张三    2025-03-01 自报
            HT1         李四    2025-03-01 自报
            HT1         李四    2025-03-01 核验
        """,
        }
    )
    assert con.execute("select count(*) from reminders").fetchone() == (2,)
    assert con.execute("select count(*) from contracts").fetchone() == (3,)


def test_a_term_told_twice_is_one_and_rosters_of_two_years_both_stay():
    con = built(
        {
            "officers": """
            officer_no name org     phone        reported_on
            HB001      张三 甲大学  13800000001  2024-01-01
            HB001      张三 甲大学  13800000002  2025-01-01
        """,
            "terms": """
            officer         org     recommender  started_on  doc_no reported_on
            张三（甲大学）  -       甲大学科协   2023-05-08  -      2024-01-01
            HB001           甲大学  甲大学科协   2023-05-08  1号    2025-01-01
        """,
        }
    )
    assert con.execute("select doc_no from terms").fetchall() == [("1号",)]
    assert con.execute("select count(*) from officers").fetchone() == (2,)
    assert con.execute('select "table", file from superseded').fetchall() == [("terms", "a.xlsx")]
