"""The tiers of the last months as a band, and their runs with the reason of each."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.palette import LINE, MUTED, PAPER
from analytics.officer.dossier import Dossier
from analytics.officer.history import runs
from analytics.tiers import tier
from pages.shell.context import PageContext
from reporting.packs.dossier.words import history_frame, tier_name

_HEIGHT, _BAND, _FONT = 62, 36, 14
_WIDE, _NARROW = 1216, 326
_NOT_SERVING = (PAPER, MUTED)  # fill and ink of a month without a tier in sight
_TYPE = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"


def dossier_history(context: PageContext, file: Dossier) -> None:
    """Nothing where the officer served in none of the months."""
    history = file.history
    if not history["tier"].notna().any():
        return
    tier_runs = runs(history)
    latest = tier_runs.iloc[0]
    words = {
        "months": len(history),
        "tier": tier_name(latest.to_dict(), context.lang),
        "run": latest["months"],
    }
    with st.container(border=True, key="dossier_history"):
        st.markdown(f"#### {context.say('dossier.history_title', **words)}")
        st.caption(context.say("dossier.history_how", version=context.rules.version))
        shown = history_frame(history, context.lang)
        alt = "; ".join(" ".join(row) for row in shown.iloc[:, :2].itertuples(index=False))
        for place, width in (("wide", _WIDE), ("narrow", _NARROW)):
            with st.container(key=f"{place}_dossier_history"):
                st.image(band_svg(tier_runs[::-1], context.lang, width=width), width="stretch", alt=alt)
        st.table(shown, hide_index=True)


def band_svg(tier_runs: pd.DataFrame, lang: Any, *, width: int) -> str:
    """The runs from left to right, as long as they lasted; a name stands in its run where there is room.

    tier_runs: `analytics.officer.history.runs`, the earliest first.
    """
    step = width / int(tier_runs["months"].sum())
    parts, at = [], 0
    for run in tier_runs.to_dict("records"):
        parts += _run(run, lang, x=at * step, step=step)
        at += run["months"]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" width="{width}">'
    return f"{head}{''.join(parts)}</svg>"


def _run(run: Any, lang: Any, *, x: float, step: float) -> list[str]:
    """One run: its block with a notch a month, its name and its first month."""
    is_serving, room = run["reason"] is not None, run["months"] * step
    fill, ink = (tier(run["tier"]).colour, tier(run["tier"]).ink) if is_serving else _NOT_SERVING
    stroke = "none" if is_serving else LINE
    parts = [
        f'<rect x="{x + 1:.1f}" y="1" width="{room - 2:.1f}" height="{_BAND - 2}" fill="{fill}" '
        f'stroke="{stroke}"/>'
    ]
    parts += [
        f'<rect x="{x + i * step - 0.5:.1f}" y="{_BAND - 6}" width="1" height="5" fill="{PAPER}"/>'
        for i in range(1, run["months"])
        if is_serving
    ]
    name = tier_name(run, lang)
    if _wide(name) <= room - 12:
        parts.append(_text(name, x=x + 6, y=_BAND / 2 + 4, ink=ink))
    if _wide("2025-01") <= room:
        parts.append(_text(f"{run['first']:%Y-%m}", x=x + 1, y=_HEIGHT - 8, ink=MUTED))
    return parts


def _text(words: str, *, x: float, y: float, ink: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{_FONT}" font-family="{_TYPE}" fill="{ink}">'
        f"{escape(words)}</text>"
    )


def _wide(words: str) -> float:
    """Pixels that words take: a Chinese character a full square, any other a good half."""
    return sum(_FONT if ord(c) > 0x2E7F else _FONT * 0.6 for c in words)
