"""A Word document on A4: title, stamp, headings, paragraphs, tables, native charts; Chinese type."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.charts.declaration import Chart, Stamp
from analytics.charts.palette import INK, MUTED
from foundation.locales import Lang, Text, say
from reporting.registry import renderer
from reporting.type.safe import neutralise
from reporting.type.stamp import created, stamp_line
from reporting.word.style import dress_run, empty_document, write_footer
from reporting.word.table import add_frame


class Document:
    """A document being written, in order; `bytes` closes it.

    Words from files are plain text here: nothing in a cell is a link or a field. The same calls give the
    same document.
    """

    def __init__(self, title: Text | str, stamp: Stamp, lang: Lang) -> None:
        self.lang, self.stamp = lang, stamp
        self._title = title if isinstance(title, str) else title.get(lang)
        self._file = empty_document(lang)
        self._describe()
        heading = self._file.add_heading(level=0)
        dress_run(heading.add_run(self._title), size=20, colour=INK, is_bold=True)
        self._muted(stamp_line(stamp, lang))
        write_footer(self._file, stamp_line(stamp, lang))

    def heading(self, words: Text | str, *, level: int = 1) -> Document:
        """A heading of level 1–3, for the navigation pane and a table of contents."""
        line = self._file.add_heading(level=level)
        dress_run(
            line.add_run(self._said(words)), size={1: 15, 2: 13}.get(level, 12), colour=INK, is_bold=True
        )
        return self

    def paragraph(self, words: Text | str, *, is_muted: bool = False, is_bold: bool = False) -> Document:
        """A paragraph; each line of the words is one."""
        for line in self._said(words).split("\n"):
            run = self._file.add_paragraph().add_run(line)
            dress_run(run, size=9 if is_muted else 10.5, colour=MUTED if is_muted else INK, is_bold=is_bold)
        return self

    def table(self, frame: pd.DataFrame, *, widths: Sequence[float] | None = None) -> Document:
        """The frame as a table whose header repeats on every page; numbers at the right.

        widths: parts of the page's width, one a column; without them, as wide as the cells need.
        """
        safe = frame.map(neutralise)
        add_frame(self._file, safe, widths=widths)
        return self

    def chart(self, chart: Chart) -> Document:
        """Title, reading aid, native chart (a table of cells for kinds that have none), note and stamp."""
        self.heading(chart.title, level=3)
        self._muted(chart.subtitle.get(self.lang), is_with_next=True)
        renderer(chart.kind, "word")(self._file, chart, self.lang)
        if chart.note:
            self._muted(chart.note.get(self.lang))
        return self

    def bytes(self) -> bytes:
        """The .docx."""
        buffer = io.BytesIO()
        self._file.save(buffer)
        return buffer.getvalue()

    def _said(self, words: Text | str) -> str:
        return words if isinstance(words, str) else words.get(self.lang)

    def _muted(self, words: str, *, is_with_next: bool = False) -> None:
        line = self._file.add_paragraph()
        line.paragraph_format.keep_with_next = is_with_next
        dress_run(line.add_run(words), size=9, colour=MUTED)

    def _describe(self) -> None:
        """File properties; the creation time is the as-of day, never the clock."""
        properties: Any = self._file.core_properties
        properties.title, properties.subject = self._title, stamp_line(self.stamp, self.lang)
        properties.author = properties.last_modified_by = ""
        properties.comments = say("report.simulated", self.lang) if self.stamp.is_simulated else ""
        properties.created = properties.modified = created(self.stamp)
