"""Labels beside points: clear of points, words and each other wherever there is room."""

from __future__ import annotations

from dataclasses import replace

from analytics.charts.declaration import Chart
from reporting.native.funnel import plan_funnel
from reporting.native.months import plan_slope
from reporting.screen.figure import figure
from reporting.type.placing import ABOVE, BELOW, LEFT, RIGHT, Box, Label, placed
from tests.charts import more_frames as made
from tests.reporting.more_read_back import chart_sheet, slide_cells, slide_frame

SPOTS = [RIGHT, LEFT, ABOVE, BELOW]
ROOM = Box(0, 400, 0, 200)


def spots(labels: list[Label], *blocked: Box) -> list[tuple[float, float]]:
    return placed(labels, SPOTS, blocked=blocked, room=ROOM, gap=8)


def test_a_label_stands_at_the_right_where_nothing_is():
    assert spots([Label(100, 100, 60, 14)]) == [RIGHT]


def test_a_label_leaves_a_point_uncovered():
    assert spots([Label(100, 100, 60, 14)], Box(120, 130, 95, 105)) == [LEFT]
    both_sides = (Box(120, 130, 95, 105), Box(60, 70, 95, 105))
    assert spots([Label(100, 100, 60, 14)], *both_sides) == [ABOVE]


def test_a_label_stays_within_the_drawing():
    assert spots([Label(380, 100, 60, 14)]) == [LEFT]


def test_two_points_close_together_have_labels_apart():
    first, second = Label(100, 100, 60, 14), Label(104, 103, 60, 14)
    one, two = (a.at(s, gap=8) for a, s in zip((first, second), spots([first, second]), strict=True))
    assert one.shared(two) == 0


def test_without_any_room_the_least_bad_is_taken():
    assert len(spots([Label(5, 5, 900, 400)], ROOM)) == 1


def test_slide_and_sheet_name_each_unit_beyond_once():
    chart = made.funnel()
    for lang in ("zh", "en"):
        plan = plan_funnel(chart, lang, 80)
        named = [w for trace in plan.traces for w in trace.labels if w and trace.marker]
        assert len(named) == (chart.frame["beyond"] != "").sum()


def test_the_slide_s_slope_names_whom_the_chart_names():
    chart = made.slopes()
    drawn = chart.frame["change"].notna()
    some = list(chart.frame.loc[drawn, "group"])[:2]
    asked: Chart = replace(chart, frame=chart.frame.assign(is_named=chart.frame["group"].isin(some)))
    named = [trace for trace in plan_slope(asked, "zh", 80).traces if any(trace.labels)]
    labels = asked.frame.loc[asked.frame["group"].isin(some), "label"]
    assert {trace.name for trace in named} == set(labels)


def test_a_table_of_small_charts_ends_above_its_note():
    """Rows of the quarters' table take what they are given, the corner's two lines too."""
    chart = made.histories()
    frame = slide_frame(chart, "zh")
    rows = [row.height for row in frame.table.rows]
    least = 12 * 1.2 * 12_700
    assert min(rows) >= least
    assert all(cell.text_frame.text for row in frame.table.rows for cell in row.cells if not cell.is_spanned)


def test_the_unit_asked_for_is_named_on_the_slope():
    chart = made.slopes()
    quiet = replace(chart, frame=chart.frame.assign(is_named=False))
    first = chart.frame.loc[chart.frame["change"].notna()].iloc[0]
    for selected, is_there in ((None, False), (first["group"], True)):
        drawn = figure(quiet, "zh", selected=selected)
        written = " ".join(str(note.text) for note in drawn.layout.annotations)
        assert (first["label"] in written) is is_there


def test_small_charts_of_nobody_leave_as_words():
    """No unit has limits: slide and sheet hold every unit with its words."""
    chart = made.histories()
    series = chart.spec.series
    empty = replace(
        chart,
        frame=chart.frame.assign(note="太少", note_en="too few", value=float("nan")),
        spec=replace(chart.spec, series=series.iloc[:0]),
    )
    cells = slide_cells(empty, "zh")
    assert [row[2] for row in cells[1:]] == ["太少"] * len(chart.frame)
    assert any("太少" in row for row in chart_sheet(empty, "zh"))
