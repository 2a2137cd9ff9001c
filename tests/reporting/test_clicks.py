"""In a real browser: every mark answers a click with its codes, nothing fades, the console stays clean."""

import json

import pytest
from plotly.offline import get_plotlyjs

from reporting.screen.figure import CONFIG, camera, figure, picture
from tests.reporting.charts import categories, shares, tiles

CLICKS = """
    const seen = [];
    const shown = document.getElementById('chart');
    shown.on('plotly_click', event => seen.push(event.points[0].customdata));
    window.seen = seen;
"""


def show(browser, drawn, config, *, width):
    page = browser.new_page(viewport={"width": width + 40, "height": 900})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(f"<meta charset=utf-8><div id=chart style='width:{width}px'></div>")
    page.add_script_tag(content=get_plotlyjs())
    page.evaluate(
        "([spec, config]) => Plotly.newPlot('chart', spec.data, spec.layout, config)",
        [json.loads(drawn.to_json()), dict(config)],
    )
    page.evaluate(CLICKS)
    return page, errors


def centre(page, x, y):
    """Position in the window of a point in data coordinates."""
    return page.evaluate(
        """([x, y]) => {
            const shown = document.getElementById('chart'), full = shown._fullLayout;
            const box = shown.getBoundingClientRect();
            return [box.left + full._size.l + full.xaxis.l2p(x), box.top + full._size.t + full.yaxis.l2p(y)];
        }""",
        [x, y],
    )


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("make", "is_narrow", "points"),
    [
        (shares, False, [("420500", "proactive", 0.2), ("429006", "", 0.3), ("420100", "lost", 0.97)]),
        (shares, True, [("420500", "proactive", 0.2), ("429021", "", 0.5)]),
        (tiles, False, [("non_city", "value", None), ("429005", "value", None)]),
        (tiles, True, [("420100", "value", None), ("429006", "value", None)]),
        (categories, False, [("A", "value", 0.1), ("unknown", "value", 0.2)]),
    ],
)
def test_clicks_come_back_as_codes_and_nothing_fades(browser, make, is_narrow, points):
    chart = make()
    drawn = figure(chart, "zh", is_narrow=is_narrow)
    drawn.update_layout(clickmode="event+select")
    page, errors = show(browser, drawn, CONFIG, width=320 if is_narrow else 590)
    row = chart.frame.reset_index().set_index("group")
    heights = {
        group: y for trace in drawn.data for (group, _), y in zip(trace.customdata, trace.y, strict=True)
    }
    for group, _, x in points:
        at = (row.loc[group, "x"] + 0.5, row.loc[group, "y"] + 0.5) if x is None else (x, heights[group])
        left, top = centre(page, *at)
        page.mouse.move(left, top)
        page.wait_for_timeout(100)
        page.mouse.click(left, top)
        page.wait_for_timeout(200)
    assert page.evaluate("window.seen") == [[group, column] for group, column, _ in points]
    faded = "[...document.querySelectorAll('.bartext, .point path')].filter(e => e.style.opacity === '0.2').length"
    assert page.evaluate(faded) == 0
    assert errors == []
    page.close()


@pytest.mark.e2e
def test_the_camera_makes_a_picture_of_the_promised_size(browser):
    chart = shares()
    page, errors = show(browser, picture(chart, "zh"), camera(chart, "zh"), width=1100)
    options = camera(chart, "zh")["toImageButtonOptions"]
    size = page.evaluate(
        """async options => {
            const image = new Image();
            image.src = await Plotly.toImage('chart', options);
            await image.decode();
            return [image.width, image.height];
        }""",
        options,
    )
    assert size == [3200, 1800]
    assert errors == []
    page.close()
