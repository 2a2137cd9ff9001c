"""Lapse risk, for the office alone: the card, the back-test, how many to think of. Nothing here leaves."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.charts import Chart, heatmap
from analytics.lapse import Backtest, Lapse
from analytics.lapse.card import BANDS
from analytics.lapse.programme import LIKELY, Outlook, may_see
from foundation.locales import Lang, Text, text
from pages.activity.queries import outlook_of
from pages.shell.context import PageContext
from pages.widgets.buttons import address_button
from reporting.screen.figure import CONFIG, figure
from reporting.type.words import words


def lapse_block(context: PageContext) -> None:
    """Drawn for the office only; below 100 officers with history it says that it cannot know."""
    if not may_see(context.viewer):
        return
    outlook = outlook_of(*context.key)
    with st.container(border=True, key="block_lapse"):
        if outlook.model.unknown is not None:
            st.markdown(f"#### {outlook.model.unknown.get(context.lang)}")
            return
        _head(context, outlook)
        left, right = st.columns([5, 7], gap="medium")
        with left:
            _card(context, outlook.model)
        with right:
            _backtest(context, outlook.backtest)


def _head(context: PageContext, outlook: Outlook) -> None:
    likely = int((outlook.officers["chance"] >= LIKELY).sum())
    assessed = len(outlook.officers)
    st.markdown(f"#### {context.say('activity.lapse_title', known=assessed, half=likely)}")
    st.caption(context.say("activity.lapse_subtitle", officers=outlook.model.officers))
    with st.container(horizontal=True, vertical_alignment="center", key="lapse_ways"):
        address_button(
            context.say("activity.lapse_open", n=likely),
            context.address.open_page_view("risk"),
            key="lapse_open",
            type="secondary",
            disabled=not likely,
        )
        address_button(
            context.say("activity.lapse_open_all", n=assessed),
            context.address.open_page_view("risk.all"),
            key="lapse_open_all",
            disabled=not assessed,
        )
        st.caption(context.say("activity.lapse_short", n=outlook.serving - assessed), width="content")


def _card(context: PageContext, model: Lapse) -> None:
    """The bands with their points, and what each total meant in the past."""
    st.markdown(f"**{context.say('activity.lapse_card')}**")
    if model.card is None:
        return
    lines = [
        {
            context.say("activity.lapse_band"): context.say(f"activity.lapse_input_{name}"),
            context.say("activity.lapse_points"): " · ".join(
                context.say("activity.lapse_each", band=band, points=points)
                for band, points in zip(_bands(context, name), band_points, strict=True)
            ),
        }
        for name, band_points in model.card.points.items()
    ]
    st.table(pd.DataFrame(lines).set_index(context.say("activity.lapse_band")))
    frequent_totals = model.card.outcome.query("pairs >= 10")
    totals = [
        context.say("activity.lapse_total", points=row["points"], n=round(100 * row["silent"] / row["pairs"]))
        for row in frequent_totals.to_dict("records")
    ]
    st.caption(context.say("activity.lapse_totals", totals=context.say("activity.list_sep").join(totals)))


def _bands(context: PageContext, name: str) -> list[str]:
    ends = BANDS[name]
    return [context.say("activity.lapse_up_to", n=n) for n in ends] + [
        context.say("activity.lapse_over", n=ends[-1])
    ]


def _backtest(context: PageContext, backtest: Backtest | None) -> None:
    if backtest is None:
        st.info(context.say("activity.lapse_too_short"))
        return
    lang = context.lang
    backtest_words = {"since": f"{backtest.since:%Y-%m}", "n": f"{backtest.n:,}"}
    st.markdown(f"**{context.say('activity.lapse_test', **backtest_words)}**")
    numbers = {"auc": "auc", "brier": "brier", "error": "mean_decile_error", "slope": "slope"}
    with st.grid(len(numbers), min_column_width=100) as grid:
        for name, field in numbers.items():
            with grid.cell():
                st.metric(context.say(f"activity.lapse_{name}"), _number(getattr(backtest.result, field)))
    _drawn(calibration_chart(context, backtest), lang)
    st.caption(context.say("activity.lapse_recent", auc=_number(backtest.recent.auc)))


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


def calibration_chart(context: PageContext, backtest: Backtest) -> Chart:
    """Foretold over happened in each tenth of the officers, from the least likely on."""
    bins = backtest.result.bins
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
        stamp=context.stamp,
        row_title=Text(zh="", en=""),
        column_title=text("activity.lapse_rows"),
        value_title=text("activity.lapse_decile"),
        value_format="percent",
    )


def _number(value: float) -> str:
    return "—" if pd.isna(value) else f"{value:.3f}"
