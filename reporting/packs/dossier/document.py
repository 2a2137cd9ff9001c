"""工作纪实档案: one officer's file as a Word document, ready to print and to sign.

Holds what the page holds: head, tier and reason, term, six lights, four counters, a native chart, the
timeline with file, sheet and row, duties, and the other sections. The phone is masked;
simulated data says so.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.charts.declaration import Stamp
from analytics.evidence.six_ones import SHAPES, STATES, summary
from analytics.officer.dossier import Dossier
from data_ingest.sheets import DOSSIER_SECTIONS
from foundation.locales import Lang, say
from reporting.packs.dossier.chart import quarter_chart
from reporting.packs.dossier.words import (
    badges,
    cause_words,
    duty_frame,
    facts,
    history_frame,
    lines_frame,
    term_words,
    worded,
)
from reporting.word.document import Document

_LINES = (0.125, 0.165, 0.21, 0.15, 0.185, 0.095, 0.07)  # of the page's width, columns of the timeline


def dossier_document(
    file: Dossier, *, peers: pd.DataFrame, as_of: dt.date, stamp: Stamp, lang: Lang
) -> bytes:
    """The .docx. peers: `analytics.evidence.duties.bands`; as_of: the month's first day.

    The same file gives the same document.
    """
    document = Document(say("dossier.word_title", lang), stamp, lang)
    _head(document, file, as_of=as_of, lang=lang)
    _history(document, file, lang)
    _lights(document, file, lang)
    if file.lines["class"].notna().any():
        document.chart(quarter_chart(file, as_of, stamp))
    _duties(document, file, peers, lang)
    document.heading(say("dossier.word_lines", lang, count=len(file.lines)), level=2)
    document.table(_with_places(lines_frame(file.lines, lang), lang), widths=_LINES)
    for name, section in DOSSIER_SECTIONS.items():
        rows = file.section(name)
        if len(rows):
            title = section.title.get(lang)
            document.heading(say("dossier.section_title", lang, name=title, count=len(rows)), level=2)
            document.table(_with_places(worded(name, rows, lang), lang))
    document.paragraph(say("dossier.word_foot", lang), is_muted=True)
    return document.bytes()


def _with_places(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Row numbers are places, not quantities: written without separators."""
    column = say("officer.row_number", lang)
    return frame.assign(**{column: [str(number) for number in frame[column]]})


def _head(document: Document, file: Dossier, *, as_of: dt.date, lang: Lang) -> None:
    """Who, why this tier, the term, the four counters."""
    head, stamp = file.head, document.stamp
    if stamp.is_simulated:
        document.paragraph(say("dossier.word_simulated", lang), is_bold=True)
    document.heading("　".join([head.name, " · ".join(badges(head, lang))]), level=1)
    document.paragraph(" · ".join(facts(head, lang)))
    if head.person["phone"]:
        document.paragraph(say("dossier.word_phone", lang, phone=head.person["phone"]))
    if head.tier_title and head.reason:
        document.heading(say("dossier.word_why", lang, tier=head.tier_title.get(lang)), level=2)
        for words in (head.reason.get(lang), *cause_words(head, lang)):
            document.paragraph(words)
        document.paragraph(say("officer.rule", lang, version=stamp.rules), is_muted=True)
    else:
        document.paragraph(say("officer.not_serving", lang))
    if term := term_words(head, as_of, lang):
        document.paragraph(term.replace("**", ""))
    document.heading(say("dossier.word_counters", lang), level=2)
    counts = [(say(f"dossier.counter_{name}", lang), count) for name, count in file.counts.items()]
    columns = [say(f"dossier.word_{name}", lang) for name in ("item", "count")]
    document.table(pd.DataFrame(counts, columns=columns), widths=(0.7, 0.3))
    document.paragraph(say("dossier.counters_how", lang), is_muted=True)


def _history(document: Document, file: Dossier, lang: Lang) -> None:
    """The tiers of the last months; nothing where the officer served in none of them."""
    if not file.history["tier"].notna().any():
        return
    document.heading(say("dossier.word_history", lang, months=len(file.history)), level=2)
    document.table(history_frame(file.history, lang), widths=(0.3, 0.2, 0.5))
    document.paragraph(say("dossier.history_how", lang, version=document.stamp.rules), is_muted=True)


def _lights(document: Document, file: Dossier, lang: Lang) -> None:
    if not file.lights:
        return
    document.heading(say("dossier.lights_title", lang, summary=summary(file.lights).get(lang)), level=2)
    rows = [
        (
            light.item.title.get(lang),
            f"{SHAPES[light.state]} {STATES[light.state].get(lang)}",
            light.detail.get(lang),
        )
        for light in file.lights
    ]
    columns = [say(f"dossier.word_{name}", lang) for name in ("light", "state", "rests")]
    document.table(pd.DataFrame(rows, columns=columns), widths=(0.25, 0.2, 0.55))


def _duties(document: Document, file: Dossier, peers: pd.DataFrame, lang: Lang) -> None:
    frame = duty_frame(file, peers, lang) if file.head.tier else pd.DataFrame()
    if frame.empty:
        return
    category = file.head.person["category"]
    document.heading(say("dossier.duties_title", lang, category=category), level=2)
    document.table(frame, widths=(0.3, 0.35, 0.12, 0.23))
    document.paragraph(say("dossier.duties_how", lang, category=category), is_muted=True)
