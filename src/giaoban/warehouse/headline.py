"""One indicator of a period as a chair reads it: the figure, its change, its share of plan, its trend."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from giaoban.core.comparisons import Change, Share, change, share_of_plan
from giaoban.core.periods import Period, last_periods, month, quarter, same_period_last_year, year, year_to_date
from giaoban.core.rounding import divide
from giaoban.core.totals import Rule
from giaoban.packs import Indicator
from giaoban.warehouse.due import is_due
from giaoban.warehouse.frame import Frame
from giaoban.warehouse.reckoner import Reckoner
from giaoban.warehouse.tiling import last_month
from giaoban.warehouse.units import Comparable, like_with_like
from giaoban.warehouse.value import Value

TREND_MONTHS, TREND_QUARTERS, TREND_YEARS, ENOUGH_FOR_A_LINE = 24, 12, 6, 4
# Behind the plan: this many points short of the share of the year that has gone. Source: none; a rule of ours.
LAG = Decimal(5)


@dataclass(frozen=True)
class Headline:
    """`done` is the value that was set against the plan: the period itself, or the year to its end.

    `change` compares `value` with `base`; where either lacks units, only the `compared` units that reported both.
    `latest` is the last value before the close of the period, given only where the period has none of its own.
    `near` is the headline of the latest, where that was told for the period's last month: "1,321 triệu tỷ đồng, 5 tháng
    đầu năm" on the page of May. `due` whether a figure is owed for the period.
    `recounted` how many there were then and now of what it counts, where they differ: 63 and 34 provinces. Such counts
    are not compared.
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
    compared: int = 0
    near: Headline | None = None
    due: bool = True
    recounted: tuple[int, int] | None = None

    @property
    def standing(self) -> str:
        """ "reported", "near" (told for the last month), "missing" (owed and not there), "not_due"."""
        if self.value.amount is not None:
            return "reported"
        if self.near is not None:
            return "near"
        return "missing" if self.due else "not_due"

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
    compared, recounted = _comparable(reckoner, indicator, value, base), _recounted(reckoner.frame, code, value, base)
    latest = _latest(reckoner, code, period) if value.amount is None else None
    return Headline(
        indicator,
        value,
        base,
        _change(indicator, value, base, compared) if recounted is None else no_change(base),
        done,
        plan,
        share_of_plan(done.amount, plan.amount, plan_label=plan.period.label, plan_version=plan.version),
        _of_one_count(reckoner.frame, code, draw_trend(reckoner, code, period)) if trend else (),
        latest,
        compared.units if compared else 0,
        _near(reckoner, code, period, latest),
        is_due(indicator, period, today=reckoner.today, last=latest.period if latest else None),
        recounted,
    )


def no_change(base: Value) -> Change:
    """No comparison, which still names its base."""
    return change(None, base.amount, base_label=base.period.label, base_version=base.version)


def _recounted(frame: Frame, code: str, value: Value, base: Value) -> tuple[int, int] | None:
    """How many there were then and now of what is counted, where a figure of both is there and they differ."""
    if value.amount is None or base.amount is None:
        return None
    then, now = frame.counted(code, base.period.end), frame.counted(code, value.period.end)
    return (then, now) if then and now and then != now else None


def _of_one_count(frame: Frame, code: str, trend: tuple[Value, ...]) -> tuple[Value, ...]:
    """The part of a line in which as many were counted as at its end: 63 provinces and 34 make no line."""
    last = frame.counted(code, trend[-1].period.end)
    return tuple(value for value in trend if last is None or frame.counted(code, value.period.end) == last)


def _near(reckoner: Reckoner, code: str, period: Period, latest: Value | None) -> Headline | None:
    if latest is None or latest.period.end < last_month(period).start:
        return None
    return draw_headline(reckoner, code, latest.period, trend=False)


def draw_trend(reckoner: Reckoner, code: str, period: Period) -> tuple[Value, ...]:
    """The line that ends with the period: its months, quarters, or the like periods of past years.

    The finest of them that is at least half reported; else the one with the most figures.
    """
    lines = []
    for periods in _lines(period):
        line = tuple(reckoner.whole(code, past) for past in periods)
        known = sum(value.amount is not None for value in line)
        if known >= ENOUGH_FOR_A_LINE and 2 * known >= len(line):
            return line
        lines.append((known, line))
    return max(lines, key=lambda pair: pair[0])[1]


@lru_cache(maxsize=512)
def _lines(period: Period) -> tuple[tuple[Period, ...], ...]:
    """The periods of each possible line, the finest first."""
    like = tuple(_like_periods(period))
    if period.months is None:
        return (like,)
    last = period.months[1]
    monthly = last_periods(month(period.year, last), TREND_MONTHS)
    ended = quarter(period.year, last // 3) if last >= 3 else quarter(period.year - 1, 4)
    return monthly, last_periods(ended, TREND_QUARTERS), like


def _like_periods(period: Period) -> list[Period]:
    past = [period]
    while len(past) < TREND_YEARS:
        past.append(same_period_last_year(past[-1]))
    return past[::-1]


def _comparable(reckoner: Reckoner, indicator: Indicator, value: Value, base: Value) -> Comparable | None:
    """The units to compare where one of the totals lacks some; None where the totals themselves compare."""
    lacking = value.partial or base.partial
    if not lacking or value.amount is None or base.amount is None or indicator.rollup != Rule.SUM:
        return None
    return like_with_like(reckoner, indicator.code, value.period)


def _change(indicator: Indicator, value: Value, base: Value, compared: Comparable | None) -> Change:
    unit = "percent" if indicator.unit == "%" else indicator.unit
    pair = (compared.amount, compared.base) if compared else (value.amount, base.amount)
    return change(*pair, unit=unit, base_label=base.period.label, base_version=base.version)


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
