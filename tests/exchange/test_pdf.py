"""PDF files: reading order, whole paragraphs, ruled tables, pages without letters."""

import io

import pypdf
import pytest
from papers import FONT_FILE, OPENING, ROWS, SECOND, body_font, pdf, picture, scanned_pdf, two_column_pdf
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Document
from giaoban.exchange.extract import extract_bytes
from giaoban.exchange.recognition import _line, _Word, require_tesseract

pytestmark = pytest.mark.skipif(FONT_FILE is None, reason="no DejaVu font with Vietnamese letters on this machine")
TABLE = "\n".join("\t".join(row) for row in ROWS)


def has_tesseract() -> bool:
    try:
        require_tesseract()
    except DocumentError:
        return False
    return True


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="Tesseract with Vietnamese is not installed here")


def read(content: bytes) -> Document:
    return extract_bytes(content, name="bao-cao.pdf")


def numbers(text: str) -> list[str]:
    return [word.strip(".,;()") for word in text.split() if any(char.isdigit() for char in word)]


def test_lines_become_paragraphs_and_ruled_tables_keep_their_cells():
    document = read(pdf([OPENING, ROWS, SECOND]))
    assert document.text == f"{OPENING}\n\n{TABLE}\n\n{SECOND}"
    assert document.pages == 1
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in ROWS]
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)


def test_the_head_of_a_column_too_narrow_for_it_stays_one_word():
    rows = [("ST\nT", *ROWS[0][1:]), *ROWS[1:]]
    assert TABLE in read(pdf([OPENING, rows])).text


def test_two_columns_are_read_one_after_the_other():
    paragraphs = [f"Mục số {number}. {OPENING}" for number in range(1, 9)]
    document = read(two_column_pdf("BÁO CÁO HAI CỘT", paragraphs))
    assert document.text == "\n\n".join(["BÁO CÁO HAI CỘT", *paragraphs])


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_do_not_cut_it():
    def foot(canvas: Canvas, page: object) -> None:
        canvas.setFont(body_font(), 9)
        canvas.drawCentredString(300, 25, f"Trang {canvas.getPageNumber()}/4")
        canvas.drawString(60, 820, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG")

    long_text = " ".join(
        f"Câu thứ {number} nêu kết quả thực hiện nhiệm vụ được giao trong kỳ," for number in range(150)
    )
    document = read(pdf([long_text], every_page=foot))
    assert document.pages is not None
    assert document.pages >= 3
    assert document.text == long_text


def test_a_table_over_two_pages_is_one_table_and_its_repeated_head_stands_once():
    rows = [ROWS[0], *((str(n), f"Chỉ tiêu số {n}", "tỷ đồng", f"{n}.000,5", "101%") for n in range(1, 80))]
    (table,) = read(pdf([rows])).tables
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in rows]


def test_a_page_turned_on_its_side_reads_as_one_sees_it():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([OPENING, ROWS])))
    page = writer.pages[0]
    page.add_transformation(pypdf.Transformation().rotate(90).translate(tx=A4[1], ty=0))
    page.mediabox = pypdf.generic.RectangleObject((0, 0, A4[1], A4[0]))
    page.cropbox = page.mediabox
    page.rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    assert read(buffer.getvalue()).text == f"{OPENING}\n\n{TABLE}"


def test_columns_without_rules_are_still_a_table():
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4))
    canvas.setFont(body_font(), 11)
    for line, row in enumerate(ROWS):
        for place, text in zip((50, 120, 350, 480, 620), row, strict=True):
            canvas.drawString(place, 500 - 18 * line, text)
    canvas.save()
    (table,) = read(buffer.getvalue()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in ROWS]


def test_a_pdf_that_only_its_owner_may_change_is_read_and_one_with_a_password_is_not():
    def locked(user: str) -> bytes:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([OPENING])))
        writer.encrypt(user_password=user, owner_password="chu-tep")
        buffer = io.BytesIO()
        writer.write(buffer)
        return buffer.getvalue()

    assert read(locked("")).text == OPENING
    with pytest.raises(DocumentError, match="file_locked"):
        read(locked("bi-mat"))


@needs_tesseract
def test_pages_that_are_pictures_are_recognised_with_every_number_right():
    document = read(scanned_pdf(pdf([OPENING, ROWS, SECOND])))
    assert document.kind == "scan"
    assert numbers(document.text) == numbers(" ".join([OPENING, *(" ".join(row) for row in ROWS), SECOND]))
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in ROWS]
    assert [note.code for note in document.notes] == ["recognised"]


@needs_tesseract
def test_a_tilted_grey_scan_keeps_the_cells_of_its_table_apart():
    sheet = Image.open(io.BytesIO(picture(pdf([OPENING, ROWS, SECOND])))).rotate(0.5, fillcolor=255)
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=60, dpi=(200, 200))
    (table,) = extract_bytes(buffer.getvalue()).tables
    assert [row[3].text for row in table.rows] == [row[3] for row in ROWS]


@needs_tesseract
def test_a_scanned_page_among_pages_of_text_is_recognised_and_the_others_read():
    writer = pypdf.PdfWriter()
    for content in (pdf([OPENING]), scanned_pdf(pdf([SECOND])), pdf([OPENING])):
        writer.append(io.BytesIO(content))
    buffer = io.BytesIO()
    writer.write(buffer)
    document = read(buffer.getvalue())
    assert document.kind == "pdf"
    assert numbers(document.text) == numbers(f"{OPENING} {SECOND} {OPENING}")


@needs_tesseract
@pytest.mark.parametrize(("dpi", "form"), [(200, "PNG"), (300, "JPEG"), (150, "TIFF")])
def test_a_picture_of_a_page_is_recognised_at_any_usual_resolution(dpi: int, form: str):
    document = extract_bytes(picture(pdf([OPENING, SECOND]), dpi=dpi, form=form))
    assert document.kind == "scan"
    assert numbers(document.text) == numbers(f"{OPENING} {SECOND}")


@needs_tesseract
def test_a_page_whose_font_does_not_say_what_its_letters_are_is_looked_at_instead():
    garbled = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([OPENING])))
    for item in garbled.pages[0]["/Resources"]["/Font"].values():
        item.get_object().pop("/ToUnicode", None)
        item.get_object().pop("/Encoding", None)
    buffer = io.BytesIO()
    garbled.write(buffer)
    assert numbers(read(buffer.getvalue()).text) == numbers(OPENING)


@needs_tesseract
def test_an_empty_sheet_has_no_words():
    buffer = io.BytesIO()
    Image.new("L", (1654, 2339), 255).save(buffer, "PNG", dpi=(200, 200))
    with pytest.raises(DocumentError, match="no_words"):
        extract_bytes(buffer.getvalue())


def test_tones_that_recognition_drops_are_put_back_where_a_figure_or_a_task_hangs_on_them():
    words = [
        _Word(text, (1, 1, 1), 60 * place, 10, 50, 20)
        for place, text in enumerate(["yêu", "câu", "gấp", "2,6", "lân", "lân"])
    ]
    assert _line(words, 20).text == "yêu cầu gấp 2,6 lần lân"


@needs_tesseract
def test_a_seen_through_picture_is_read_as_on_white_paper():
    buffer = io.BytesIO()
    layer = Image.open(io.BytesIO(picture(pdf([OPENING])))).convert("L")
    Image.merge("LA", (Image.new("L", layer.size, 0), layer.point(lambda shade: 255 - shade))).save(buffer, "PNG")
    assert "4.215 tỷ đồng" in extract_bytes(buffer.getvalue()).text
