"""The rest of the overview in a browser: a tile, the picture dialog, a list over the server's route, a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import at_rest
from tests.support.server import Server

pytestmark = pytest.mark.e2e


def visit(page: Page, address: str) -> None:
    page.goto(address)
    at_rest(page)
    expect(page.locator(".js-plotly-plot:visible, [data-testid=stDataFrame]").first).to_be_visible()


def test_a_tile_opens_its_unit(page: Page, sample_server: Server) -> None:
    visit(page, sample_server.url)
    tiles = page.locator(".st-key-wide_tile_grid .js-plotly-plot")
    tiles.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    # 十堰 is the tile in the upper left corner.
    tiles.click(position={"x": 45, "y": 45}, delay=50)
    expect(page.locator(".st-key-list_block h4")).to_contain_text("十堰")


def test_the_picture_is_stamped_and_saved_by_the_readers_own_browser(
    page: Page, sample_server: Server
) -> None:
    visit(page, sample_server.url)
    page.locator(".st-key-foot_tile_grid").get_by_role("button", name="下载").click()
    page.locator(".st-key-png_tile_grid button").click()
    dialog = page.get_by_role("dialog").filter(has=page.locator(".js-plotly-plot"))
    expect(dialog).to_contain_text("模拟数据")
    with page.expect_download() as download:
        dialog.locator(".modebar-btn").click()
    assert download.value.suggested_filename.endswith(".png")


def test_a_list_leaves_over_the_servers_own_route(page: Page, sample_server: Server, tmp_path: Path) -> None:
    visit(page, f"{sample_server.url}/?list=share_lost")
    href = page.get_by_role("link", name="下载名单").get_attribute("href")
    answer = page.request.get(f"{sample_server.url}{href}")
    assert answer.ok
    assert "no-store" in answer.headers["cache-control"]
    (tmp_path / "list.xlsx").write_bytes(answer.body())
    assert load_workbook(tmp_path / "list.xlsx").worksheets[0].max_row > 10


def test_a_phone_shows_its_own_version_of_the_tiles(browser: Browser, sample_server: Server) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    visit(page, sample_server.url)
    expect(page.locator(".st-key-narrow_tile_grid .js-plotly-plot")).to_be_visible()
    expect(page.locator(".st-key-wide_tile_grid .js-plotly-plot")).to_be_hidden()
    page.close()
