"""The ruled tables of a scanned page: long dark lines, their crossings, the cells between them.

Pillow alone: a page shrunk sixteen times along one axis keeps only what is dark for sixteen dots running.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from giaoban.exchange.cells import Bounds

if TYPE_CHECKING:
    from PIL.Image import Image

DARK = 150
BLOCK = 16
CROSSING = 1.5 * BLOCK  # how far a rule may end from the one it meets: shrinking cuts it, a tilt moves it
SHORTEST = {"h": 8, "v": 5}  # blocks: no stroke of a letter is as long
RULES_AT_LEAST, RULES_AT_MOST = 4, 600
Edge = dict[str, Any]


def find_cells(image: Image) -> list[list[Bounds]]:
    """The bounds of the cells of each ruled table on a grey page, in dots."""
    ink = image.point([255 if shade < DARK else 0 for shade in range(256)])
    rules = [*_level(ink), *_upright(ink)]
    kinds = [rule["orientation"] for rule in rules]
    if min(kinds.count("h"), kinds.count("v")) < RULES_AT_LEAST // 2 or len(rules) > RULES_AT_MOST * 4:
        return []
    return _cells(rules)


def _cells(rules: list[Edge]) -> list[list[Bounds]]:
    from pdfplumber import table as plumber

    merged = plumber.merge_edges(rules, 4, 4, 2 * BLOCK, 2 * BLOCK)
    if len(merged) > RULES_AT_MOST:
        return []
    crossings = plumber.edges_to_intersections(merged, CROSSING, CROSSING)
    return plumber.cells_to_tables(plumber.intersections_to_cells(crossings)) if crossings else []


def _level(ink: Image) -> Iterator[Edge]:
    small = ink.reduce((BLOCK, 1))
    for row, first, last in _runs(small.tobytes(), small.width, SHORTEST["h"]):
        yield _edge("h", first * BLOCK, row, last * BLOCK, row)


def _upright(ink: Image) -> Iterator[Edge]:
    from PIL.Image import Transpose

    small = ink.reduce((1, BLOCK)).transpose(Transpose.TRANSPOSE)
    for column, first, last in _runs(small.tobytes(), small.width, SHORTEST["v"]):
        yield _edge("v", column, first * BLOCK, column, last * BLOCK)


def _runs(shades: bytes, width: int, shortest: int) -> Iterator[tuple[int, int, int]]:
    """Row, first and last block of every dark run; a run that wraps to the next row is cut there."""
    for run in re.finditer(rb"[\xb0-\xff]{%d,}" % shortest, shades):
        row, first = divmod(run.start(), width)
        last = min(first + run.end() - run.start(), width)
        if last - first >= shortest:
            yield row, first, last


def _edge(orientation: str, left: int, top: int, right: int, bottom: int) -> Edge:
    places = {"x0": float(left), "x1": float(right), "top": float(top), "bottom": float(bottom)}
    return {**places, "width": right - left, "height": bottom - top, "orientation": orientation}
