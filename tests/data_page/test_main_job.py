"""The office's main job in a browser: a broken workbook in, read why, the return workbook out, mended, in again,
the numbers change; retracted, they return."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from foundation.warehouse.snapshots import current
from tests.e2e.conftest import context, page
from tests.support.browser import at_rest
from tests.support.server import Server, serve

__all__ = ["context", "page"]
pytestmark = pytest.mark.e2e
#: A build takes seconds; on a busy machine a minute.
LONG = 120_000
HEADER = ("提交日期", "联络员姓名", "联络员单位", "企业名称", "需求名称", "市州")
ROWS = (
    ("2025-12-03", "模拟某甲", "模拟单位", "模拟企业B-901", "硅光芯片低损耗耦合（模拟数据）", "宜昌"),
    ("05/06/25", "模拟某甲", "模拟单位", "模拟企业B-902", "中低温余热回收装置（模拟数据）", "宜昌"),
)


@pytest.fixture
def server(sample_home: Home, tmp_path: Path) -> Iterator[Server]:
    shutil.copytree(sample_home.root, tmp_path / "home")
    with serve(Home(tmp_path / "home")) as server:
        yield server


def broken(path: Path) -> Path:
    book = Workbook()
    book.active.append(("填报单位：宜昌市科协",))
    for row in (HEADER, *ROWS):
        book.active.append(row)
    book.save(path)
    return path


def visit(page: Page, server: Server, section: str) -> None:
    page.goto(f"{server.url}/data?own={section}")
    expect(page.locator(".st-key-data_sections")).to_be_visible(timeout=LONG)
    at_rest(page)


def put_in(page: Page, server: Server, path: Path) -> None:
    visit(page, server, "upload")
    page.locator(".st-key-drop_zone input[type=file]").set_input_files(path)
    expect(page.locator(".st-key-commit button")).to_be_enabled(timeout=LONG)


def commit(page: Page) -> None:
    page.locator(".st-key-commit button").click()
    expect(page.locator(".st-key-report_block")).to_contain_text("载入完成", timeout=LONG)


def row_of(block: Locator, title: str) -> Locator:
    return block.locator("table tr").filter(has_text=title).first


def demands(server: Server) -> int:
    snapshot = current(server.home)
    assert snapshot is not None
    row = snapshot.cursor().execute("select count(*) from demands").fetchone()
    assert row is not None
    return int(row[0])


def choose(page: Page, key: str, label: str) -> None:
    page.locator(f".st-key-{key} [data-baseweb=select], .st-key-{key} [role=combobox]").first.click()
    page.get_by_role("option", name=label).first.click()


def retract(page: Page, server: Server, name: str) -> None:
    visit(page, server, "history")
    choose(page, "retract_file", name)
    page.locator(".st-key-retract button").click()
    expect(page.locator(".st-key-job_block")).to_contain_text("已撤回", timeout=LONG)
    page.locator(".st-key-close_job button").click()


def test_broken_returned_mended_loaded_retracted(page: Page, server: Server, tmp_path: Path) -> None:
    page.set_default_timeout(LONG)
    before = demands(server)

    put_in(page, server, broken(tmp_path / "宜昌补报需求.xlsx"))
    expect(page.locator(".st-key-upload_block")).to_contain_text("读入 2 = 载入 1 + 隔离 1")
    foretold = page.locator(".st-key-dry_run_block")
    expect(row_of(foretold, "企业需求")).to_contain_text("+1", timeout=LONG)
    assert demands(server) == before, "a preview commits nothing"
    commit(page)
    assert demands(server) == before + 1

    visit(page, server, "quarantine")
    choose(page, "filter_file", "宜昌补报需求.xlsx")
    cell = page.locator(".st-key-cell_block")
    expect(cell).to_contain_text("分不清年、月、日的先后")
    expect(cell).to_contain_text("A4")
    expect(cell.locator("table")).to_contain_text("模拟企业B-901")

    mended = tmp_path / "宜昌补报需求_改.xlsx"
    mended.write_bytes(mend(take_return(page, server, "宜昌补报需求.xlsx")))
    put_in(page, server, mended)
    expect(page.locator(".st-key-upload_block")).to_contain_text("宜昌补报需求.xlsx 的更正件")
    expect(page.locator(".st-key-upload_block")).to_contain_text("读入 2 = 载入 2 + 隔离 0")
    # The mended row is new; the other one stands as it stood: its own file gives way, its content stays.
    expect(row_of(foretold, "企业需求")).to_contain_text("+1", timeout=LONG)
    commit(page)
    expect(page.locator(".st-key-report_block")).to_contain_text("更正了 宜昌补报需求.xlsx")
    expect(row_of(page.locator(".st-key-report_block"), "企业需求")).to_contain_text("+1")
    assert demands(server) == before + 2

    visit(page, server, "history")
    expect(row_of(page.locator(".st-key-changed_block"), "企业需求")).to_contain_text("+1")

    retract(page, server, mended.name)
    assert demands(server) == before + 1, "the earlier self is in force again"
    retract(page, server, "宜昌补报需求.xlsx")
    assert demands(server) == before
    actions = [line["action"] for line in ledger.audit(server.home)]
    assert [actions.count(name) for name in ("upload", "commit", "retract")] == [2, 2, 2]


def take_return(page: Page, server: Server, name: str) -> bytes:
    """Over the server's own route, as the link in the page says."""
    line = page.locator(".st-key-returns_list [data-testid=stHorizontalBlock]").filter(has_text=name)
    href = line.get_by_role("link").get_attribute("href")
    answer = page.request.get(f"{server.url}{href}", timeout=LONG)
    assert answer.ok
    assert "no-store" in answer.headers["cache-control"]
    return answer.body()


