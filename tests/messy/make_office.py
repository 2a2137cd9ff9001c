"""Write the workbooks of `tests/data/messy` anew: openpyxl writes, LibreOffice saves as .xls, .ods and .xlsx.

`python -m tests.messy.make_office`; the files are kept in the repository, since LibreOffice takes seconds.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import tempfile
from pathlib import Path

import openpyxl

FOLDER = Path(__file__).resolve().parent.parent / "data" / "messy"


def write_roster(path: Path) -> None:
    """A roster with what calamine does not tell: error cells, a hidden row, merged cells, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名册"
    sheet.append(["附件1  联络员名册（模拟数据）"])
    sheet.append(["填报单位（盖章）：宜昌市科协"])
    sheet.append(["姓名", "单位名称", "手机", "发证日期", "备注", "职称"])
    sheet.append(["示例甲", "模拟大学甲", 13800000001, dt.date(2023, 5, 8), "=1/0", 1.5])
    sheet.append(["示例乙", "模拟大学乙", "138-0000-0002", dt.datetime(2024, 1, 2), "=NA()", 2])
    sheet.append(["示例丙", None, "13800000003", "2023年5月", '="已" & "核"', "高级"])
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("B5:B6")
    sheet.row_dimensions[6].hidden = True
    hidden = book.create_sheet("旧")
    hidden.append(["姓名", "单位名称"])
    hidden.append(["不应读入", "模拟大学"])
    hidden.sheet_state = "hidden"
    book.save(path)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "roster.xlsx"
        write_roster(source)
        for kind in ("xls", "ods"):
            _convert(source, kind, place)
        # Through .ods, so that LibreOffice itself has computed every formula.
        _convert(FOLDER / "roster.ods", "xlsx", place)


def _convert(source: Path, kind: str, profile: str) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation=file://{profile}/profile",
        "--headless",
        "--convert-to",
        kind,
    ]
    subprocess.run(
        [*command, "--outdir", str(FOLDER), str(source)], check=True, capture_output=True, timeout=120
    )


if __name__ == "__main__":
    main()
