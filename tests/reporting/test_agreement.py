"""One frame feeds all: screen, phone, slide, workbook and table hold the same numbers."""

import pytest

from tests.reporting import read_back
from tests.reporting.charts import ALL

KINDS = pytest.mark.parametrize("make", ALL)
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


def assert_same(found, expected, *, abs):
    assert {label: set(series) for label, series in found.items()} == {
        label: set(series) for label, series in expected.items()
    }
    for label, series in expected.items():
        for title, value in series.items():
            assert found[label][title] == pytest.approx(value, abs=abs), (label, title)


@KINDS
@LANGS
def test_the_screen_shows_the_frame(make, lang):
    chart = make()
    precision = 6e-4 if chart.kind == "tile_grid" else 1e-12
    assert_same(read_back.of_figure(chart, lang), read_back.of_chart(chart, lang), abs=precision)


@LANGS
def test_the_phone_shows_the_frame(lang):
    chart = ALL[0]()
    assert_same(read_back.of_figure(chart, lang, is_narrow=True), read_back.of_chart(chart, lang), abs=1e-12)


@KINDS
@LANGS
def test_the_slide_shows_the_frame(make, lang):
    chart = make()
    precision = 6e-4 if chart.kind == "tile_grid" else 1e-12
    assert_same(read_back.of_slide(chart, lang), read_back.of_chart(chart, lang), abs=precision)


@KINDS
@LANGS
def test_the_workbook_shows_the_frame(make, lang):
    chart = make()
    assert_same(read_back.of_workbook(chart, lang), read_back.of_chart(chart, lang), abs=1e-12)


@KINDS
@LANGS
def test_the_table_shows_the_frame(make, lang):
    chart = make()
    assert_same(read_back.of_table(chart, lang), read_back.of_chart(chart, lang), abs=6e-4)
