"""外省参照 from a workbook to the page: nothing without figures, a table beside the charts with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from analytics.charts.declaration import ValueFormat
from analytics.cities.benchmarks import benchmark_format, benchmark_title
from foundation.locales import LANGUAGES, Lang
from foundation.warehouse.home import Home
from refresh import ingest
from tests.cities.conftest import ROOT, page
from tests.cities.test_words import page_words

TITLE = {"zh": "外省参照", "en": "Other provinces"}
ROSTER = ["联络员编号", "姓名", "单位名称", "类别", "市州"]
TERMS = ["联络员编号", "推荐单位", "聘期起", "聘期止", "市州"]
FIGURES = ["省份", "年份", "指标", "数值", "出处"]


def book(path: Path, **sheets: list[list[object]]) -> Path:
    """A workbook as an office keeps it: one sheet a table, the header first."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def roster(folder: Path) -> Path:
    people = [[f"M{at:03d}", f"模拟人{at:02d}", "模拟大学", "A", "宜昌"] for at in range(12)]
    terms = [[row[0], "宜昌市科协", "2025-01-01", "2026-12-31", "宜昌"] for row in people]
    return book(folder / "名册.xlsx", 联络员名册=[ROSTER, *people], 认定聘期=[TERMS, *terms])


def figures(folder: Path) -> Path:
    rows = [
        ["模拟省甲", 2024, "在聘联络员数", 620, "模拟数据"],
        ["模拟省乙", 2024, "需求对接率", 0.44, "模拟数据"],
        ["模拟省乙", 2024, "=1+1", 3.5, "模拟数据"],
    ]
    return book(folder / "外省.xlsx", 外省参照=[FIGURES, *rows])


def take(home: Home, path: Path) -> None:
    report = ingest(home, [path], received=dt.date(2026, 1, 10), sender=None, who="tests")
    assert report["snapshot"], report


def open_page(home: Home, monkeypatch: pytest.MonkeyPatch, lang: Lang) -> AppTest:
    monkeypatch.setenv("LIAISON_HOME", str(home.root))
    monkeypatch.chdir(ROOT)
    app = AppTest.from_function(page, kwargs={"role": "office", "unit": None}, default_timeout=60)
    app.query_params["lang"] = lang
    app.query_params["m"] = "2025-12"
    app.run()
    assert not app.exception, app.exception
    return app


def test_hidden_without_figures_and_shown_with_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    take(home, roster(tmp_path))
    for lang in LANGUAGES:
        assert TITLE[lang] not in page_words(open_page(home, monkeypatch, lang))
    take(home, figures(tmp_path))
    for lang, titles in (("zh", ["在聘联络员", "需求对接率"]), ("en", ["Officers serving", "Match rate"])):
        app = open_page(home, monkeypatch, lang)
        assert TITLE[lang] in page_words(app)
        table = next(t.value for t in app.dataframe if len(t.value.columns) == 5)
        assert set(titles) <= set(table.iloc[:, 2])
        written = dict(zip(table.iloc[:, 2], table.iloc[:, 3], strict=True))
        assert written[titles[0]] == "620"
        assert written[titles[1]] == "44.0%"
        assert not any(str(cell).startswith("=") for cell in table.to_numpy().ravel())


FORMATS: list[tuple[str, float, str, ValueFormat]] = [
    ("officers_serving", 1200, "Officers serving", "integer"),
    ("在聘联络员数", 620, "Officers serving", "integer"),
    ("match rate", 0.3, "Match rate", "percent"),
    ("成果登记率", 0.3, "成果登记率", "percent"),
    ("经费（万元）", 12.5, "经费（万元）", "decimal"),
    ("需求对接率", 44, "Match rate", "integer"),
]


@pytest.mark.parametrize(("words", "value", "title", "form"), FORMATS)
def test_figures_under_the_names_that_the_pages_use(
    words: str, value: float, title: str, form: ValueFormat
) -> None:
    assert benchmark_title(words).en == title
    assert benchmark_format(words, value) == form
