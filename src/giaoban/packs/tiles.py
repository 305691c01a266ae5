"""The tile maps of `entities/tiles.toml`: where each unit's tile stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from giaoban.core.errors import PackError
from giaoban.packs.toml import read_toml

_NO_TILE = "."


@dataclass(frozen=True)
class Tile:
    """One unit's place, counted in tiles from the north-west corner."""

    key: str
    short: str
    column: int
    row: int


@dataclass(frozen=True)
class Islands:
    """An archipelago drawn where it is; it belongs to the unit `of`."""

    name: str
    of: str
    column: float
    row: float


@dataclass(frozen=True)
class Layout:
    """A tile map for one set of units."""

    name: str
    tiles: tuple[Tile, ...]
    islands: tuple[Islands, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(tile.key for tile in self.tiles)

    @property
    def columns(self) -> int:
        return 1 + max(tile.column for tile in self.tiles)

    @property
    def rows(self) -> int:
        return 1 + max(tile.row for tile in self.tiles)


def layout_of(root: Path, keys: Collection[str]) -> Layout:
    """The layout drawn for exactly these units. Raises PackError `no_layout` (details: units)."""
    for layout in load_layouts(root):
        if layout.keys == frozenset(keys):
            return layout
    raise PackError("no_layout", units=len(frozenset(keys)))


@lru_cache(maxsize=8)
def load_layouts(root: Path) -> tuple[Layout, ...]:
    """Every layout of a folder of packs, read once. Raises PackError as `read_layouts` does."""
    return read_layouts(root)


def read_layouts(root: Path) -> tuple[Layout, ...]:
    """Every layout of a folder of packs; none when it has no tiles.

    Raises PackError `layout_faulty` (details: layout, problem, units) where rows and units do not agree, or
    a layout is not written as one.
    """
    path = root / "entities" / "tiles.toml"
    if not path.exists():
        return ()
    try:
        return tuple(_layout(row) for row in read_toml(path).get("layout", ()))
    except (TypeError, KeyError, AttributeError) as fault:
        raise PackError("layout_faulty", layout="", problem=str(fault), units=[]) from fault


def _layout(row: dict[str, Any]) -> Layout:
    units: dict[str, str] = row["units"]
    placed = [
        (short, column, number)
        for number, line in enumerate(row["rows"])
        for column, short in enumerate(line.split())
        if short != _NO_TILE
    ]
    strangers = {short for short, _, _ in placed} ^ units.keys()
    if strangers or len(placed) != len(units):
        raise PackError("layout_faulty", layout=row["name"], problem="units_and_tiles_differ", units=sorted(strangers))
    return Layout(
        row["name"],
        tuple(Tile(units[short], short, column, number) for short, column, number in placed),
        tuple(Islands(**islands) for islands in row.get("islands", ())),
    )
