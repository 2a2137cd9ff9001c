"""Moves between states in Plotly: bands at two dates, ribbons between, unseen markers that can be clicked."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK, MUTED, PAPER
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.screen.canvas import Canvas, Size, plain
from reporting.screen.flow.layout import Band, Ribbon, lay_out
from reporting.type.lettering import folded, spread, text_width
from reporting.type.numbers import shown

_BAND = 0.025  # width of a band, of the drawing
_ENDS = (0.075, 0.925)  # where the numbers and the markers of a ribbon stand
#: The state whose moves are drawn in full colour: where the calls to make come from.
CALLED = "lost"


@renders("screen", "flow")
def draw_flow(chart: Chart, lang: Lang, size: Size, *, selected: str | None = None) -> go.Figure:
    """customdata of every marker: [state before, state after]; a band's is [state, ""] or ["", state].

    selected: "before>after", or a state before.
    """
    height = 330 if size.is_narrow else round(size.row * 15.2)
    room = size.width * (0.23 if size.is_narrow else 0.26)
    befores, afters, ribbons = lay_out(chart, height=height)
    names = [_names(bands, lang, size, room=room) for bands in (befores, afters)]
    dates = [chart.category_title.get(lang), chart.x_title.get(lang) if chart.x_title else ""]
    margins = [
        round(max(text_width(line, size.text) for n in [*side, [date]] for line in n)) + 14
        for side, date in zip(names, dates, strict=True)
    ]
    canvas = Canvas(
        height=height + size.text + 24,
        margin={"l": margins[0], "r": margins[1], "t": size.text + 18, "b": 6},
        x=(0, 1),
        y=(height, 0),
    )
    for ribbon in sorted(ribbons, key=lambda r: r.before == CALLED):
        _draw_ribbon(canvas, chart, ribbon, is_selected=selected in (f"{ribbon.before}>{ribbon.after}",))
    for side, bands in enumerate((befores, afters)):
        _draw_bands(canvas, bands, names[side], side=side, size=size, height=height)
    _heads(canvas, chart, lang, size)
    _numbers(canvas, chart, ribbons, size, height=height)
    canvas.traces += [_markers(chart, lang, ribbons), _band_markers(chart, lang, befores, afters)]
    return canvas.figure()


def _draw_ribbon(canvas: Canvas, chart: Chart, ribbon: Ribbon, *, is_selected: bool) -> None:
    colour = next(s.colour for s in chart.series if s.column == ribbon.before)
    a, b, thick = ribbon.left, ribbon.right, max(ribbon.thick, 1.2)
    d = (
        f"M {_BAND},{a} C 0.5,{a} 0.5,{b} {1 - _BAND},{b} L {1 - _BAND},{b + thick} "
        f"C 0.5,{b + thick} 0.5,{a + thick} {_BAND},{a + thick} Z"
    )
    line = {"color": INK, "width": 2} if is_selected else {"width": 0}
    canvas.path(d, colour=colour, opacity=0.75 if ribbon.before == CALLED else 0.3, line=line)


def _draw_bands(
    canvas: Canvas, bands: list[Band], names: list[list[str]], *, side: int, size: Size, height: float
) -> None:
    x = (0, _BAND) if side == 0 else (1 - _BAND, 1)
    sizes = [len(lines) * size.text * 1.3 for lines in names]
    at = spread([b.top + b.thick / 2 for b in bands], sizes, low=0, high=height, gap=2)
    for band, lines, y in zip(bands, names, at, strict=True):
        if band.persons:
            canvas.frame(
                x=x,
                y=(band.top, band.top + max(band.thick, 2)),
                fillcolor=band.state.colour,
                line={"width": 0},
            )
        last = f"<b>{shown(band.persons, 'integer')}</b>"
        name = plain("\n".join(lines)).rpartition(shown(band.persons, "integer"))[0]
        words = f"{name}{last}"
        canvas.write(
            "",
            x=side,
            y=min(max(y, 0), height),
            dx=8 if side else -8,
            anchor="left" if side else "right",
            size=size.text,
            text=words,
        )


def _names(bands: list[Band], lang: Lang, size: Size, *, room: float) -> list[list[str]]:
    """Name and persons of every band, folded to the room beside the drawing; short names on a phone."""
    names = []
    for band in bands:
        short = size.is_narrow or text_width(band.state.title.get(lang), size.text) > room
        name = say(f"report.short_{band.state.column}", lang) if short else band.state.title.get(lang)
        name = name[:1].upper() + name[1:]
        lines = folded(name, size=size.text, width=room)
        count = shown(band.persons, "integer")
        if text_width(f"{lines[-1]} {count}", size.text) > room + 24:
            lines.append(count)
        else:
            lines[-1] += f" {count}"
        names.append(lines)
    return names


def _heads(canvas: Canvas, chart: Chart, lang: Lang, size: Size) -> None:
    """The two dates above their bands."""
    after = chart.x_title.get(lang) if chart.x_title else ""
    for x, words, anchor in ((0, chart.category_title.get(lang), "right"), (1, after, "left")):
        dx = 8 if x else -8
        canvas.write(words, x=x, y=0, dx=dx, dy=14, anchor=anchor, size=size.text, colour=MUTED)


def _numbers(canvas: Canvas, chart: Chart, ribbons: list[Ribbon], size: Size, *, height: float) -> None:
    """Persons on the ribbons: where they end for those called, where they start for thick ones."""
    called = sorted((r for r in ribbons if r.before == CALLED), key=lambda r: r.right)
    at = spread([r.right + r.thick / 2 for r in called], [size.text * 1.25] * len(called), low=0, high=height)
    colour = next((s.colour for s in chart.series if s.column == CALLED), INK)
    for ribbon, y in zip(called, at, strict=True):
        canvas.write(
            str(ribbon.persons), x=1 - _BAND, y=min(max(y, 0), height), dx=-6, anchor="right",
            size=size.text, colour=colour, is_bold=True, bgcolor=PAPER, borderpad=1,
        )  # fmt: skip
    for ribbon in ribbons:
        if ribbon.before != CALLED and ribbon.thick >= size.text + 2:
            y = ribbon.left + ribbon.thick / 2
            canvas.write(str(ribbon.persons), x=_BAND, y=y, dx=6, size=size.text)


def _markers(chart: Chart, lang: Lang, ribbons: list[Ribbon]) -> dict[str, Any]:
    """Two unseen squares on each ribbon, near its ends, where ribbons lie side by side."""
    titles = {s.column: s.title.get(lang) for s in chart.series}
    dates = {
        "before": chart.category_title.get(lang),
        "after": chart.x_title.get(lang) if chart.x_title else "",
    }
    hover = [
        plain(
            say(
                "report.hover_flow",
                lang,
                **dates,
                source=titles[r.before],
                target=titles[r.after],
                count=r.persons,
            )
        )
        for r in ribbons
    ]
    ends = [(x, r.left if x == _ENDS[0] else r.right, r) for x in _ENDS for r in ribbons]
    return _unseen(
        x=[x for x, _, _ in ends],
        y=[top + r.thick / 2 for _, top, r in ends],
        size=[min(max(r.thick, 5), 24) for _, _, r in ends],
        data=[[r.before, r.after] for _, _, r in ends],
        hover=hover * 2,
    )


def _band_markers(chart: Chart, lang: Lang, befores: list[Band], afters: list[Band]) -> dict[str, Any]:
    dates = (chart.category_title.get(lang), chart.x_title.get(lang) if chart.x_title else "")
    sides = [(side, band) for side, bands in enumerate((befores, afters)) for band in bands if band.persons]
    return _unseen(
        x=[_BAND / 2 if side == 0 else 1 - _BAND / 2 for side, _ in sides],
        y=[band.top + band.thick / 2 for _, band in sides],
        size=[min(max(band.thick, 8), 24) for _, band in sides],
        data=[[band.state.column, ""] if side == 0 else ["", band.state.column] for side, band in sides],
        hover=[plain(_band_words(band, dates[side], lang)) for side, band in sides],
    )


def _band_words(band: Band, date: str, lang: Lang) -> str:
    state = band.state.title.get(lang)
    return say("report.hover_flow_all", lang, month=date, state=state, count=band.persons)


def _unseen(
    *, x: list[float], y: list[float], size: list[float], data: list[list[str]], hover: list[str]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"symbol": "square", "size": size, "opacity": 0},
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
        "customdata": data,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
