"""Runs of text on a page → the paragraphs a person would read: columns in turn, lines joined, page furniture dropped.

Places are in points, y grows downward. PDF text and character recognition both come through here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import regex

from giaoban.exchange.document import Grid, Slot

WIDE_GAP = 2.2  # of the line height: a gap this wide parts two cells, not two words
ROOM = 0.6  # of the line height: the word space and the play that a full line may leave
LEADING = 1.9  # line pitches above this many heights part two paragraphs
MARGIN = 0.09  # of the page's height, above and below, where running heads and page numbers stand
PAGE_NUMBER = regex.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*"
    r"|(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?"  # the address and the moment that browsers print in the margin
    r"|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?: .*)?",
    regex.IGNORECASE,
)
ITEM = regex.compile(
    r"(?:[-–—+•●○▪*o]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}[.)]\s|(?:Chương|Phần|Mục|Điều)\s\S)"
)
SENTENCE_END = regex.compile(r"[.!?:;…][”\"')]*$")
BANDS_LIMIT = 400  # runs on a page: trying every cut costs their square
SOFT_HYPHENS = ("\xad", "\x02", "\ufffe")


class Box(NamedTuple):
    """A run of text on one line; a tuple, for a page of small print has eight thousand letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 0.1)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Line:
    """The boxes of one line, left to right."""

    boxes: tuple[Box, ...]

    @property
    def text(self) -> str:
        return " ".join(box.text for box in self.boxes)

    @property
    def left(self) -> float:
        return self.boxes[0].left

    @property
    def right(self) -> float:
        return max(box.right for box in self.boxes)

    @property
    def top(self) -> float:
        return min(box.top for box in self.boxes)

    @property
    def bottom(self) -> float:
        return max(box.bottom for box in self.boxes)

    @property
    def height(self) -> float:
        return median(box.height for box in self.boxes)


@dataclass(frozen=True)
class Paragraph:
    """Lines joined; `open` when its last line is full, so that the next page may go on with it."""

    text: str
    open: bool


def in_reading_order(boxes: Sequence[Box]) -> list[list[Line]]:
    """The columns or bands of a page, each as its lines, in the order they are read.

    Recursive cut: a clear vertical gutter parts columns, a clear horizontal gap between bands with different
    gutters parts bands; where neither is found, the boxes are one block.
    """
    if not boxes:
        return []
    gutter = _gutter(boxes)
    if gutter is not None:
        left = [box for box in boxes if box.left < gutter]
        right = [box for box in boxes if box.left >= gutter]
        return in_reading_order(left) + in_reading_order(right)
    for above, below in _bands(boxes) if len(boxes) <= BANDS_LIMIT else ():
        if _gutter(above) is not None or _gutter(below) is not None:
            return in_reading_order(above) + in_reading_order(below)
    return [lines_of(boxes)]


