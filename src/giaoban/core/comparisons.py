"""Comparing figures: with another period, with the plan, with the whole. Worked tables: docs/reckoning.md.

Every result carries the base it used, that base's name and version: last year's figure and the plan are restated, and
a percentage that does not say which version it was taken from cannot be checked. A figure that is not reported is
None and never 0; what cannot be reckoned is None, and `why_not` says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from giaoban.core.errors import UnitError
from giaoban.core.rounding import divide, percent_of, round_half_up, subtract

__all__ = [
    "Change",
    "Measure",
    "Share",
    "WhyNot",
    "change",
    "change_bounds",
    "contribution",
    "contribution_to_growth",
    "round_half_up",
    "share_of_plan",
]

Direction = Literal["up", "down", "same"]
PERCENT_UNITS = frozenset({"percent", "percentage_points"})


class Measure(StrEnum):
    """How a change is told: in percent of the base, between percentages in points, or in the unit itself."""

    RELATIVE = "relative"
    POINTS = "points"
    AMOUNT = "amount"


class WhyNot(StrEnum):
    """Why a percentage cannot be given."""

    NOT_REPORTED = "not_reported"
    BASE_NOT_REPORTED = "base_not_reported"
    BASE_ZERO = "base_zero"
    BASE_NEGATIVE = "base_negative"


@dataclass(frozen=True)
class Change:
    """A figure against its base, both in the same unit.

    `amount` is value - base in that unit; `percent` is relative to the base; `points` is the difference of two
    percentages. Of percent and points only the one that `measure` names is given, of AMOUNT ("tăng 548 doanh nghiệp")
    neither.
    """

    value: Decimal | None
    base: Decimal | None
    measure: Measure
    amount: Decimal | None = None
    percent: Decimal | None = None
    points: Decimal | None = None
    base_label: str = ""
    base_version: str = ""
    why_not: WhyNot | None = None

    @property
    def direction(self) -> Direction | None:
        """None while either figure is not reported."""
        if self.amount is None:
            return None
        return "up" if self.amount > 0 else "down" if self.amount < 0 else "same"

    @property
    def times(self) -> Decimal | None:
        """How many times the base ("gấp 2,6 lần"); None where there is no percent."""
        if self.percent is None or self.value is None or self.base is None:
            return None
        return divide(self.value, self.base)


@dataclass(frozen=True)
class Share:
    """A figure as a percentage of a plan or of a whole; `rest` is what is left of it, negative once it is passed."""

    value: Decimal | None
    whole: Decimal | None
    percent: Decimal | None = None
    rest: Decimal | None = None
    whole_label: str = ""
    whole_version: str = ""
    why_not: WhyNot | None = None


def change(
    value: Decimal | None,
    base: Decimal | None,
    *,
    unit: str = "",
    measure: Measure | None = None,
    base_label: str = "",
    base_version: str = "",
) -> Change:
    """The change of a figure from its base.

    Percentages (`unit` "percent") change in points unless `measure` asks for the relative change; all else changes in
    percent. Raises UnitError `points_need_percentages` when points are asked of another unit.

    >>> round_half_up(change(Decimal(915), Decimal(837)).percent, 2)
    Decimal('9.32')
    """
    chosen = measure or (Measure.POINTS if unit in PERCENT_UNITS else Measure.RELATIVE)
    if chosen is Measure.POINTS and unit not in PERCENT_UNITS:
        raise UnitError("points_need_percentages", unit=unit or "số đếm")
    amount = None if value is None or base is None else subtract(value, base)
    why_not = _why_not(value, base, zero_matters=chosen is Measure.RELATIVE)
    percent = points = None
    if amount is not None and base is not None and why_not is None:
        percent = percent_of(amount, base) if chosen is Measure.RELATIVE else None
        points = amount if chosen is Measure.POINTS else None
    return Change(value, base, chosen, amount, percent, points, base_label, base_version, why_not)


def share_of_plan(
    value: Decimal | None, plan: Decimal | None, *, plan_label: str = "", plan_version: str = ""
) -> Share:
    """How much of the plan is done, in percent (đạt … % kế hoạch), naming the version of the plan it used."""
    return _share(value, plan, plan_label, plan_version)


def contribution(
    part: Decimal | None, whole: Decimal | None, *, whole_label: str = "", whole_version: str = ""
) -> Share:
    """The weight of a part in the whole, in percent (chiếm … %)."""
    return _share(part, whole, whole_label, whole_version)


def contribution_to_growth(
    part: Decimal | None, part_base: Decimal | None, whole_base: Decimal | None
) -> Decimal | None:
    """The percentage points that a part adds to the growth of the whole (đóng góp … điểm phần trăm).

    The contributions of all parts add up to the growth of the whole. None where a figure is missing or the base is
    not positive.
    """
    if part is None or part_base is None or whole_base is None or whole_base <= 0:
        return None
    return percent_of(subtract(part, part_base), whole_base)


def change_bounds(
    value: Decimal, base: Decimal, *, value_step: Decimal, base_step: Decimal
) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest percent change that two rounded figures allow.

    A step is the unit of the last printed digit (0.1 for 33.3): the true figure lies within half a step of the print.
    A stated change inside the bounds does not contradict the figures. None where the base may be 0 or less.
    """
    low_base = base - base_step / 2
    if low_base <= 0:
        return None
    high_base = base + base_step / 2
    lowest, highest = value - value_step / 2, value + value_step / 2
    least = min(percent_of(lowest, low_base), percent_of(lowest, high_base))
    most = max(percent_of(highest, low_base), percent_of(highest, high_base))
    return least - 100, most - 100


def _share(value: Decimal | None, whole: Decimal | None, label: str, version: str) -> Share:
    why_not = _why_not(value, whole, zero_matters=True)
    if value is None or whole is None:
        return Share(value, whole, None, None, label, version, why_not)
    percent = percent_of(value, whole) if why_not is None else None
    return Share(value, whole, percent, subtract(whole, value), label, version, why_not)


def _why_not(value: Decimal | None, base: Decimal | None, *, zero_matters: bool) -> WhyNot | None:
    if value is None:
        return WhyNot.NOT_REPORTED
    if base is None:
        return WhyNot.BASE_NOT_REPORTED
    if base == 0 and zero_matters:
        return WhyNot.BASE_ZERO
    # A loss that becomes a profit has no growth rate: the sign would lie.
    return WhyNot.BASE_NEGATIVE if base < 0 and zero_matters else None
