"""指标口径: every metric as it is declared; 规则: every threshold in force, with 示例 beside it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from analytics.rules import LEAST
from analytics.tiers import TIERS
from pages.shell.context import PageContext


def glossary(context: PageContext) -> None:
    """Title, what it counts, its caveat and clause; found by a word of any of them."""
    with st.container(border=True, key="glossary_block"):
        st.markdown(f"#### {context.say('data.glossary_title', count=len(METRICS))}")
        st.caption(context.say("data.glossary_how"))
        wanted = st.text_input(
            context.say("data.glossary_find"),
            key="glossary_find",
            placeholder=context.say("data.glossary_find"),
            label_visibility="collapsed",
            width=320,
        ).strip()
        found = [metric for metric in METRICS.values() if wanted.lower() in _words(context, metric).lower()]
        if not found:
            st.caption(context.say("data.glossary_none"))
        for metric in found:
            _metric(context, metric)


def _words(context: PageContext, metric: Metric) -> str:
    parts = (metric.id, metric.title.zh, metric.title.en, metric.meaning.get(context.lang), metric.clause)
    return " ".join(parts)


def _metric(context: PageContext, metric: Metric) -> None:
    lang = context.lang
    unit = context.say(f"data.unit_{metric.unit}")
    direction = context.say(f"data.direction_{metric.direction}")
    st.markdown(f"**{metric.title.get(lang)}**  :gray[{metric.id} · {unit} · {direction}]")
    st.markdown(metric.meaning.get(lang))
    notes = [context.say(f"data.measure_{metric.measure}")]
    if metric.caveats:
        notes.append(context.say("data.caveat", words=metric.caveats.get(lang)))
    if metric.clause and lang == "zh":
        notes.append(context.say("data.clause", words=metric.clause))
    st.caption("  \n".join(notes))


def rules(context: PageContext) -> None:
    """Thresholds, targets, tiers and versions of the rules that made these numbers."""
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="rules_block"):
        st.markdown(f"#### {context.say('data.rules_title', version=context.rules.version)}")
        st.caption(context.say("data.rules_how"))
        _numbers(context)
    with right, st.container(border=True, height="stretch", key="targets_block"):
        st.markdown(f"#### {context.say('data.targets_title')}")
        _targets(context)
        st.markdown(f"#### {context.say('data.versions_title')}")
        _versions(context)
    with st.container(border=True, key="tiers_block"):
        st.markdown(f"#### {context.say('data.tiers_title')}")
        for tier in sorted(TIERS, key=lambda tier: tier.rank):
            st.markdown(f"**{tier.title.get(context.lang)}**  {tier.meaning.get(context.lang)}")


def _numbers(context: PageContext) -> None:
    known = context.rules.parameters()
    rows = [
        (context.say(f"data.section_{section}"), known[name], context.say(f"data.number_{name}"))
        for section, names in LEAST.items()
        for name in names
    ]
    head = [context.say(f"data.col_{name}") for name in ("section", "number", "threshold")]
    frame = pd.DataFrame(rows, columns=head)
    frame[context.say("data.col_mark")] = context.say("data.example")
    height = 35 * (len(frame) + 1) + 3
    st.dataframe(frame, hide_index=True, key="rules_table", height=height, alt=context.say("data.rules_alt"))


def _targets(context: PageContext) -> None:
    lines = []
    for metric, aim in context.rules.targets.items():
        title = METRICS[metric].title.get(context.lang) if metric in METRICS else metric
        shown = f"{aim:.0%}" if metric in METRICS and METRICS[metric].unit == "share" else f"{aim:g}"
        lines.append(f"- {title} **{shown}** :gray[{context.say('data.example')}]")
    st.markdown("\n".join(lines))


def _versions(context: PageContext) -> None:
    for version in context.rules.versions:
        until = f"{version.valid_to}" if version.valid_to else context.say("data.until_further")
        st.markdown(
            f"- **{version.name}** {version.valid_from} – {until} :gray[{context.say('data.example')}]"
        )
