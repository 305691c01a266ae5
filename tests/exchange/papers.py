"""Makes the papers that the tests read: PDFs, scans and Word files, composed here so that no file lies in the tree."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pypdfium2
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

# Debian 12's Liberation lacks most Vietnamese letters; DejaVu has them all.
FONT_FILES = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)
FONT_FILE = next((name for name in FONT_FILES if Path(name).exists()), None)

OPENING = (
    "Theo báo cáo của Văn phòng, trong tháng 9/2023 doanh thu dịch vụ bưu chính của các doanh nghiệp trên địa bàn "
    "ước đạt 4.215 tỷ đồng, tăng 6,2% so với cùng kỳ năm 2022; sản lượng bưu gửi đạt 187,5 triệu bưu gửi, "
    "bằng 71,4% kế hoạch năm."
)
SECOND = (
    "Đến hết tháng 9/2023, toàn tỉnh có 1.184/1.276 thôn có mạng cáp quang, đạt 92,8%; số thuê bao băng rộng cố định "
    "là 412.630 thuê bao. Chủ tịch yêu cầu Sở báo cáo trước ngày 15/10/2023 phương án phủ sóng các thôn còn lại."
)
ROWS = (
    ("STT", "Chỉ tiêu", "Đơn vị", "Thực hiện", "So cùng kỳ"),
    ("1", "Doanh thu bưu chính", "tỷ đồng", "4.215,3", "106,2%"),
    ("2", "Sản lượng bưu gửi", "triệu", "187,5", "104,9%"),
    ("3", "Thuê bao băng rộng", "nghìn", "412,6", "98,7%"),
)


def pdf(
    items: Sequence[str | Sequence[Sequence[str]]], every_page: Callable[..., None] = lambda canvas, page: None
) -> bytes:
    """A PDF of paragraphs (strings) and ruled tables (rows of strings); `every_page` draws head and foot."""
    buffer = io.BytesIO()
    paper = SimpleDocTemplate(buffer, pagesize=A4)
    paper.build([_flowable(item) for item in items], onFirstPage=every_page, onLaterPages=every_page)
    return buffer.getvalue()


def two_column_pdf(heading: str, paragraphs: Sequence[str]) -> bytes:
    """A PDF whose text runs down the left column and then the right."""
    buffer = io.BytesIO()
    page = BaseDocTemplate(buffer, pagesize=A4)
    frames = [Frame(50, 50, 235, 700), Frame(310, 50, 235, 700)]

    def head(canvas: object, _: object) -> None:
        canvas.setFont(body_font(), 14)  # type: ignore[attr-defined]
        canvas.drawString(50, 780, heading)  # type: ignore[attr-defined]

    page.addPageTemplates([PageTemplate(frames=frames, onPage=head)])
    page.build([_flowable(text) for text in paragraphs])
    return buffer.getvalue()


def picture(content: bytes, *, page: int = 0, dpi: int = 200, form: str = "PNG") -> bytes:
    """One page of a PDF as a scanner would store it."""
    image = pypdfium2.PdfDocument(content)[page].render(scale=dpi / 72, grayscale=True).to_pil()
    buffer = io.BytesIO()
    image.save(buffer, form, dpi=(dpi, dpi))
    return buffer.getvalue()


def scanned_pdf(content: bytes) -> bytes:
    """The pages of a PDF as pictures in a PDF: no letter is left in it."""
    pages = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(content)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return buffer.getvalue()


def word(document: docx.document.Document) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    """A zip archive of the entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A bare .docx around a body written in WordprocessingML; `parts` are other parts of word/, by name."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{name}" Type="{office}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    entries = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{links}</Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return archive({name: content.encode() for name, content in entries.items()})


def _flowable(item: str | Sequence[Sequence[str]]) -> Flowable:
    if isinstance(item, str):
        style = ParagraphStyle("body", fontName=body_font(), fontSize=12, leading=16, spaceAfter=8, firstLineIndent=20)
        return Paragraph(item, style)
    rules = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("FONT", (0, 0), (-1, -1), body_font(), 11)])
    return Table([list(row) for row in item], style=rules, repeatRows=1)


def body_font() -> str:
    """The name of a font with every Vietnamese letter, registered when first asked for."""
    if "Body" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Body", FONT_FILE))
    return "Body"
