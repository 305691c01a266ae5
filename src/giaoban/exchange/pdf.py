"""A .pdf → its text: runs of characters from PDFium, ruled tables from pdfplumber, pages without text recognised.

Source of the division of labour: measured, docs/decisions/0002-libraries.md (PDFium is sixty times faster; its
peers break the cells of tables or the tones of letters).
"""

from __future__ import annotations

import ctypes
import io
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from giaoban.core.errors import DocumentError
from giaoban.exchange.cells import Bounds, ruled_table, within
from giaoban.exchange.document import Document, Kind, Note
from giaoban.exchange.layout import Box
from giaoban.exchange.pages import Page, Ruled, compose
from giaoban.exchange.recognition import recognise_page, recognition_notes

PAGE_LIMIT = 1000
CHARACTER_LIMIT = 100_000  # on one page; a page of small print holds 8,000
OBJECT_LIMIT = 20_000  # drawn things on one page: above, it is a map and not a table
RULES_AT_LEAST = 4
TABLE_SECONDS = 90.0  # for looking after tables in one file
FEW_CHARACTERS = 16  # a page with fewer, and a picture, was scanned
UNKNOWN = "\ufffd"
GARBLED = 0.03  # of the letters: a font that does not say what its glyphs mean can only be looked at
RUN_GAP = 0.9  # of the height of the letters
Progress = Callable[[int, int], None]


def read_pdf(content: bytes, progress: Progress) -> Document:
    """The document of a PDF; `progress(done, pages)` is called after each page.

    Raises DocumentError: `file_locked`, `file_corrupt`, `too_many_pages`, `no_words`, and those of `recognition`.
    """
    pdf = _open(content)
    if len(pdf) > PAGE_LIMIT:
        raise DocumentError("too_many_pages", pages=len(pdf), limit=PAGE_LIMIT)
    tables = _TableFinder(content)
    pages: list[Page] = []
    for number in range(len(pdf)):
        pages.append(_page(pdf, number, tables))
        progress(number + 1, len(pdf))
    kind: Kind = "scan" if sum(page.scanned for page in pages) > len(pages) / 2 else "pdf"
    document = compose(pages, kind, _notes(pages, tables))
    if not document.text:
        raise DocumentError("ocr_timed_out" if any(page.timed_out for page in pages) else "no_words")
    return document


