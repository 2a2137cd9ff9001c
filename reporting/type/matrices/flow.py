"""Moves between tiers as a matrix: states before by states after."""

from __future__ import annotations

from analytics.charts.declaration import Chart
from analytics.charts.flow import JOINED, LEFT
from analytics.charts.palette import INK, MUTED, PAPER, mixed
from foundation.locales import Lang, say
from reporting.registry import renders
from reporting.type.matrices.cells import Cell, Matrix


@renders("matrix", "flow")
def flow_matrix(chart: Chart, lang: Lang) -> Matrix:
    """States before by states after, with totals; who stayed where they were stands on a tint."""
    moves = {(r["group"], r["column"]): int(r["value"]) for r in chart.frame.to_dict("records")}
    befores = [s for s in chart.series if s.column != LEFT]
    afters = [s for s in chart.series if s.column != JOINED]
    total, top = say("report.flow_total", lang), max([*moves.values(), 1])
    rows = []
    for before in befores:
        counts = [moves[before.column, after.column] for after in afters]
        cells = [
            Cell(
                n, "integer", mixed(PAPER, before.colour, 0.5 * n / top), INK if n else MUTED, before is after
            )
            for n, after in zip(counts, afters, strict=True)
        ]
        rows.append((Cell(before.title.get(lang)), *cells, Cell(sum(counts), "integer", is_bold=True)))
    sums = [sum(moves[b.column, a.column] for b in befores) for a in afters]
    last = [Cell(n, "integer", is_bold=True) for n in (*sums, sum(sums))]
    rows.append((Cell(total, is_bold=True), *last))
    dates = (chart.category_title.get(lang), chart.x_title.get(lang) if chart.x_title else "")
    heads = (*(a.title.get(lang) for a in afters), total)
    return Matrix(f"{dates[0]} → {dates[1]}", heads, tuple(rows), "integer")
