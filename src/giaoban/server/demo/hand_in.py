"""Hand in the demonstration's three reports as people would, and decide a part of what was read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document as NewDocx
from docx.document import Document as Docx

from giaoban.actions.accept_item import accept_item
from giaoban.actions.reject_item import reject_item
from giaoban.actions.upload_document import upload_document
from giaoban.records.models import Document, Kind, User

REPORTS = Path(__file__).parent / "reports"
FILES = {
    "so-ket-6-thang-2023.md": "Báo cáo sơ kết 6 tháng đầu năm 2023.docx",
    "giao-ban-quy-3-2024.md": "Báo cáo giao ban quý III-2024.docx",
    "giao-ban-thang-10-2024.txt": "Báo cáo giao ban tháng 10-2024.txt",
}
HEADINGS = {"# ": 1, "## ": 2, "### ": 3}


def hand_in_reports(say: Callable[[str], None]) -> None:
    """Upload all three; the first is decided for the most part, the others wait for whoever looks at them."""
    office = User.objects.get(username="vanphong")
    for source, name in FILES.items():
        content = content_of(REPORTS / source)
        document = upload_document(name, content, by=office, demo=True).document
        say(f"{name}: {document.items.count()} mục")
    _decide(Document.objects.get(name=FILES["so-ket-6-thang-2023.md"]), office)


def content_of(source: Path) -> bytes:
    """The bytes to hand in: text as it is, a marked-up report as .docx."""
    text = source.read_text(encoding="utf-8")
    return text.encode() if source.suffix == ".txt" else as_docx(text)


def as_docx(text: str) -> bytes:
    """A Word file of a small mark-up: # headings, | tables |, paragraphs."""
    made = NewDocx()
    for block in text.strip().split("\n\n"):
        if block.startswith("|"):
            _table(made, block)
        else:
            _paragraph(made, block)
    kept = io.BytesIO()
    made.save(kept)
    return undated(kept)


def undated(archive: io.BytesIO) -> bytes:
    """The archive without the moment it was made: the same report is the same file, byte for byte."""
    kept = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name))
    return kept.getvalue()


def _paragraph(made: Docx, block: str) -> None:
    level = next((level for mark, level in HEADINGS.items() if block.startswith(mark)), None)
    if level:
        made.add_heading(block.lstrip("# "), level)
    else:
        made.add_paragraph(block)


def _table(made: Docx, block: str) -> None:
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in block.splitlines()]
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def _decide(document: Document, office: User) -> None:
    """Say yes to every directive and every clear figure of the text, no to one, and leave the table waiting."""
    for item in document.items.exclude(kind=Kind.FINDING):
        if not item.faults and not item.content.get("cell"):
            accept_item(item, by=office)
    doubtful = document.items.filter(kind=Kind.FIGURE, state="pending").first()
    if doubtful:
        reject_item(doubtful, by=office)
