"""Each further kind of chart holds the same numbers on screen, slide, sheet, in words and in the table."""

import pandas as pd
import pytest

from reporting.screen.figure import figure
from reporting.type.numbers import shown
from reporting.type.table import table
from reporting.type.words import words
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
    wide = wide.loc[chart.spec.rows["row"], chart.spec.columns["column"]].astype(float)
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
    limits = chart.spec.limits
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


@LANGS
@NARROW
def test_dumbbell_on_screen(lang, is_narrow):
    chart = made.channels()
    found = marks(chart, lang, is_narrow=is_narrow)
    assert set(found) == set(zip(chart.frame["group"], chart.frame["column"], strict=True))
    for row in chart.frame.dropna(subset=["value"]).to_dict("records"):
        assert found[row["group"], row["column"]][0] == row["value"]


@LANGS
def test_dumbbell_elsewhere(lang):
    chart = made.channels()
    for series in (slide_points(chart, lang), points_sheet(chart, lang)):
        for side in chart.series:
            rows = chart.frame[(chart.frame["column"] == side.column) & chart.frame["value"].notna()]
            assert [x for x, _ in series[side.title.get(lang)]] == pytest.approx(rows["value"].to_list())
    ends = points_sheet(chart, lang)["95% 区间" if lang == "zh" else "95% interval"]
    known = chart.frame.dropna(subset=["value"]).sort_values("column", ascending=False, kind="stable")
    assert [x for x, _ in ends] == pytest.approx(known[["low", "high"]].to_numpy().ravel())
    same_fields(chart, lang)


@pytest.mark.parametrize("make", [made.ranges, made.ranks])
@LANGS
@NARROW
def test_intervals_on_screen(make, lang, is_narrow):
    chart = make()
    bars = next(t for t in figure(chart, lang, is_narrow=is_narrow).data if t.type == "bar")
    half = 0.5 if chart.id == "ranks" else 0
    for group, base, length in zip(chart.frame["group"], bars.base, bars.x, strict=True):
        row = chart.frame.set_index("group").loc[group]
        if pd.notna(row["low"]):
            assert (base + half, base + length - half) == (
                pytest.approx(row["low"]),
                pytest.approx(row["high"]),
            )
    dots = {group: x for (group, _), (x, _, _) in marks(chart, lang, is_narrow=is_narrow).items()}
    if chart.id == "ranges":
        assert [dots[g] for g in chart.frame["group"]] == pytest.approx(
            chart.frame["value"].to_list(), nan_ok=True
        )


@pytest.mark.parametrize("make", [made.ranges, made.ranks])
@LANGS
def test_intervals_elsewhere(make, lang):
    chart = make()
    drawn = chart.frame.dropna(subset=["low"])
    interval = "95% 区间" if lang == "zh" else "95% interval"
    title = chart.series[0].title.get(lang)
    name = interval if chart.id == "ranges" else title
    points = points_sheet(chart, lang)
    assert [x for x, _ in points[name]] == pytest.approx(drawn[["low", "high"]].to_numpy().ravel())
    if chart.id == "ranges":
        assert [x for x, _ in points[title]] == pytest.approx(drawn["value"].to_list())
        assert [x for x, _ in slide_points(chart, lang)[title]] == pytest.approx(drawn["value"].to_list())
    same_fields(chart, lang)


@LANGS
@NARROW
def test_slope_on_screen(lang, is_narrow):
    chart = made.slopes()
    found = marks(chart, lang, is_narrow=is_narrow)
    drawn = chart.frame.dropna(subset=["change"])
    assert {group for group, _ in found} == set(drawn["group"])
    for row in drawn.to_dict("records"):
        assert [found[row["group"], when][1] for when in ("before", "after")] == [row["before"], row["after"]]


def test_only_a_change_beyond_chance_is_coloured():
    colours = {t.customdata[0][0]: t.line.color for t in figure(made.slopes(), "zh").data}
    assert [group for group, colour in colours.items() if colour == "#12436D"] == ["420500"]


@LANGS
def test_slope_elsewhere(lang):
    chart = made.slopes()
    drawn = chart.frame.assign(words=chart.shown("label", lang)).dropna(subset=["change"])
    expected = {row["words"]: (row["before"], row["after"]) for row in drawn.to_dict("records")}
    plot = slide_frame(chart, lang).chart.plots[0]
    assert {series.name: tuple(series.values) for series in plot.series} == expected
    points = points_sheet(chart, lang)
    for name, values in expected.items():
        assert [y for _, y in points[name]] == pytest.approx(values)
    same_fields(chart, lang)
    assert "宜昌" in words(chart, "zh")


@LANGS
@NARROW
def test_small_charts_on_screen(lang, is_narrow):
    chart = made.histories()
    found = marks(chart, lang, is_narrow=is_narrow)
    assert {group for group, _ in found} == set(chart.frame["group"])
    drawn = figure(chart, lang, is_narrow=is_narrow)
    written = [str(note.text) for note in drawn.layout.annotations]
    for row in chart.frame.dropna(subset=["value"]).to_dict("records"):
        assert shown(row["value"], "percent", is_short=True) in written
    signals = next(t for t in drawn.data if t.hoverinfo == "skip")
    assert len(signals.x) == (chart.spec.series["signal"] != "").sum()


