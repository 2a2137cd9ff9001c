"""Charts → PowerPoint: one native, editable chart a slide, with title, reading aid, stamp and alt text."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import Any

from analytics.charts.declaration import Chart
from analytics.charts.palette import INK
from foundation.locales import Lang, say
from reporting.native.chart import add_native
from reporting.registry import renderer, renders
from reporting.slide.deck import HEIGHT, SIDE, WIDTH, empty_deck, fill_frame, place, rule, write_text
from reporting.type.lettering import folded, text_width
from reporting.type.stamp import created, stamp_line
from reporting.type.words import words

_INNER = WIDTH - 2 * SIDE
_FOOT = HEIGHT - 0.5
_TITLE = 28  # points

renders("slide", via="native")(add_native)


def slides(charts: Sequence[Chart], lang: Lang) -> bytes:
    """A 16:9 deck, one slide a chart. Raises ValueError for an empty list: an empty deck tells nothing."""
    if not charts:
        raise ValueError("a deck needs at least one chart")
    deck = empty_deck()
    for number, chart in enumerate(charts, start=1):
        _add_slide(deck, chart, lang, number=number, total=len(charts))
    _describe(deck, charts[0], lang)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _add_slide(deck: Any, chart: Chart, lang: Lang, *, number: int, total: int) -> None:
    from pptx.util import Inches

    slide = deck.slides.add_slide(deck.slide_layouts[0])
    top = _head(slide, chart, lang)
    note = chart.note.get(lang) if chart.note else ""
    note_height = 0.22 * math.ceil(text_width(note, 12) / (_INNER * 72 * 0.95)) + 0.12 * bool(note)
    height = _FOOT - 0.14 - note_height - top
    box = (Inches(SIDE), Inches(top), Inches(_INNER), Inches(height))
    frame = renderer(chart.kind, "slide")(slide, chart, lang, box=box)
    frame.name = chart.title.get(lang)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words(chart, lang))
    if note:
        at = (SIDE, _FOOT - 0.08 - note_height, _INNER, note_height)
        write_text(slide, note, box=at, size=12, name=say("report.stamp_note", lang))
    _foot(slide, stamp_line(chart.stamp, lang), lang, page=f"{number} / {total}")


def _head(slide: Any, chart: Chart, lang: Lang) -> float:
    """Title (smaller where it needs more than two lines) and subtitle; returns where the chart begins, in
    inches."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    words_ = chart.title.get(lang)
    size = next((s for s in (_TITLE, 24) if _lines(words_, s) <= 2), 20)
    height = 0.5 * size / _TITLE * _lines(words_, size)
    title = slide.shapes.title
    place(title, (SIDE, 0.36, _INNER, height))
    fill_frame(title.text_frame, words_, size=size, colour=INK, is_bold=True)
    title.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    subtitle, top = chart.subtitle.get(lang), 0.36 + height + 0.08
    rows = 1 if text_width(subtitle, 14) <= _INNER * 72 * 0.97 else 2
    name = say("report.stamp_subtitle", lang)
    write_text(slide, subtitle, box=(SIDE, top, _INNER, 0.26 * rows), size=14, name=name)
    return top + 0.26 * rows + 0.12


def _lines(words_: str, size: float) -> int:
    """Lines of bold type that a title takes, in whatever typeface the reader has."""
    return len(folded(words_, size=round(size * 1.18), width=_INNER * 72 * 0.97))


def _foot(slide: Any, stamp: str, lang: Lang, *, page: str) -> None:
    from pptx.enum.text import PP_ALIGN

    rule(slide, top=_FOOT - 0.06)
    name = say("report.sheet_stamp", lang)
    write_text(slide, stamp, box=(SIDE, _FOOT + 0.04, _INNER - 1, 0.26), size=12, name=name)
    number = write_text(slide, page, box=(WIDTH - SIDE - 1, _FOOT + 0.04, 1, 0.26), size=12, name="№")
    number.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _describe(deck: Any, chart: Chart, lang: Lang) -> None:
    """File properties; the creation time is the as-of day, never the clock."""
    properties = deck.core_properties
    properties.title = chart.title.get(lang)
    properties.subject = stamp_line(chart.stamp, lang)
    properties.author = properties.last_modified_by = ""
    properties.language = "zh-CN" if lang == "zh" else "en-GB"
    properties.created = properties.modified = created(chart.stamp)
