"""Month by month paths of the whole, in whole steps, that meet what was published exactly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import exp, log
from random import Random

from giaoban.server.demo.profiles import MONTHS, Point, Profile

Window = tuple[int, int]  # first and last month, both included


def rough_path(profile: Profile, random: Random) -> list[float]:
    """The path before anything published is met: between the points, with season and noise."""
    path = []
    for month in range(MONTHS):
        value = (held if profile.stepped else between)(profile.points, month)
        if profile.season:
            value *= profile.season[month % 12]
        path.append(value * (1 + profile.noise * max(-2.0, min(2.0, random.gauss(0, 1)))))
    return path


def between(points: Sequence[Point], month: int) -> float:
    """The value at a month: even steps between points, level before the first and after the last."""
    place = bisect_right(points, (month, float("inf")))
    if place == 0:
        return points[0][1]
    if place == len(points):
        return points[-1][1]
    (start, low), (end, high) = points[place - 1], points[place]
    return low + (high - low) * (month - start) / (end - start)


def held(points: Sequence[Point], month: int) -> float:
    """The value of the last point before a month, or in it; of the first point for months before all."""
    return points[max(0, bisect_right(points, (month, float("inf"))) - 1)][1]


def meet_totals(path: Sequence[float], totals: Mapping[Window, int]) -> list[int]:
    """Whole numbers near the path whose sum over each window is its total, to the last digit.

    Windows may lie in one another, the shorter is met first; months in no window follow the nearest ones.
    Raises ValueError where a shorter window already takes more than a longer one has.
    """
    raised = follow(path, {(w[0] + w[1]) // 2: total / sum(path[w[0] : w[1] + 1]) for w, total in totals.items()})
    fixed: dict[int, int] = {}
    for (first, last), total in sorted(totals.items(), key=lambda item: (item[0][1] - item[0][0], item[0])):
        free = [month for month in range(first, last + 1) if month not in fixed]
        rest = total - sum(fixed[month] for month in range(first, last + 1) if month in fixed)
        if rest < 0 or (rest and not free):
            raise ValueError(f"months {first}-{last} cannot come to {total}")
        fixed.update(zip(free, apportion(rest, [path[month] for month in free]), strict=True))
    return [fixed.get(month, round(value)) for month, value in enumerate(raised)]


def meet_states(path: Sequence[float], states: Mapping[int, int]) -> list[int]:
    """Whole numbers near the path that are the stated ones in their months; between, the path is bent evenly."""
    bent = follow(path, {month: state / path[month] for month, state in states.items() if path[month]})
    return [states.get(month, round(value)) for month, value in enumerate(bent)]


def follow(path: Sequence[float], factors: Mapping[int, float]) -> list[float]:
    """The path times a factor that runs evenly, by ratio, from one stated month to the next."""
    if not factors:
        return list(path)
    known = sorted((month, log(factor) if factor > 0 else 0.0) for month, factor in factors.items())
    return [value * exp(between(known, month)) for month, value in enumerate(path)]


def apportion(total: int, weights: Sequence[float], limits: Sequence[int] | None = None) -> list[int]:
    """Divide a whole number by weights into whole numbers that sum to it, by largest remainder.

    With `limits` no part exceeds its own; what is over goes to those with room. Raises ValueError without room.
    """
    if not weights or total == 0:
        return [0] * len(weights)
    if limits is not None and total > sum(limits):
        raise ValueError(f"{total} does not fit into {sum(limits)}")
    whole = sum(weights) or 1.0
    exact = [total * weight / whole for weight in weights]
    parts = [int(value) for value in exact]
    order = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    rest = total - sum(parts)
    for place in order[: rest % len(parts)]:
        parts[place] += 1
    parts = [part + rest // len(parts) for part in parts]
    return parts if limits is None else _within(parts, limits)


def _within(parts: list[int], limits: Sequence[int]) -> list[int]:
    """Push what exceeds a limit to those with the most room."""
    over = 0
    for place, (part, limit) in enumerate(zip(parts, limits, strict=True)):
        over += max(0, part - limit)
        parts[place] = min(part, limit)
    for place in sorted(range(len(parts)), key=lambda place: parts[place] - limits[place]):
        given = min(over, limits[place] - parts[place])
        parts[place] += given
        over -= given
    return parts
