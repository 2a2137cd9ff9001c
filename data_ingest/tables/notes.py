"""Pages that we ourselves put into workbooks for senders: lists about tables, never tables."""

from __future__ import annotations

from data_ingest.readers.cells import Cells

#: First cell of the cover of a return workbook (退回表).
RETURN_NOTES = "退回说明 · 科创湖北联络员工作分析平台"
#: First cell of the instructions in a blank template.
TEMPLATE_NOTES = "填写说明 · 科创湖北联络员工作分析平台"


def is_our_notes(cells: Cells) -> bool:
    """Whether its first cell with text is the first line of our notes page, word for word."""
    for column in cells.table.slice(0, 1).columns:
        value = column[0].as_py() if len(column) else None
        if value is not None:
            return value.strip() in (RETURN_NOTES, TEMPLATE_NOTES)
    return False
