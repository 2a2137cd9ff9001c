"""工作纪实档案: one officer's file as a Word document, ready to print and to sign.

Holds what the page holds: head, tier and reason, term, six lights, four counters, a native chart, the
timeline with file, sheet and row, duties, and the other sections. The phone is masked;
simulated data says so.
"""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

from analytics.charts.declaration import Stamp
from analytics.dossier import SECTIONS, Dossier
from analytics.six_ones import SHAPES, STATES, summary
from foundation.locales import Lang, say
from reporting.dossier_chart import quarter_chart
from reporting.dossier_words import badges, duty_frame, facts, lines_frame, term_words, worded
from reporting.safe import neutralise
from reporting.stamp import created, stamp_line
from reporting.word_chart import add_word_chart

_CHART = (5_760_000, 2_340_000)  # EMU: 16 × 6.5 cm
_FONT, _LATIN = "Noto Sans CJK SC", "Noto Sans"
_PLACES = (0.105, 0.135, 0.25, 0.15, 0.22, 0.09, 0.05)  # of the page's width, columns of the timeline


def dossier_document(file: Dossier, *, peers: pd.DataFrame, as_of: Any, stamp: Stamp, lang: Lang) -> bytes:
    """The .docx. peers: `analytics.duties.bands`; as_of: the month's first day.

    The same file gives the same document.
    """
    from docx import Document

    document = Document()
    _page(document, stamp, lang)
    _head(document, file, as_of=as_of, stamp=stamp, lang=lang)
    _lights(document, file, lang)
    if file.lines["class"].notna().any():
        document.add_heading(say("dossier.word_chart", lang), 2)
        add_word_chart(document, quarter_chart(file, as_of, stamp), lang, width=_CHART[0], height=_CHART[1])
    _duties(document, file, peers, lang)
    document.add_heading(say("dossier.word_lines", lang, count=len(file.lines)), 2)
    _table(document, lines_frame(file.lines, lang), shares=_PLACES)
    for name in SECTIONS:
        rows = file.section(name)
        if len(rows):
            title = say(f"dossier.section_{name}", lang)
            document.add_heading(say("dossier.section_title", lang, name=title, count=len(rows)), 2)
            _table(document, worded(name, rows, lang))
    document.add_paragraph(say("dossier.word_foot", lang))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any, stamp: Stamp, lang: Lang) -> None:
    """A4, the house's letters, the stamp at every foot."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    for style in ("Normal", "Title", "Heading 1", "Heading 2"):
        font = document.styles[style].font
        font.name, font.color.rgb = _LATIN, RGBColor.from_string("16202C")
        fonts = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:eastAsiaTheme", "w:hAnsiTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
        fonts.set(qn("w:eastAsia"), _FONT)
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Title"].font.size = Pt(20)
    document.styles["Heading 2"].font.size = Pt(13)
    section.footer.paragraphs[0].text = stamp_line(stamp, lang)
    properties = document.core_properties
    properties.title, properties.author = say("dossier.word_title", lang), say("app.title", lang)
    properties.created = properties.modified = created(stamp)


def _head(document: Any, file: Dossier, *, as_of: Any, stamp: Stamp, lang: Lang) -> None:
    head = file.head
    document.add_heading(say("dossier.word_title", lang), 0)
    if stamp.is_simulated:
        document.add_paragraph().add_run(say("dossier.word_simulated", lang)).bold = True
    line = document.add_paragraph()
    name = line.add_run(head.name)
    name.bold = True
    line.add_run("　" + " · ".join(badges(head, lang)))
    document.add_paragraph(" · ".join(facts(head, lang)))
    if head.person["phone"]:
        document.add_paragraph(say("dossier.word_phone", lang, phone=head.person["phone"]))
    if head.tier_title and head.reason:
        document.add_heading(say("dossier.word_why", lang, tier=head.tier_title.get(lang)), 2)
        document.add_paragraph(head.reason.get(lang))
        document.add_paragraph(say("officer.rule", lang, version=stamp.rules))
    else:
        document.add_paragraph(say("officer.not_serving", lang))
    if words := term_words(head, as_of, lang):
        document.add_paragraph(words.replace("**", ""))
    document.add_heading(say("dossier.word_counters", lang), 2)
    counts = {say(f"dossier.counter_{name}", lang): [count] for name, count in file.counts.items()}
    _table(document, pd.DataFrame(counts))
    document.add_paragraph(say("dossier.counters_how", lang))


def _lights(document: Any, file: Dossier, lang: Lang) -> None:
    if not file.lights:
        return
    document.add_heading(say("dossier.lights_title", lang, summary=summary(file.lights).get(lang)), 2)
    rows = [
        (
            light.one.title.get(lang),
            f"{SHAPES[light.state]} {STATES[light.state].get(lang)}",
            light.detail.get(lang),
        )
        for light in file.lights
    ]
    columns = [say(f"dossier.word_{name}", lang) for name in ("light", "state", "rests")]
    _table(document, pd.DataFrame(rows, columns=columns))


def _duties(document: Any, file: Dossier, peers: pd.DataFrame, lang: Lang) -> None:
    frame = duty_frame(file, peers, lang) if file.head.tier else pd.DataFrame()
    if frame.empty:
        return
    category = file.head.person["category"]
    document.add_heading(say("dossier.duties_title", lang, category=category), 2)
    _table(document, frame)
    document.add_paragraph(say("dossier.duties_how", lang, category=category))


def _table(document: Any, frame: pd.DataFrame, *, shares: tuple[float, ...] = ()) -> None:
    """A table whose head repeats on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(frame.columns), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, frame.columns, strict=True):
        cell.paragraphs[0].add_run(str(name)).bold = True
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in frame.itertuples(index=False):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if value is None or pd.isna(value) else str(neutralise(value))
    table.autofit = not shares
    for column, share in zip(table.columns, shares, strict=False):
        column.width = Cm(17 * share)
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            if shares:
                cell.width = Cm(17 * shares[place])
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(8.5)
    document.add_paragraph()