@LANGS
def test_small_charts_elsewhere(lang):
    chart = made.histories()
    series = chart.spec.series
    periods = list(dict.fromkeys(series["period"]))
    wide = series.pivot(index="group", columns="period", values="value").reindex(chart.frame["group"])[
        periods
    ]
    shown_table = table(chart, lang)[periods].apply(pd.to_numeric, errors="coerce")
    assert (shown_table.to_numpy() / 100).ravel() == pytest.approx(
        wide.to_numpy().ravel(), abs=6e-4, nan_ok=True
    )
    cells = slide_cells(chart, lang)[1:]
    for row, expected in zip(cells, wide.to_numpy(), strict=True):
        if not pd.isna(expected).all():
            assert row[2:] == [shown(value, "percent", is_short=True) for value in expected]
    sheet = [row for row in chart_sheet(chart, lang) if row[0] in chart.shown("label", lang)]
    numbers = [
        [v if isinstance(v, float) else float("nan") for v in row[2 : 2 + len(periods)]] for row in sheet
    ]
    assert pd.DataFrame(numbers).to_numpy().ravel() == pytest.approx(wide.to_numpy().ravel(), nan_ok=True)
    assert ("宜昌：73.0% 2025Q4" if lang == "zh" else "Yichang: 73.0% 2025Q4") in words(chart, lang)


@LANGS
@NARROW
def test_line_on_screen(lang, is_narrow):
    chart = made.history()
    found = marks(chart, lang, is_narrow=is_narrow)
    values = [found[row["group"], row["column"]][1] for row in chart.frame.to_dict("records")]
    assert values == pytest.approx(chart.frame["value"].to_list(), nan_ok=True)


@LANGS
def test_line_elsewhere(lang):
    chart = made.history()
    title = chart.series[0].title.get(lang)
    expected = chart.frame["value"].to_list()
    series = {s.name: list(s.values) for s in slide_frame(chart, lang).chart.plots[0].series}
    assert [float("nan") if v is None else v for v in series[title]] == pytest.approx(expected, nan_ok=True)
    low = series["95% 区间下限" if lang == "zh" else "95% interval, low"]
    assert [v for v in low if v is not None] == pytest.approx(chart.frame["low"].dropna().to_list())
    assert [v for _, v in points_sheet(chart, lang)[title]] == pytest.approx(
        chart.frame["value"].dropna().to_list()
    )
    same_fields(chart, lang)
    assert shown(expected[-1], "percent") in words(chart, lang)


@LANGS
@NARROW
def test_step_on_screen(lang, is_narrow):
    chart = made.waits()
    for trace in figure(chart, lang, is_narrow=is_narrow).data:
        own = chart.frame[chart.frame["group"] == trace.customdata[0][0]]
        assert (list(trace.x), list(trace.y)) == (own["time"].to_list(), own["value"].to_list())
        assert trace.line.shape == "hv"


@LANGS
def test_step_elsewhere(lang):
    chart = made.waits()
    mark = chart.references[0].title.get(lang)
    for series in chart.series:
        own = chart.frame[chart.frame["group"] == series.column]
        name = series.title.get(lang)
        at_mark = own.loc[own["time"] == 60, "value"].item()
        for points in (slide_points(chart, lang), points_sheet(chart, lang)):
            assert points[f"{name} · {mark}"] == [(60, pytest.approx(at_mark))]
            corners = points[name]
            assert corners[0][1] == pytest.approx(own["value"].iloc[0])
            assert {round(y, 9) for _, y in corners} == {round(y, 9) for y in own["value"]}
            assert corners[-1] == (180, pytest.approx(own["value"].iloc[-1]))
        assert f"60 {shown(at_mark, 'percent')}" in words(chart, lang)
    same_fields(chart, lang)


@LANGS
@NARROW
def test_timeline_on_screen(lang, is_narrow):
    chart = made.file()
    found = marks(chart, lang, is_narrow=is_narrow)
    rows = chart.spec.kinds["kind"].to_list()
    start = chart.spec.span.start
    for row in chart.frame.to_dict("records"):
        x, y, _ = found[row["group"], row["column"]]
        assert (x, y) == ((row["date"] - start).days, rows.index(row["column"]) + 0.5)
    symbols = list(figure(chart, lang, is_narrow=is_narrow).data[0].marker.symbol)
    assert symbols.count("diamond") == (chart.frame["mark"] == "contract").sum() == 1


@LANGS
def test_timeline_elsewhere(lang):
    chart = made.file()
    rows = chart.spec.kinds["kind"].to_list()
    for points in (slide_points(chart, lang), points_sheet(chart, lang)):
        for series in chart.series:
            own = chart.frame[chart.frame["mark"] == series.column]
            days = [
                pd.Timestamp("1899-12-30") + pd.Timedelta(days=x) for x, _ in points[series.title.get(lang)]
            ]
            assert days == own["date"].to_list()
            heights = [len(rows) - rows.index(kind) for kind in own["column"]]
            assert [y for _, y in points[series.title.get(lang)]] == heights
    days = table(chart, lang).iloc[:, 1].to_list()
    assert days == [day.date() for day in chart.frame["date"]]
    assert [pd.Timestamp(day) for day in data_sheet(chart, lang).iloc[:, 1]] == chart.frame["date"].to_list()
    assert "2025-01-05" in words(chart, lang)


def same_fields(chart, lang):
    """Every declared column holds the frame's numbers in the table and on the data sheet, in order."""
    shown_table, sheet = table(chart, lang), data_sheet(chart, lang)
    for place, field in enumerate(chart.fields):
        if field.format == "text":
            assert shown_table.iloc[:, place].to_list() == chart.shown(field.column, lang)
            continue
        expected = chart.frame[field.column].astype(float).to_list()
        factor = 100 if field.format == "percent" else 1
        numbers = shown_table.iloc[:, place].astype(float) / factor
        assert numbers.to_list() == pytest.approx(expected, abs=6e-4, nan_ok=True)
        assert sheet.iloc[:, place].astype(float).to_list() == pytest.approx(expected, nan_ok=True)
