"""A table once: the page shows it and the download holds it, so that both always say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Cell:
    """`text` is what the page prints; `value` what the file holds: a number, a text, or None for not reported."""

    text: str = ""
    value: Decimal | str | None = None
    href: str = ""
    badge: str = ""
    way: str = ""
    judged: str = ""

    @property
    def number(self) -> bool:
        """Set in tabular figures at the right: a number, or the words that stand where one is missing."""
        return not isinstance(self.value, str)

    @property
    def shown(self) -> str:
        return self.text or (self.value if isinstance(self.value, str) else "")


@dataclass(frozen=True)
class Column:
    name: str
    number: bool = False


@dataclass(frozen=True)
class Line:
    """A row; `group` is a heading that spans the table, `chosen` the row that the chart above shows."""

    cells: tuple[Cell, ...]
    group: bool = False
    total: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Table:
    """`name` is the file's name without its ending; `notes` stand under the table and in the file."""

    name: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    unit: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def width(self) -> int:
        return len(self.columns)


def said(text: str, href: str = "") -> Cell:
    """A cell of words."""
    return Cell(text, text, href)
