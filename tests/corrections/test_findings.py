"""What a return workbook and the list of wrong cells say comes from values, whatever a sender wrote in them."""

import openpyxl
import pytest

from data_ingest.corrections import Plan, QuarantinedCell, write_return
from data_ingest.findings import Finding
from foundation.access.viewer import OFFICE
from foundation.locales import LANGUAGES, say
from foundation.warehouse import snapshots
from foundation.warehouse.home import Home
from pages.data.downloads import cells_frame
from refresh.intake import accounts
from refresh.review.surroundings import surroundings
from tests.refresh.files import take

ROSTER = "姓名,单位名称,类别,市州,聘期起,手机\n模拟甲,武汉模拟大学,A,武汉,2024-06-01,{phone}\n"
BOTH = "13812342047 13912342048"


@pytest.mark.parametrize("written", ["去年春天。请看本行", "本行。请勿改动。本行作废"])
def test_a_value_that_reads_like_a_message_comes_back_whole(tmp_path, written):
    source, target = tmp_path / "走访.csv", tmp_path / "退回.xlsx"
    source.write_text(f"日期,联络员姓名,活动类型,内容\n{written},模拟甲,企业走访,焊接\n", encoding="utf-8")
    finding = Finding("activities", "acted_on", "wrong_date", "kept", written, kept=written)
    cells = [QuarantinedCell(source.stem, 2, finding, is_row_held=False)]
    write_return(source, target, name=source.name, part="", plan=Plan(None, ()), quarantined=cells)
    book = openpyxl.load_workbook(target)
    (row,) = [
        row
        for row in book[say("returns.cover_sheet", "zh")].iter_rows(values_only=True)
        if row[1] == source.stem
    ]
    assert row[2:] == (
        "A2",
        "日期",
        written,
        f"“日期”中的“{written}”不是能识别的日期。",
        "请写成 2023-05-08 的形式。",
        f"本行已载入，该单元格按“{written}”处理。",
    )
    assert book[source.stem]["A2"].comment.text == "".join(row[5:])


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path / "home")
    path = tmp_path / "名册.csv"
    path.write_text(ROSTER.format(phone=BOTH), encoding="utf-8-sig")
    take(home, path)
    return home


def test_two_numbers_in_one_cell_are_masked_wherever_the_cell_is_shown(home):
    cells = accounts.cells(snapshots.current(home), OFFICE)
    assert list(cells["rule"]) == ["several_phones"]
    (cell,) = cells.to_dict("records")
    around = surroundings(home, cell, landed="名册.csv")
    shown = [str(cell), str(around), *(str(cells_frame(cells, lang).to_dict()) for lang in LANGUAGES)]
    for text in shown:
        assert "****" in text
        assert "13812342047" not in text
        assert "13912342048" not in text
    assert "按“138****2047”处理" in cell["message_zh"]
    assert "this cell as “138****2047”" in cell["message_en"]


def test_the_snapshot_says_what_became_of_the_row(home):
    row = snapshots.current(home).cursor().execute("select value, outcome, kept from quarantine").fetchone()
    assert row == (BOTH, "kept", "13812342047")


def test_an_account_beside_a_wrong_cell_is_masked_like_a_phone(tmp_path):
    home, path = Home(tmp_path / "home"), tmp_path / "名册.csv"
    path.write_text(
        "姓名,微信号,单位名称,市州,聘期起,手机\n模拟甲,mnjia8866,武汉模拟大学,武汉,2024-06-01,110\n",
        encoding="utf-8-sig",
    )
    take(home, path)
    (cell,) = accounts.cells(snapshots.current(home), OFFICE).to_dict("records")
    around = surroundings(home, cell, landed="名册.csv")
    assert "微信号" in around.headers
    assert "mn****6" in around.rows[1][1]
    assert "mnjia8866" not in str(around)
