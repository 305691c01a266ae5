"""What a map is drawn on: tiles laid out by hand, or the outlines of an imported boundary file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from giaoban.core.succession import Entity
from giaoban.exchange.boundary_store import BoundarySet, Outline
from giaoban.packs.tiles import Islands, Layout

TILE_WIDTH, TILE_HEIGHT, GAP = 88, 52, 4
# Room east of the last tile for the Biển Đông with its two archipelagos.
_SEA = 250
# Dots of an archipelago, in tile fractions around its place: scattered as the islands are, not a row of them.
_ISLES = {
    "Quần đảo Hoàng Sa": ((-0.32, -0.18), (-0.12, 0.1), (-0.3, 0.22), (0.16, -0.12), (0.34, 0.06), (0.08, 0.3)),
    "Quần đảo Trường Sa": (
        (-0.42, -0.5), (-0.1, -0.62), (0.2, -0.3), (-0.28, -0.1), (0.46, 0.02), (0.05, 0.1), (-0.5, 0.32),
        (-0.16, 0.44), (0.28, 0.42),
    ),
}  # fmt: skip
_DOT = 5
# Type of 12 units: the width of a letter with some air, as a name stands above the widest stretch; and a line.
_LETTER, _LINE = 8.5, 13


@dataclass(frozen=True)
class Shape:
    """One unit on the sheet: its path, and where its words go; `roomy` when name and figure fit inside."""

    key: str
    name: str
    short: str
    path: str
    x: float
    y: float
    roomy: bool = True


@dataclass(frozen=True)
class IslandShape:
    """An archipelago, drawn in the class of the unit it belongs to."""

    name: str
    of: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Sheet:
    """Everything that has a place; `legend` is the free corner for it."""

    style: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    islands: tuple[IslandShape, ...]
    legend: tuple[float, float]
    sea: tuple[float, float]


def tile_sheet(layout: Layout, units: Mapping[str, Entity]) -> Sheet:
    """Lay out tiles, and the archipelagos out at sea."""
    width, height = layout.columns * TILE_WIDTH + _SEA, layout.rows * TILE_HEIGHT
    shapes = tuple(
        Shape(
            tile.key,
            units[tile.key].name,
            tile.short,
            _box(tile.column * TILE_WIDTH, tile.row * TILE_HEIGHT),
            tile.column * TILE_WIDTH + (TILE_WIDTH - GAP) / 2,
            tile.row * TILE_HEIGHT + (TILE_HEIGHT - GAP) / 2,
        )
        for tile in layout.tiles
    )
    southern = layout.rows * TILE_HEIGHT * 0.37
    sea = ((layout.columns + 0.4) * TILE_WIDTH, (_mean(i.row for i in layout.islands) + 0.5) * TILE_HEIGHT)
    return Sheet("tiles", width, height, shapes, tuple(map(_archipelago, layout.islands)), (0, southern), sea)


def _mean(numbers: Iterable[float]) -> float:
    known = list(numbers)
    return sum(known) / len(known) if known else 0


def _box(left: float, top: float) -> str:
    """A tile with slightly rounded corners, as a path: tiles and outlines are drawn by one rule."""
    wide, high, bend = TILE_WIDTH - GAP, TILE_HEIGHT - GAP, 5
    return (
        f"M{left + bend} {top}h{wide - 2 * bend}q{bend} 0 {bend} {bend}v{high - 2 * bend}q0 {bend} {-bend} {bend}"
        f"h{2 * bend - wide}q{-bend} 0 {-bend} {-bend}v{2 * bend - high}q0 {-bend} {bend} {-bend}z"
    )


def _archipelago(islands: Islands) -> IslandShape:
    x, y = (islands.column + 0.5) * TILE_WIDTH, (islands.row + 0.5) * TILE_HEIGHT
    return IslandShape(islands.name, islands.of, isles_path(islands.name, x, y, TILE_WIDTH), x, y)


def isles_path(name: str, x: float, y: float, size: float) -> str:
    """The dots of an archipelago around its place."""
    dot = _DOT * size / TILE_WIDTH
    return "".join(
        f"M{x + east * size - dot:g} {y + south * size:g}a{dot:g} {dot:g} 0 1 0 {2 * dot:g} 0"
        f"a{dot:g} {dot:g} 0 1 0 {-2 * dot:g} 0z"
        for east, south in _ISLES.get(name, ((0, 0),))
    )


def _fits(name: str, outline: Outline) -> bool:
    """Whether a name of the map's type fits inside an outline, with the mark of its class below."""
    return outline.wide >= len(name) * _LETTER and outline.high >= 3 * _LINE


def outline_sheet(outlines: BoundarySet, units: Mapping[str, Entity]) -> Sheet:
    """The imported outlines; archipelagos that the file left out are set in their place."""
    shapes = tuple(
        Shape(
            key, units[key].name, units[key].short, outline.path, outline.x, outline.y, _fits(units[key].short, outline)
        )
        for key, outline in outlines.units.items()
    )
    islands = tuple(
        IslandShape(isles.name, isles.of, "" if isles.drawn else isles_path(isles.name, isles.x, isles.y, 60), isles.x,
                    isles.y)
        for isles in outlines.islands
    )  # fmt: skip
    sea = (outlines.width * 0.74, outlines.height * 0.62)
    return Sheet("outlines", outlines.width, outlines.height, shapes, islands, (0, outlines.height * 0.4), sea)
