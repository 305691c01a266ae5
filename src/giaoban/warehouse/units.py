"""One indicator by unit, in chosen boundaries: for the map and the ranked table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from giaoban.core.comparisons import Change, change
from giaoban.core.periods import Period, same_period_last_year
from giaoban.core.rounding import add, divide, multiply
from giaoban.core.succession import Restated
from giaoban.core.totals import Rule
from giaoban.packs import Indicator
from giaoban.warehouse.frame import TERRITORIAL, Frame
from giaoban.warehouse.overtime import join_over_time
from giaoban.warehouse.reckoner import Reckoner
from giaoban.warehouse.rows import Cells, Row
from giaoban.warehouse.tiling import Tiling, tile_for
from giaoban.warehouse.value import Value


@dataclass(frozen=True)
class Unit:
    """A unit's figure, its change on the same period in the same boundaries, its rank and its share of the whole."""

    entity: str
    value: Value
    base: Value
    change: Change
    rank: int | None = None


@dataclass(frozen=True)
class UnitTable:
    """Units in order of size, those without a figure last; `unallocated` is what no stated share could divide."""

    kind: str
    boundaries: date
    units: tuple[Unit, ...]
    unallocated: Decimal = Decimal(0)


Figures = dict[str, Value]


def rank_units(reckoner: Reckoner, code: str, period: Period, boundaries: date | None = None) -> UnitTable:
    """The units of an indicator for a period. `boundaries` None is "as reported": those of the period's last day."""
    kind = unit_kind(reckoner, code, period)
    day = boundaries or period.end
    now, unallocated = by_unit(reckoner, code, period, kind, day)
    then, _ = by_unit(reckoner, code, same_period_last_year(period), kind, day)
    indicator = reckoner.frame.indicators[code]
    units = [_unit(indicator, entity, value, then.get(entity)) for entity, value in now.items()]
    units.sort(key=lambda unit: (unit.value.amount is None, -(unit.value.amount or 0)))
    return UnitTable(kind, day, tuple(_ranked(units)), unallocated)


@dataclass(frozen=True)
class Comparable:
    """A period and its like period over the same units, in the same boundaries."""

    amount: Decimal
    base: Decimal
    units: int


def like_with_like(reckoner: Reckoner, code: str, period: Period) -> Comparable | None:
    """The sums of the units that reported whole in both years: a total of few units is not less than one of all.

    None where no unit did. Only for indicators that add up.
    """
    kind = unit_kind(reckoner, code, period)
    now, _ = by_unit(reckoner, code, period, kind, period.end)
    then, _ = by_unit(reckoner, code, same_period_last_year(period), kind, period.end)
    pairs = [
        (value.amount, then[unit].amount) for unit, value in now.items() if _whole(value) and _whole(then.get(unit))
    ]
    known = [(amount, base) for amount, base in pairs if amount is not None and base is not None]
    if not known:
        return None
    return Comparable(add(amount for amount, _ in known), add(base for _, base in known), len(known))


def _whole(value: Value | None) -> bool:
    return value is not None and value.amount is not None and not value.partial


def unit_kind(reckoner: Reckoner, code: str, period: Period) -> str:
    """The kind of units that report the indicator: provinces where they do."""
    indicator = reckoner.frame.indicators[code]
    codes = [code, *(part for part in (indicator.numerator,) if part)]
    reporting = [unit for part in codes for unit in reckoner.shelf.entities(part, "actual")]
    return reckoner.total_kind(unit for unit in reporting if not reckoner.frame.speaks_for_whole(unit))


def by_unit(reckoner: Reckoner, code: str, period: Period, kind: str, day: date) -> tuple[Figures, Decimal]:
    """Each unit of the boundaries of `day` with its figure for the period, and the part that fell to nobody."""
    indicator = reckoner.frame.indicators[code]
    if indicator.rollup == Rule.RATIO_OF_SUMS and indicator.numerator and indicator.denominator:
        return _ratios(reckoner, indicator, period, kind, day), Decimal(0)
    codes = _reported_by_units(reckoner, code)
    figures, rest = _joined(reckoner, indicator, tile_for(indicator.over_time, period, codes), period, kind, day)
    if period.code in codes and any(value.amount is None for value in figures.values()):
        shorter = tile_for(indicator.over_time, period, codes - {period.code})
        made, _ = _joined(reckoner, indicator, shorter, period, kind, day)
        figures = {
            unit: value if value.amount is not None else made.get(unit, value) for unit, value in figures.items()
        }
    return figures, rest


