"""A leader's way through the real server: filter, drill, copy the address, take the files along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pptx
import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.support.server import Server

pytestmark = pytest.mark.e2e

IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
#: A bar of the tier shares: second series, one unit each.
BAR = ".st-key-wide_tier_shares .barlayer .trace:nth-child(2) .point path"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def visit(browser: Browser, address: str, *, width: int = 1440, height: int = 900) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("[data-testid=stMetric], [data-testid=stDataFrame]", timeout=60_000)
    settle(page)
    return page


def settle(page: Page) -> None:
    """Until a rerun has begun, ended and been painted."""
    page.wait_for_timeout(400)
    page.wait_for_selector(IDLE, timeout=60_000)
    page.wait_for_timeout(500)


def click_middle(page: Page, mark: Locator) -> None:
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.wait_for_timeout(200)
    page.mouse.click(x, y, delay=50)
    settle(page)


def open_first_row(page: Page) -> None:
    box = page.locator("[data-testid=stDataFrame]").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 300, box["y"] + 36 + 20)
    settle(page)


def test_filter_drill_to_the_source_rows_and_reopen_elsewhere(
    browser: Browser, sample_server: Server
) -> None:
    page = visit(browser, sample_server.url)
    page.locator("[data-testid=stSelectbox]:visible").nth(3).click()
    page.get_by_role("option", name="A 类").click()
    settle(page)
    assert "cat=A" in page.url
    click_middle(page, page.locator(BAR).first)
    assert "list=share_regular" in page.url
    assert "grp=420100" in page.url
    open_first_row(page)
    assert "who=" in page.url
    heading = page.locator("h2").first.inner_text()
    again = visit(browser, page.url)
    assert again.url == page.url
    assert again.locator("h2").first.inner_text() == heading
    again.locator(".st-key-crumb_1 button").click()
    settle(again)
    assert "who=" not in again.url


def test_a_tile_opens_its_unit(browser: Browser, sample_server: Server) -> None:
    page = visit(browser, sample_server.url)
    tiles = page.locator(".st-key-wide_tile_grid .js-plotly-plot")
    tiles.scroll_into_view_if_needed()
    box = tiles.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 45, box["y"] + 45, delay=50)
    settle(page)
    assert "list=share_proactive" in page.url
    assert "grp=420300" in page.url


def test_chart_files_open(browser: Browser, sample_server: Server, tmp_path: Path) -> None:
    page = visit(browser, sample_server.url)
    page.locator(".st-key-foot_tier_shares").get_by_role("button", name="下载").click()
    for suffix in ("pptx", "xlsx", "csv"):
        with page.expect_download() as download:
            page.locator(f".st-key-{suffix}_tier_shares button").click()
        assert download.value.suggested_filename.endswith(f"_2025-12.{suffix}")
        download.value.save_as(tmp_path / f"chart.{suffix}")
    deck = pptx.Presentation(str(tmp_path / "chart.pptx"))
    assert any(shape.has_chart for shape in deck.slides[0].shapes)
    book = openpyxl.load_workbook(tmp_path / "chart.xlsx")
    assert any(sheet._charts for sheet in book.worksheets)
    assert "模拟数据" in (tmp_path / "chart.csv").read_text(encoding="utf-8-sig")


def test_the_picture_dialog_shows_the_stamped_chart(browser: Browser, sample_server: Server) -> None:
    page = visit(browser, sample_server.url)
    page.locator(".st-key-foot_tile_grid").get_by_role("button", name="下载").click()
    page.locator(".st-key-png_tile_grid button").click()
    dialog = page.get_by_role("dialog").filter(has=page.locator(".js-plotly-plot"))
    dialog.wait_for()
    assert "模拟数据" in dialog.inner_text()
    with page.expect_download() as download:
        dialog.locator(".modebar-btn").click()
    assert download.value.suggested_filename.endswith(".png")


def test_a_list_downloads_over_the_servers_own_route(
    browser: Browser, sample_server: Server, tmp_path: Path
) -> None:
    page = visit(browser, f"{sample_server.url}/?list=share_lost")
    href = page.get_by_role("link", name="下载名单").get_attribute("href")
    answer = page.request.get(f"{sample_server.url}{href}")
    assert answer.ok
    assert "no-store" in answer.headers["cache-control"]
    (tmp_path / "list.xlsx").write_bytes(answer.body())
    assert openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0].max_row > 10


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_console_is_clean_and_nothing_is_fetched_from_outside(
    browser: Browser, sample_server: Server, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{sample_server.url}/?lang=en")
    page.wait_for_selector("[data-testid=stMetric]", timeout=60_000)
    settle(page)
    assert said == []
    assert [url for url in asked if not url.startswith((sample_server.url, "data:", "blob:"))] == []


def test_a_phone_shows_its_own_version_and_nothing_sticks_out(
    browser: Browser, sample_server: Server
) -> None:
    page = visit(browser, sample_server.url, width=390, height=844)
    assert page.locator(".st-key-narrow_tile_grid .js-plotly-plot").is_visible()
    assert not page.locator(".st-key-wide_tile_grid .js-plotly-plot").is_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
