"""The office's own part: a class a year, places, topics; and how far training took those serving."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics.quality import topics, years
from analytics.quality_charts import FUNNEL, funnel_chart
from foundation.reference.codes import code_list
from pages.parts.cached import figures
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking
from pages.parts.quality_cached import classes

_ROW = 36
_OTHER = "其他"


def training_block(looking: Looking) -> None:
    """Compliance beside the funnel; the classes with their rows below."""
    held = classes(*looking.key)
    left, right = st.columns(2, gap="small")
    with left, st.container(border=True, height="stretch", key="training_years"):
        _years(looking, held)
        _topics(looking, held)
    with right:
        chart = funnel_chart(
            figures(*looking.key, ids=FUNNEL), stamp=looking.stamp, min_n=looking.rules["min_n"]
        )
        chart_block(looking, chart, opens=lambda stage, _: looking.address.open(stage))


def _years(looking: Looking, held: pd.DataFrame) -> None:
    by_year = years(held)
    met = int(by_year["is_met"].sum())
    title = looking.say("quality.years_title", met=met, years=len(by_year)) if len(by_year) else None
    st.markdown(f"#### {title or looking.say('quality.years_none')}")
    st.caption(looking.say("quality.years_subtitle"))
    if by_year.empty:
        return
    columns: dict[str, Any] = {
        "year": [str(year) for year in by_year["year"]],
        "is_met": [looking.say("quality.met" if met else "quality.not_met") for met in by_year["is_met"]],
        "classes": list(by_year["classes"].astype(int)),
        "places": [None if pd.isna(n) else int(n) for n in by_year["places"]],
        "invited": list(by_year["invited"].astype(int)),
        "attended": list(by_year["attended"].astype(int)),
    }
    _table(looking, columns, alt="quality.years_subtitle")
    with st.expander(looking.say("quality.classes", count=len(held))):
        _classes(looking, held)


def _classes(looking: Looking, held: pd.DataFrame) -> None:
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
    _table(looking, columns, alt="quality.years_subtitle")


def _topics(looking: Looking, held: pd.DataFrame) -> None:
    mix, names = topics(held), code_list("training_topic")
    lang = looking.lang
    taught = mix[mix["classes"] > 0]
    if len(taught):
        words = [
            looking.say(
                "quality.topic",
                topic=_topic(looking, str(row.topic)),
                classes=row.classes,
                attended=row.attended,
            )
            for row in taught.itertuples()
        ]
        st.markdown(looking.say("quality.topics", mix=looking.say("quality.sep").join(words)))
    never = [names.label(topic, lang) for topic in mix.loc[mix["classes"] == 0, "topic"] if topic != _OTHER]
    if never:
        st.caption(looking.say("quality.topics_never", topics=looking.say("scope.and").join(never)))


def _topic(looking: Looking, topic: str) -> str:
    names = code_list("training_topic")
    return names.label(topic, looking.lang) if topic in names.values else looking.say("quality.no_topic")


def _table(looking: Looking, columns: dict[str, Any], *, alt: str) -> None:
    shown = pd.DataFrame({looking.say(f"quality.column_{name}"): cells for name, cells in columns.items()})
    st.dataframe(shown, hide_index=True, row_height=_ROW, placeholder="", alt=looking.say(alt))
