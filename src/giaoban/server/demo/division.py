"""A figure of the whole divided among the units of the day, so that the parts come to it exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

from giaoban.core.periods import Period
from giaoban.core.succession import Entity, Lineage
from giaoban.server.demo.paths import apportion, between
from giaoban.server.demo.profiles import FIRST_YEAR, Profile, enterprise_sets, province_weights

_FIRST_DAY = date(FIRST_YEAR, 1, 1)


def drawn(seed: int, name: str) -> Random:
    """The chance of one purpose: what is drawn for one figure does not move when another is added."""
    return Random(f"{seed}:{name}")  # noqa: S311  (a demonstration must be the same each time)


class Division:
    """Divides by weight: provinces by size, times a liking of their own for each indicator; enterprises by market."""

    def __init__(self, seed: int, lineage: Lineage) -> None:
        self.seed = seed
        self.lineage = lineage
        self._parts: dict[tuple[str, str], dict[str, int]] = {}
        self._alive: dict[date, tuple[Entity, ...]] = {}
        self._before: dict[str, tuple[str, ...]] = {}

    def provinces(self, on: date) -> tuple[Entity, ...]:
        """The provinces of a day."""
        if on not in self._alive:
            self._alive[on] = self.lineage.at(on, "province")
        return self._alive[on]

    def _forebears(self, key: str) -> tuple[str, ...]:
        if key not in self._before:
            self._before[key] = self.lineage.forebears(key, _FIRST_DAY)
        return self._before[key]

    def parts(self, profile: Profile, period: Period, whole: int) -> dict[str, int]:
        """Unit → its part; empty where the whole is reported as one. A part of another figure stays within it."""
        limits = self._parts.get((profile.of, period.code)) if profile.of else None
        weights = self._weights(profile, period) if limits is None else self._near(profile, period, limits)
        if not weights:
            return {}
        room = list(limits.values()) if limits is not None else None
        parts = dict(zip(weights, apportion(whole, list(weights.values()), room), strict=True))
        self._parts[profile.code, period.code] = parts
        return parts

    def around(
        self, profile: Profile, period: Period, whole: int, reach: float, most: int
    ) -> Iterator[tuple[str, int]]:
        """A share province by province, around the whole; a merged province has the mean of its forebears."""
        random = drawn(self.seed, f"{profile.code}:spread")
        off = {key: max(-1.5, min(1.5, random.gauss(0, 0.6))) * reach for key in province_weights()}
        for unit in self.provinces(period.end):
            forebears = self._forebears(unit.key)
            mean = sum(off[key] for key in forebears) / len(forebears)
            yield unit.key, max(0, min(most, round(whole + mean)))

    def _near(self, profile: Profile, period: Period, limits: Mapping[str, int]) -> dict[str, float]:
        random = drawn(self.seed, f"{profile.code}:{period.code}")
        return {entity: limit * random.uniform(0.94, 1.06) for entity, limit in limits.items()}

    def _weights(self, profile: Profile, period: Period) -> dict[str, float]:
        family = profile.family or profile.code
        weights = self._sizes(profile.split, family, period.end)
        wobble = 0.03 if profile.season else 0.002
        random = drawn(self.seed, f"{family}:{period.code}")
        weights = {entity: weight * random.uniform(1 - wobble, 1 + wobble) for entity, weight in weights.items()}
        return _taking_part(weights, profile, period) if profile.ramp else weights

    def _sizes(self, split: str, family: str, on: date) -> Mapping[str, float]:
        kind, _, name = split.partition(":")
        if kind == "enterprise":
            return enterprise_sets()[name]
        return self._province_sizes(family, on) if kind == "province" else {}

    def _province_sizes(self, family: str, on: date) -> dict[str, float]:
        """Each province of the day with its weight; one formed by merger weighs what its forebears did."""
        random = drawn(self.seed, f"{family}:weights")
        old = {key: weight * random.uniform(0.7, 1.4) for key, weight in province_weights().items()}
        return {unit.key: sum(old[forebear] for forebear in self._forebears(unit.key)) for unit in self.provinces(on)}


def _taking_part(weights: Mapping[str, float], profile: Profile, period: Period) -> dict[str, float]:
    """Provinces that take part by the month: the largest first; the others report none."""
    number = round(between(profile.ramp, (period.end.year - FIRST_YEAR) * 12 + period.end.month - 1))
    order = sorted(weights, key=lambda key: -weights[key])
    return {key: weight if order.index(key) < number else 0.0 for key, weight in weights.items()}
