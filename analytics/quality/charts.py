"""The charts of the page 素质差距: lights by unit, duties among peers, the training funnel, field by city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.charts import bars, heatmap, interval_bars
from analytics.charts.declaration import Chart, Stamp
from analytics.charts.rows import in_order
from analytics.evidence.duties import DUTIES
from analytics.evidence.six_ones import SIX
from foundation.locales import Text, text
from foundation.reference.cities import CITIES, UNITS, unit_label
from foundation.reference.codes import code_list

WHOLE = "all"
COMPLETE = "complete"
#: Column of the heatmap → metric.
LIGHTS = {item.id: f"light_{item.id}" for item in SIX} | {COMPLETE: "six_ones_complete"}
FUNNEL = ("training_invited", "training_coverage", "training_selected", "training_certified")
#: What stands side by side for each field.
SIDES = ("demands_by_field", "achievements_by_field", "officers_serving")


def lights_chart(
    ungrouped: pd.DataFrame, grouped: pd.DataFrame, *, stamp: Stamp, min_n: int, by: str = "unit"
) -> Chart:
    """Shares of the lights that are on, by unit or city and all together.

    ungrouped: stacked frames of LIGHTS without grouping; grouped: the same by `by`, those in scope.
    """
    stacked = pd.concat([ungrouped.assign(group=WHOLE), in_order(grouped)], ignore_index=True)
    names = {metric: column for column, metric in LIGHTS.items()}
    cells = stacked.assign(row=stacked["group"], column=stacked["id"].map(names))
    # Counts in place of a share where there are too few.
    words = [
        f"{row['numerator']}/{row['denominator']}" if row["suppressed"] and row["denominator"] else ""
        for row in cells.to_dict("records")
    ]
    total = ungrouped[ungrouped["id"] == LIGHTS[COMPLETE]].iloc[0]
    return heatmap(
        cells.assign(note=words)[["row", "column", "value", "numerator", "denominator", "note"]],
        rows=_unit_rows(stacked),
        columns=_light_columns(),
        id="lights",
        title=text("quality.lights_title").format(on=total["numerator"], n=total["denominator"]),
        subtitle=text("quality.lights_subtitle").format(min_n=min_n),
        stamp=stamp,
        row_title=text(f"quality.lights_{by}"),
        column_title=text("quality.lights_column"),
        value_title=text("quality.lights_value"),
        value_format="percent",
        n_title=text("report.funnel_n"),
    )


def _unit_rows(stacked: pd.DataFrame) -> pd.DataFrame:
    heads = stacked[stacked["id"] == LIGHTS[COMPLETE]]
    words = [_unit_name(group, label) for group, label in zip(heads["group"], heads["label"], strict=True)]
    return pd.DataFrame(
        {
            "row": heads["group"].to_list(),
            "label": [w.zh for w in words],
            "label_en": [w.en for w in words],
            "n": heads["denominator"].astype("float64").to_list(),
        }
    )


def _unit_name(group: str, label: str) -> Text:
    if group == WHOLE:
        return text("quality.whole")
    if group in UNITS:
        return Text(zh=unit_label(group, "zh"), en=unit_label(group, "en"))
    return Text(zh=label, en=label)


def _light_columns() -> pd.DataFrame:
    titles = [*(text(f"list.{item.id}") for item in SIX), text("quality.all_six")]
    return pd.DataFrame(
        {"column": list(LIGHTS), "label": [t.zh for t in titles], "label_en": [t.en for t in titles]}
    )


def duties_chart(frame: pd.DataFrame, category: str, *, stamp: Stamp, min_n: int) -> Chart:
    """Among officers of one category the share with evidence, duty by duty.

    frame: stacked frames of duty_1 … duty_5 of that category.
    """
    titles = [f"{d.number} {d.title.zh}" for d in DUTIES[category]]
    english = [f"{d.number} {d.title.en}" for d in DUTIES[category]]
    return interval_bars(
        frame.assign(group=frame["id"], label=titles, label_en=english),
        id=f"duties_{category}",
        title=text("quality.duties_title").format(category=category),
        subtitle=text("quality.duties_subtitle").format(category=category),
        stamp=stamp,
        value_title=text("quality.duties_value"),
        category_title=text("dossier.duty"),
        min_n=min_n,
    )


def funnel_chart(frame: pd.DataFrame, *, stamp: Stamp, min_n: int) -> Chart:
    """受邀→参训→遴选→持证, each a share of those serving. frame: stacked frames of FUNNEL."""
    words = {metric: text(f"quality.funnel_{metric}") for metric in FUNNEL}
    counts = dict(zip(frame["id"], frame["numerator"], strict=True))
    return bars(
        frame.assign(
            group=frame["id"],
            label=[f"{words[i].zh} {counts[i]}" for i in frame["id"]],
            label_en=[f"{words[i].en} {counts[i]}" for i in frame["id"]],
        ),
        id="training_funnel",
        title=text("quality.funnel_title").format(
            invited=counts["training_invited"],
            attended=counts["training_coverage"],
            certified=counts["training_certified"],
        ),
        subtitle=text("quality.funnel_subtitle"),
        stamp=stamp,
        value_title=text("quality.funnel_value"),
        category_title=text("quality.funnel_stage"),
        min_n=min_n,
    )


def supply_chart(cells: Mapping[str, pd.DataFrame], *, outside: Mapping[str, int], stamp: Stamp) -> Chart:
    """Demands, achievements and officers of each field, one under the other, by city.

    cells: metric of SIDES → `quality.cells`, of the cities and fields in scope; outside: metric → rows that
    stand in no cell.
    """
    stacked = pd.concat([frame.assign(row=f"{m}:" + frame["row"]) for m, frame in cells.items()])
    present = set(stacked["row"])
    rows = [
        (f"{metric}:{field}", *_side_label(metric, field))
        for field in code_list("field").values
        for metric in SIDES
        if f"{metric}:{field}" in present
    ]
    return _supply(
        stacked,
        rows=pd.DataFrame(rows, columns=["row", "label", "label_en"]),
        columns=_cities(stacked["column"], "column"),
        id="field_city",
        title=text("quality.supply_title"),
        subtitle=text("quality.supply_subtitle").format(
            demands=outside[SIDES[0]], achievements=outside[SIDES[1]], officers=outside[SIDES[2]]
        ),
        stamp=stamp,
        row_title=text("quality.supply_row"),
        column_title=text("quality.supply_column"),
    )


def side_chart(frame: pd.DataFrame, metric: str, *, outside: int, stamp: Stamp) -> Chart:
    """One of the three alone, cities down and fields across: what a phone has room for."""
    names = code_list("field")
    present = [field for field in names.values if field in set(frame["row"])]
    fields = [(f"{metric}:{f}", names.label(f, "zh"), names.label(f, "en")) for f in present]
    side = text(f"quality.side_{metric}")
    return _supply(
        frame.assign(row=frame["column"], column=f"{metric}:" + frame["row"]),
        rows=_cities(frame["column"], "row"),
        columns=pd.DataFrame(fields, columns=["column", "label", "label_en"]),
        id=f"city_{metric}",
        title=Text(
            zh=text("quality.side_title").zh.format(side=side.zh),
            en=text("quality.side_title").en.format(side=side.en),
        ),
        subtitle=text("quality.side_subtitle").format(outside=outside),
        stamp=stamp,
        row_title=text("quality.supply_column"),
        column_title=text("quality.supply_row"),
    )


def _cities(codes: pd.Series, key: str) -> pd.DataFrame:
    """Those of the cities that the cells hold, in official order."""
    present = set(codes)
    listed = [(city.code, city.short.zh, city.short.en) for city in CITIES if city.code in present]
    return pd.DataFrame(listed, columns=[key, "label", "label_en"])


def _supply(cells: pd.DataFrame, **more: Any) -> Chart:
    blank, value = text("quality.supply_blank"), text("quality.supply_value")
    return heatmap(cells, value_title=value, is_zero_blank=True, blank=blank, **more)


def _side_label(metric: str, field: str) -> tuple[str, str]:
    fields, side = code_list("field"), text(f"quality.side_{metric}")
    return f"{fields.label(field, 'zh')} · {side.zh}", f"{fields.label(field, 'en')} · {side.en}"
