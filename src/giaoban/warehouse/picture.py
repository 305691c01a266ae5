"""The picture of a sector, and of the ministry: headlines, what is better and worse, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.core.periods import Period
from giaoban.packs import Indicator, Sector
from giaoban.warehouse.headline import Headline, draw_headline
from giaoban.warehouse.reckoner import Reckoner


@dataclass(frozen=True)
class SectorPicture:
    """One sector for one period. `headlines` are what it is first judged by, `others` the rest that hold any figure."""

    sector: Sector
    period: Period
    headlines: tuple[Headline, ...]
    others: tuple[Headline, ...] = ()
    silent: tuple[Indicator, ...] = ()  # indicators of the pack that nobody has ever reported

    @property
    def all(self) -> tuple[Headline, ...]:
        return self.headlines + self.others

    @property
    def missing(self) -> dict[str, list[Headline]]:
        """Each unit that did not report, and the indicators it owes; what is not due is owed by nobody."""
        owing: dict[str, list[Headline]] = {}
        for headline in self.all:
            if headline.standing not in ("reported", "missing"):
                continue
            for entity in headline.value.missing:
                owing.setdefault(entity, []).append(headline)
        return owing

    @property
    def unreported(self) -> tuple[Headline, ...]:
        """Headline indicators that were due for the period and have no figure."""
        return tuple(headline for headline in self.headlines if headline.standing == "missing")


@dataclass(frozen=True)
class MinistryPicture:
    """All sectors for one period."""

    period: Period
    sectors: tuple[SectorPicture, ...]

    def better(self) -> list[tuple[SectorPicture, Headline]]:
        """Headlines that got better and are not behind their plan, the largest relative change first."""
        chosen = [pair for pair in self._headlines() if pair[1].judged == "good" and not pair[1].behind]
        return sorted(chosen, key=lambda pair: -_size(pair[1]))

    def worse(self) -> list[tuple[SectorPicture, Headline]]:
        """Headlines that got worse, the largest change first; then those behind their plan, the furthest first."""
        chosen = [pair for pair in self._headlines() if pair[1].judged == "bad" or pair[1].behind]
        return sorted(chosen, key=lambda pair: _gravity(pair[1]))

    def missing(self) -> dict[str, list[Headline]]:
        """Each unit that did not report, and the headline indicators it owes, those that owe most first."""
        owing: dict[str, list[Headline]] = {}
        for sector in self.sectors:
            for unit, headlines in sector.missing.items():
                owing.setdefault(unit, []).extend(headlines)
        return dict(sorted(owing.items(), key=lambda pair: -len(pair[1])))

    def _headlines(self) -> list[tuple[SectorPicture, Headline]]:
        return [(sector, headline) for sector in self.sectors for headline in sector.headlines]


def _gravity(headline: Headline) -> tuple[bool, float]:
    if headline.judged == "bad":
        return False, -_size(headline)
    return True, float((headline.share.percent or 0) - headline.elapsed)


def _size(headline: Headline) -> float:
    moved = headline.change.percent if headline.change.percent is not None else headline.change.points
    return abs(float(moved)) if moved is not None else 0.0


def draw_sector(
    reckoner: Reckoner, sector: Sector, indicators: Iterable[Indicator], period: Period, *, headlines_only: bool = False
) -> SectorPicture:
    """The picture of a sector. An indicator that was never reported is named as silent and not drawn."""
    held = reckoner.shelf.indicators()
    own = [one for one in indicators if _stood(one, period)]
    known = [one for one in own if one.code in held or one.numerator in held]
    first = [one for one in known if one.headline] or known[:4]
    rest = [] if headlines_only else [one for one in known if one not in first]
    return SectorPicture(
        sector,
        period,
        tuple(draw_headline(reckoner, one.code, period) for one in first),
        tuple(draw_headline(reckoner, one.code, period) for one in rest),
        tuple(one for one in own if one not in known),
    )


def draw_ministry(
    reckoner: Reckoner, sectors: Iterable[tuple[Sector, Iterable[Indicator]]], period: Period
) -> MinistryPicture:
    """The picture of every sector, headlines only."""
    drawn = (draw_sector(reckoner, sector, own, period, headlines_only=True) for sector, own in sectors)
    return MinistryPicture(period, tuple(drawn))


def _stood(indicator: Indicator, period: Period) -> bool:
    """Whether the indicator was in force in the period; dates as in packs, an open end being None."""
    begun = indicator.valid_from is None or indicator.valid_from <= period.end
    return begun and (indicator.valid_to is None or period.start <= indicator.valid_to)
