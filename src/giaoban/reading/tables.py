"""Figures of tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from giaoban.packs import Packs

from .layout import Layout
from .model import Figure
from .sectors import SectorFinder


class CellLike(Protocol):
    """A cell: its text and place, its row and column on the grid, how many it spans."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def row_span(self) -> int: ...
    @property
    def column_span(self) -> int: ...


class TableLike(Protocol):
    """A table as `exchange.Table` gives it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def cells(self) -> Sequence[CellLike]: ...


def read_tables(layout: Layout, tables: Sequence[TableLike], packs: Packs, sectors: SectorFinder) -> list[Figure]:
    """The figures of tables."""
    return []
