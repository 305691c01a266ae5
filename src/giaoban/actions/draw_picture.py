"""Draw the picture: of the ministry, of a sector, of an indicator's units. Reading acts: nothing is written."""

from __future__ import annotations

from datetime import date

from giaoban.actions._shelves import Ask, keep, newest, reach, reckoner_for
from giaoban.core.periods import Period
from giaoban.packs import load_packs
from giaoban.records.models import User
from giaoban.warehouse import (
    Headline,
    MinistryPicture,
    SectorPicture,
    UnitTable,
    Value,
    draw_headline,
    draw_ministry,
    draw_sector,
    rank_units,
)


def draw_picture(period: Period, *, by: User, known: date | None = None) -> MinistryPicture:
    """Every sector for a period, as known on a day (None: now). Raises Refused."""
    packs = load_packs()
    reckoner = reckoner_for(Ask(by, period.year, None, known))
    sectors = [(sector, packs.of_sector(sector.code)) for sector in packs.sectors]
    key = ("ministry", newest(), reach(by), period.code, known)
    return keep(key, lambda: draw_ministry(reckoner, sectors, period))


def draw_sector_picture(code: str, period: Period, *, by: User, known: date | None = None) -> SectorPicture:
    """One sector for a period. Raises KeyError for a code of no sector, Refused."""
    packs = load_packs()
    sector = packs.sector(code)
    reckoner = reckoner_for(Ask(by, period.year, code, known))
    key = ("sector", newest(), reach(by), code, period.code, known)
    return keep(key, lambda: draw_sector(reckoner, sector, packs.of_sector(code), period))


def draw_indicator(code: str, period: Period, *, by: User, known: date | None = None) -> Headline:
    """One indicator for a period. Raises KeyError for a code of no indicator, Refused."""
    sector = load_packs().indicators[code].sector
    return draw_headline(reckoner_for(Ask(by, period.year, sector, known)), code, period)


def list_contributions(
    code: str, period: Period, *, by: User, scenario: str = "actual", known: date | None = None
) -> Value:
    """The figure of the whole for a period with every row it was made of. Raises KeyError, Refused."""
    sector = load_packs().indicators[code].sector
    return reckoner_for(Ask(by, period.year, sector, known)).whole(code, period, scenario)


def draw_units(
    code: str, period: Period, *, by: User, boundaries: date | None = None, known: date | None = None
) -> UnitTable:
    """The units of an indicator, ranked, in the boundaries of a day (None: as reported). Raises KeyError, Refused."""
    sector = load_packs().indicators[code].sector
    reckoner = reckoner_for(Ask(by, period.year, sector, known))
    key = ("units", newest(), reach(by), code, period.code, boundaries, known)
    return keep(key, lambda: rank_units(reckoner, code, period, boundaries))


def draw_unit(
    code: str, entity: str, period: Period, *, by: User, boundaries: date | None = None, known: date | None = None
) -> Value | None:
    """One unit's figure in the boundaries of a day; None for a unit that is not in them. Raises KeyError, Refused."""
    table = draw_units(code, period, by=by, boundaries=boundaries, known=known)
    return next((unit.value for unit in table.units if unit.entity == entity), None)
