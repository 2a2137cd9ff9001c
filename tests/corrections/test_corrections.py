"""退回表: a broken file goes back marked, comes back mended, stands for its first self; retracted, all returns."""

import datetime as dt
import json
import subprocess
import zipfile

import openpyxl
import pytest

from data_ingest.load import load_file
from foundation.locales import say
from foundation.warehouse import ledger, snapshots
from foundation.warehouse.home import Home
from refresh import ingest, retract
from refresh.review.returns import NothingPublishedError, write_returns
from tests.cli.running import liaison
from tests.refresh.files import RECEIVED, ROSTER, take

COVER = say("returns.cover_sheet", "zh")
DEMANDS = [
    ["附件2", None, None, None, None, None],
    ["填报单位（盖章）：武汉市科协", None, None, None, None, None],
    ["提交日期", "联络员姓名", "联络员单位", "企业名称", "需求名称", "拟投入(万元)"],
    [dt.date(2025, 11, 3), "模拟甲", "武汉模拟大学", "模拟企业B-001", "硅光芯片低损耗耦合（模拟数据）", 50],
    ["去年春天", "模拟甲", "武汉模拟大学", "模拟企业B-002", "铝合金车架焊接变形控制", 30],
    [dt.date(2025, 12, 5), "模拟甲", "武汉模拟大学", "模拟企业B-003", "磷石膏低成本无害化改性", "看情况"],
    ["合计", None, None, None, None, "=SUM(F4:F6)"],
]


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


def workbook(path, rows=DEMANDS, **more):
    """A sender's workbook: a coloured header, a wide column, the rows from B2 on."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "需求"
    for at, row in enumerate(rows, 2):
        for column, value in enumerate(row, 2):
            page.cell(at, column, value)
    page.column_dimensions["F"].width = 41
    page["B4"].fill = openpyxl.styles.PatternFill("solid", start_color="FFAABBCC")
    page["C6"].comment = openpyxl.comments.Comment("请核", "模拟甲")
    for name, other in more.items():
        book.create_sheet(name).append(other)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def counts(home):
    cursor = snapshots.current(home).cursor()
    names = ("rows_read", "rows_loaded", "rows_quarantined")
    row = cursor.execute(
        "select sum(rows_read), sum(rows_loaded), sum(rows_quarantined) from loads where \"table\" = 'demands'"
    ).fetchone()
    return dict(zip(names, row, strict=True)) | {
        "demands": cursor.execute("select count(*) from demands").fetchone()[0],
        "issues": cursor.execute("select count(*) from quarantine").fetchone()[0],
    }


def returns(home, folder):
    return write_returns(home, folder, who="测试")


def roster(tmp_path):
    path = tmp_path / "in" / "名册.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(ROSTER.strip().splitlines()[:3]) + "\n", encoding="utf-8-sig")
    return path


def start(home, tmp_path, **values):
    """The roster and a broken workbook of demands are in force."""
    return take(home, roster(tmp_path), workbook(tmp_path / "in" / "需求.xlsx"), **values)


def mend(path, target, **cells):
    """Type into cells of the sender's sheet and save, as anybody would."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[1]
    for name, value in cells.items():
        page[name] = value
    book.save(target)
    return target


