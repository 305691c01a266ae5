"""What a file says, once its format is taken off: one text, and where in it the tables stand.

Offsets count Unicode characters of `Document.text`; for every cell `text[cell.start:cell.end] == cell.text` holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["txt", "html", "docx", "pdf", "scan"]

CELL_SEPARATOR = "\t"
BLOCK_SEPARATOR = "\n\n"


@dataclass(frozen=True)
class Cell:
    """One cell; `row` and `column` are 0-based grid places, a merged cell stands once at its upper left."""

    text: str
    start: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def covers(self, row: int, column: int) -> bool:
        """Whether this cell, with its spans, lies over a grid place."""
        return 0 <= row - self.row < self.row_span and 0 <= column - self.column < self.column_span


@dataclass(frozen=True)
class Table:
    """A table as it stands in the text: one line a row, cells parted by a tab, empty cells kept."""

    rows: tuple[tuple[Cell, ...], ...]
    start: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for row in self.rows for cell in row)

    @property
    def width(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @property
    def end(self) -> int:
        return max((cell.end for cell in self.cells), default=self.start)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell lying over a grid place, merged ones included; None where there is none."""
        return next((cell for cell in self.cells if cell.covers(row, column)), None)


@dataclass(frozen=True)
class Note:
    """What a person should know about the reading, though it went on; `wording` makes the sentence of the code."""

    code: str
    details: dict[str, object] = field(default_factory=dict)


class Stretch(NamedTuple):
    """A stretch of the text, end excluded."""

    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """What was taken out of one file.

    `pages` is None where the format has none. `doubtful` are the stretches where two passes of character
    recognition disagree: a figure there wants a person's eye.
    """

    text: str
    kind: Kind
    tables: tuple[Table, ...] = ()
    pages: int | None = None
    notes: tuple[Note, ...] = ()
    doubtful: tuple[Stretch, ...] = ()


class Slot(NamedTuple):
    """A cell before it has a place in the text."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


Grid = list[Slot]


class Composer:
    """Puts paragraphs and tables one after the other and remembers where each cell fell."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._tables: list[Table] = []

    @property
    def length(self) -> int:
        """Characters put so far."""
        return self._length

    def paragraph(self, text: str) -> int | None:
        """Add a paragraph; returns its offset, or None when there was nothing to add."""
        clean = text.strip()
        if not clean:
            return None
        self._part()
        start = self._length
        self._append(clean)
        return start

    def table(self, grid: Grid) -> None:
        """Add a table; empty rows and tables that hold no word are left out."""
        rows = [row for row in _rows(grid) if any(slot.text for slot in row)]
        if not rows:
            return
        self._part()
        start = self._length
        placed = [self._row(number, row) for number, row in enumerate(rows)]
        self._tables.append(Table(tuple(placed), start))

    def finish(self) -> tuple[str, tuple[Table, ...]]:
        """The whole text and its tables."""
        return "".join(self._pieces), tuple(self._tables)

    def _row(self, number: int, slots: list[Slot]) -> tuple[Cell, ...]:
        if number:
            self._append("\n")
        cells = []
        for index, slot in enumerate(slots):
            if index:
                self._append(CELL_SEPARATOR)
            text = one_line(slot.text)
            cells.append(Cell(text, self._length, slot.row, slot.column, slot.row_span, slot.column_span))
            self._append(text)
        return tuple(cells)

    def _part(self) -> None:
        if self._length:
            self._append(BLOCK_SEPARATOR)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def one_line(text: str) -> str:
    """The text with every run of white space made one space, as a cell holds it."""
    return " ".join(text.split())


def _rows(grid: Grid) -> list[list[Slot]]:
    """The slots by row, rows closed up so that no row number is skipped."""
    by_row: dict[int, list[Slot]] = {}
    for slot in grid:
        by_row.setdefault(slot.row, []).append(slot)
    return [sorted(by_row[row], key=lambda slot: slot.column) for row in sorted(by_row)]
