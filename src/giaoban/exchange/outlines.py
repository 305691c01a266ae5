"""From rings of longitude and latitude to simple SVG paths whose common borders stay common.

Rings are cut where borders meet, and each piece is simplified once, in one direction: two neighbours
get the same line, so no slit or overlap opens between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians

Point = tuple[float, float]
Ring = list[Point]

# The frame: the mainland and both archipelagos, degrees; the scale is drawing units for a degree of latitude.
WEST, EAST, SOUTH, NORTH = 101.9, 117.9, 6.3, 23.6
SCALE = 56
_SQUEEZE = cos(radians(16))
WIDTH, HEIGHT = round((EAST - WEST) * _SQUEEZE * SCALE), round((NORTH - SOUTH) * SCALE)
TOLERANCE = 0.4
_SMALLEST = 1.0


def project(longitude: float, latitude: float) -> Point:
    """Plate carrée true at 16° north; to a hundredth of a drawing unit, so that common points stay equal."""
    return round((longitude - WEST) * _SQUEEZE * SCALE, 2), round((NORTH - latitude) * SCALE, 2)


def simplify_together(units: Mapping[str, Sequence[Ring]], tolerance: float = TOLERANCE) -> dict[str, list[Ring]]:
    """Simplify the projected rings of all units at once; a unit keeps its largest ring however small it is."""
    closed = {key: [_open(ring) for ring in rings] for key, rings in units.items()}
    joints = _joints(ring for rings in closed.values() for ring in rings)
    simple: dict[str, list[Ring]] = {}
    for key, rings in closed.items():
        thinned = [_thin(ring, joints, tolerance) for ring in rings if len(ring) >= 3]
        thinned.sort(key=_area, reverse=True)
        simple[key] = thinned[:1] + [ring for ring in thinned[1:] if size(ring) >= _SMALLEST]
    return simple


def _open(ring: Sequence[Point]) -> Ring:
    """The ring without repeated points; its end joins its start."""
    kept: Ring = []
    for point in ring:
        if not kept or point != kept[-1]:
            kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _joints(rings: Iterable[Ring]) -> set[Point]:
    """Points where borders meet: those with more than two neighbours over all rings."""
    neighbours: dict[Point, tuple[Point, Point]] = {}
    joints: set[Point] = set()
    for ring in rings:
        for before, point, after in zip([*ring[-1:], *ring[:-1]], ring, [*ring[1:], *ring[:1]], strict=True):
            pair = (before, after) if before <= after else (after, before)
            if neighbours.setdefault(point, pair) != pair:
                joints.add(point)
    return joints


def _thin(ring: Ring, joints: set[Point], tolerance: float) -> Ring:
    starts = [place for place, point in enumerate(ring) if point in joints]
    if not starts:
        # An island: cut at its least point and the one farthest from it, whichever way its ring began.
        first = min(range(len(ring)), key=ring.__getitem__)
        starts = sorted({first, max(range(len(ring)), key=lambda place: _apart(ring[first], ring[place]))})
    thinned: Ring = []
    for place, start in enumerate(starts):
        end = starts[(place + 1) % len(starts)]
        piece = ring[start : end + 1] if end > start else ring[start:] + ring[: end + 1]
        thinned += _one_way(piece, tolerance)[:-1]
    return thinned if len(thinned) >= 3 else ring


def _one_way(piece: Ring, tolerance: float) -> Ring:
    """Simplify in the direction that does not depend on which neighbour asks."""
    if piece[0] > piece[-1] or (piece[0] == piece[-1] and piece[1] > piece[-2]):
        return _douglas_peucker(piece[::-1], tolerance)[::-1]
    return _douglas_peucker(piece, tolerance)


def _douglas_peucker(piece: Ring, tolerance: float) -> Ring:
    kept = {0, len(piece) - 1}
    spans = [(0, len(piece) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda place: _off(piece[place], piece[first], piece[last]))
        if _off(piece[far], piece[first], piece[last]) > tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [piece[place] for place in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a line; from its start when the line is a point."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = hypot(x2 - x1, y2 - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else hypot(x - x1, y - y1)


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True))) / 2


def size(ring: Ring) -> float:
    """The longer side of a ring's box."""
    (left, top), (right, bottom) = box(ring)
    return max(right - left, bottom - top)


def box(ring: Ring) -> tuple[Point, Point]:
    """The corners of a ring's box."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return (min(across), min(down)), (max(across), max(down))


def path_of(rings: Iterable[Ring]) -> str:
    """The rings as one SVG path, to a tenth of a unit."""
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)


def word_place(ring: Ring) -> tuple[float, float, float]:
    """Where words fit inside a ring best: the middle of the widest stretch at several heights, and its width."""
    (_, top), (_, bottom) = box(ring)
    heights = [top + (bottom - top) * part / 10 for part in (5, 4, 6, 3, 7)]
    wide, left, y = max(((*_widest(ring, height), height) for height in heights), key=lambda found: found[0])
    return round(left + wide / 2, 1), round(y, 1), wide


def _widest(ring: Ring, y: float) -> tuple[float, float]:
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True)
        if (y1 <= y) != (y2 <= y)
    )
    stretches = [(right - left, left) for left, right in zip(crossings[::2], crossings[1::2], strict=True)]
    return max(stretches, default=(0.0, ring[0][0]))
