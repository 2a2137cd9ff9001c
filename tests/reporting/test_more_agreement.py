"""Each further kind of chart holds the same numbers on screen, slide, sheet, in words and in the table."""

import pandas as pd
import pytest

from reporting.numbers import shown
from reporting.table import table
from reporting.words import words
from tests.charts import more_frames as made
from tests.reporting.more_read_back import (
    chart_sheet,
    data_sheet,
    last_number,
    marks,
    points_sheet,
    slide_cells,
    slide_frame,
    slide_points,
)

LANGS = pytest.mark.parametrize("lang", ["zh", "en"])
NARROW = pytest.mark.parametrize("is_narrow", [True, False])


@LANGS
@NARROW
def test_tier_bar_on_screen(lang, is_narrow):
    chart = made.tier_bars()
    found = {codes: x for codes, (x, _, _) in marks(chart, lang, is_narrow=is_narrow).items()}
    expected = {
        (row["group"], s.column): row[s.column]
        for row in chart.frame.to_dict("records")
        for s in chart.series
    }
    assert found == expected


@LANGS
def test_tier_bar_elsewhere(lang):
    chart = made.tier_bars()
    expected = {s.title.get(lang): chart.frame[s.column].to_list() for s in chart.series}
    plot = slide_frame(chart, lang).chart.plots[0]
    assert {series.name: list(series.values) for series in plot.series} == expected
    for given in (table(chart, lang), data_sheet(chart, lang)):
        assert {title: given[title].to_list() for title in expected} == expected
    text = words(chart, lang)
    assert all(f"{n}" in text for values in expected.values() for n in values)


@LANGS
@NARROW
def test_columns(lang, is_narrow):
    chart = made.thresholds()
    expected = chart.frame["value"].to_list()
    assert [y for _, y, _ in marks(chart, lang, is_narrow=is_narrow).values()] == expected
    assert list(slide_frame(chart, lang).chart.plots[0].series[0].values) == expected
    title = chart.series[0].title.get(lang)
    assert table(chart, lang)[title].to_list() == expected
    assert data_sheet(chart, lang)[title].to_list() == expected
    assert all(str(n) in words(chart, lang) for n in expected)


@LANGS
@NARROW
def test_flow_on_screen(lang, is_narrow):
    chart = made.flows()
    found = marks(chart, lang, is_narrow=is_narrow)
    ribbons = {codes: last_number(hover) for codes, (_, _, hover) in found.items() if all(codes)}
    rows = chart.frame[chart.frame["value"] > 0]
    assert ribbons == dict(zip(zip(rows["group"], rows["column"], strict=True), rows["value"], strict=True))
    bands = {codes[0]: last_number(hover) for codes, (_, _, hover) in found.items() if not codes[1]}
    assert bands == rows.groupby("group")["value"].sum().to_dict()


@LANGS
def test_flow_elsewhere(lang):
    chart = made.flows()
    wide = chart.frame.pivot(index="group", columns="column", values="value")
    befores = [s for s in chart.series if s.column != "left"]
    afters = [s for s in chart.series if s.column != "joined"]
    expected = [[int(wide.loc[b.column, a.column]) for a in afters] for b in befores]
    cells = slide_cells(chart, lang)
    assert [[int(c) for c in row[1:-1]] for row in cells[1:-1]] == expected
    assert int(cells[-1][-1]) == chart.frame["value"].sum()
    assert table(chart, lang).iloc[:-1, 1:-1].to_numpy().tolist() == expected
    sheet = chart_sheet(chart, lang)
    first = next(i for i, row in enumerate(sheet) if row[0] == befores[0].title.get(lang))
    assert [list(row[1 : len(afters) + 1]) for row in sheet[first : first + len(befores)]] == expected
    assert data_sheet(chart, lang).iloc[:, -1].to_list() == chart.frame["value"].to_list()
    text = words(chart, lang)
    moved = chart.frame[chart.frame["value"] > 0]
    after = chart.shown("after", lang)
    assert all(f"{after[i]} {shown(row['value'], 'integer')}" in text for i, row in moved.iterrows())


