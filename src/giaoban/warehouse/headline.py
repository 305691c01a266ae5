"""One indicator of a period as a chair reads it: the figure, its change, its share of plan, its trend."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from giaoban.core.comparisons import Change, Share, change, share_of_plan
from giaoban.core.periods import Period, last_periods, month, same_period_last_year, year, year_to_date
from giaoban.core.rounding import divide
from giaoban.packs import Indicator
from giaoban.warehouse.reckoner import Reckoner
from giaoban.warehouse.value import Value

TREND_MONTHS, TREND_YEARS, ENOUGH_FOR_A_LINE = 24, 6, 4
# Behind the plan: this many points short of the share of the year that has gone. Source: none; a rule of ours.
LAG = Decimal(5)


@dataclass(frozen=True)
class Headline:
    """`done` is the value that was set against the plan: the period itself, or the year to its end.

    `latest` is the last value before the period, given only where the period has none of its own.
    """

    indicator: Indicator
    value: Value
    base: Value
    change: Change
    done: Value
    plan: Value
    share: Share
    trend: tuple[Value, ...]
    latest: Value | None = None

    @property
    def judged(self) -> str:
        """ "good", "bad", or "even" where there is no better or worse, or nothing to compare."""
        direction = self.change.direction
        if direction in (None, "same") or self.indicator.good == "none":
            return "even"
        return "good" if direction == self.indicator.good else "bad"

    @property
    def elapsed(self) -> Decimal:
        """How much of the plan's year has gone at the close of the period, in percent."""
        months = self.done.period.months
        return divide(Decimal(100 * months[1]), Decimal(12)) if months else Decimal(0)

    @property
    def behind(self) -> bool:
        """A flow that should rise and is short of the year's pace; a stock has no pace."""
        flows = self.indicator.over_time == "sum" and self.indicator.good == "up"
        return flows and self.share.percent is not None and self.share.percent < self.elapsed - LAG


def draw_headline(reckoner: Reckoner, code: str, period: Period, *, trend: bool = True) -> Headline:
    """The headline of an indicator for a period."""
    indicator = reckoner.frame.indicators[code]
    value, base = reckoner.whole(code, period), reckoner.whole(code, same_period_last_year(period))
    done, plan = _against_plan(reckoner, code, period)
    return Headline(
        indicator,
        value,
        base,
        _change(indicator, value, base),
        done,
        plan,
        share_of_plan(done.amount, plan.amount, plan_label=plan.period.label, plan_version=plan.version),
        draw_trend(reckoner, code, period) if trend else (),
        _latest(reckoner, code, period) if value.amount is None else None,
    )


def draw_trend(reckoner: Reckoner, code: str, period: Period) -> tuple[Value, ...]:
    """The line that ends with the period: months where months were reported, else the like periods of past years."""
    if period.months is None:
        return tuple(reckoner.whole(code, past) for past in last_periods(period, TREND_YEARS))
    closing = month(period.year, period.months[1])
    monthly = tuple(reckoner.whole(code, past) for past in last_periods(closing, TREND_MONTHS))
    if sum(value.amount is not None for value in monthly) >= ENOUGH_FOR_A_LINE:
        return monthly
    if period.months == (closing.number, closing.number):
        return monthly
    return tuple(reckoner.whole(code, past) for past in _like_periods(period))


def _like_periods(period: Period) -> list[Period]:
    past = [period]
    while len(past) < TREND_YEARS:
        past.append(same_period_last_year(past[-1]))
    return past[::-1]


def _change(indicator: Indicator, value: Value, base: Value) -> Change:
    unit = "percent" if indicator.unit == "%" else indicator.unit
    return change(value.amount, base.amount, unit=unit, base_label=base.period.label, base_version=base.version)


def _against_plan(reckoner: Reckoner, code: str, period: Period) -> tuple[Value, Value]:
    """What was done and its plan: a plan of the very period, else the year's against the year so far."""
    if period.code in reckoner.shelf.codes(code, "plan"):
        return reckoner.whole(code, period), reckoner.whole(code, period, "plan")
    plan = reckoner.whole(code, year(period.year), "plan")
    return reckoner.whole(code, year_to_date(period)), plan


def _latest(reckoner: Reckoner, code: str, period: Period) -> Value | None:
    """The last figure before the close of the period, of whatever period it was reported for."""
    for past in reversed(reckoner.shelf.periods(code, "actual")):
        if past.end <= period.end:
            value = reckoner.whole(code, past)
            if value.amount is not None:
                return value
    return None
