"""A trend the size of a word: too small for axes, drawn as paths and read aloud by its label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from giaoban.web.chair.shown import ShownSpark

WIDTH, TOP, BOTTOM = 120, 3, 28


def spark(values: Sequence[Decimal | int | None], *, label: str) -> ShownSpark | None:
    """The line of a series, oldest first; None in the series is a gap, and fewer than two figures are no line."""
    known = [float(value) for value in values if value is not None]
    if len(known) < 2:
        return None
    low, high = min(known), max(known)
    spread = (high - low) or 1.0
    step = (WIDTH - 4) / max(len(values) - 1, 1)

    def place(position: int, value: Decimal | int) -> str:
        return f"{2 + position * step:.1f} {BOTTOM - (float(value) - low) / spread * (BOTTOM - TOP):.1f}"

    runs = groupby(enumerate(values), key=lambda pair: pair[1] is None)
    points = [[place(at, value) for at, value in run if value is not None] for gap, run in runs if not gap]
    paths = tuple("M" + "L".join(run) for run in points)
    last = points[-1][-1] if values[-1] is not None else ""
    return ShownSpark(paths, last, label)
