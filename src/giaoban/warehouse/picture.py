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
        """Each unit that did not report, and the indicators it owes."""
        owing: dict[str, list[Headline]] = {}
        for headline in self.all:
            for entity in headline.value.missing:
                owing.setdefault(entity, []).append(headline)
        return owing

    @property
    def unreported(self) -> tuple[Headline, ...]:
        """Indicators without any figure for the period."""
        return tuple(headline for headline in self.headlines if headline.value.amount is None)


@dataclass(frozen=True)
class MinistryPicture:
    """All sectors for one period."""

    period: Period
    sectors: tuple[SectorPicture, ...]

    def judged(self, verdict: str) -> list[tuple[SectorPicture, Headline]]:
        """Headlines that got better ("good") or worse ("bad"), the largest relative change first."""
        found = [(sector, headline) for sector in self.sectors for headline in sector.headlines]
        chosen = [pair for pair in found if pair[1].judged == verdict]
        return sorted(chosen, key=lambda pair: -_size(pair[1]))


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
