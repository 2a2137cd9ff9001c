"""队伍活跃度 in a browser: a click on a drawn number opens its people; the call list leaves as a workbook."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.support.browser import at_rest

pytestmark = pytest.mark.e2e
COUNT = re.compile(r"(\d+) 人$")


def open_page(page: Page, url: str, query: str = "") -> None:
    page.goto(f"{url}/activity{query}")
    expect(page.locator(".st-key-chart_wide_tier_history .main-svg").first).to_be_visible(timeout=60_000)
    at_rest(page)


def press_point(page: Page, chart: str, nth: int) -> None:
    points = page.locator(f".st-key-chart_wide_{chart}").locator(
        ".scatterlayer .points path, .barlayer .points path"
    )
    points.nth(nth).scroll_into_view_if_needed()
    points.nth(nth).click(force=True)


@pytest.mark.parametrize(
    ("chart", "key"),
    [
        ("tier_bar", "list="),
        ("flow", "own=move."),
        ("cohorts", "own=cohort."),
        ("thresholds", "own=proactive."),
        ("tier_history", "list="),
    ],
)
def test_a_click_on_a_drawn_number_opens_its_people(page: Page, sample_server, chart: str, key: str) -> None:
    open_page(page, sample_server.url)
    press_point(page, chart, 2)
    # The title is read only on the page that opened: while it changes, two titles stand for a moment.
    page.wait_for_url(re.compile(re.escape(key)))
    at_rest(page)
    expect(page.locator(".st-key-list_block h4")).to_have_text(COUNT)


def test_a_body_of_the_call_list_gets_its_sheet(page: Page, sample_server, tmp_path: Path) -> None:
    open_page(page, sample_server.url)
    table = page.locator(".st-key-calls_table canvas").first
    table.scroll_into_view_if_needed()
    # The grid is drawn on a canvas under a layer that takes the click.
    table.click(position={"x": 60, "y": 54}, force=True)
    title = page.locator(".st-key-list_block h4")
    expect(title).to_have_text(COUNT)
    at_rest(page)
    with page.expect_download() as download:
        page.locator(".st-key-list_block").get_by_role("link", name="下载名单").click()
    file = tmp_path / "calls.xlsx"
    download.value.save_as(file)
    rows = list(load_workbook(io.BytesIO(file.read_bytes())).worksheets[0].values)
    header = next(place for place, row in enumerate(rows) if "姓名" in row)
    found = COUNT.search(title.inner_text())
    assert found is not None
    assert len(rows) - header - 1 == int(found.group(1))
