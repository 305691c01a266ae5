"""The text of a report cut into stretches, each with the items that cover it. Pure: no page, no database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything with a place in a text, end excluded."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True)
class Stretch(Generic[P]):
    """`text` with the items over it, in the order they begin; `opens` are those that begin right here."""

    text: str
    covering: tuple[P, ...]
    opens: tuple[P, ...]


def stretches(text: str, items: Sequence[P], *, start: int = 0, end: int | None = None) -> Iterator[Stretch[P]]:
    """Cut text[start:end] wherever an item begins or ends; the texts of the stretches join to the whole again."""
    end = len(text) if end is None else min(end, len(text))
    placed = sorted((item for item in items if item.end > start and item.start < end), key=lambda item: item.start)
    cuts = {start, end}
    for item in placed:
        cuts |= {max(item.start, start), min(item.end, end)}
    waiting, open_now = list(reversed(placed)), list[P]()
    borders = sorted(cuts)
    for left, right in pairwise(borders):
        open_now = [item for item in open_now if item.end > left]
        opens = []
        while waiting and waiting[-1].start <= left:
            opens.append(waiting.pop())
        open_now += opens
        yield Stretch(text[left:right], tuple(open_now), tuple(opens))


def excerpt(text: str, start: int, end: int, around: int = 400) -> tuple[int, int]:
    """Where to cut an excerpt around text[start:end]: whole paragraphs where they fit, whole words else.

    Out of a table come the rows above too, as far as they fit: a bare number says nothing without its head.
    """
    left = max(text.rfind("\n", 0, start) + 1, _word_before(text, start - around))
    after = text.find("\n", end)
    right = min(after if after >= 0 else len(text), _word_after(text, end + around))
    while left > 0 and "\t" in text[left:right] and start - left < around:
        above = text.rfind("\n", 0, left - 1) + 1
        if "\t" not in text[above:left]:
            break
        left = above
    return max(min(left, start), 0), max(right, end)


def _word_before(text: str, place: int) -> int:
    if place <= 0:
        return 0
    gap = text.find(" ", place)
    return gap + 1 if gap >= 0 else place


def _word_after(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    gap = text.rfind(" ", 0, place)
    return gap if gap >= 0 else place
