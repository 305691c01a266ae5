"""Classes of a map: at most five, of about as many units each, named by the figures really in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

STEPS = 5


@dataclass(frozen=True)
class Step:
    """One class: from the lowest to the highest figure in it, both included, and how many units it has."""

    number: int
    low: Decimal
    high: Decimal
    units: int


@dataclass(frozen=True)
class Scale:
    """Classes from low to high, numbered from 1."""

    steps: tuple[Step, ...]

    def number(self, value: Decimal | None) -> int | None:
        """The class of a figure; None for a figure that is not reported.

        A figure outside all classes (the scale may be of another period) goes to the nearest one below, or the first.
        """
        if value is None or not self.steps:
            return None
        return max((step.number for step in self.steps if step.low <= value), default=1)


def scale_of(values: Mapping[str, Decimal | None] | Iterable[Decimal | None], steps: int = STEPS) -> Scale:
    """Cut figures into classes of about equal size; equal figures are always of one class."""
    figures = values.values() if isinstance(values, Mapping) else values
    known = sorted(value for value in figures if value is not None)
    # A figure's share is counted from the first of its equals, so that equal figures never part.
    parts = groupby(known, key=lambda value: bisect_left(known, value) * steps // len(known))
    groups = [list(group) for _, group in parts]
    return Scale(tuple(Step(number, group[0], group[-1], len(group)) for number, group in enumerate(groups, start=1)))