def test_broken_returned_mended_loaded_retracted(home, tmp_path):
    before = start(home, tmp_path)["snapshot"]
    assert counts(home) == {
        "rows_read": 3,
        "rows_loaded": 2,
        "rows_quarantined": 1,
        "demands": 2,
        "issues": 2,
    }
    (returned,) = returns(home, tmp_path / "退回")
    assert (returned.sender, returned.source, returned.cells) == ("武汉市科协", "需求.xlsx", 2)
    assert returned.path == tmp_path / "退回" / "武汉市科协" / "需求_退回.xlsx"

    mended = mend(returned.path, tmp_path / "改好.xlsx", B6=dt.date(2025, 4, 1), G7=80)
    report = take(home, mended)
    (file,) = report["files"]
    assert (file["status"], file["sender"], file["rows_loaded"]) == ("loaded", "武汉市科协", 3)
    assert [part["is_error"] for part in file["passed_over"]] == [False]
    (change,) = file["corrects"]
    assert (change["file"], change["before"]["rows_loaded"], change["after"]["rows_loaded"]) == (
        "需求.xlsx",
        2,
        3,
    )
    assert (change["before"]["issue_count"], change["after"]["issue_count"]) == (2, 0)
    # The held row came; the row with a mended money cell is another content: the old one went.
    assert sorted(row["sign"] for row in change["rows"]) == ["+", "+", "-"]
    assert {row["table"] for row in change["rows"]} == {"demands"}
    assert counts(home) == {
        "rows_read": 3,
        "rows_loaded": 3,
        "rows_quarantined": 0,
        "demands": 3,
        "issues": 0,
    }
    assert returns(home, tmp_path / "无") == []

    # The earlier file is kept and listed; it only has no force.
    assert {e.name: e.state for e in ledger.files(home)}["需求.xlsx"] == "in_force"
    again = take(home, tmp_path / "in" / "需求.xlsx")
    assert (again["files"][0]["status"], again["files"][0]["superseded_by"]["file"]) == (
        "unchanged",
        "改好.xlsx",
    )
    assert again["snapshot"] == report["snapshot"]

    assert retract(home, "改好.xlsx", who="测试")["snapshot"] == before
    assert counts(home) == {
        "rows_read": 3,
        "rows_loaded": 2,
        "rows_quarantined": 1,
        "demands": 2,
        "issues": 2,
    }


def test_the_order_of_arrival_does_not_matter(home, tmp_path):
    start(home, tmp_path)
    (returned,) = returns(home, tmp_path / "退回")
    mended = mend(returned.path, tmp_path / "改好.xlsx", B6=dt.date(2025, 4, 1))
    expected = take(home, mended)["snapshot"]
    other, together = Home(tmp_path / "other"), Home(tmp_path / "together")
    take(other, mended)
    assert take(other, tmp_path / "in")["snapshot"] == expected
    report = take(together, tmp_path / "in", mended)
    assert report["snapshot"] == expected
    statuses = {f["file"]: (f["status"], f["rows_read"]) for f in report["files"]}
    assert statuses == {"名册.csv": ("loaded", 2), "需求.xlsx": ("unchanged", 0), "改好.xlsx": ("loaded", 3)}
    assert {e.state for e in ledger.files(together)} == {"in_force"}


def test_the_senders_layout_comes_back_with_marks_and_comments(home, tmp_path):
    start(home, tmp_path)
    (returned,) = returns(home, tmp_path / "退回")
    book = openpyxl.load_workbook(returned.path)
    assert book.sheetnames == [COVER, "需求"]
    page = book["需求"]
    assert page.column_dimensions["F"].width == 41
    assert page["B4"].fill.start_color.rgb == "FFAABBCC"
    marked = {c.coordinate for row in page.iter_rows() for c in row if c.fill.fill_type} - {"B4"}
    assert marked == {"B6", "G7"}
    assert "去年春天" in page["B6"].comment.text
    assert "请写成 2023-05-08 的形式" in page["B6"].comment.text
    assert page["C6"].comment.text == "请核"
    # Formulas are gone, whatever they were.
    assert not any(c.data_type == "f" for sheet in book for row in sheet.iter_rows() for c in row)
    assert [sheet.sheet_view.tabSelected for sheet in book] == [True, False]


def test_the_cover_lists_every_cell_and_says_simulated(home, tmp_path):
    start(home, tmp_path)
    (returned,) = returns(home, tmp_path / "退回")
    rows = list(openpyxl.load_workbook(returned.path)[COVER].iter_rows(values_only=True))
    text = "\n".join(str(cell) for row in rows for cell in row if cell)
    assert "模拟数据" in text
    assert "需求.xlsx" in text
    listed = [row for row in rows if row[1] == "需求"]
    assert [(row[2], row[3], row[4]) for row in listed] == [
        ("B6", "提交日期", "去年春天"),
        ("G7", "拟投入(万元)", "看情况"),
    ]
    assert listed[0][5] == "“提交日期”中的“去年春天”不是能识别的日期。"
    assert listed[0][6] == "请写成 2023-05-08 的形式。"
    assert listed[0][7] == "本行暂未载入。"


