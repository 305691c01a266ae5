"""A long report by the sheet: so many items at a time, with the part of the text that they stand in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ITEMS_PER_SHEET = 300
LONGEST_TEXT = 300_000


@dataclass(frozen=True)
class Sheet:
    """Items first..last (positions, from 1) over text[start:end]; `cut` when the text goes on unseen after `end`."""

    number: int
    all: int
    first: int
    last: int
    start: int
    end: int
    cut: bool

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.number < self.all else None


def sheet_of(text: str, starts: Sequence[int], number: int) -> Sheet:
    """Sheet `number` (from 1; the nearest there is) of a text whose items, in order, begin at `starts`."""
    everything = max(1, -(-len(starts) // ITEMS_PER_SHEET))
    number = min(max(number, 1), everything)
    first, after = (number - 1) * ITEMS_PER_SHEET, number * ITEMS_PER_SHEET
    start = 0 if number == 1 else _paragraph(text, starts[first])
    # A paragraph that two sheets share is whole on both.
    end = len(text) if number == everything else max(_paragraph(text, starts[after]), _end(text, starts[after - 1]))
    shown = min(end, start + LONGEST_TEXT)
    return Sheet(number, everything, first + 1, min(after, len(starts)), start, shown, shown < end)


def sheet_with(position: int) -> int:
    """The number of the sheet on which the item at a position (from 1) lies."""
    return (max(position, 1) - 1) // ITEMS_PER_SHEET + 1


def _paragraph(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return found + 1 if found >= 0 else len(text)
