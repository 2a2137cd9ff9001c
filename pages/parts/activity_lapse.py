"""Lapse risk, for the office alone: the card, the back-test, how many to think of. Nothing here leaves."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts import Chart, heatmap
from analytics.lapse import Backtest, Lapse
from analytics.lapse.card import BANDS
from analytics.lapse.programme import LIKELY, Outlook, may_see
from foundation.locales import Lang, Text, text
from pages.parts.activity_cached import outlook_of
from pages.parts.looking import Looking, go
from reporting.figure import CONFIG, figure
from reporting.words import words


def lapse_block(looking: Looking) -> None:
    """Drawn for the office only; below 100 officers with history it says that it cannot know."""
    if not may_see(looking.viewer):
        return
    found = outlook_of(*looking.key)
    with st.container(border=True, key="block_lapse"):
        if found.model.unknown is not None:
            st.markdown(f"#### {found.model.unknown.get(looking.lang)}")
            return
        _head(looking, found)
        left, right = st.columns([5, 7], gap="medium")
        with left:
            _card(looking, found.model)
        with right:
            _test(looking, found.backtest)


def _head(looking: Looking, found: Outlook) -> None:
    likely = int((found.officers["chance"] >= LIKELY).sum())
    known = len(found.officers)
    st.markdown(f"#### {looking.say('activity.lapse_title', known=known, half=likely)}")
    st.caption(looking.say("activity.lapse_subtitle", officers=found.model.officers))
    with st.container(horizontal=True, vertical_alignment="center", key="lapse_ways"):
        st.button(
            looking.say("activity.lapse_open", n=likely),
            key="lapse_open",
            disabled=not likely,
            on_click=go,
            args=(looking.address.open_own("risk"),),
        )
        st.button(
            looking.say("activity.lapse_open_all", n=known),
            key="lapse_open_all",
            type="tertiary",
            disabled=not known,
            on_click=go,
            args=(looking.address.open_own("risk.all"),),
        )
        st.caption(looking.say("activity.lapse_short", n=found.serving - known), width="content")


def _card(looking: Looking, model: Lapse) -> None:
    """The bands with their points, and what each total meant in the past."""
    st.markdown(f"**{looking.say('activity.lapse_card')}**")
    if model.card is None:
        return
    lines = [
        {
            looking.say("activity.lapse_band"): looking.say(f"activity.lapse_input_{name}"),
            looking.say("activity.lapse_points"): " · ".join(
                looking.say("activity.lapse_each", band=band, points=points)
                for band, points in zip(_bands(looking, name), own, strict=True)
            ),
        }
        for name, own in model.card.points.items()
    ]
    st.table(pd.DataFrame(lines).set_index(looking.say("activity.lapse_band")))
    seen = model.card.outcome.query("pairs >= 10")
    totals = [
        looking.say("activity.lapse_total", points=row["points"], n=round(100 * row["silent"] / row["pairs"]))
        for row in seen.to_dict("records")
    ]
    st.caption(looking.say("activity.lapse_totals", totals=looking.say("activity.list_sep").join(totals)))


def _bands(looking: Looking, name: str) -> list[str]:
    ends = BANDS[name]
    return [looking.say("activity.lapse_up_to", n=n) for n in ends] + [
        looking.say("activity.lapse_over", n=ends[-1])
    ]


def _test(looking: Looking, tested: Backtest | None) -> None:
    if tested is None:
        st.info(looking.say("activity.lapse_too_short"))
        return
    lang = looking.lang
    st.markdown(f"**{looking.say('activity.lapse_test', since=f'{tested.since:%Y-%m}', n=f'{tested.n:,}')}**")
    numbers = {"auc": "auc", "brier": "brier", "error": "mean_decile_error", "slope": "slope"}
    with st.grid(len(numbers), min_column_width=100) as grid:
        for name, field in numbers.items():
            with grid.cell():
                st.metric(looking.say(f"activity.lapse_{name}"), _number(getattr(tested.result, field)))
    _drawn(calibration_chart(looking, tested), lang)
    st.caption(looking.say("activity.lapse_recent", auc=_number(tested.recent.auc)))


def _drawn(chart: Chart, lang: Lang) -> None:
    """Without the foot of a chart block: no download, whose use nobody could follow."""
    for place in ("wide", "narrow"):
        with st.container(key=f"{place}_{chart.id}"):
            st.plotly_chart(
                figure(chart, lang, is_narrow=place == "narrow"),
                theme=None,
                config=dict(CONFIG),
                alt=words(chart, lang),
                key=f"chart_{place}_{chart.id}",
            )


def calibration_chart(looking: Looking, tested: Backtest) -> Chart:
    """Foretold over happened in each tenth of the officers, from the least likely on."""
    bins = tested.result.bins
    kinds = {"predicted": text("activity.lapse_predicted"), "observed": text("activity.lapse_observed")}
    cells = bins.melt(id_vars="bin", value_vars=list(kinds), var_name="row", value_name="value")
    rows = pd.DataFrame(
        {
            "row": list(kinds),
            "label": [t.zh for t in kinds.values()],
            "label_en": [t.en for t in kinds.values()],
        }
    )
    return heatmap(
        cells.rename(columns={"bin": "column"}),
        rows=rows,
        columns=pd.DataFrame({"column": bins["bin"], "label": bins["bin"].astype(str)}),
        id="lapse_calibration",
        title=text("activity.lapse_decile"),
        subtitle=Text(zh="", en=""),
        stamp=looking.stamp,
        row_title=Text(zh="", en=""),
        column_title=text("activity.lapse_rows"),
        value_title=text("activity.lapse_decile"),
        value_format="percent",
    )


def _number(value: float) -> str:
    return "—" if pd.isna(value) else f"{value:.3f}"
