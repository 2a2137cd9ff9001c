"""The printed report: grouped, counted, with what to do."""

from service.cli.report import KINDS_SHOWN, ROWS_SHOWN, closing_lines, kinds_of, problem_lines


def cell(row, *, rule="bad_date", is_held=False, column="acted_on"):
    return {
        "file": "a.xlsx", "sheet": "表一", "table": "activities", "row_number": row, "column_name": column,
        "rule": rule, "is_row_held": is_held, "message_zh": f"{column} 有误，请改正。", "message_en": "wrong",
    }  # fmt: skip


def file(**values):
    plain = {
        "file": "a.xlsx",
        "error": None,
        "remedy": None,
        "passed_over": [],
        "tables": [],
        "issues": [],
        "issue_count": 0,
    }
    return plain | values


def test_cells_of_one_kind_are_one_line_and_held_rows_come_first():
    kinds = kinds_of([cell(3), cell(9), cell(4, is_held=True, rule="required_missing")])
    assert [[c["row_number"] for c in cells] for cells in kinds] == [[4], [3, 9]]


def test_many_rows_are_counted_not_listed():
    issues = [cell(n) for n in range(2, 2 + ROWS_SHOWN + 5)]
    lines = problem_lines(file(issues=issues, issue_count=len(issues)))
    assert "另有 5 行" in lines[-1]
    assert lines[-1].endswith("请改正。")


def test_many_kinds_are_cut_and_the_rest_counted():
    issues = [cell(2, rule=f"r{n}", column=f"c{n}") for n in range(KINDS_SHOWN + 3)]
    assert "另有 3 处" in problem_lines(file(issues=issues, issue_count=len(issues)))[-1]


def test_a_refused_file_says_why_and_the_way_out():
    words = {"error": "文件是空的。 / empty", "error_zh": "文件是空的。", "remedy_zh": "请重新上报。"}
    lines = problem_lines(file(**words))
    assert lines[1:] == ["a.xlsx", "  文件是空的。", "  怎么办：请重新上报。"]


def test_a_table_read_as_the_office_told_says_how():
    told = {"sheet": "表一", "table": "demands", "mapping": "哪天=submitted_on；谁=officer__name；其他="}
    (_, _, line) = problem_lines(file(tables=[told]))
    assert line == "  [表一] 按办公室指定的列对应读入：哪天 → 提交日期、谁 → 联络员 · 姓名、其他 → 不读入。"


def test_a_file_without_trouble_has_no_lines():
    assert problem_lines(file()) == []


def report(**values):
    totals = {"rows_read": 5, "rows_loaded": 3, "rows_quarantined": 2, "rows_merged": 1}
    plain = {"files": [file()], "totals": totals, "error": None, "snapshot": "ab" * 16, "previous": None}
    return plain | {"as_of": "2025-12", "rules": "2025.2", "is_simulated": True} | values


def test_the_sum_is_printed_and_simulated_data_is_marked():
    lines = closing_lines(report())
    assert "读取 5 行 = 载入 3 行 + 隔离 2 行" in lines[1]
    assert "2025-12" in lines[2]
    assert "模拟数据" in lines[3]


def test_a_failed_build_names_the_snapshot_that_stays():
    lines = closing_lines(report(error="规则有误。 / wrong", error_zh="规则有误。", previous="cd" * 16))
    assert lines[2] == "规则有误。"
    assert "仍在使用" in lines[3]
