"""The main job in a browser: load, filter, drill to the workbook's row, share the address, take the files."""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, Request, expect
from pptx import Presentation

from analytics.metrics import measure, members
from analytics.scope import Scope
from foundation.access.viewer import OFFICE
from tests.support.browser import at_rest

pytestmark = pytest.mark.e2e
AS_OF = pd.Timestamp("2025-12-01").date()


def card(page: Page, metric: str):
    return page.locator(f".st-key-card_{metric}")


def ready(page: Page) -> None:
    """All charts drawn and the script at rest."""
    expect(page.locator(".st-key-wide_tier_shares .main-svg").first).to_be_visible()
    at_rest(page)


def open_overview(page: Page, url: str) -> None:
    page.goto(url)
    ready(page)


def press(page: Page, box, *, x: float | None = None, y: float | None = None) -> None:
    """Press inside a box: at its middle, or at an offset from its corner."""
    across = box["width"] / 2 if x is None else x
    down = box["height"] / 2 if y is None else y
    page.mouse.click(box["x"] + across, box["y"] + down)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, field: str, label: str) -> None:
    page.locator(f".st-key-{field} [data-baseweb=select], .st-key-{field} [role=combobox]").first.click()
    page.get_by_role("option", name=label, exact=True).click()


def test_the_cards_show_what_the_metrics_say(page, sample_server, sample_snapshot):
    open_overview(page, sample_server.url)
    for metric in ("share_proactive", "match_rate", "share_lost"):
        row = measure(sample_snapshot, metric, scope=Scope(AS_OF), viewer=OFFICE).iloc[0]
        expect(card(page, metric)).to_contain_text(f"{row['value'] * 100:.1f}%")
        expect(card(page, metric)).to_contain_text(f"{row['numerator']:.0f} / {row['denominator']:.0f}")
    expect(page.get_by_text("模拟数据").first).to_be_visible()


def test_a_filter_changes_numbers_and_address_and_survives_a_new_browser(
    page, browser, sample_server, sample_snapshot
):
    open_overview(page, sample_server.url)
    before = card(page, "share_proactive").inner_text()
    choose(page, "scope_wide_unit", "宜昌")
    row = measure(
        sample_snapshot, "share_proactive", scope=Scope(AS_OF, unit=("420500",)), viewer=OFFICE
    ).iloc[0]
    expected = f"{row['numerator']:.0f} / {row['denominator']:.0f}"
    expect(card(page, "share_proactive")).to_contain_text(expected)
    assert expected not in before
    assert query(page)["unit"] == ["420500"]
    assert query(page)["m"] == ["2025-12"], "the as-of month is always written"

    stranger = browser.new_context(viewport={"width": 1440, "height": 1800})
    other = stranger.new_page()
    other.goto(page.url)
    expect(card(other, "share_proactive")).to_contain_text(expected)
    stranger.close()


def test_drill_from_a_bar_to_the_row_of_the_workbook(page, sample_server, sample_snapshot):
    open_overview(page, sample_server.url)
    # Plotly and the table's canvas listen on layers of their own: point and press as a hand would.
    press(page, page.locator(".st-key-wide_tier_shares .points path").first.bounding_box())
    expect(page.locator(".st-key-list_block")).to_be_visible()
    address = query(page)
    metrics, unit = address["list"][0].split(","), address["grp"][0]
    rows = sum(
        len(members(sample_snapshot, m, scope=Scope(AS_OF), viewer=OFFICE, by="unit", group=unit))
        for m in metrics
    )
    expect(page.locator(".st-key-list_block h4")).to_contain_text(f"{rows:,}")

    at_rest(page)
    table = page.get_by_test_id("data-grid-canvas").first
    expect(table).to_be_visible()
    press(page, table.bounding_box(), x=60, y=58)
    expect(page).to_have_url(re.compile("who="))
    expect(page.get_by_text(re.compile(r"\.(xlsx|csv|txt)")).first).to_be_attached()


def test_the_copied_address_opens_the_same_list(page, sample_server):
    page.goto(f"{sample_server.url}/?m=2025-12&list=share_proactive&grp=420500")
    expect(page.locator(".st-key-list_block h4")).to_contain_text("宜昌")
    page.reload()
    expect(page.locator(".st-key-list_block h4")).to_contain_text("宜昌")


def _take(page: Page, suffix: str) -> bytes:
    page.locator(".st-key-foot_tier_shares").get_by_text("下载", exact=True).click()
    with page.expect_download() as download:
        page.locator(f".st-key-{suffix}_tier_shares button").click()
    assert download.value.suggested_filename.endswith(f".{suffix}")
    return Path(download.value.path()).read_bytes()


def _wuhan(snapshot) -> float:
    frame = measure(snapshot, "share_proactive", scope=Scope(AS_OF), viewer=OFFICE, by="unit")
    return float(frame.loc[frame["group"] == "420100", "value"].iloc[0])


def test_the_slide_holds_the_numbers_of_the_screen(page, sample_server, sample_snapshot):
    open_overview(page, sample_server.url)
    deck = Presentation(io.BytesIO(_take(page, "pptx")))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    plot = charts[0].plots[0]
    at = [str(c) for c in plot.categories]
    wuhan = next(i for i, name in enumerate(at) if "武汉" in name)
    assert _wuhan(sample_snapshot) == pytest.approx(plot.series[0].values[wuhan])


def test_the_workbook_holds_the_numbers_of_the_screen(page, sample_server, sample_snapshot):
    open_overview(page, sample_server.url)
    book = load_workbook(io.BytesIO(_take(page, "xlsx")))
    values = [
        cell
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        if "武汉" in map(str, row)
        for cell in row
    ]
    assert any(isinstance(v, float) and v == pytest.approx(_wuhan(sample_snapshot)) for v in values)


@pytest.mark.parametrize(("language", "word"), [("zh", "主动型占比"), ("en", "Proactive")])
def test_console_is_clean_and_nothing_comes_from_outside(page, sample_server, language, word):
    said: list[str] = []
    asked: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(_host(request)))
    open_overview(page, f"{sample_server.url}/?lang={language}")
    expect(page.locator(".st-key-cards")).to_contain_text(word)
    page.wait_for_timeout(500)
    assert said == []
    assert set(asked) <= {_host_of(sample_server.url), "", None}


def _host(request: Request) -> str | None:
    return _host_of(request.url)


def _host_of(url: str) -> str | None:
    return urlsplit(url).netloc if url.startswith(("http", "ws")) else ""


@pytest.mark.parametrize("width", [390, 1440, 1920])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_wider_than_the_window(browser, sample_server, width, language):
    context = browser.new_context(viewport={"width": width, "height": 1000})
    page = context.new_page()
    page.goto(f"{sample_server.url}/?lang={language}")
    place = "narrow" if width < 640 else "wide"
    expect(page.locator(f".st-key-{place}_tier_shares .main-svg").first).to_be_visible()
    wider = page.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert wider <= 0
    context.close()


def test_an_unknown_value_in_the_address_is_said(page, sample_server):
    page.goto(f"{sample_server.url}/?m=2025-12&unit=999999")
    expect(page.get_by_text("999999")).to_be_visible()


def test_the_scope_goes_along_to_another_page(page, sample_server):
    page.goto(f"{sample_server.url}/?m=2025-06&unit=420500&lang=en")
    expect(page.locator(".st-key-wide_tier_shares .main-svg").first).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="Activity").first.click()
    expect(page).to_have_url(re.compile("/activity.*unit=420500"))
    assert {k: v[0] for k, v in query(page).items()} == {"m": "2025-06", "unit": "420500", "lang": "en"}
