"""地市比较 in a browser: a deep link, a metric, from a unit to its body to an officer, and back."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.cities.test_words import ORDINAL
from tests.support.browser import at_rest

pytestmark = pytest.mark.e2e

#: Streamlit's own two first questions to a page below the root; nothing else may be said.
_OWN = re.compile(r"404 \(Not Found\)$")


def query(page: Page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def ready(page: Page) -> None:
    expect(page.locator(".st-key-wide_cities_ranges .main-svg").first).to_be_visible()
    at_rest(page)


def words(page: Page) -> str:
    """Everything that stands on the page, the drawings' own letters with it."""
    drawn = page.locator(".main-svg text").all_text_contents()
    return "\n".join([page.locator(".stMain").inner_text(), *drawn])


def press_point(page: Page, chart: str, at: int) -> None:
    """Press the at-th mark of a chart: Plotly listens on a layer of its own."""
    box = page.locator(f".st-key-wide_{chart} .scatterlayer .points path").nth(at).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def press_cell(page: Page, *, x: float, y: float) -> None:
    table = page.locator(".st-key-drill_table [data-testid=data-grid-canvas]").first
    expect(table).to_be_visible()
    box = table.bounding_box()
    page.mouse.click(box["x"] + x, box["y"] + y)


def test_from_a_unit_to_its_body_to_an_officer_and_back(page, sample_server):
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{sample_server.url}/cities?m=2025-12&vs=2024-12")
    ready(page)
    assert ORDINAL["zh"].search(words(page)) is None

    page.locator(
        ".st-key-cities_metric [data-baseweb=select], .st-key-cities_metric [role=combobox]"
    ).first.click()
    page.get_by_role("option", name="比较：人月均履职次数", exact=True).click()
    expect(page).to_have_url(re.compile("metric=acts_per_officer_month"))
    ready(page)
    expect(page.locator(".st-key-block_cities_funnel")).to_contain_text("人月均履职次数")

    press_point(page, "cities_funnel", 0)
    expect(page).to_have_url(re.compile("unit=420100"))
    expect(page.get_by_role("heading", name="武汉：按推荐单位")).to_be_visible()
    ready(page)
    assert ORDINAL["zh"].search(words(page)) is None

    press_cell(page, x=60, y=54)
    expect(page).to_have_url(re.compile("rec="))
    expect(page.locator(".st-key-list_block")).to_be_visible()
    at_rest(page)
    assert query(page)["unit"] == "420100"
    assert query(page)["list"] == "acts_per_officer_month"
    assert ORDINAL["zh"].search(words(page)) is None

    table = page.locator(".st-key-list_block [data-testid=data-grid-canvas]").first
    expect(table).to_be_visible()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 60, box["y"] + 58)
    expect(page).to_have_url(re.compile("who="))
    at_rest(page)

    # The way back: the page with the body still chosen, its unit, the province.
    page.locator(".st-key-crumb_0 button").click()
    expect(page).not_to_have_url(re.compile("[?&](who|list)="))
    at_rest(page)
    assert {"unit", "rec"} <= set(query(page))
    page.locator(".st-key-drill .st-key-crumb_1 button").click()
    expect(page).not_to_have_url(re.compile("[?&]rec="))
    at_rest(page)
    assert query(page)["unit"] == "420100"
    page.locator(".st-key-drill .st-key-crumb_0 button").click()
    expect(page).not_to_have_url(re.compile("[?&]unit="))
    ready(page)
    assert query(page)["metric"] == "acts_per_officer_month"
    assert [text for text in said if not _OWN.search(text)] == []
    assert len(said) <= 2


def test_a_deep_link_opens_the_unit_in_english(page, sample_server):
    page.goto(f"{sample_server.url}/cities?m=2025-12&vs=2024-12&unit=420500&metric=demands&lang=en")
    ready(page)
    expect(page.get_by_role("heading", name="Yichang: by recommending body")).to_be_visible()
    expect(page.locator(".st-key-block_cities_funnel")).to_contain_text("per officer serving")
    assert ORDINAL["en"].search(words(page)) is None
