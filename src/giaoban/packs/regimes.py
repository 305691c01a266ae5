"""Reporting regimes, data of the ministry (`sectors/regimes.toml`): by which calendar an indicator is cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from giaoban.core.calendars import Calendar, find_calendar
from giaoban.core.errors import PackError, PeriodError
from giaoban.core.periods import Kind, Period, in_calendar
from giaoban.packs.load import folder_of_packs
from giaoban.packs.model import Indicator, Source
from giaoban.packs.toml import read_toml


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime (chế độ báo cáo): its calendar, the periods it asks for, the forms that belong to it."""

    code: str
    name: str
    calendar: Calendar
    frequency: tuple[Kind, ...]
    source: Source
    name_en: str = ""
    forms: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def period(self, period: Period) -> Period:
        """The same period with the days this regime counts in it."""
        return in_calendar(period, self.calendar)

    def in_force(self, on: date) -> bool:
        """Whether the regime holds on a day; `valid_to` is the first day it no longer does, as everywhere in packs."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Regimes:
    """The regimes of a ministry; `default` is that of the indicators no form asks for."""

    default: Regime
    by_code: Mapping[str, Regime]

    def of(self, indicator: Indicator, *, on: date | None = None) -> Regime:
        """The regime of the first form that asks for the indicator, in force `on` a day where one is given."""
        for form in indicator.forms:
            for regime in self.by_code.values():
                if form in regime.forms and (on is None or regime.in_force(on)):
                    return regime
        return self.default


def load_regimes(root: Path | str | None = None) -> Regimes:
    """The regimes of a folder of packs, the default one when none is named; civil months where it states none.

    Raises PackError `regime_faulty` (details: file, key, problem).
    """
    return _load(folder_of_packs(root))


@lru_cache(maxsize=8)
def _load(root: Path) -> Regimes:
    path = root / "regimes.toml"
    if not path.exists():
        return Regimes(_CIVIL, {_CIVIL.code: _CIVIL})
    try:
        content = read_toml(path)
        by_code = {row["code"]: _regime(row, root) for row in content["regime"]}
        return Regimes(by_code[content["default"]], by_code)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        problem = str(fault)
        key = fault.details.get("calendar", "") if isinstance(fault, PeriodError) else ""
        raise PackError("regime_faulty", file=path.name, key=key, problem=problem) from fault


def _regime(row: Mapping[str, Any], root: Path) -> Regime:
    return Regime(
        code=row["code"],
        name=row["name"],
        calendar=find_calendar(row["calendar"]),
        frequency=tuple(Kind(kind) for kind in row["frequency"]),
        source=_source(row["source"], root),
        name_en=row.get("name_en", ""),
        forms=tuple(row.get("forms", ())),
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
    )


def _source(stated: str | Mapping[str, str], root: Path) -> Source:
    """A source written out, or the name of one in sources.toml."""
    if isinstance(stated, str):
        stated = read_toml(root / "sources.toml")[stated]
    return Source(**stated)  # type: ignore[arg-type]


_CIVIL = Regime(
    "civil", "Báo cáo theo năm dương lịch", find_calendar("calendar"), tuple(Kind), Source("không nêu chế độ")
)