def test_an_untouched_return_loads_as_its_source_did(home, tmp_path):
    start(home, tmp_path)
    before = counts(home)
    (returned,) = returns(home, tmp_path / "退回")
    report = take(home, returned.path)
    assert counts(home) == before
    assert report["files"][0]["corrects"][0]["file"] == "需求.xlsx"
    # And goes back a second time without the marks of the first, under the same name.
    mended = mend(returned.path, tmp_path / "需求_退回.xlsx", G7=80)
    take(home, mended, received=RECEIVED + dt.timedelta(days=1))
    (second,) = returns(home, tmp_path / "再退")
    assert second.path.name == "需求_退回.xlsx"
    book = openpyxl.load_workbook(second.path)
    assert book.sheetnames == [COVER, "需求"]
    assert [c.coordinate for row in book["需求"].iter_rows() for c in row if c.comment] == ["B6", "C6"]
    assert book["需求"]["G7"].fill.fill_type is None


def test_the_last_answer_stands_and_taking_it_back_returns_the_one_before(home, tmp_path):
    start(home, tmp_path)
    (returned,) = returns(home, tmp_path / "退回")
    one = mend(returned.path, tmp_path / "改一.xlsx", G7=80)
    first = take(home, one)["snapshot"]
    two = mend(returned.path, tmp_path / "改二.xlsx", G7=80, B6=dt.date(2025, 4, 1))
    take(home, two, received=RECEIVED + dt.timedelta(days=1))
    assert counts(home)["demands"] == 3
    assert retract(home, "改二.xlsx", who="测试")["snapshot"] == first


def test_a_text_file_comes_back_as_a_workbook(home, tmp_path):
    folder = tmp_path / "黄石市"
    folder.mkdir()
    text = "提交日期,联络员姓名,企业名称,需求名称,统一社会信用代码\n"
    text += '2025-11-03,模拟甲,模拟企业B-001,"=cmd|calc!A1",91420100000000001X\n,模拟甲,模拟企业B-002,车架,\n'
    (folder / "需求.csv").write_bytes(text.encode("gb18030"))
    take(home, tmp_path / "黄石市")
    (returned,) = returns(home, tmp_path / "退回")
    # An empty date, and an officer whom no roster knows.
    assert (returned.sender, returned.cells) == ("黄石市", 2)
    book = openpyxl.load_workbook(returned.path)
    page = book["需求"]
    assert page["D2"].value == "=cmd|calc!A1"
    assert page["D2"].data_type == "s"
    assert page["E2"].value == "91420100000000001X"
    take(home, mend(returned.path, tmp_path / "改好.xlsx", A3="2025-12-01"))
    assert counts(home)["demands"] == 2
    # Nobody is on a roster yet, so it goes back again: to the same folder.
    assert [one.sender for one in returns(home, tmp_path / "再退")] == ["黄石市"]
    assert len(ledger.files(home)) == 2


def test_a_column_that_the_file_lacks_is_added_for_the_sender(home, tmp_path):
    rows = [row[1:] for row in DEMANDS[2:4]]  # no 提交日期 at all
    path = workbook(tmp_path / "缺列.xlsx", rows)
    take(home, path)
    (returned,) = returns(home, tmp_path / "退回")
    page = openpyxl.load_workbook(returned.path)["需求"]
    assert (page["G2"].value, page["G3"].fill.fill_type) == ("提交日期", "solid")
    take(home, mend(returned.path, tmp_path / "改好.xlsx", G3="2025-11-03"))
    assert counts(home)["rows_loaded"] == 1


def test_each_file_of_an_archive_goes_back_and_comes_back_on_its_own(home, tmp_path):
    one, two = workbook(tmp_path / "a" / "需求.xlsx"), workbook(tmp_path / "b" / "需求.xlsx", DEMANDS[2:5])
    with zipfile.ZipFile(tmp_path / "全部.zip", "w") as archive:
        archive.write(one, "武汉/需求.xlsx")
        archive.write(two, "黄石/需求.xlsx")
    roster(tmp_path)
    take(home, tmp_path / "in")
    before = take(home, tmp_path / "全部.zip", sender="模拟科协")["snapshot"]
    first, second = returns(home, tmp_path / "退回")
    assert {first.source, second.source} == {"全部.zip › 武汉/需求.xlsx", "全部.zip › 黄石/需求.xlsx"}
    assert first.path != second.path
    whole = first if first.source.endswith("武汉/需求.xlsx") else second
    mended = mend(whole.path, tmp_path / "改好.xlsx", B6=dt.date(2025, 4, 1), G7=80)
    read = counts(home)["rows_read"]
    report = take(home, mended)
    assert report["files"][0]["sender"] == "模拟科协"
    assert counts(home)["rows_read"] == read
    assert [one.source for one in returns(home, tmp_path / "再退")] == ["全部.zip › 黄石/需求.xlsx"]
    assert retract(home, "改好.xlsx", who="测试")["snapshot"] == before


