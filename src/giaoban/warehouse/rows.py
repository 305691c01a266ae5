"""The accepted figures as the picture needs them, and a shelf to take them from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from giaoban.core.periods import Period, from_code


class Row(NamedTuple):
    """One observation, the version that stands. `value` in base units; None was withdrawn or never known, not 0."""

    id: int
    indicator: str
    entity: str
    period: str
    scenario: str
    status: str
    value: Decimal | None
    demo: bool
    version: int = 1


period_of = lru_cache(maxsize=4096)(from_code)
"""The period of a code; a picture asks for the same few hundred again and again."""

Cells = Mapping[str, Row]  # entity -> its row, for one indicator, scenario and period
_NONE: Cells = {}


class Shelf:
    """Rows by indicator and scenario, then period, then entity. A later row of the same place takes the earlier's."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._cells: dict[tuple[str, str], dict[str, dict[str, Row]]] = {}
        for row in rows:
            periods = self._cells.setdefault((row.indicator, row.scenario), {})
            periods.setdefault(row.period, {})[row.entity] = row
        self._periods: dict[tuple[str, str], tuple[Period, ...]] = {}
        self._days: dict[tuple[str, str], tuple[Period, ...]] = {}

    def with_rows(self, rows: Iterable[Row]) -> Shelf:
        """A shelf with some rows more, each in the place of the one it replaces; this shelf stays as it is."""
        more: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            more.setdefault((row.indicator, row.scenario), []).append(row)
        grown = Shelf()
        grown._cells = self._cells | {key: _grown(self._cells.get(key, {}), added) for key, added in more.items()}
        grown._periods = {key: periods for key, periods in self._periods.items() if key not in more}
        grown._days = {key: days for key, days in self._days.items() if key not in more}
        return grown

    def at(self, indicator: str, scenario: str, period: str) -> Cells:
        """The rows of one period by entity; `period` is a code."""
        return self._cells.get((indicator, scenario), {}).get(period, _NONE)

    def codes(self, indicator: str, scenario: str) -> Collection[str]:
        """The codes of the periods that hold any row."""
        return self._cells.get((indicator, scenario), {}).keys()

    def periods(self, indicator: str, scenario: str) -> tuple[Period, ...]:
        """The periods that hold any row, oldest first."""
        key = (indicator, scenario)
        if key not in self._periods:
            self._periods[key] = tuple(sorted(map(period_of, self.codes(*key)), key=lambda period: period.end))
        return self._periods[key]

    def days(self, indicator: str, scenario: str) -> tuple[Period, ...]:
        """Those of its periods that are not made of months, oldest first: single days, weeks, free spans."""
        key = (indicator, scenario)
        if key not in self._days:
            self._days[key] = tuple(period for period in self.periods(*key) if period.months is None)
        return self._days[key]

    def entities(self, indicator: str, scenario: str) -> dict[str, None]:
        """Every unit that ever reported the indicator, in the order they came."""
        cells = self._cells.get((indicator, scenario), {})
        return dict.fromkeys(entity for units in cells.values() for entity in units)

    def indicators(self) -> set[str]:
        """The indicators that hold any row."""
        return {indicator for indicator, _ in self._cells}


def _grown(periods: Mapping[str, dict[str, Row]], added: Iterable[Row]) -> dict[str, dict[str, Row]]:
    grown = dict(periods)
    for row in added:
        grown[row.period] = {**grown.get(row.period, {}), row.entity: row}
    return grown
