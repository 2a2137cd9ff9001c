"""The empty deck: 16:9, one layout, Chinese type in the theme, so that what people add looks the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analytics.charts.palette import ACCENT, INK, LINE, MUTED, NEUTRAL, SURFACE
from reporting.native.font import dress
from reporting.type.lettering import TYPEFACE

if TYPE_CHECKING:  # python-pptx costs a fifth of a second: it is imported where a deck is made
    from pptx.presentation import Presentation
    from pptx.slide import Slide

WIDTH, HEIGHT, SIDE = 13.333, 7.5, 0.62  # inches
_LAYOUT = "Title Only"
_TITLE = (SIDE, 0.38, WIDTH - 2 * SIDE, 0.95)  # left, top, width, height
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
_THEME = ("#44546A", SURFACE, ACCENT, "#9DC1DD", "#8E9BA8", NEUTRAL, "#B5452C", "#E8C468")


def empty_deck() -> Presentation:
    """A presentation without slides whose only layout is a title and free space."""
    from pptx import Presentation as read
    from pptx.util import Inches

    deck = read()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _keep_one_layout(deck)
    _dress_theme(deck)
    for holder in (*deck.slide_master.placeholders, *deck.slide_layouts[0].placeholders):
        if "Title" in holder.name:
            place(holder, _TITLE)
        else:  # date, footer, number and body of the 4:3 model would lie beside the slide
            holder._element.getparent().remove(holder._element)
    return deck


def _keep_one_layout(deck: Presentation) -> None:
    layouts = deck.slide_layouts
    for layout in list(layouts):
        if layout.name != _LAYOUT:
            layouts.remove(layout)


def _dress_theme(deck: Presentation) -> None:
    """Write the typeface and the colours into the theme part (plain XML to python-pptx)."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode("utf-8")
    xml = re.sub(r'(<a:(?:latin|ea) typeface=")[^"]*(")', rf"\g<1>{TYPEFACE}\g<2>", xml)
    names = ("dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    for name, colour in zip(names, _THEME, strict=True):
        xml = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>',
            xml,
            flags=re.DOTALL,
        )
    part._blob = xml.encode("utf-8")


def place(shape: Any, box: Iterable[float]) -> None:
    """Put a shape at left, top, width, height (inches)."""
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = (Inches(length) for length in box)


def write_text(
    slide: Slide, words: str, *, box: Iterable[float], size: float, name: str, colour: str = MUTED
) -> Any:
    """A text box named for the selection pane; words wrap inside the box."""
    from pptx.util import Inches

    left, top, width, height = (Inches(length) for length in box)
    shape = slide.shapes.add_textbox(left, top, width, height)
    shape.name = name
    fill_frame(shape.text_frame, words, size=size, colour=colour)
    return shape


def fill_frame(frame: Any, words: str, *, size: float, colour: str = INK, is_bold: bool = False) -> None:
    """Write words into a text frame, one paragraph a line, without inner margins."""
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place_, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if place_ == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(size), is_bold
        dress(run.font, colour=colour)


def add_plain_table(slide: Slide, rows: int, columns: int, *, box: tuple[Any, Any, Any, Any]) -> Any:
    """A table without style, grid or bands: cells without a fill stay white. box in EMU."""
    frame = slide.shapes.add_table(rows, columns, *box)
    for flag in ("first_row", "horz_banding"):
        setattr(frame.table, flag, False)
    frame._element.find(".//{*}tableStyleId").text = _PLAIN_TABLE
    return frame


def rule(slide: Slide, *, top: float) -> None:
    """A hairline over the width of the page."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Inches, Pt

    ends = (Inches(SIDE), Inches(top), Inches(WIDTH - SIDE), Inches(top))
    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    line.line.color.rgb, line.line.width = RGBColor.from_string(LINE[1:]), Pt(0.75)
    line.name = "—"
    # The theme's connector style would add a shadow.
    line._element.remove(line._element.find("{*}style"))