def test_several_returns_in_one_archive_supersede_each_its_own(home, tmp_path):
    start(home, tmp_path)
    other = workbook(tmp_path / "in" / "黄石.xlsx", DEMANDS[2:5])
    take(home, other, sender="黄石市科协")
    written = returns(home, tmp_path / "退回")
    with zipfile.ZipFile(tmp_path / "改好.zip", "w") as archive:
        for one in written:
            archive.write(one.path, one.path.name)
    report = take(home, tmp_path / "改好.zip")
    assert {change["file"] for change in report["files"][0]["corrects"]} == {"需求.xlsx", "黄石.xlsx"}
    files = snapshots.current(home).cursor().execute("select file from files order by file").fetchall()
    assert files == [("名册.csv",), ("改好.zip",)]


def test_a_sheet_that_could_not_be_read_stands_on_the_cover(home, tmp_path):
    path = workbook(tmp_path / "需求.xlsx")
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("奇怪的表")
    for at in range(5):
        page.append([f"甲{at}", f"乙{at}", f"丙{at}", f"丁{at}"])
    book.save(path)
    take(home, path)
    (returned,) = returns(home, tmp_path / "退回")
    rows = openpyxl.load_workbook(returned.path)[COVER].iter_rows(values_only=True)
    assert any(row[1] == "奇怪的表" and "表头不属于" in row[5] for row in rows)


def test_a_corrected_file_of_the_same_name_can_be_retracted_by_it(home, tmp_path):
    before = start(home, tmp_path)["snapshot"]
    (returned,) = returns(home, tmp_path / "退回")
    take(home, mend(returned.path, tmp_path / "需求.xlsx", G7=80))
    assert retract(home, "需求.xlsx", who="测试")["snapshot"] == before


def test_nothing_published_nothing_returned(home, tmp_path):
    with pytest.raises(NothingPublishedError):
        returns(home, tmp_path)


def test_what_was_sent_back_is_in_the_audit(home, tmp_path):
    start(home, tmp_path)
    returns(home, tmp_path / "退回")
    assert [line["detail"]["what"] for line in ledger.audit(home) if line["action"] == "export"] == [
        "corrections"
    ]


def test_the_command(home, tmp_path):
    start(home, tmp_path)
    ran = liaison("corrections", tmp_path / "退回", "--home", home.root, "--json", cwd=tmp_path)
    (file,) = json.loads(ran.out)["files"]
    assert (ran.code, file["sender"], file["source"], file["cells"]) == (0, "武汉市科协", "需求.xlsx", 2)
    mend(file["path"], tmp_path / "改好.xlsx", B6="2025-04-01", G7=80)
    ran = liaison(
        "ingest", tmp_path / "改好.xlsx", "--home", home.root, "--received", "2026-01-10", cwd=tmp_path
    )
    assert "更正了 需求.xlsx：载入 2 → 3 行，隔离 1 → 0 行，待核 2 → 0 处" in ran.out.replace("\n", "")
    ran = liaison("corrections", tmp_path / "无", "--home", home.root, cwd=tmp_path)
    assert (ran.code, "没有需要退回" in ran.out) == (0, True)
    assert liaison("corrections", tmp_path / "无", "--home", tmp_path / "空", cwd=tmp_path).code == 1


@pytest.mark.e2e
def test_saved_by_another_program_it_still_knows_its_source(home, tmp_path):
    start(home, tmp_path)
    (returned,) = returns(home, tmp_path / "退回")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path / "另存")]
    subprocess.run(
        [*words, str(returned.path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    saved = tmp_path / "另存" / returned.path.name
    loaded = load_file(saved, name=saved.name, sha256="0" * 64, received_on=RECEIVED)
    assert [one.source.sha256 for one in loaded.corrects] == [returned.sha256]
    assert (
        ingest(home, [saved], who="测试", received=RECEIVED)["files"][0]["corrects"][0]["file"] == "需求.xlsx"
    )
