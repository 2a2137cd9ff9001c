"""Word documents as their readers find them: native charts with the frame's numbers, repeated headers, A4."""

import io
import shutil
import subprocess
import zipfile

import docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from lxml import etree

from analytics.charts.declaration import Chart
from foundation.locales import Text
from reporting.type.lettering import TYPEFACE
from reporting.type.numbers import shown
from reporting.type.stamp import stamp_line
from reporting.type.words import words
from reporting.word.document import Document
from tests.charts import more_frames as made
from tests.charts.frames import STAMP
from tests.reporting.charts import categories, shares, tiles

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NATIVE = (
    shares,
    categories,
    made.tier_bars,
    made.thresholds,
    made.funnel,
    made.channels,
    made.ranges,
    made.slopes,
    made.history,
    made.waits,
    made.file,
)
TABLES = (tiles, made.flows, made.cohorts, made.histories)


def written(*charts: Chart, lang="zh") -> bytes:
    document = Document(Text(zh="材料", en="Paper"), STAMP, lang)
    for chart in charts:
        document.chart(chart)
    return document.bytes()


def parts(content: bytes, folder: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in sorted(package.namelist()) if name.startswith(folder)}


def test_title_stamp_headings_and_page():
    document = Document("材料", STAMP, "zh").heading("一、总体").paragraph("甲\n乙").paragraph("丙")
    read = docx.Document(io.BytesIO(document.bytes()))
    texts = [line.text for line in read.paragraphs]
    assert texts == ["材料", stamp_line(STAMP, "zh"), "一、总体", "甲", "乙", "丙"]
    assert read.paragraphs[2].style.name == "Heading 1"
    assert (round(read.sections[0].page_width.cm, 1), round(read.sections[0].page_height.cm, 1)) == (
        21.0,
        29.7,
    )
    assert stamp_line(STAMP, "zh") in read.sections[0].footer.paragraphs[0].text
    assert read.core_properties.created.date().isoformat() == "2025-12-31"
    assert read.core_properties.title == "材料"


def test_chinese_type_is_named_for_all_scripts():
    read = docx.Document(io.BytesIO(written(made.flows())))
    for run in read.element.iter(qn("w:r")):
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if run.find(qn("w:t")) is not None:
            assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia")} == {TYPEFACE}
    normal = read.styles["Normal"].element.find(qn("w:rPr")).find(qn("w:rFonts"))
    assert normal.get(qn("w:eastAsia")) == TYPEFACE


def test_a_table_repeats_its_header_keeps_rows_whole_and_cells_as_text():
    frame = pd.DataFrame(
        {"姓名": ["=1+1", None], "次数": [1234, 2], "日期": pd.to_datetime(["2025-11-02", None])}
    )
    read = docx.Document(io.BytesIO(Document("表", STAMP, "zh").table(frame).bytes()))
    cells = [[cell.text for cell in row.cells] for row in read.tables[0].rows]
    assert cells == [["姓名", "次数", "日期"], ["'=1+1", "1,234", "2025-11-02"], ["", "2", ""]]
    heads = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in read.tables[0].rows]
    assert heads == [True, False, False]
    assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in read.tables[0].rows)


@pytest.mark.parametrize("make", NATIVE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_native_chart_is_grafted_in_with_workbook_and_alt_text(make, lang):
    chart = make()
    content = written(chart, lang=lang)
    read = docx.Document(io.BytesIO(content))
    frames = list(read.element.iter(qn("wp:docPr")))
    assert [frame.get("descr") for frame in frames] == [words(chart, lang)]
    (drawing,) = parts(content, "word/charts/chart").values()
    tree = etree.fromstring(drawing)
    assert tree.find(f".//{C}externalData") is not None
    (book,) = parts(content, "word/embeddings/").values()
    assert openpyxl.load_workbook(io.BytesIO(book)).active.max_row > 1
    numbers = [
        float(v.text)
        for tag in ("val", "xVal", "yVal")
        for e in tree.iter(f"{C}{tag}")
        for v in e.iter(f"{C}v")
    ]
    for series in chart.series:
        column = "value" if series.column not in chart.frame else series.column
        for value in chart.frame[column].dropna() if column in chart.frame else ():
            assert any(number == pytest.approx(value, abs=1e-9) for number in numbers), (series.column, value)


@pytest.mark.parametrize("make", TABLES)
def test_other_kinds_are_tables_with_their_numbers(make):
    chart = make()
    content = written(chart)
    assert not parts(content, "word/charts/")
    cells = {cell.text for row in docx.Document(io.BytesIO(content)).tables[0].rows for cell in row.cells}
    column = "value" if chart.kind != "tile_grid" else None
    if column:
        short = {shown(v, chart.value_format, is_short=True) for v in chart.frame["value"].dropna()}
        assert short <= cells


def test_several_charts_keep_their_own_parts():
    content = written(shares(), made.funnel(), made.cohorts(), made.slopes())
    assert len(parts(content, "word/charts/chart")) == len(parts(content, "word/embeddings/")) == 3


def test_the_same_calls_give_the_same_document():
    first, second = (parts(written(made.flows(), made.cohorts()), "word/document.xml") for _ in range(2))
    assert first == second


def test_cells_are_dressed_once_and_in_the_order_that_word_asks_for():
    order = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd"]
    read = docx.Document(io.BytesIO(written(made.histories(), made.cohorts())))
    for cell in read.element.iter(qn("w:tcPr")):
        tags = [etree.QName(child).localname for child in cell]
        assert tags == sorted(set(tags), key=order.index)


@pytest.mark.e2e
def test_libreoffice_opens_it(tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("no soffice on PATH")
    path = tmp_path / "paper.docx"
    path.write_bytes(written(*(make() for make in (*NATIVE, *TABLES))))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    assert (tmp_path / "paper.pdf").stat().st_size > 40_000