@pytest.mark.parametrize("make", [made.cohorts, made.mismatch])
@LANGS
@NARROW
def test_heatmap_on_screen(make, lang, is_narrow):
    chart = make()
    found = marks(chart, lang, is_narrow=is_narrow)
    assert set(found) == set(zip(chart.frame["group"], chart.frame["column"], strict=True))
    for row in chart.frame.to_dict("records"):
        if pd.notna(row["value"]):
            hover = found[row["group"], row["column"]][2].split("<br>")[1]
            assert last_number(hover) == pytest.approx(row["value"], abs=5e-4)


@pytest.mark.parametrize("make", [made.cohorts, made.mismatch])
@LANGS
def test_heatmap_elsewhere(make, lang):
    chart = make()
    wide = chart.frame.pivot(index="group", columns="column", values="value")
    wide = wide.loc[chart.parts["rows"]["row"], chart.parts["columns"]["column"]].astype(float)
    columns = range(1, 1 + wide.shape[1])
    factor = 100 if chart.value_format == "percent" else 1
    shown_table = table(chart, lang).iloc[:, list(columns)].apply(pd.to_numeric, errors="coerce")
    assert (shown_table.to_numpy() / factor).ravel() == pytest.approx(
        wide.to_numpy().ravel(), abs=6e-4, nan_ok=True
    )
    cells = [[row[at] for at in columns] for row in slide_cells(chart, lang)[1:]]
    for given, expected in zip(cells, wide.to_numpy(), strict=True):
        for cell, value in zip(given, expected, strict=True):
            words_ = shown(value, chart.value_format, is_short=True)
            assert cell in (words_, "n<10")
    sheet = [row for row in chart_sheet(chart, lang) if row[0] in chart.shown("label", lang)]
    numbers = [
        [v if isinstance(v, (int, float)) else float("nan") for v in row[1 : 1 + wide.shape[1]]]
        for row in sheet
    ]
    assert pd.DataFrame(numbers).to_numpy().ravel() == pytest.approx(wide.to_numpy().ravel(), nan_ok=True)
    column = data_sheet(chart, lang)[chart.series[0].title.get(lang)]
    assert column.astype(float).to_list() == pytest.approx(chart.frame["value"].to_list(), nan_ok=True)


@LANGS
@NARROW
def test_funnel_on_screen(lang, is_narrow):
    chart = made.funnel()
    drawn = chart.frame[chart.frame["value"].notna()]
    found = marks(chart, lang, is_narrow=is_narrow)
    assert {g for g, _ in found} == set(drawn["group"])
    for row in drawn.to_dict("records"):
        x, y, _ = found[row["group"], "value"]
        assert (10**x, y) == (pytest.approx(row["n"]), row["value"])


@LANGS
def test_funnel_elsewhere(lang):
    chart = made.funnel()
    drawn = chart.frame[chart.frame["value"].notna()]
    expected = sorted(zip(drawn["n"], drawn["value"], strict=True))
    limits = chart.parts["limits"]
    for series in (slide_points(chart, lang), points_sheet(chart, lang)):
        lines = {n for n, points in series.items() if len(points) in (2, 2 * len(limits))}
        units = sorted(p for name, points in series.items() if name not in lines for p in points)
        assert units == [pytest.approx(pair) for pair in expected]
        assert sum(len(series[name]) for name in lines) == 4 * len(limits) + 2
    title = chart.series[0].title.get(lang)
    given = table(chart, lang).iloc[:, 2]
    assert (given / 100).to_list() == pytest.approx(chart.frame["value"].to_list(), abs=6e-4, nan_ok=True)
    assert data_sheet(chart, lang)[title].to_list() == pytest.approx(
        chart.frame["value"].to_list(), nan_ok=True
    )
    text = words(chart, lang)
    for place, row in drawn.iterrows():
        assert f"{chart.shown('label', lang)[place]}" in text
        assert shown(row["value"], "percent") in text