def _reported_by_units(reckoner: Reckoner, code: str) -> set[str]:
    """Periods that units reported: a total published for the whole year says nothing of a province."""
    shelf, frame = reckoner.shelf, reckoner.frame
    return {
        part
        for part in shelf.codes(code, "actual")
        if not all(frame.speaks_for_whole(unit) for unit in shelf.at(code, "actual", part))
    }


def _joined(
    reckoner: Reckoner, indicator: Indicator, tiling: Tiling, period: Period, kind: str, day: date
) -> tuple[Figures, Decimal]:
    """The figures of the parts of a tiling, in the boundaries of the day, put together unit by unit."""
    told = [_in_boundaries(reckoner, indicator, part, kind, day) for part in tiling.parts]
    alive = reckoner.frame.alive(kind, day) if kind in TERRITORIAL else ()
    units = dict.fromkeys([*alive, *(unit for values, _ in told for unit in values)])
    figures = {}
    for unit in units:
        parts = [values.get(unit, Value(part)) for part, (values, _) in zip(tiling.parts, told, strict=True)]
        figures[unit] = join_over_time(period, indicator.over_time, parts, tiling.gaps)
    return figures, _rest(indicator.over_time, [rest for _, rest in told])


def _rest(over_time: str, rests: Sequence[Decimal]) -> Decimal:
    """What fell to no unit: of all parts of a flow, of the last part of a stock; a mean or a maximum leaves nothing."""
    if over_time == "last":
        return rests[-1] if rests else Decimal(0)
    return sum(rests, Decimal(0)) if over_time == "sum" else Decimal(0)


def _in_boundaries(
    reckoner: Reckoner, indicator: Indicator, part: Period, kind: str, day: date
) -> tuple[Figures, Decimal]:
    """One reported period's figures in the boundaries of the day."""
    cells = reckoner.shelf.at(indicator.code, "actual", part.code)
    own = {unit: row for unit, row in cells.items() if reckoner.frame.kind(unit) == kind}
    values = reckoner.parts(indicator.code, own, part, "actual")
    alive = set(reckoner.frame.alive(kind, part.end))
    if not alive or kind not in TERRITORIAL:
        return {unit: _own(part, own.get(unit)) for unit in values}, Decimal(0)
    told = reckoner.frame.lineage.restate(
        {unit: value for unit, value in values.items() if unit in alive},
        as_of=part.end,
        boundaries=day,
        rule=Rule(indicator.rollup),
    )
    return {unit: _told(reckoner.frame, told, unit, part, own) for unit in told.values}, told.unallocated


def _own(part: Period, row: Row | None) -> Value:
    if row is None or row.value is None:
        return Value(part)
    return Value(part, row.value, (row,), 1, 1)


def _told(frame: Frame, told: Restated, unit: str, part: Period, cells: Cells) -> Value:
    """A unit's figure in other boundaries with the rows it was made of; one missing forebear leaves it partial."""
    behind = frame.behind(unit, part.end)
    rows = tuple(cells[key] for key in behind if key in cells and cells[key].value is not None)
    missing = told.missing.get(unit, ())
    undivided = told.undivided.get(unit, ())
    amount = None if undivided else told.values[unit]
    return Value(part, amount, rows, len(behind) - len(missing), len(behind), missing, undivided=undivided)


def _ratios(reckoner: Reckoner, indicator: Indicator, period: Period, kind: str, day: date) -> Figures:
    above, _ = by_unit(reckoner, indicator.numerator, period, kind, day)
    below, _ = by_unit(reckoner, indicator.denominator, period, kind, day)
    scale = reckoner.frame.scale(indicator.code)
    return {unit: _ratio(value, below.get(unit), scale) for unit, value in above.items()}


def _ratio(above: Value, below: Value | None, scale: Decimal) -> Value:
    if below is None or above.amount is None or not below.amount or above.partial or below.partial:
        return Value(above.period, missing=above.missing)
    amount = divide(multiply(above.amount, scale), below.amount)
    return Value(above.period, amount, above.rows + below.rows, above.reported, above.expected)


def _unit(indicator: Indicator, entity: str, value: Value, base: Value | None) -> Unit:
    base = base or Value(same_period_last_year(value.period))
    unit = "percent" if indicator.unit == "%" else indicator.unit
    compared = change(value.amount, base.amount, unit=unit, base_label=base.period.label, base_version=base.version)
    return Unit(entity, value, base, compared)


def _ranked(units: list[Unit]) -> list[Unit]:
    """Equal figures share a rank, as in sport: 1, 2, 2, 4."""
    first: dict[Decimal, int] = {}
    for place, unit in enumerate(units, start=1):
        if unit.value.amount is not None:
            first.setdefault(unit.value.amount, place)
    return [unit if unit.value.amount is None else replace(unit, rank=first[unit.value.amount]) for unit in units]
