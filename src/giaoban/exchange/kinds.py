"""What a file is, by its content: names lie, and a report saved under the wrong ending is still a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from giaoban.core.errors import DocumentError
from giaoban.exchange.guard import open_archive, read_part
from giaoban.exchange.text import wide_encoding

if TYPE_CHECKING:
    import zipfile

Form = Literal["txt", "html", "docx", "pdf", "picture"]

HEAD = 4096
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF87a", b"GIF89a")
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an OLE file, whose directory writes their names in UTF-16.
OLE_STREAMS = {"WordDocument": "doc", "Workbook": "spreadsheet", "Book": "spreadsheet", "PowerPoint Document": "ppt"}
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|main|h[1-6]|span|ul|ol|center|font)\b",
    re.IGNORECASE,
)
XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!ENTITY)\b")


def form_of(content: bytes) -> Form:
    """The form of a file that can be read.

    Raises DocumentError for one that cannot: `file_other_writer` (form), `file_is_spreadsheet`, `file_is_archive`,
    `file_locked`, `file_corrupt`, `archive_swells`. What is left is taken for text, whose reader has the last word.
    """
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if _is_picture(content):
        return "picture"
    if content.startswith(PACKED):
        return _packed_form(content)
    if content.startswith(OLE):
        raise _ole_error(content)
    if content.startswith(ARCHIVES):
        raise DocumentError("file_is_archive")
    if content.startswith(b"{\\rtf"):
        raise DocumentError("file_other_writer", form="rtf")
    return _written_form(content)


def _is_picture(content: bytes) -> bool:
    if content.startswith(b"BM"):  # two letters that a text may begin with, too: a bitmap says its size next
        return int.from_bytes(content[2:6], "little") == len(content)
    return content.startswith(PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _packed_form(content: bytes) -> Form:
    with open_archive(content) as archive:
        names = set(archive.namelist())
        types = read_part(archive, "[Content_Types].xml") or b""
        if b"wordprocessingml" in types or "word/document.xml" in names:
            return "docx"
        raise _packed_error(archive, names)


def _packed_error(archive: zipfile.ZipFile, names: set[str]) -> DocumentError:
    mimetype = (read_part(archive, "mimetype") or b"").decode("ascii", "replace")
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "spreadsheet" in mimetype:
        return DocumentError("file_is_spreadsheet")
    if "ppt/presentation.xml" in names or "presentation" in mimetype:
        return DocumentError("file_other_writer", form="ppt")
    return DocumentError("file_other_writer", form="odt") if mimetype else DocumentError("file_is_archive")


def _ole_error(content: bytes) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentError("file_locked")
    form = next((form for name, form in OLE_STREAMS.items() if name.encode("utf-16-le") in content), None)
    if form == "spreadsheet":
        return DocumentError("file_is_spreadsheet")
    return DocumentError("file_other_writer", form=form) if form else DocumentError("file_binary")


def _written_form(content: bytes) -> Form:
    encoding = wide_encoding(content) or "latin-1"
    head = content[:HEAD].decode(encoding, "replace").removeprefix("ï»¿").lstrip("\ufeff")
    if PAGE.match(head):
        return "html"
    if XML.match(head):
        raise DocumentError("file_other_writer", form="xml")
    return "txt"
