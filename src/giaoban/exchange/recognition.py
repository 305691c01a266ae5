"""Pictures of pages → lines of words, by Tesseract with its Vietnamese model, run as a program.

Source of the settings: measured, docs/decisions/0002-libraries.md. 200 dpi and page mode 4 read every figure of a
ruled A4 page; mode 6 loses the table, 300 dpi its columns. Mode 3 reads each page a second time: where the two
disagree on a number, the number is doubtful.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

from giaoban.core.errors import DocumentError
from giaoban.exchange.cells import ruled_table, within
from giaoban.exchange.document import Note
from giaoban.exchange.layout import Box, Line, joined
from giaoban.exchange.pages import NUMBER, Page, Ruled
from giaoban.exchange.rules import find_cells

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
READ_MODE, CHECK_MODE = "4", "3"
LANGUAGE = "vie"
PAGE_SECONDS = 60.0
PIXEL_LIMIT = 40_000_000  # of one rendered page: an A1 drawing at 200 dpi
RULES_READ_AS_LETTERS = "|¦_—~"
WORD_LEVEL = "5"
# Tones that the model drops ("2,6 lân", "yêu câu") in words that a figure or a task hangs on.
DROPPED_TONES = ((re.compile(r"(?<=\d )lân\b"), "lần"), (re.compile(r"(?<=[Yy]êu )câu\b"), "cầu"))


def recognise_page(page: Any) -> Page:
    """Render one page of a PDF (pypdfium2) and recognise it.

    Raises DocumentError `ocr_missing` or `ocr_language_missing` where the program or its model is not installed.
    """
    width, height = page.get_size()
    scale = min(DPI / 72, (PIXEL_LIMIT / max(width * height, 1)) ** 0.5)
    return recognise(page.render(scale=scale, grayscale=True).to_pil())


def recognise(image: Image) -> Page:
    """Recognise one picture of a page at 200 dpi; `timed_out` where Tesseract did not end in time."""
    require_tesseract()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    read, check = _run_both(buffer.getvalue())
    if read is None:
        return Page(float(image.height), scanned=True, timed_out=True)
    words = list(_words(read))
    seen = _numbers(word.text for word in _words(check or ""))
    doubtful = _numbers(word.text for word in words) - seen if check is not None else frozenset()
    boxes = [word.box() for word in words]
    tables = tuple(table for cells in find_cells(image) if (table := ruled_table(cells, boxes)) is not None)
    loose = [word for word, box in zip(words, boxes, strict=True) if not any(within(box, t.bounds) for t in tables)]
    blocks = _with_tables(list(_blocks(loose)), tables)
    return Page(float(image.height), tables=tables, blocks=tuple(blocks), scanned=True, doubtful=doubtful)


def recognition_notes(pages: Sequence[Page]) -> list[Note]:
    """What a person should know of the pages that were recognised."""
    scanned = [page for page in pages if page.scanned]
    notes = []
    if scanned:
        doubtful = sum(len(page.doubtful) for page in scanned)
        notes.append(Note("recognised", {"pages": len(scanned), "doubtful": doubtful}))
    if late := sum(page.timed_out for page in scanned):
        notes.append(Note("pages_left_out", {"pages": late}))
    return notes


@cache
def require_tesseract() -> None:
    """Make sure that Tesseract and its Vietnamese model are here, and ask only once."""
    program = shutil.which("tesseract")
    if program is None:
        raise DocumentError("ocr_missing")
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    if LANGUAGE not in (listed.stdout + listed.stderr).split():
        raise DocumentError("ocr_language_missing")


@dataclass(frozen=True)
class _Word:
    text: str
    place: tuple[int, int, int]  # block, paragraph, line
    left: int
    top: int
    width: int
    height: int

    def box(self) -> Box:
        return Box(self.text, self.left, self.top, self.left + self.width, self.top + self.height)


def _run_both(picture: bytes) -> tuple[str | None, str | None]:
    """Both passes at the same time; None for one that did not end in time."""
    programs = [_start(mode) for mode in (READ_MODE, CHECK_MODE)]
    answers: list[str | None] = []
    for program in programs:
        try:
            answers.append(program.communicate(picture, timeout=PAGE_SECONDS)[0].decode("utf-8", "replace"))
        except subprocess.TimeoutExpired:
            program.kill()
            program.communicate()
            answers.append(None)
    return answers[0], answers[1]


def _start(mode: str) -> subprocess.Popen[bytes]:
    # One thread each: the two passes share the cores better than Tesseract's own threads do.
    return subprocess.Popen(
        ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--psm", mode, "--dpi", str(DPI), "tsv"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )


def _words(table: str) -> Iterable[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip().strip(RULES_READ_AS_LETTERS).strip()
        if row["level"] == WORD_LEVEL and text:
            place = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
            yield _Word(text, place, int(row["left"]), int(row["top"]), int(row["width"]), int(row["height"]))


def _blocks(words: list[_Word]) -> Iterable[tuple[Line, ...]]:
    """The words as lines, by Tesseract's own paragraphs; all lines one height, for joining goes by height."""
    height = median(word.height for word in words) if words else 0
    for _, block in groupby(words, lambda word: word.place[:2]):
        yield tuple(_line(list(line), height) for _, line in groupby(block, lambda word: word.place[2]))


def _with_tables(blocks: list[tuple[Line, ...]], tables: Sequence[Ruled]) -> list[tuple[Line, ...]]:
    """The blocks with each table's place put before the first block that stands lower."""
    for table in tables:
        below = (place for place, block in enumerate(blocks) if block[0].top >= table.bounds.top)
        blocks.insert(next(below, len(blocks)), (Line((table.bounds,)),))
    return blocks


def _line(words: list[_Word], height: float) -> Line:
    bottom = median(word.top + word.height for word in words)
    boxes = [Box(word.text, word.left, bottom - height, word.left + word.width, bottom) for word in words]
    in_order = joined(sorted(boxes, key=lambda box: box.left), words=True)
    return Line(tuple(box._replace(text=_with_tones(box.text)) for box in in_order))


def _with_tones(text: str) -> str:
    for misread, meant in DROPPED_TONES:
        text = misread.sub(meant, text)
    return text


def _numbers(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(NUMBER.findall(" ".join(texts)))