def _open(content: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise DocumentError("file_locked" if locked else "file_corrupt") from error
    if not len(pdf):
        raise DocumentError("file_corrupt")
    return pdf


def _notes(pages: Sequence[Page], tables: _TableFinder) -> list[Note]:
    notes = recognition_notes(pages)
    if tables.gave_up:
        notes.append(Note("tables_left_out", {"pages": tables.gave_up}))
    return notes


def _page(pdf: pdfium.PdfDocument, number: int, tables: _TableFinder) -> Page:
    try:
        page = pdf[number]
    except pdfium.PdfiumError as error:
        raise DocumentError("file_corrupt") from error
    frame = _Frame.of(page)
    letters = list(_letters(page, frame))
    boxes = list(_boxes(letters))
    pictures, rules = _drawn(page)
    characters = sum(len(box.text) for box in boxes)
    garbled = sum(box.text.count(UNKNOWN) for box in boxes) > GARBLED * characters
    if (pictures and characters < FEW_CHARACTERS) or garbled:
        return recognise_page(page)
    # By words, for a run may reach over the rule between two cells.
    ruled = tables.find(number, list(_boxes(letters, by_word=True))) if rules >= RULES_AT_LEAST else []
    loose = [box for box in boxes if not any(within(box, table.bounds) for table in ruled)]
    return Page(frame.height, tuple(loose), tuple(ruled))


@dataclass(frozen=True)
class _Frame:
    """How places in a PDF (y upward, before rotation) become places on the page as seen (y downward)."""

    x: float
    y: float
    wide: float
    high: float
    rotation: int

    @classmethod
    def of(cls, page: Any) -> _Frame:
        left, bottom, right, top = page.get_mediabox()
        return cls(left, bottom, right - left, top - bottom, page.get_rotation())

    @property
    def height(self) -> float:
        return max(self.wide if self.rotation in {90, 270} else self.high, 1.0)

    def seen(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.x, y - self.y
        if self.rotation == 0:
            return x, self.high - y
        if self.rotation == 180:
            return self.wide - x, y
        return (y, x) if self.rotation == 90 else (self.high - y, self.wide - x)

    def box(self, text: str, rect: Sequence[float]) -> Box:
        (x1, y1), (x2, y2) = self.seen(rect[0], rect[1]), self.seen(rect[2], rect[3])
        return Box(text, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _boxes(letters: list[Box | None], *, by_word: bool = False) -> Iterator[Box]:
    """The runs of text of a page: letters that follow one another on one line, or in one word."""
    run: list[Box] = []
    for letter in letters:
        ends = letter is None or (by_word and letter.text.isspace())
        if ends or (run and letter and not _follows(run, letter)):
            yield from _run(run)
            run = []
        if letter is not None:
            run.append(letter)
    yield from _run(run)


def _letters(page: Any, frame: _Frame) -> Iterator[Box | None]:
    """Each character with its place; None at a line's end."""
    textpage = page.get_textpage()
    count = textpage.count_chars()
    if count > CHARACTER_LIMIT:
        raise DocumentError("file_hostile")
    rect = raw.FS_RECTF()
    for place in range(count):
        code = raw.FPDFText_GetUnicode(textpage, place)
        if code in {10, 13}:
            yield None
            continue
        known = raw.FPDFText_GetLooseCharBox(textpage, place, ctypes.byref(rect))
        bounds = (rect.left, rect.bottom, rect.right, rect.top) if known else (0.0, 0.0, 0.0, 0.0)
        yield frame.box(_character(code), bounds)


def _character(code: int) -> str:
    if code in {2, 0xFFFE}:
        return "-"  # PDFium's marks of a hyphen at a line's end, which in Vietnamese is a true one ("đô-la")
    if code in {0, 0xFFFD}:
        return UNKNOWN
    if code < 32 or 0xD800 <= code < 0xE000:
        return " "
    return " " if code == 0xA0 else chr(code)


def _follows(run: list[Box], letter: Box) -> bool:
    """Whether a letter goes on with the run; a space takes no part in measuring, PDFium makes some up."""
    solid = next((box for box in reversed(run) if not box.text.isspace()), None)
    if letter.text.isspace() or solid is None:
        return True
    height = max(solid.height, letter.height)
    same_line = abs(solid.middle - letter.middle) < 0.5 * height
    return same_line and -0.6 * height < letter.left - solid.right < RUN_GAP * height


def _run(letters: list[Box]) -> Iterator[Box]:
    text = "".join(letter.text for letter in letters)
    solid = [letter for letter in letters if not letter.text.isspace()]
    if solid:
        yield Box(
            unicodedata.normalize("NFC", " ".join(text.split())),
            min(box.left for box in solid),
            min(box.top for box in solid),
            max(box.right for box in solid),
            max(box.bottom for box in solid),
        )


def _drawn(page: Any) -> tuple[bool, int]:
    """Whether a page holds a picture, and how many rules and frames are drawn on it."""
    if raw.FPDFPage_CountObjects(page) > OBJECT_LIMIT:
        return False, 0
    kinds = [item.type for item in page.get_objects(max_depth=4)]
    return raw.FPDF_PAGEOBJ_IMAGE in kinds, kinds.count(raw.FPDF_PAGEOBJ_PATH)


class _TableFinder:
    """Finds the cells of ruled tables; gives up after a time, for a drawing can have a million crossings."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._plumber: Any = None
        self._left = TABLE_SECONDS
        self.gave_up = 0

    def find(self, number: int, boxes: Sequence[Box]) -> list[Ruled]:
        if self._left <= 0:
            self.gave_up += 1
            return []
        began = time.monotonic()
        try:
            found = self._tables(number)
        except Exception:  # pdfminer raises a dozen kinds on odd files; the text is read all the same
            self.gave_up += 1
            return []
        finally:
            self._left -= time.monotonic() - began
        return [table for cells in found if (table := ruled_table(cells, boxes)) is not None]

    def _tables(self, number: int) -> list[list[Bounds]]:
        if self._plumber is None:
            import pdfplumber

            self._plumber = pdfplumber.open(io.BytesIO(self._content))
        page = self._plumber.pages[number]
        rules = [_straight(rule) for rule in page.edges]
        found = page.find_tables(
            {
                "vertical_strategy": "explicit",
                "horizontal_strategy": "explicit",
                "explicit_vertical_lines": [rule for rule in rules if rule["orientation"] == "v"],
                "explicit_horizontal_lines": [rule for rule in rules if rule["orientation"] == "h"],
            }
        )
        page.close()
        return [table.cells for table in found]


def _straight(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule on half points: on a turned page pdfplumber takes one that slants by a hair for an upright one."""
    places = {name: round(rule[name] * 2) / 2 for name in ("x0", "x1", "top", "bottom")}
    wide, high = places["x1"] - places["x0"], places["bottom"] - places["top"]
    return {**rule, **places, "orientation": "h" if wide > high else "v"}
