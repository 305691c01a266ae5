"""Word files: the accepted version, in order, with what Word counts, boxes and merges by itself."""

import docx
import pytest
from docx.shared import Pt
from papers import docx_of, word

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Document
from giaoban.exchange.extract import extract_bytes


def read(body: str, **parts: str) -> Document:
    return extract_bytes(docx_of(body, **parts), name="bao-cao.docx")


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def in_font(text: str, font: str) -> str:
    return f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'


def test_a_report_as_word_writes_it_keeps_order_lists_and_merged_cells():
    report = docx.Document()
    report.sections[0].header.paragraphs[0].text = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
    report.sections[0].footer.paragraphs[0].text = "Trang 1/3"
    report.add_heading("Báo cáo tháng 9/2023", 1)
    report.add_paragraph("Doanh thu đạt 4.215 tỷ đồng", style="List Number")
    report.add_paragraph("Sản lượng tăng 6,2%", style="List Number")
    table = report.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Chỉ tiêu"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Tháng 9"
    for place, text in {(1, 1): "2022", (1, 2): "2023", (2, 0): "Bưu gửi", (2, 1): "178,7", (2, 2): "187,5"}.items():
        table.cell(*place).text = text
    report.add_paragraph("Hết báo cáo.")
    document = extract_bytes(word(report))
    assert document.text == (
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG\n\nBáo cáo tháng 9/2023\n\n"
        "1. Doanh thu đạt 4.215 tỷ đồng\n\n2. Sản lượng tăng 6,2%\n\n"
        "Chỉ tiêu\tTháng 9\n2022\t2023\nBưu gửi\t178,7\t187,5\n\nHết báo cáo."
    )
    (found,) = document.tables
    assert all(document.text[cell.start : cell.end] == cell.text for cell in found.cells)
    heads = [found.at(*place) for place in ((1, 0), (0, 2))]
    assert [cell.text for cell in heads if cell] == ["Chỉ tiêu", "Tháng 9"]


def test_tracked_changes_are_read_as_accepted():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Đạt </w:t></w:r>'
        '<w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>7 tỷ đồng</w:t></w:r></w:ins></w:p>'
        '<w:p><w:moveFrom w:id="3"><w:r><w:t>Đoạn cũ chỗ</w:t></w:r></w:moveFrom></w:p>'
        '<w:p><w:moveTo w:id="4"><w:r><w:t>Đoạn mới chỗ</w:t></w:r></w:moveTo></w:p>'
        '<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Hai đoạn </w:t></w:r></w:p>'
        + p("nhập một.")
    )
    assert read(body).text == "Đạt 7 tỷ đồng\n\nĐoạn mới chỗ\n\nHai đoạn nhập một."


def test_a_deleted_row_is_gone_from_the_table():
    rows = "".join(f"<w:tr>{mark}<w:tc>{p('a')}</w:tc><w:tc>{p(value)}</w:tc></w:tr>" for mark, value in (
        ("", "1"), ('<w:trPr><w:del w:id="1"/></w:trPr>', "2"), ("", "3")))  # fmt: skip
    assert read(f"<w:tbl>{rows}</w:tbl>").text == "a\t1\na\t3"


def test_text_boxes_come_after_the_paragraph_they_hang_on_and_only_once():
    box = f"<w:txbxContent>{p('Doanh thu 5 tỷ đồng')}</w:txbxContent>"
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<w:r><w:t>Đoạn có hộp.</w:t></w:r><w:r>"
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + p("Đoạn sau.")
    )
    assert read(body).text == "Đoạn có hộp.\n\nDoanh thu 5 tỷ đồng\n\nĐoạn sau."


def test_footnotes_stand_at_the_end_and_their_marks_join_no_number():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {space}><w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Số liệu đến ngày 26/9/2023.")}</w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>Tăng 5</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>%.</w:t></w:r></w:p>'
    assert read(body, footnotes=notes).text == "Tăng 5%.\n\nSố liệu đến ngày 26/9/2023."


def test_hidden_text_and_field_codes_are_not_read():
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nháp 9 tỷ.</w:t></w:r><w:r><w:t>Đạt </w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF so_lieu</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5 tỷ</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert read(body).text == "Đạt 5 tỷ"


def test_lists_count_by_level_in_letters_and_roman_numbers():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, form, text in ((0, "upperRoman", "%1."), (1, "decimal", "%1.%2."), (2, "lowerLetter", "%3)"))
    )
    numbering = (
        f'<w:numbering {space}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
        "<w:r><w:t>mục</w:t></w:r></w:p>"
        for depth in (0, 1, 2, 2, 0, 1)
    )
    lines = read(body, numbering=numbering).text.split("\n\n")
    assert lines == ["I. mục", "I.1. mục", "a) mục", "b) mục", "II. mục", "II.1. mục"]


def test_legacy_fonts_are_known_by_name_and_their_capitals_kept():
    document = read(
        in_font("b¸o c¸o", ".VnTimeH") + in_font("§¬n vÞ tÝnh: tû ®ång", ".VnTime") + in_font("Baùo caùo", "VNI-Times")
    )
    assert document.text == "BÁO CÁO\n\nĐơn vị tính: tỷ đồng\n\nBáo cáo"
    assert {note.details["encoding"] for note in document.notes} == {"TCVN3", "VNI"}


def test_a_legacy_font_set_by_a_style_counts_too():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f'<w:styles {space}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts '
        'w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style></w:styles>'
    )
    assert read(p("Bé Th«ng tin"), styles=styles).text == "Bộ Thông tin"


def test_unicode_text_left_in_a_legacy_font_is_not_converted():
    document = read(in_font("Hà Nội đạt 5 tỷ đồng", ".VnTime") + in_font("Đà Nẵng và Hà Nam", ".VnTime"))
    assert document.text == "Hà Nội đạt 5 tỷ đồng\n\nĐà Nẵng và Hà Nam"


def test_a_table_that_frames_the_page_is_read_as_paragraphs():
    report = docx.Document()
    cell = report.add_table(1, 1).cell(0, 0)
    cell.text = "Đoạn một."
    cell.add_paragraph("Đoạn hai.").style.font.size = Pt(12)
    assert extract_bytes(word(report)).text == "Đoạn một.\n\nĐoạn hai."


def test_the_strict_format_of_word_is_read_too():
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<x:p xmlns:x="{namespace}"><x:r><x:t>Theo chuẩn ISO</x:t></x:r></x:p>'
    assert read(body).text == "Theo chuẩn ISO"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("", "file_empty", id="no paragraph"),
        pytest.param("<w:p>", "file_corrupt", id="broken XML"),
    ],
)
def test_a_word_file_without_a_readable_body_is_refused(body: str, code: str):
    with pytest.raises(DocumentError) as refused:
        read(body)
    assert refused.value.code == code
