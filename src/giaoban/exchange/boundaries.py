"""The ministry's official boundary file (GeoJSON, degrees) into outlines for the map of the provinces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite
from pathlib import Path
from typing import Any

from giaoban.core.errors import DocumentError, PackError
from giaoban.core.succession import Entity, Lineage, fold_name
from giaoban.exchange.boundary_store import BoundarySet, IslandPlace, Outline
from giaoban.exchange.outlines import (
    HEIGHT,
    WIDTH,
    Point,
    Ring,
    box,
    path_of,
    project,
    simplify_together,
    size,
    word_place,
)
from giaoban.packs.load import Packs
from giaoban.packs.tiles import Islands, layout_of

LARGEST = 60_000_000
_DEGREES = ((100.0, 120.0), (4.0, 25.0))
_CODE_NAME = re.compile(r"(^|_)(ma|mã|code|matinh|matp|madvhc|macode)(_|$)|code$|^ma", re.IGNORECASE)
_FAR_EAST = 111.0
# Real places of the archipelagos' middles (degrees), used where the file draws them too small to see or not at all.
_PLACES = {"hoangsa": (112.0, 16.5), "truongsa": (114.2, 9.8)}
_SEEN = 3.0


@dataclass(frozen=True)
class _Feature:
    number: int
    properties: Mapping[str, Any]
    rings: list[Ring]


def read_boundaries(path: Path, packs: Packs, on: date, kind: str = "province") -> BoundarySet:
    """Read a file whose features are exactly the units of a day, and make it ready to draw.

    Raises DocumentError: `boundary_no_file`, `boundary_too_large` (limit), `boundary_not_json` (line),
    `boundary_not_geojson`, `boundary_no_area` (feature), `boundary_not_degrees` (feature, x, y),
    `boundary_unknown_units` (names), `boundary_missing_units` (names, day: another day that fits, if any),
    `boundary_code_and_name_differ` (feature, name, by_code).
    """
    features = _features(_load(path))
    units = {unit.key: unit for unit in packs.entities.at(on, kind)}
    islands = _islands(packs, units)
    owners = _Matcher(packs.entities, on, kind, islands).owners(features)
    rings: dict[str, list[Ring]] = {}
    for feature in features:
        rings.setdefault(owners[feature.number], []).extend(feature.rings)
    simple = simplify_together(rings)
    return BoundarySet(
        on,
        path.name,
        WIDTH,
        HEIGHT,
        {key: _outline(simple[key]) for key in units},
        tuple(_placed(place, simple[place.of]) for place in islands),
    )


def _load(path: Path) -> Any:
    if not path.is_file():
        raise DocumentError("boundary_no_file", file=path.name)
    if path.stat().st_size > LARGEST:
        raise DocumentError("boundary_too_large", file=path.name, limit=LARGEST)
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        raise DocumentError("boundary_not_json", file=path.name, line=fault.lineno) from fault
    except (UnicodeDecodeError, RecursionError, ValueError) as fault:
        raise DocumentError("boundary_not_json", file=path.name, line=1) from fault


def _features(content: Any) -> list[_Feature]:
    found = content.get("features") if isinstance(content, dict) else None
    if not isinstance(found, list) or not found:
        raise DocumentError("boundary_not_geojson")
    return [_feature(number, feature) for number, feature in enumerate(found, start=1)]


def _feature(number: int, feature: Any) -> _Feature:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in ("Polygon", "MultiPolygon"):
        raise DocumentError("boundary_no_area", feature=number)
    given: Any = geometry.get("coordinates")
    polygons = [given] if kind == "Polygon" else given
    try:
        rings = [[_point(number, spot) for spot in ring] for polygon in polygons for ring in polygon]
    except DocumentError:
        raise
    except (TypeError, ValueError, LookupError, OverflowError) as fault:
        raise DocumentError("boundary_no_area", feature=number) from fault
    if not any(len(ring) >= 4 for ring in rings):
        raise DocumentError("boundary_no_area", feature=number)
    properties = feature.get("properties")
    return _Feature(number, properties if isinstance(properties, dict) else {}, rings)


def _point(number: int, spot: Sequence[float]) -> Point:
    x, y = float(spot[0]), float(spot[1])
    (west, east), (south, north) = _DEGREES
    # Metres of VN-2000 are the usual slip: they would be drawn far off the sheet.
    if not (isfinite(x) and isfinite(y) and west <= x <= east and south <= y <= north):
        raise DocumentError("boundary_not_degrees", feature=number, x=spot[0], y=spot[1])
    return project(x, y)


class _Matcher:
    """Find which property holds the names or the codes, and the unit of every feature."""

    def __init__(self, lineage: Lineage, on: date, kind: str, islands: Sequence[Islands]) -> None:
        self.lineage, self.on, self.kind = lineage, on, kind
        self.units = {unit.key: unit for unit in lineage.at(on, kind)}
        self.islands = {fold_name(place.name.removeprefix("Quần đảo ")): place.of for place in islands}
        self.folded: dict[str, list[str]] = {}
        for unit in self.units.values():
            for name in {fold_name(name) for name in (unit.name, unit.short, *unit.aliases) if name}:
                self.folded.setdefault(name, []).append(unit.key)

    def owners(self, features: Sequence[_Feature]) -> dict[int, str]:
        """Feature number → unit key, every feature and every unit once matched; or the error that says why not."""
        named = self._best(features, self._by_name)
        coded = self._best(features, self._by_code, _CODE_NAME)
        chosen = named if len(named) >= len(coded) else coded
        self._check_strangers(features, chosen)
        self._check_complete(features, chosen)
        if len(named) == len(coded) == len(features):
            self._check_agreement(features, named, coded)
        return chosen

    def _best(self, features: Sequence[_Feature], find: Any, only: re.Pattern[str] | None = None) -> dict[int, str]:
        properties = dict.fromkeys(name for feature in features for name in feature.properties)
        best: dict[int, str] = {}
        for name in properties:
            if only and not only.search(name):
                continue
            found = {f.number: key for f in features if (key := find(f.properties.get(name)))}
            if (len(set(found.values())), len(found)) > (len(set(best.values())), len(best)):
                best = found
        return best

    def _by_name(self, value: Any) -> str | None:
        if not isinstance(value, str) or not value.strip():
            return None
        found = {unit.key for unit in self.lineage.named(value, kind=self.kind, on=self.on)}
        found = found or set(self.folded.get(fold_name(value), ()))
        if len(found) == 1:
            return found.pop()
        return next((key for name, key in self.islands.items() if name in fold_name(value)), None)

    def _by_code(self, value: Any) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        code = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
        owners = self.lineage.by_code(code.zfill(2), kind=self.kind, on=self.on)
        return owners[0].key if owners else None

    def _check_strangers(self, features: Sequence[_Feature], owners: Mapping[int, str]) -> None:
        strangers = [_title(feature) for feature in features if feature.number not in owners]
        if strangers:
            raise DocumentError("boundary_unknown_units", names=strangers, on=self.on, day=self._fitting(features))

    def _check_agreement(
        self, features: Sequence[_Feature], named: Mapping[int, str], coded: Mapping[int, str]
    ) -> None:
        for feature in features:
            by_name, by_code = named[feature.number], coded[feature.number]
            if by_name != by_code and by_name not in self.islands.values():
                raise DocumentError(
                    "boundary_code_and_name_differ",
                    feature=feature.number,
                    name=self.units[by_name].name,
                    by_code=self.units[by_code].name,
                    on=self.on,
                )

    def _check_complete(self, features: Sequence[_Feature], owners: Mapping[int, str]) -> None:
        missing = [unit.name for key, unit in self.units.items() if key not in set(owners.values())]
        if missing:
            raise DocumentError("boundary_missing_units", names=missing, on=self.on, day=self._fitting(features))

    def _fitting(self, features: Sequence[_Feature]) -> date | None:
        """Another day whose units the file holds exactly: the file is right and the day is not."""
        turns = {event.on for event in self.lineage.events} - {self.on}
        for day in sorted({*turns, *(turn - timedelta(days=1) for turn in turns)}, reverse=True):
            other = _Matcher(self.lineage, day, self.kind, ())
            if other.units.keys() != self.units.keys():
                found = set(other._best(features, other._by_name).values())
                if found == other.units.keys():
                    return day
        return None


def _title(feature: _Feature) -> str:
    """What a feature is called, for an error: its longest text that is not a number."""
    texts = [value for value in feature.properties.values() if isinstance(value, str) and not value.isdigit()]
    return max(texts, key=len)[:80] if texts else f"#{feature.number}"


def _islands(packs: Packs, units: Mapping[str, Entity]) -> tuple[Islands, ...]:
    try:
        return layout_of(packs.root, units).islands
    except PackError:
        return ()


def _outline(rings: list[Ring]) -> Outline:
    x, y, wide = word_place(rings[0])
    (_, top), (_, bottom) = box(rings[0])
    return Outline(path_of(rings), x, y, round(wide, 1), round(bottom - top, 1))


def _placed(islands: Islands, rings: Sequence[Ring]) -> IslandPlace:
    x, y = project(*_PLACES[fold_name(islands.name.removeprefix("Quần đảo "))])
    drawn = any(size(ring) >= _SEEN for ring in _at_sea(rings))
    return IslandPlace(islands.name, islands.of, x, y, drawn)


def _at_sea(rings: Sequence[Ring]) -> Iterator[Ring]:
    edge = project(_FAR_EAST, 0)[0]
    return (ring for ring in rings if ring[0][0] >= edge)
