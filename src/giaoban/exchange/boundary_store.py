"""Imported boundaries as they are kept: one JSON file for each set of units, ready to draw."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Outline:
    """One unit: an SVG path, where its words go, and how wide and high they may be."""

    path: str
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True)
class IslandPlace:
    """An archipelago: in the outline of its unit already (`drawn`), or to be set in its place."""

    name: str
    of: str
    x: float
    y: float
    drawn: bool


@dataclass(frozen=True)
class BoundarySet:
    """Outlines of all units of one day; `file` is the name of the file they came from."""

    on: date
    file: str
    width: float
    height: float
    units: dict[str, Outline]
    islands: tuple[IslandPlace, ...]


def save_boundaries(folder: Path, boundaries: BoundarySet) -> Path:
    """Keep a set; it takes the place of an earlier one of the same units."""
    folder.mkdir(parents=True, exist_ok=True)
    earlier = [path for path, kept in list_boundaries(folder) if kept and kept.units.keys() == boundaries.units.keys()]
    goal = folder / f"{len(boundaries.units)}-units-{boundaries.on.isoformat()}.json"
    # Written beside and then renamed: a page that draws at this moment sees the old set or the new, never half a one.
    beside = goal.with_suffix(".part")
    beside.write_text(json.dumps(asdict(boundaries), ensure_ascii=False, default=date.isoformat), encoding="utf-8")
    beside.replace(goal)
    for path in earlier:
        if path != goal:
            path.unlink()
    return goal


def list_boundaries(folder: Path) -> Iterator[tuple[Path, BoundarySet | None]]:
    """Every kept set with its file; None for a file that is no longer readable."""
    for path in sorted(folder.glob("*.json")):
        yield path, _load(path)


# A map is drawn for every page view: a set is read again only when its file changed.
_READ: dict[Path, tuple[int, BoundarySet | None]] = {}


def find_boundaries(folder: Path, keys: Collection[str]) -> BoundarySet | None:
    """The set of exactly these units, or None; a file that is not readable is as if it were not there."""
    wanted = set(keys)
    for path in sorted(folder.glob("*.json")):
        changed = path.stat().st_mtime_ns
        if path not in _READ or _READ[path][0] != changed:
            _READ[path] = (changed, _load(path))
        kept = _READ[path][1]
        if kept is not None and kept.units.keys() == wanted:
            return kept
    return None


def _load(path: Path) -> BoundarySet | None:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return BoundarySet(
            date.fromisoformat(kept["on"]),
            kept["file"],
            kept["width"],
            kept["height"],
            {key: Outline(**outline) for key, outline in kept["units"].items()},
            tuple(IslandPlace(**place) for place in kept["islands"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
