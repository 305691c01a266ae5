"""Figures of the whole: as published where somebody did, else made from the units and from the shorter periods."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from giaoban.core.periods import Period
from giaoban.core.rounding import divide, multiply
from giaoban.core.totals import Rule, total
from giaoban.packs import Indicator
from giaoban.warehouse.frame import TERRITORIAL, TOTAL_KINDS, Frame
from giaoban.warehouse.overtime import join_over_time
from giaoban.warehouse.rows import Cells, Row, Shelf
from giaoban.warehouse.tiling import last_month, tile_for
from giaoban.warehouse.value import Value, least_covered, of_row


class Reckoner:
    """One shelf in one frame; every value is reckoned once. `today` tells what is due; None: every period is over."""

    def __init__(self, shelf: Shelf, frame: Frame, today: date | None = None) -> None:
        self.shelf = shelf
        self.frame = frame
        self.today = today
        self._whole: dict[tuple[str, str, str], Value] = {}

    def after(self, rows: Iterable[Row]) -> Reckoner:
        """The reckoner once these rows came in. Values of indicators that they do not touch are not reckoned again."""
        new = [row for row in rows if self.shelf.at(row.indicator, row.scenario, row.period).get(row.entity) != row]
        grown = Reckoner(self.shelf.with_rows(new), self.frame, self.today)
        touched = {row.indicator for row in new}
        touched |= {one.code for one in self.frame.indicators.values() if touched & set(_made_from(one))}
        grown._whole = {key: value for key, value in self._whole.items() if key[0] not in touched}
        return grown

    def whole(self, code: str, period: Period, scenario: str = "actual") -> Value:
        """The figure of the whole for a period. A figure published for that very period stands before any total.

        A ratio is made of its numerator and denominator, each over the whole period, and never by adding ratios.
        """
        key = (code, period.code, scenario)
        if key not in self._whole:
            self._whole[key] = self._reckon(self.frame.indicators[code], period, scenario)
        return self._whole[key]

    def _reckon(self, indicator: Indicator, period: Period, scenario: str) -> Value:
        made = self._of_months(indicator, period, scenario)
        if indicator.over_time != "last" or period.months is None:
            return made
        day = self._of_a_day(indicator.code, period, scenario)
        return day if day is not None and _stands_before(day, made) else made

    def _of_a_day(self, code: str, period: Period, scenario: str) -> Value | None:
        """The last state told for a day of the last month: "tính đến ngày 26/5" is the state of May."""
        for told in reversed(self.shelf.days(code, scenario)):
            if last_month(period).start <= told.end <= period.end:
                for unit, row in self.shelf.at(code, scenario, told.code).items():
                    if self.frame.speaks_for_whole(unit) and row.value is not None:
                        return of_row(period, row)
        return None

    def _of_months(self, indicator: Indicator, period: Period, scenario: str) -> Value:
        codes = self.shelf.codes(indicator.code, scenario)
        if period.code in codes:
            value = self._at(indicator, period, scenario)
            if value.amount is not None and not value.partial:
                return value
            return _fuller(value, self._made(indicator, period, scenario, set(codes) - {period.code}))
        return self._made(indicator, period, scenario, codes)

    def _made(self, indicator: Indicator, period: Period, scenario: str, codes: Collection[str]) -> Value:
        """The figure out of the other periods that were reported."""
        if _is_ratio(indicator):
            return self._ratio(indicator, period, scenario)
        tiling = tile_for(indicator.over_time, period, codes)
        values = [self._at(indicator, part, scenario) for part in tiling.parts]
        return join_over_time(period, indicator.over_time, values, tiling.gaps)

    def _at(self, indicator: Indicator, period: Period, scenario: str) -> Value:
        """The figure of a period that was reported as such, by somebody."""
        cells = self.shelf.at(indicator.code, scenario, period.code)
        for entity, row in cells.items():
            if self.frame.speaks_for_whole(entity) and row.value is not None:
                return of_row(period, row)
        parts = self.parts(indicator.code, cells, period, scenario)
        return self._total(indicator, period, parts, scenario)

    def parts(self, code: str, cells: Cells, period: Period, scenario: str) -> dict[str, Decimal | None]:
        """Each expected unit and its figure, of the one kind of units that makes the total."""
        kind = self.total_kind(cells)
        expected = self._expected(code, kind, period, scenario)
        known = {entity: row.value for entity, row in cells.items() if self.frame.kind(entity) == kind}
        return dict.fromkeys(expected) | known

    def total_kind(self, cells: Iterable[str]) -> str:
        """The kind of units that makes the total of these cells."""
        kinds = {self.frame.kind(entity) for entity in cells}
        ranked = [kind for kind in TOTAL_KINDS if kind in kinds]
        return ranked[0] if ranked else min(kinds, default="")

    def _expected(self, code: str, kind: str, period: Period, scenario: str) -> list[str]:
        """Every province of the day; of other kinds each unit that has ever reported and has not ended."""
        alive = self.frame.alive(kind, period.end)
        if alive and kind in TERRITORIAL:
            return list(alive)
        ever = [entity for entity in self.shelf.entities(code, scenario) if self.frame.kind(entity) == kind]
        return [entity for entity in ever if entity in alive or entity not in self.frame.lineage]

    def _total(self, indicator: Indicator, period: Period, parts: dict[str, Decimal | None], scenario: str) -> Value:
        rule = Rule(indicator.rollup)
        if rule is Rule.RATIO_OF_SUMS:
            return Value(period)  # made by `_ratio`
        weights = None
        if rule is Rule.WEIGHTED_MEAN:
            weighing = self.shelf.at(indicator.weight, scenario, period.code)
            weights = {entity: row.value for entity, row in weighing.items()}
        made = total(rule, parts, weights=weights)
        cells = self.shelf.at(indicator.code, scenario, period.code)
        rows = tuple(cells[entity] for entity in parts if entity in cells and cells[entity].value is not None)
        return Value(period, made.value, rows, made.reported, made.expected, made.missing)

    def _ratio(self, indicator: Indicator, period: Period, scenario: str) -> Value:
        top, bottom = (self.whole(code, period, scenario) for code in (indicator.numerator, indicator.denominator))
        amount = None
        if top.amount is not None and bottom.amount:
            amount = divide(multiply(top.amount, self.frame.scale(indicator.code)), bottom.amount)
        missing = tuple(dict.fromkeys(top.missing + bottom.missing))
        gaps = tuple(sorted({*top.gaps, *bottom.gaps}))
        return Value(period, amount, top.rows + bottom.rows, *least_covered([top, bottom]), missing, gaps)


def _stands_before(day: Value, made: Value) -> bool:
    """Whether a state told for a day inside the last month stands for the period: where nothing whole and real does."""
    return made.amount is None or made.partial or (made.demo and not day.demo)


def _made_from(indicator: Indicator) -> tuple[str, str, str]:
    return indicator.numerator, indicator.denominator, indicator.weight


def _is_ratio(indicator: Indicator) -> bool:
    return indicator.rollup == Rule.RATIO_OF_SUMS and bool(indicator.numerator and indicator.denominator)


def _fuller(reported: Value, made: Value) -> Value:
    """Of a total of few units for the very period and one made of shorter periods, the one that speaks for more."""
    if made.amount is None:
        return reported
    if reported.amount is None:
        return made
    return made if made.reported * reported.expected > reported.reported * made.expected else reported