def mend(data: bytes) -> bytes:
    """Write the date as the comment asks for."""
    book = load_workbook(io.BytesIO(data))
    marked = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
    (wrong,) = [cell for cell in marked if cell.value == "05/06/25"]
    wrong.value = "2025-06-05"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_files_can_be_given_up_and_refused_ones_say_why(page: Page, server: Server, tmp_path: Path) -> None:
    page.set_default_timeout(LONG)
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.7")
    visit(page, server, "upload")
    page.locator(".st-key-drop_zone input[type=file]").set_input_files(
        [broken(tmp_path / "需求.xlsx"), tmp_path / "扫描.pdf"]
    )
    report = page.locator(".st-key-report_block")
    expect(report).to_contain_text("没有读入：扫描.pdf")
    expect(report).to_contain_text("怎么办")
    page.locator(".st-key-abandon button").click()
    expect(page.locator(".st-key-in_force_block")).to_be_visible()
    wait_until_gone(server)
    assert not [entry for entry in ledger.files(server.home) if entry.name == "需求.xlsx"]


def wait_until_gone(server: Server) -> None:
    """What was being tried aside stops at its next step."""
    deadline = time.monotonic() + LONG / 1000
    while list((server.home.root / "uploads").iterdir()):
        assert time.monotonic() < deadline, "something stayed in the tray"
        time.sleep(0.2)


def test_an_answer_is_remembered_and_built_in(page: Page, server: Server) -> None:
    page.set_default_timeout(LONG)
    visit(page, server, "quarantine")
    block = page.locator(".st-key-questions_block")
    block.get_by_role("button", name="不同人").first.click()
    expect(block).to_contain_text("1 条答复待生效")
    assert [decision.kind for decision in ledger.decisions(server.home)] == ["different_person"]
    block.get_by_role("button", name="现在重建").click()
    expect(page.locator(".st-key-job_block")).to_contain_text("快照已更新", timeout=LONG)
    snapshot = current(server.home)
    assert snapshot is not None
    pairs = "select count(*) from questions where kind in ('duplicate', 'namesakes')"
    assert snapshot.cursor().execute(pairs).fetchone() == (2,)


def test_an_empty_home_takes_its_first_file_in_the_browser(browser: Browser, tmp_path: Path) -> None:
    with serve(Home(tmp_path / "empty")) as server:
        page = browser.new_page(viewport={"width": 390, "height": 900})
        page.set_default_timeout(LONG)
        page.goto(server.url)
        page.locator(".st-key-drop_zone input[type=file]").set_input_files(broken(tmp_path / "需求.xlsx"))
        page.locator(".st-key-commit button").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("年会总览", timeout=LONG)
        assert demands(server) == 1
        page.close()
