"""Pages already taken apart → one document: furniture dropped, paragraphs carried over the page, tables joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import regex

from giaoban.exchange.document import Composer, Document, Grid, Kind, Note, Slot, Stretch, Table, one_line
from giaoban.exchange.layout import (
    ITEM,
    Box,
    Line,
    aligned_grid,
    in_reading_order,
    is_furniture,
    join,
    paragraphs_of,
    running_lines,
)
from giaoban.exchange.legacy_fonts import convert_lines

NUMBER = regex.compile(r"\d(?:[\d.,/%]*\d)?%?")


@dataclass(frozen=True)
class Ruled:
    """A ruled table on a page: its bounds, its grid of cell texts, the edges of its columns."""

    bounds: Box
    grid: Grid
    edges: tuple[float, ...]


@dataclass(frozen=True)
class Page:
    """One page: loose runs and ruled tables, or the blocks that character recognition has already put in order."""

    height: float
    boxes: tuple[Box, ...] = ()
    tables: tuple[Ruled, ...] = ()
    blocks: tuple[tuple[Line, ...], ...] = ()
    scanned: bool = False
    doubtful: frozenset[str] = frozenset()  # numbers on which two passes of recognition disagree
    timed_out: bool = False

    def ordered(self) -> list[list[Line]]:
        """The lines by block; a ruled table stands among them as a box that takes its whole place."""
        if self.scanned:
            return [list(block) for block in self.blocks]
        return in_reading_order([*self.boxes, *(table.bounds for table in self.tables)])


def compose(pages: Sequence[Page], kind: Kind, notes: Iterable[Note] = ()) -> Document:
    """The document of the pages, in order."""
    pages, legacy = _in_unicode(pages)
    ordered = [page.ordered() for page in pages]
    flat = [[line for block in blocks for line in block] for blocks in ordered]
    running = running_lines(flat, [page.height for page in pages])
    writer = _Writer(Composer())
    for page, blocks in zip(pages, ordered, strict=True):
        kept = [[line for line in block if not is_furniture(line, page.height, running)] for block in blocks]
        writer.page(page, [block for block in kept if block])
    text, tables = writer.finish()
    notes = [*notes, *([Note("converted_encoding", {"encoding": legacy})] if legacy else [])]
    return Document(text, kind, tables, len(pages), tuple(notes), tuple(_doubtful(text, writer.marks, pages)))


class _Writer:
    """Hands paragraphs and tables to the composer; keeps back what the next page may go on with."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.marks: list[int] = []  # where each page begins in the text
        self._carried: str | None = None
        self._table: Ruled | None = None
        self._at_top = True

    def page(self, page: Page, blocks: list[list[Line]]) -> None:
        if page.scanned:
            self.flush()
        self.marks.append(self.composer.length)
        ruled = {table.bounds: table for table in page.tables}
        for block in blocks:
            self._at_top = True
            for is_table, run in groupby(block, lambda line: line.boxes[0] in ruled):
                lines = list(run)
                if is_table:
                    self._put_tables(ruled[line.boxes[0]] for line in lines)
                else:
                    self._put_lines(lines)

    def finish(self) -> tuple[str, tuple[Table, ...]]:
        self.flush()
        return self.composer.finish()

    def flush(self) -> None:
        """Give away what was kept back."""
        if self._carried is not None:
            self.composer.paragraph(self._carried)
        if self._table is not None:
            self.composer.table(self._table.grid)
        self._carried = self._table = None

    def _put_tables(self, tables: Iterable[Ruled]) -> None:
        for table in tables:
            if self._table is not None and _same_columns(self._table, table):
                self._table = replace(self._table, grid=_stacked(self._table.grid, table.grid))
                continue
            self.flush()
            self._table = table

    def _put_lines(self, lines: list[Line]) -> None:
        for aligned, run in groupby(_with_alignment(lines), lambda pair: pair[1]):
            run_lines = [line for line, _ in run]
            grid = aligned_grid(run_lines) if aligned else None
            if grid:
                self.flush()
                self.composer.table(grid)
                continue
            for paragraph in paragraphs_of(run_lines):
                self._put_paragraph(paragraph.text.strip(), is_open=paragraph.open)
                self._at_top = False

    def _put_paragraph(self, text: str, *, is_open: bool) -> None:
        """Add a paragraph; the first of a column or page goes on with an unended one kept back."""
        if self._carried is not None and self._at_top and not ITEM.match(text):
            text = join(self._carried, text)
            self._carried = None
        self.flush()
        self._carried = text
        if not is_open:
            self.flush()


def _in_unicode(pages: Sequence[Page]) -> tuple[list[Page], str | None]:
    """The pages with runs in legacy fonts converted; the fonts are judged over all pages at once."""
    texts = [box.text for page in pages for box in page.boxes] + [
        slot.text for page in pages for table in page.tables for slot in table.grid
    ]
    converted, legacy = convert_lines(texts)
    if not legacy:
        return list(pages), None
    new: Iterator[str] = iter(converted)
    boxes = [tuple(box._replace(text=next(new)) for box in page.boxes) for page in pages]
    tables = [
        tuple(replace(table, grid=[slot._replace(text=next(new)) for slot in table.grid]) for table in page.tables)
        for page in pages
    ]
    return [replace(page, boxes=b, tables=t) for page, b, t in zip(pages, boxes, tables, strict=True)], legacy


def _with_alignment(lines: list[Line]) -> list[tuple[Line, bool]]:
    """Each line, and whether it belongs to a run of lines set in columns without rules."""
    parted = [len(line.boxes) > 1 for line in lines]
    beside = [False, *(first and second for first, second in pairwise(parted)), False]
    return [(line, beside[place] or beside[place + 1]) for place, line in enumerate(lines)]


def _same_columns(first: Ruled, second: Ruled) -> bool:
    """Whether a table at the top of a page goes on with the one that ended the page before."""
    if len(first.edges) != len(second.edges):
        return False
    return all(abs(one - other) < 3 for one, other in zip(first.edges, second.edges, strict=True))


def _stacked(upper: Grid, lower: Grid) -> Grid:
    """Two parts of a table made one; the head row that Word repeats on the new page is left out."""
    head = [one_line(slot.text) for slot in upper if slot.row == 0]
    if head == [one_line(slot.text) for slot in lower if slot.row == 0]:
        lower = [slot for slot in lower if slot.row > 0]
    below = 1 + max((slot.row + slot.row_span - 1 for slot in upper), default=-1)
    return [*upper, *(Slot(s.text, s.row + below, s.column, s.row_span, s.column_span) for s in lower)]


def _doubtful(text: str, marks: Sequence[int], pages: Sequence[Page]) -> Iterator[Stretch]:
    for page, start, end in zip(pages, marks, [*marks[1:], len(text)], strict=True):
        if page.doubtful:
            found = NUMBER.finditer(text, start, end)
            yield from (Stretch(*number.span()) for number in found if number.group() in page.doubtful)
