"""Moves between the activity tiers at two dates, by leaders' group: who came, who went, who stayed."""

from __future__ import annotations

import pandas as pd

from analytics.charts.declaration import Chart, Series, Spec, Stamp, TableColumn
from analytics.charts.palette import INK, MUTED, PAPER
from analytics.charts.rows import put
from analytics.tiers import LEADER_GROUPS, TIERS
from foundation.locales import Text, text

#: Came between the two dates (only before), left between them (only after).
JOINED, LEFT = "joined", "left"
_GROUP_OF = {tier.id: tier.leader_group for tier in TIERS} | {g.id: g.id for g in LEADER_GROUPS}


class FlowSpec(Spec):
    """Persons (`value`) from the state in `group` to the state in `column`, whose name is `after`."""

    needs = ("column", "value", "after")


def flow(
    frame: pd.DataFrame,
    *,
    before: str,
    after: str,
    stamp: Stamp,
    title: Text | None = None,
    subtitle: Text | None = None,
    id: str = "flow",
) -> Chart:
    """Persons by where they stood at `before` and where at `after` ("2024-12", "2025-12").

    frame: `before`, `after` (tier or leaders' group; before may be `joined`: not serving then; after may
    be `left`: no longer serving), `persons`. Tiers are added up to their groups. Order of rows is free.
    Chart frame: a row for each pair of states, zero included; `group` the state before, `column` the
    state after, `value` the persons. A state that nobody is in at either date is left out.
    Raises ValueError for a state that is neither.
    """
    moves = _moves(frame)
    series = _states(moves)
    out = pd.DataFrame(
        [
            {"group": a.column, "column": b.column, "value": moves.get((a.column, b.column), 0)}
            for a in series
            for b in series
            if a.column != LEFT and b.column != JOINED
        ]
    )
    titles = {item.column: item.title for item in series}
    put(out, "label", [titles[state] for state in out["group"]])
    put(out, "after", [titles[state] for state in out["column"]])
    out["n"], out["note"], out["gap_before"] = out["value"], "", False
    out["is_said"] = out["value"] > 0
    dates = (Text(zh=before, en=before), Text(zh=after, en=after))
    return Chart(
        id=id,
        kind="flow",
        title=title or text("report.flow_title").format(before=before, after=after),
        subtitle=subtitle or text("report.flow_subtitle").format(before=before, after=after),
        frame=out,
        spec=FlowSpec(),
        series=series,
        value_format="integer",
        stamp=stamp,
        category_title=dates[0],
        x_title=dates[1],
        fields=(
            TableColumn("label", dates[0]),
            TableColumn("after", dates[1], is_said=True),
            TableColumn("value", text("report.flow_persons"), "integer", is_said=True),
        ),
    )


def _moves(frame: pd.DataFrame) -> dict[tuple[str, str], int]:
    """Persons by (state before, state after)."""
    before = frame["before"].map(_GROUP_OF | {JOINED: JOINED})
    after = frame["after"].map(_GROUP_OF | {LEFT: LEFT})
    wrong = set(frame.loc[before.isna(), "before"]) | set(frame.loc[after.isna(), "after"])
    if wrong:
        raise ValueError(f"neither a tier nor a leaders' group: {sorted(map(str, wrong))}")
    persons = frame["persons"].astype(int).groupby([before, after]).sum()
    pairs = persons.rename_axis(["a", "b"]).rename("n").reset_index().to_dict("records")
    return {(str(pair["a"]), str(pair["b"])): int(pair["n"]) for pair in pairs if pair["n"]}


def _states(moves: dict[tuple[str, str], int]) -> tuple[Series, ...]:
    """The states that somebody is in at one of the dates, in the order of the bands."""
    used = {state for pair in moves for state in pair}
    states = [Series(column=g.id, title=g.title, colour=g.colour, ink=g.ink) for g in LEADER_GROUPS]
    states.append(Series(column=JOINED, title=text("report.flow_joined"), colour="#E8C468", ink=INK))
    states.append(Series(column=LEFT, title=text("report.flow_left"), colour=MUTED, ink=PAPER))
    return tuple(item for item in states if item.column in used)
