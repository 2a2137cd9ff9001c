"""指标口径: every metric as it is declared; 规则: every threshold in force, with 示例 beside it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.metrics import METRICS
from analytics.metrics.declaration import Metric
from analytics.rules import LEAST
from analytics.tiers import TIERS
from pages.parts.looking import Looking


def glossary(looking: Looking) -> None:
    """Title, what it counts, its caveat and clause; found by a word of any of them."""
    with st.container(border=True, key="glossary_block"):
        st.markdown(f"#### {looking.say('data.glossary_title', count=len(METRICS))}")
        st.caption(looking.say("data.glossary_how"))
        wanted = st.text_input(
            looking.say("data.glossary_find"),
            key="glossary_find",
            placeholder=looking.say("data.glossary_find"),
            label_visibility="collapsed",
            width=320,
        ).strip()
        found = [metric for metric in METRICS.values() if wanted.lower() in _words(looking, metric).lower()]
        if not found:
            st.caption(looking.say("data.glossary_none"))
        for metric in found:
            _metric(looking, metric)


def _words(looking: Looking, metric: Metric) -> str:
    parts = (metric.id, metric.title.zh, metric.title.en, metric.meaning.get(looking.lang), metric.clause)
    return " ".join(parts)


def _metric(looking: Looking, metric: Metric) -> None:
    lang = looking.lang
    unit = looking.say(f"data.unit_{metric.unit}")
    direction = looking.say(f"data.direction_{metric.direction}")
    st.markdown(f"**{metric.title.get(lang)}**  :gray[{metric.id} · {unit} · {direction}]")
    st.markdown(metric.meaning.get(lang))
    notes = [looking.say(f"data.measure_{metric.measure}")]
    if metric.caveats:
        notes.append(looking.say("data.caveat", words=metric.caveats.get(lang)))
    if metric.clause and lang == "zh":
        notes.append(looking.say("data.clause", words=metric.clause))
    st.caption("  \n".join(notes))


def rules(looking: Looking) -> None:
    """Thresholds, targets, tiers and versions of the rules that made these numbers."""
    left, right = st.columns([7, 5], gap="small")
    with left, st.container(border=True, height="stretch", key="rules_block"):
        st.markdown(f"#### {looking.say('data.rules_title', version=looking.rules.version)}")
        st.caption(looking.say("data.rules_how"))
        _numbers(looking)
    with right, st.container(border=True, height="stretch", key="targets_block"):
        st.markdown(f"#### {looking.say('data.targets_title')}")
        _targets(looking)
        st.markdown(f"#### {looking.say('data.versions_title')}")
        _versions(looking)
    with st.container(border=True, key="tiers_block"):
        st.markdown(f"#### {looking.say('data.tiers_title')}")
        for tier in sorted(TIERS, key=lambda tier: tier.rank):
            st.markdown(f"**{tier.title.get(looking.lang)}**  {tier.meaning.get(looking.lang)}")


def _numbers(looking: Looking) -> None:
    known = looking.rules.parameters()
    rows = [
        (looking.say(f"data.section_{section}"), known[name], looking.say(f"data.number_{name}"))
        for section, names in LEAST.items()
        for name in names
    ]
    head = [looking.say(f"data.col_{name}") for name in ("section", "number", "threshold")]
    frame = pd.DataFrame(rows, columns=head)
    frame[looking.say("data.col_mark")] = looking.say("data.example")
    height = 35 * (len(frame) + 1) + 3
    st.dataframe(frame, hide_index=True, key="rules_table", height=height, alt=looking.say("data.rules_alt"))


def _targets(looking: Looking) -> None:
    lines = []
    for metric, aim in looking.rules.targets.items():
        title = METRICS[metric].title.get(looking.lang) if metric in METRICS else metric
        shown = f"{aim:.0%}" if metric in METRICS and METRICS[metric].unit == "share" else f"{aim:g}"
        lines.append(f"- {title} **{shown}** :gray[{looking.say('data.example')}]")
    st.markdown("\n".join(lines))


def _versions(looking: Looking) -> None:
    for version in looking.rules.versions:
        until = f"{version.valid_to}" if version.valid_to else looking.say("data.until_further")
        st.markdown(
            f"- **{version.name}** {version.valid_from} – {until} :gray[{looking.say('data.example')}]"
        )
