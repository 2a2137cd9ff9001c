"""In a real browser: marks of the further kinds answer a click with their codes and nothing fades."""

import pytest

from reporting.screen.figure import CONFIG, figure
from tests.charts import more_frames as made
from tests.reporting.more_read_back import marks
from tests.reporting.test_clicks import centre, show


@pytest.mark.e2e
@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (made.flows, [("lost", "left"), ("proactive", "proactive"), ("regular_responsive", "")]),
        (made.cohorts, [("2021-09", "24"), ("2025-05", "0"), ("2025-05", "48")]),
        (made.funnel, [("420500", "value"), ("non_city", "value")]),
        (made.channels, [("武汉·A·首聘", "local"), ("其他市州·B", "institution")]),
        (made.slopes, [("420500", "after"), ("421100", "before")]),
        (made.histories, [("420500", "value"), ("429005", "value")]),
        (made.history, [("2025-12", "value")]),
        (made.file, [("0", "demand"), ("3", "contract")]),
    ],
)
def test_clicks_come_back_as_codes(browser, make, codes, is_narrow):
    chart = make()
    drawn = figure(chart, "zh", is_narrow=is_narrow)
    drawn.update_layout(clickmode="event+select")
    places = marks(chart, "zh", is_narrow=is_narrow)
    page, errors = show(browser, drawn, CONFIG, width=320 if is_narrow else 590)
    for pair in codes:
        left, top = centre(page, *places[pair][:2])
        page.mouse.move(left, top)
        page.wait_for_timeout(100)
        page.mouse.click(left, top)
        page.wait_for_timeout(200)
    assert page.evaluate("window.seen") == [list(pair) for pair in codes]
    faded = (
        "[...document.querySelectorAll('.point, .point path')].filter(e => e.style.opacity === '0.2').length"
    )
    assert page.evaluate(faded) == 0
    assert errors == []
    page.close()


@pytest.mark.e2e
@pytest.mark.parametrize("make", [made.tier_bars, made.thresholds, made.ranges])
def test_bars_answer_too(browser, make):
    chart = make()
    drawn = figure(chart, "zh", width=880 if make is made.tier_bars else None)
    page, errors = show(browser, drawn, CONFIG, width=900)
    first = drawn.data[0]
    is_upright = make is made.thresholds
    base = first.base[0] if first.base is not None else 0
    at = (first.x[0], first.y[0] / 2) if is_upright else (base + first.x[0] / 4, first.y[0])
    left, top = centre(page, *at)
    page.mouse.click(left, top)
    page.wait_for_timeout(200)
    assert page.evaluate("window.seen") == [list(first.customdata[0])]
    assert errors == []
    page.close()
