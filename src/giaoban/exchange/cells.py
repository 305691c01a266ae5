"""Cells of a ruled table, known by their bounds → a grid of the words that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giaoban.exchange.document import Slot, one_line
from giaoban.exchange.layout import Box, lines_of
from giaoban.exchange.pages import Ruled

NUMBER_HEADS = {"STT", "TT"}
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom; y grows downward."""


def within(box: Box, frame: Box) -> bool:
    """Whether the middle of a box lies inside a frame."""
    middle = (box.left + box.right) / 2
    return frame.left - 1 <= middle <= frame.right + 1 and frame.top - 1 <= box.middle <= frame.bottom + 1


def ruled_table(cells: Sequence[Bounds], boxes: Sequence[Box]) -> Ruled | None:
    """The grid of a table from the bounds of its cells; None for a single frame around text."""
    columns = _edges([x for left, _, right, _ in cells for x in (left, right)])
    rows = _edges([y for _, top, _, bottom in cells for y in (top, bottom)])
    if len(columns) < 3 or len(rows) < 2:
        return None
    grid = []
    for left, top, right, bottom in cells:
        frame = Box("", left, top, right, bottom)
        column, row = _place(columns, left), _place(rows, top)
        inside = [box for box in boxes if within(box, frame)]
        text = one_line(" ".join(line.text for line in lines_of(inside, words=True)))
        grid.append(Slot(_unbroken(text), row, column, _place(rows, bottom) - row, _place(columns, right) - column))
    bounds = Box("", columns[0], rows[0], columns[-1], rows[-1])
    return Ruled(bounds, grid, tuple(columns))


def _unbroken(text: str) -> str:
    """The head of the column of numbers made one word: it is so narrow that Word breaks "STT" over two lines."""
    word = text.replace(" ", "")
    return word if word.upper() in NUMBER_HEADS else text


def _edges(places: list[float]) -> list[float]:
    """The places of rules, those within two points of one another taken as one."""
    ordered = sorted(places)
    return ordered[:1] + [place for last, place in pairwise(ordered) if place - last > 2]


def _place(edges: list[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))
