"""A table that nobody understands: told once in the browser, then it loads, and so does the next of its kind."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from foundation.warehouse import ledger
from foundation.warehouse.home import Home
from tests.data_page.test_main_job import LONG, choose, commit, demands, put_in, take_return, visit
from tests.e2e.conftest import context, page
from tests.support.browser import at_rest
from tests.support.server import Server, serve

__all__ = ["context", "page"]
pytestmark = pytest.mark.e2e
HEADER = ("报上来的日子", "谁报的", "他在哪儿", "哪家厂", "要解决啥", "市州")
FIELDS = ("提交日期", "联络员 · 姓名", "联络员 · 单位", "企业名称", "名称")


@pytest.fixture(scope="module")
def server(sample_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("mapping") / "home"
    shutil.copytree(sample_home.root, root)
    with serve(Home(root)) as server:
        yield server


def strange(path: Path, *enterprises: str, sender: str = "宜昌市科协") -> Path:
    book = Workbook()
    book.active.append((f"填报单位：{sender}",))
    book.active.append(HEADER)
    for name in enterprises:
        book.active.append(("2025-12-03", "模拟某甲", "模拟单位", name, f"{name}的需求（模拟数据）", "宜昌"))
    book.save(path)
    return path


def settled(page: Page) -> None:
    """The rerun that a choice sets off has come and gone."""
    page.wait_for_timeout(300)
    at_rest(page)


def test_columns_are_told_once(page: Page, server: Server, tmp_path: Path) -> None:
    page.set_default_timeout(LONG)
    before = demands(server)
    path = strange(tmp_path / "土话.xlsx", "模拟企业B-931", "模拟企业B-932")
    put_in(page, server, path)
    block = page.locator(".st-key-mapping_block")
    expect(page.locator(".st-key-report_block")).to_contain_text("第 2 行的表头：报上来的日子")
    choose(page, "mapping_block", "企业需求")
    expect(block).to_contain_text("还缺：提交日期、企业名称、名称")
    expect(page.locator(".st-key-map_save button")).to_be_disabled()
    for place, field in enumerate(FIELDS):
        box = block.locator("[class*=st-key-map_]").locator("[role=combobox]")
        box.nth(place).fill(field)
        page.get_by_role("option", name=field, exact=True).click()
        settled(page)
    expect(page.locator(".st-key-map_save button")).to_be_enabled()
    page.locator(".st-key-map_save button").click()
    expect(page.locator(".st-key-upload_block")).to_contain_text("读入 2 = 载入 2 + 隔离 0", timeout=LONG)
    assert demands(server) == before, "telling what columns are commits nothing"
    commit(page)
    assert demands(server) == before + 2
    assert [one.kind for one in ledger.decisions(server.home)] == ["mapping"]

    # The next file of that sender and layout needs nobody.
    put_in(page, server, strange(tmp_path / "下一份.xlsx", "模拟企业B-933"))
    expect(page.locator(".st-key-upload_block")).to_contain_text("读入 1 = 载入 1 + 隔离 0")
    page.locator(".st-key-abandon button").click()


def test_a_file_that_nobody_maps_goes_back_with_what_it_lacks(
    page: Page, server: Server, tmp_path: Path
) -> None:
    page.set_default_timeout(LONG)
    put_in(page, server, strange(tmp_path / "看不懂.xlsx", "模拟企业B-941", sender="随州市科协"))
    expect(page.locator(".st-key-upload_block")).to_contain_text("提交后原件留底，并给出退回表")
    commit(page)
    visit(page, server, "quarantine")
    book = load_workbook(io.BytesIO(take_return(page, server, "看不懂.xlsx")))
    cover = [str(cell.value) for row in book["退回说明"].iter_rows() for cell in row if cell.value]
    assert any("报上来的日子、谁报的" in words for words in cover), cover
    assert book["Sheet"]["D3"].value == "模拟企业B-941"
