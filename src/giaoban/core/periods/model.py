"""A reporting period: its kind, its days, its code and its Vietnamese name.

One window has one name: three months from January are Quý I, six the half-year, twelve the year; the makers see to it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from giaoban.core.calendars import Calendar, find_calendar
from giaoban.core.errors import PeriodError

ROMAN = ("", "I", "II", "III", "IV")
_DAYS_OF_WEEK = 7


class Kind(StrEnum):
    """How a period is cut."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    CUMULATIVE = "cumulative"
    SPAN = "span"


@total_ordering
@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included.

    `number` counts within the year: the month, quarter, half, ISO week, day of the year, or the last month of a
    cumulative period; 9 for nine months, 1 for a year, 0 for a span. `calendar` names the rule that gave the days.
    Ordered by days.
    """

    kind: Kind
    year: int
    number: int
    start: date
    end: date
    calendar: str = "calendar"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._place() < other._place()

    def _place(self) -> tuple[date, date, str, str]:
        return self.start, self.end, self.kind.value, self.calendar

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def months(self) -> tuple[int, int] | None:
        """First and last month of the year that the period is made of; None for days, weeks and free spans."""
        match self.kind:
            case Kind.MONTH:
                return self.number, self.number
            case Kind.QUARTER:
                return self.number * 3 - 2, self.number * 3
            case Kind.HALF:
                return self.number * 6 - 5, self.number * 6
            case Kind.NINE_MONTHS | Kind.CUMULATIVE:
                return 1, self.number
            case Kind.YEAR:
                return 1, 12
            case _:
                return None

    @property
    def code(self) -> str:
        """A stable name: "2022-04", "2022-Q3", "2022-H1", "2022-9M", "2022", "2022-C05", "2022-W21", "2022-04-05".

        A code names the period and not its calendar: 2022-04 is April in all of them.
        """
        match self.kind:
            case Kind.DAY:
                return self.start.isoformat()
            case Kind.SPAN:
                return f"{self.start.isoformat()}..{self.end.isoformat()}"
            case Kind.NINE_MONTHS:
                return f"{self.year:04}-9M"
            case Kind.YEAR:
                return f"{self.year:04}"
            case Kind.QUARTER | Kind.HALF:
                return f"{self.year:04}-{'Q' if self.kind is Kind.QUARTER else 'H'}{self.number}"
            case _:
                letter = {Kind.WEEK: "W", Kind.CUMULATIVE: "C"}.get(self.kind, "")
                return f"{self.year:04}-{letter}{self.number:02}"

    @property
    def label(self) -> str:
        """The name an office writes inside a sentence: "tháng 4/2022", "Quý III/2022", "9 tháng đầu năm 2022"."""
        match self.kind:
            case Kind.DAY:
                return f"ngày {short_date(self.start)}"
            case Kind.WEEK:
                return f"tuần {self.number}/{self.year}"
            case Kind.MONTH:
                return f"tháng {self.number}/{self.year}"
            case Kind.QUARTER:
                return f"Quý {ROMAN[self.number]}/{self.year}"
            case Kind.HALF:
                return f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm {self.year}"
            case Kind.YEAR:
                return f"năm {self.year}"
            case Kind.SPAN:
                return _span_label(self.start, self.end)
            case _:
                return f"{self.number} tháng đầu năm {self.year}"


def short_date(day: date) -> str:
    """ "26/5/2022": no leading zeros, as reports write dates inside a sentence."""
    return f"{day.day}/{day.month}/{day.year}"


def _span_label(start: date, end: date) -> str:
    if _is_year_start(start) and _is_year_end(end):
        return f"giai đoạn {start.year}-{end.year}"
    if _is_year_start(start) and start.year == end.year:
        return f"từ đầu năm {start.year} đến {short_date(end)}"
    if _whole_months(start, end) and start.year == end.year:
        return f"từ tháng {start.month} đến tháng {end.month}/{end.year}"
    return f"từ {short_date(start)} đến {short_date(end)}"


def _is_year_start(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _made(kind: Kind, year: int, number: int, calendar: str | Calendar) -> Period:
    """A period made of whole months, with its days from the calendar."""
    rule = calendar if isinstance(calendar, Calendar) else find_calendar(calendar)
    shape = Period(kind, year, number, date.min, date.min)
    if shape.months is None:
        raise PeriodError("no_such_period", kind=kind.value, year=year, number=number)
    try:
        start, end = rule.window(year, *shape.months)
    except (ValueError, OverflowError):
        raise PeriodError("no_such_period", kind=kind.value, year=year, number=number) from None
    return Period(kind, year, number, start, end, rule.code)


def _require(number: int, highest: int, kind: Kind, year: int) -> None:
    if not 1 <= number <= highest:
        raise PeriodError("no_such_period", kind=kind.value, year=year, number=number)


def day(on: date) -> Period:
    """One day."""
    return Period(Kind.DAY, on.year, on.timetuple().tm_yday, on, on)


def week(year: int, number: int) -> Period:
    """A week from Monday to Sunday, numbered as ISO 8601 does; raises PeriodError `no_such_period`."""
    try:
        start = date.fromisocalendar(year, number, 1)
        return Period(Kind.WEEK, year, number, start, start + timedelta(days=_DAYS_OF_WEEK - 1))
    except (ValueError, OverflowError):
        raise PeriodError("no_such_period", kind=Kind.WEEK.value, year=year, number=number) from None


def month(year: int, number: int, calendar: str | Calendar = "calendar") -> Period:
    """A month, 1 to 12; raises PeriodError `no_such_period`."""
    _require(number, 12, Kind.MONTH, year)
    return _made(Kind.MONTH, year, number, calendar)


def quarter(year: int, number: int, calendar: str | Calendar = "calendar") -> Period:
    """A quarter, 1 to 4; raises PeriodError `no_such_period`."""
    _require(number, 4, Kind.QUARTER, year)
    return _made(Kind.QUARTER, year, number, calendar)


def half(year: int, number: int, calendar: str | Calendar = "calendar") -> Period:
    """A half-year, 1 or 2; raises PeriodError `no_such_period`."""
    _require(number, 2, Kind.HALF, year)
    return _made(Kind.HALF, year, number, calendar)


def nine_months(year: int, calendar: str | Calendar = "calendar") -> Period:
    """The first nine months of a year."""
    return _made(Kind.NINE_MONTHS, year, 9, calendar)


def year(number: int, calendar: str | Calendar = "calendar") -> Period:
    """A whole year."""
    return _made(Kind.YEAR, number, 1, calendar)


def cumulative(year: int, last: int, calendar: str | Calendar = "calendar") -> Period:
    """The first `last` months of a year, under the name they have where they have one (3 is Quý I, 6 the half-year)."""
    _require(last, 12, Kind.CUMULATIVE, year)
    return run_of_months(year, 1, last, calendar)


def run_of_months(year_number: int, first: int, last: int, calendar: str | Calendar = "calendar") -> Period:
    """The months `first` to `last` of a year, under the name they have, or a span where they have none.

    Raises PeriodError `no_such_period`.
    """
    _require(last, 12, Kind.SPAN, year_number)
    _require(first, last, Kind.SPAN, year_number)
    named = _named_run(first, last)
    if named:
        return _made(*_with_year(named, year_number), calendar)
    rule = calendar if isinstance(calendar, Calendar) else find_calendar(calendar)
    return span(*rule.window(year_number, first, last))


def _with_year(named: tuple[Kind, int], year: int) -> tuple[Kind, int, int]:
    return named[0], year, named[1]


def _named_run(first: int, last: int) -> tuple[Kind, int] | None:
    length = last - first + 1
    if length == 1:
        return Kind.MONTH, first
    if length == 3 and last % 3 == 0:
        return Kind.QUARTER, last // 3
    if length == 6 and last % 6 == 0:
        return Kind.HALF, last // 6
    if first != 1:
        return None
    return {9: (Kind.NINE_MONTHS, 9), 12: (Kind.YEAR, 1)}.get(last, (Kind.CUMULATIVE, last))


def span(start: date, end: date) -> Period:
    """The days from `start` to `end`, under the name they have where they have one.

    Raises PeriodError `ends_before_it_starts`.
    """
    if end < start:
        raise PeriodError("ends_before_it_starts", start=start, end=end)
    if start == end:
        return day(start)
    if start.year == end.year and _whole_months(start, end):
        named = _named_run(start.month, end.month)
        if named:
            return _made(*_with_year(named, start.year), "calendar")
    if start.weekday() == 0 and (end - start).days == _DAYS_OF_WEEK - 1:
        return week(*start.isocalendar()[:2])
    return Period(Kind.SPAN, start.year, 0, start, end)
