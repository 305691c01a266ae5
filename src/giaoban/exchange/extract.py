"""A file → its document, whatever it is. The one door of this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath

from giaoban.exchange.document import Document, Note
from giaoban.exchange.guard import check_length, check_size, check_text_size, read_file
from giaoban.exchange.kinds import Form, form_of

Progress = Callable[[int, int], None]
ENDINGS: dict[str, Form] = {
    ".txt": "txt", ".html": "html", ".htm": "html", ".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".png": "picture",
    ".jpg": "picture", ".jpeg": "picture", ".tif": "picture", ".tiff": "picture", ".bmp": "picture", ".webp": "picture",
}  # fmt: skip
"""The endings that a folder is searched for, and what they promise."""


def extract(path: Path, *, progress: Progress | None = None) -> Document:
    """The document of a file on disk; `progress(done, pages)` is called page by page where there are pages.

    Raises DocumentError; `wording.errors.say` has the sentence of each.
    """
    return extract_bytes(read_file(path), name=path.name, progress=progress)


def extract_bytes(content: bytes, *, name: str = "", progress: Progress | None = None) -> Document:
    """The document of a file's bytes; its name serves only to say that its ending is wrong."""
    form = form_of(check_size(content))
    document = _read(form, content, progress or _silent)
    check_length(document.text)
    promised = ENDINGS.get(PurePath(name).suffix.lower())
    if promised is None or promised == form:
        return document
    note = Note("wrong_ending", {"ending": PurePath(name).suffix, "form": form})
    return replace(document, notes=(*document.notes, note))


def _read(form: Form, content: bytes, progress: Progress) -> Document:
    # Each reader is imported when a file asks for it: a text file is read without waiting for PDFium or lxml.
    if form == "txt":
        from giaoban.exchange.text import read_text_file

        return read_text_file(check_text_size(content))
    if form == "html":
        from giaoban.exchange.html import read_html

        return read_html(check_text_size(content))
    if form == "docx":
        from giaoban.exchange.docx import read_docx

        return read_docx(content)
    from giaoban.exchange.confined import read_confined

    return read_confined(form, content, progress)


def _silent(done: int, pages: int) -> None:
    """Nobody waits for progress."""