def lines_of(boxes: Iterable[Box], *, words: bool = False) -> list[Line]:
    """Boxes on the same baseline made one line, lines from the top down; `words` are always parted by a space."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        if rows and _share_a_line(rows[-1][-1], box):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [Line(tuple(joined(sorted(row, key=lambda box: box.left), words=words))) for row in rows]


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Lines of one column joined into paragraphs by indent, fullness, distance and item marks."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, left, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, left, right) for group in groups]


def join(first: str, second: str) -> str:
    """Two line pieces of a paragraph made one; a hyphen inside a word stays, a soft one goes."""
    if first.endswith(SOFT_HYPHENS):
        return first[:-1] + second
    if regex.search(r"\p{L}-$", first) and regex.match(r"\p{Ll}", second):
        return first + second
    return f"{first} {second}"


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[str]:
    """The wordings that stand in the margin of most pages, digits aside: running heads and feet."""
    counts: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        counts.update({_shape(line.text) for line in lines if in_margin(line, height)})
    return {shape for shape, times in counts.items() if times >= 3 and times > 0.4 * len(pages)}


def is_furniture(line: Line, height: float, running: set[str]) -> bool:
    """Whether a line is a page number or a running head, and no part of the report."""
    return in_margin(line, height) and (bool(PAGE_NUMBER.fullmatch(line.text)) or _shape(line.text) in running)


def in_margin(line: Line, height: float) -> bool:
    """Whether a line stands in the upper or lower margin of a page."""
    return line.bottom < MARGIN * height or line.top > (1 - MARGIN) * height


def _share_a_line(first: Box, second: Box) -> bool:
    """Whether two runs stand on one baseline; one without text is a ruled table and shares its line with nothing."""
    near = abs(first.middle - second.middle) < 0.4 * min(first.height, second.height)
    return bool(first.text and second.text) and near


def _shape(text: str) -> str:
    return regex.sub(r"\d+", "#", text)


def joined(row: Sequence[Box], *, words: bool = False) -> list[Box]:
    """Neighbours on a line made one box where no more than a word space parts them."""
    merged = [row[0]]
    for box in row[1:]:
        last = merged[-1]
        gap = box.left - last.right
        if gap > WIDE_GAP * max(last.height, box.height):
            merged.append(box)
            continue
        space = " " if words or gap >= 0.12 * last.height else ""
        bottom = max(last.bottom, box.bottom)
        text = last.text + space + box.text
        merged[-1] = Box(text, last.left, min(last.top, box.top), max(last.right, box.right), bottom)
    return merged


def _goes_on(last: Line, line: Line, left: float, right: float) -> bool:
    """Whether a line continues the paragraph of the line above it."""
    if len(last.boxes) > 1 or len(line.boxes) > 1 or ITEM.match(line.text):
        return False
    if line.top - last.top > LEADING * last.height or abs(line.height - last.height) > 0.25 * last.height:
        return False
    indented = line.left > last.left + 0.8 * line.height and line.left > left + 0.8 * line.height
    return _is_full(last, line, right) and not indented


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had no room left on the line above: then the break between them is no end."""
    first_word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * len(first_word) / max(len(line.text), 1)
    return last.right + width + ROOM * last.height > right


def _paragraph(lines: list[Line], left: float, right: float) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = join(text.rstrip(), line.text.lstrip())
    last = lines[-1]
    full = last.right > right - 0.12 * (right - left) and len(last.boxes) == 1
    is_open = full and len(lines) > 1 and not SENTENCE_END.search(text.rstrip())
    return Paragraph(text, is_open)


def aligned_grid(lines: Sequence[Line]) -> Grid | None:
    """The grid of lines whose pieces stand under one another, as in a table without rules; None where they do not."""
    columns: list[list[float]] = []
    for box in sorted((box for line in lines for box in line.boxes), key=lambda box: box.left):
        if columns and box.left < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], box.right)
        else:
            columns.append([box.left, box.right])
    starts = [left for left, _ in columns]
    rows = [[bisect_right(starts, box.left) - 1 for box in line.boxes] for line in lines]
    if any(len(set(row)) < len(row) for row in rows):
        return None
    return [
        Slot(box.text, number, column)
        for number, (line, row) in enumerate(zip(lines, rows, strict=True))
        for box, column in zip(line.boxes, row, strict=True)
    ]


def _gutter(boxes: Sequence[Box]) -> float | None:
    """The left edge of the right column, where an empty strip runs through at least five lines on both sides."""
    if len(boxes) < 10:
        return None
    height = median(box.height for box in boxes)
    reach = min(box.left for box in boxes)
    for box in sorted(boxes, key=lambda box: box.left):
        if box.left > reach + 1.2 * height and _is_column_pair(boxes, box.left, height):
            return box.left
        reach = max(reach, box.right)
    return None


def _is_column_pair(boxes: Sequence[Box], edge: float, height: float) -> bool:
    """Whether both sides of a strip are columns of prose: several lines, mostly wide, side by side."""
    sides = [[box for box in boxes if box.left < edge], [box for box in boxes if box.left >= edge]]
    if any(len(side) < 5 or median(box.right - box.left for box in side) < 8 * height for side in sides):
        return False
    tops = [min(box.top for box in side) for side in sides]
    bottoms = [max(box.bottom for box in side) for side in sides]
    shared = min(bottoms) - max(tops)
    return shared > 0.5 * min(bottom - top for bottom, top in zip(bottoms, tops, strict=True))


def _bands(boxes: Sequence[Box]) -> Iterable[tuple[list[Box], list[Box]]]:
    """Every way to cut the page in two between lines, upper part first."""
    ordered = sorted(boxes, key=lambda box: box.top)
    bottom = ordered[0].bottom
    for place, box in enumerate(ordered):
        if place and box.top > bottom - 0.2 * box.height:
            yield ordered[:place], ordered[place:]
        bottom = max(bottom, box.bottom)
