"""The office's own part: a class a year, places, topics; and how far training took those serving."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.quality.charts import FUNNEL, funnel_chart
from analytics.quality.gaps import topics, years
from foundation.reference.codes import code_list
from pages.quality.queries import classes
from pages.shell.context import PageContext
from pages.shell.queries import figures
from pages.widgets.chart_block import chart_block
from pages.widgets.tables import ROW_HEIGHT

_OTHER = "其他"


def training_block(context: PageContext) -> None:
    """Compliance beside the funnel; the classes with their rows below."""
    held = classes(*context.key)
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="training_years"):
        _years(context, held)
        _topics(context, held)
    with right:
        chart = funnel_chart(
            figures(*context.key, ids=FUNNEL), stamp=context.stamp, min_n=context.rules["min_n"]
        )
        chart_block(context, chart, opens=lambda stage, _: context.address.open(stage))


def _years(context: PageContext, held: pd.DataFrame) -> None:
    by_year = years(held)
    met = int(by_year["is_met"].sum())
    title = context.say("quality.years_title", met=met, years=len(by_year)) if len(by_year) else None
    st.markdown(f"#### {title or context.say('quality.years_none')}")
    st.caption(context.say("quality.years_subtitle"))
    if by_year.empty:
        return
    columns: dict[str, Any] = {
        "year": [str(year) for year in by_year["year"]],
        "is_met": [context.say("quality.met" if met else "quality.not_met") for met in by_year["is_met"]],
        "classes": list(by_year["classes"].astype(int)),
        "places": [None if pd.isna(n) else int(n) for n in by_year["places"]],
        "invited": list(by_year["invited"].astype(int)),
        "attended": list(by_year["attended"].astype(int)),
    }
    _table(context, columns, alt="quality.years_subtitle")
    with st.expander(context.say("quality.classes", count=len(held))):
        _classes(context, held)


def _classes(context: PageContext, held: pd.DataFrame) -> None:
    columns = {
        "held_on": [day.date() for day in pd.to_datetime(held["held_on"])],
        "title": list(held["title"]),
        "places": [None if pd.isna(n) else int(n) for n in held["places"]],
        "invited": list(held["invited"]),
        "attended": list(held["attended"]),
        "file": list(held["file"]),
        "sheet": list(held["sheet"]),
        "row_number": list(held["row_number"]),
    }
    _table(context, columns, alt="quality.years_subtitle")


def _topics(context: PageContext, held: pd.DataFrame) -> None:
    mix, names = topics(held), code_list("training_topic")
    lang = context.lang
    taught = mix[mix["classes"] > 0]
    if len(taught):
        words = [
            context.say(
                "quality.topic",
                topic=_topic(context, str(row.topic)),
                classes=row.classes,
                attended=row.attended,
            )
            for row in taught.itertuples()
        ]
        st.markdown(context.say("quality.topics", mix=context.say("quality.sep").join(words)))
    never = [names.label(topic, lang) for topic in mix.loc[mix["classes"] == 0, "topic"] if topic != _OTHER]
    if never:
        st.caption(context.say("quality.topics_never", topics=context.say("scope.and").join(never)))


def _topic(context: PageContext, topic: str) -> str:
    names = code_list("training_topic")
    return names.label(topic, context.lang) if topic in names.values else context.say("quality.no_topic")


def _table(context: PageContext, columns: dict[str, Any], *, alt: str) -> None:
    shown = pd.DataFrame({context.say(f"quality.column_{name}"): cells for name, cells in columns.items()})
    st.dataframe(shown, hide_index=True, row_height=ROW_HEIGHT, placeholder="", alt=context.say(alt))
