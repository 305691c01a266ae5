"""What a pack is made of. Plain frozen records: the TOML keys, and nothing reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Good = Literal["up", "down", "none"]
OverTime = Literal["sum", "last", "mean", "max"]
SourceStatus = Literal["stated", "inferred", "memory"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read; `status` says whether it was stated there, inferred from it, or is only remembered."""

    text: str
    url: str = ""
    status: SourceStatus = "stated"


@dataclass(frozen=True, slots=True)
class Target:
    """A goal set for an indicator; `value` (to `value_max`) is decimal text ("30", "99.5") in the indicator's unit."""

    text: str
    value: str = ""
    value_max: str = ""
    by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing a sector measures.

    unit        how figures are shown ("tỷ đồng", "thuê bao/100 dân"); `core.units.find_unit` reads it
    frequency   periods it is reported for: day week month quarter half_year nine_months year two_years cumulative
    rollup      rule over entities (a `core.totals.Rule` value)
    over_time   rule over the periods inside a longer one: a flow is "sum", a stock "last"
    good        the direction that is good news
    numerator, denominator, weight   codes of the indicators a ratio or weighted mean is made of
    see, same_as   codes of near or equal indicators that are known to be so
    listed_as   the names public lists print for it; `forms` the statistical forms that ask for it
    coverage    rows of the coverage list it answers (docs/coverage.md)
    valid_to    the first day it is no longer asked for
    """

    code: str
    sector: str
    name: str
    unit: str
    rollup: str
    over_time: OverTime
    frequency: tuple[str, ...]
    source: Source
    name_en: str = ""
    wordings: tuple[str, ...] = ()
    good: Good = "none"
    breakdowns: tuple[str, ...] = ()
    responsible: str = ""
    responsible_status: SourceStatus = "inferred"
    frequency_status: SourceStatus = "stated"
    headline: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    numerator: str = ""
    denominator: str = ""
    weight: str = ""
    see: tuple[str, ...] = ()
    same_as: str = ""
    listed_as: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    coverage: tuple[int, ...] = ()
    targets: tuple[Target, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of the ministry. `contract_name` is what the reader writes; several sectors may share "khác"."""

    code: str
    name: str
    name_en: str = ""
    contract_name: str = ""
    order: int = 0
    responsible: str = ""
    responsible_status: SourceStatus = "inferred"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A department, enterprise, press body or association, with the names texts use for it.

    `sectors` are those it works in; `valid_to` is the first day it no longer exists.
    """

    key: str
    kind: str
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: Source | None = None
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the official one first, none twice."""
        return tuple(dict.fromkeys(name for name in (self.name, self.short, *self.aliases) if name))


@dataclass(frozen=True, slots=True)
class Ministry:
    """The ministry whose packs these are."""

    name: str
    name_en: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    note: str = ""
