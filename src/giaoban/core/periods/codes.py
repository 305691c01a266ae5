"""From the code of a period back to the period."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from giaoban.core.calendars import Calendar
from giaoban.core.errors import PeriodError
from giaoban.core.periods.model import Period, cumulative, day, half, month, nine_months, quarter, span, week, year

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<letter>[QHWC])(?P<number>\d{1,2})|(?P<nine>9M)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?",
    re.ASCII,
)
_MAKERS: dict[str, Callable[[int, int, str | Calendar], Period]] = {
    "Q": quarter,
    "H": half,
    "C": cumulative,
    "W": lambda of, number, _calendar: week(of, number),
}


def from_code(code: str, calendar: str | Calendar = "calendar") -> Period:
    """The period of a code such as "2022-Q3"; days, weeks and spans keep their days in every calendar.

    Raises PeriodError: `not_a_period_code` for another text, `no_such_period` for a month 13.
    """
    first, dots, last = code.partition("..")
    if dots:
        return _span(first, last, code)
    form = _FORM.fullmatch(code)
    if form is None:
        raise PeriodError("not_a_period_code", text=code)
    of = int(form["year"])
    if form["letter"]:
        return _MAKERS[form["letter"]](of, int(form["number"]), calendar)
    if form["nine"]:
        return nine_months(of, calendar)
    if form["day"]:
        return day(_date(code, code))
    return month(of, int(form["month"]), calendar) if form["month"] else year(of, calendar)


def _span(first: str, last: str, code: str) -> Period:
    return span(_date(first, code), _date(last, code))


def _date(text: str, code: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError("not_a_period_code", text=code) from None
