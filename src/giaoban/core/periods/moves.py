"""From one period to another: the one before, the same one last year, the year to date, another calendar's."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from giaoban.core.calendars import CIVIL, Calendar, find_calendar
from giaoban.core.errors import PeriodError
from giaoban.core.periods.model import (
    Kind,
    Period,
    _made,
    cumulative,
    day,
    half,
    month,
    quarter,
    span,
    week,
    year,
)

_PER_YEAR = {Kind.MONTH: 12, Kind.QUARTER: 4, Kind.HALF: 2, Kind.YEAR: 1, Kind.NINE_MONTHS: 1, Kind.CUMULATIVE: 1}


def previous(period: Period) -> Period:
    """The period just before.

    Nine months and other cumulative periods come once a year, so theirs is last year's. A part of one month
    ("1/11 to 21/11") is set against the same part of the month before, so that like meets like; any other span
    against as many days just before.
    """
    if period.kind in _PER_YEAR:
        return _step_back(period)
    if period.kind is Kind.DAY:
        return day(period.start - timedelta(days=1))
    if period.kind is Kind.SPAN:
        return _span_before(period)
    return week(*(period.start - timedelta(days=7)).isocalendar()[:2])


def _step_back(period: Period) -> Period:
    per_year = _PER_YEAR[period.kind]
    if per_year == 1:
        return _made(period.kind, period.year - 1, period.number, period.calendar)
    steps = period.year * per_year + period.number - 2
    return _made(period.kind, steps // per_year, steps % per_year + 1, period.calendar)


def _span_before(period: Period) -> Period:
    run = _months_of_span(period)
    if run:
        length = len(run)
        return _run_across(_shift(run[0], -length), _shift(run[-1], -length))
    if (period.start.year, period.start.month) == (period.end.year, period.end.month):
        return span(_months_earlier(period.start, 1), _months_earlier(period.end, 1))
    return span(period.start - timedelta(days=period.days), period.start - timedelta(days=1))


def same_period_last_year(period: Period) -> Period:
    """The like period a year earlier (cùng kỳ năm trước): same months, same week number, same dates of a span.

    29 February meets 28 February. Week 53 meets week 52 where the year before has no week 53.
    """
    if period.kind in _PER_YEAR:
        return _made(period.kind, period.year - 1, period.number, period.calendar)
    if period.kind is Kind.WEEK:
        last = date(period.year - 1, 12, 28).isocalendar().week
        return week(period.year - 1, min(period.number, last))
    run = _months_of_span(period)
    if period.kind is Kind.SPAN and run:
        return _run_across(_shift(run[0], -12), _shift(run[-1], -12))
    return span(_months_earlier(period.start, 12), _months_earlier(period.end, 12))


def year_to_date(period: Period) -> Period:
    """From the opening of the year that the period ends in to the end of the period (lũy kế từ đầu năm)."""
    rule = find_calendar(period.calendar)
    if period.months:
        return cumulative(period.year, period.months[1], rule)
    return span(rule.opening(rule.month_of(period.end)[0], 1), period.end)


def months_of(period: Period) -> tuple[Period, ...]:
    """The months that lie wholly inside the period, in its own calendar; none in a day or a week."""
    return tuple(month(*of, period.calendar) for of in _whole_months_in(period))


def in_calendar(period: Period, calendar: str | Calendar) -> Period:
    """The same period with the days another calendar gives it; days, weeks and spans keep the days they state.

    Raises PeriodError `unknown_calendar`.
    """
    rule = calendar if isinstance(calendar, Calendar) else find_calendar(calendar)
    if period.months is None:
        return period
    return _made(period.kind, period.year, period.number, rule)


def period_holding(on: date, kind: Kind, calendar: str | Calendar = "calendar") -> Period:
    """The period of a kind that a day is counted in; for a cumulative kind, the months up to that day's month."""
    rule = calendar if isinstance(calendar, Calendar) else find_calendar(calendar)
    of, number = rule.month_of(on)
    match kind:
        case Kind.DAY:
            return day(on)
        case Kind.WEEK:
            return week(*on.isocalendar()[:2])
        case Kind.MONTH:
            return month(of, number, rule)
        case Kind.QUARTER:
            return quarter(of, (number + 2) // 3, rule)
        case Kind.HALF:
            return half(of, (number + 5) // 6, rule)
        case Kind.NINE_MONTHS if number <= 9:
            return _made(kind, of, 9, rule)
        case Kind.YEAR:
            return year(of, rule)
        case Kind.CUMULATIVE:
            return cumulative(of, number, rule)
        case _:
            raise PeriodError("no_period_holds_the_day", day=on, kind=kind.value)


def last_periods(period: Period, count: int) -> tuple[Period, ...]:
    """`count` periods of one kind that end with this one, oldest first: the places of a trend line."""
    trail = [period]
    while len(trail) < count:
        trail.append(previous(trail[-1]))
    return tuple(reversed(trail[:count]))


def _whole_months_in(period: Period) -> list[tuple[int, int]]:
    if period.months:
        first, last = period.months
        return [(period.year, number) for number in range(first, last + 1)]
    if period.kind is not Kind.SPAN:
        return []
    rule = find_calendar(period.calendar)
    inside, of = [], rule.month_of(period.start)
    while (window := rule.window(*of, of[1]))[1] <= period.end:
        if window[0] >= period.start:
            inside.append(of)
        of = _shift(of, 1)
    return inside


def _months_of_span(period: Period) -> list[tuple[int, int]]:
    """The months of a span that is made of nothing else; empty for one that is cut anywhere else."""
    run = _whole_months_in(period)
    rule = find_calendar(period.calendar)
    if run and rule.opening(*run[0]) == period.start and rule.window(*run[-1], run[-1][1])[1] == period.end:
        return run
    return []


def _run_across(first: tuple[int, int], last: tuple[int, int]) -> Period:
    return span(CIVIL.opening(*first), CIVIL.window(*last, last[1])[1])


def _shift(of: tuple[int, int], by: int) -> tuple[int, int]:
    months = of[0] * 12 + of[1] - 1 + by
    return months // 12, months % 12 + 1


def _months_earlier(on: date, by: int) -> date:
    of, number = _shift((on.year, on.month), -by)
    try:
        return CIVIL.opening(of, number).replace(day=min(on.day, monthrange(of, number)[1]))
    except ValueError:
        raise PeriodError("no_such_period", kind=Kind.DAY.value, year=of, number=number) from None
