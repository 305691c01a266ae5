"""Reporting periods: what they cover, what they are called, which one comes before."""

from giaoban.core.periods.codes import from_code
from giaoban.core.periods.model import (
    Kind,
    Period,
    cumulative,
    day,
    half,
    month,
    nine_months,
    quarter,
    run_of_months,
    short_date,
    span,
    week,
    year,
)
from giaoban.core.periods.moves import (
    in_calendar,
    last_periods,
    months_of,
    period_holding,
    previous,
    same_period_last_year,
    year_to_date,
)
from giaoban.core.periods.wordings import base_period, parse_as_of, parse_period

__all__ = [
    "Kind",
    "Period",
    "base_period",
    "cumulative",
    "day",
    "from_code",
    "half",
    "in_calendar",
    "last_periods",
    "month",
    "months_of",
    "nine_months",
    "parse_as_of",
    "parse_period",
    "period_holding",
    "previous",
    "quarter",
    "run_of_months",
    "same_period_last_year",
    "short_date",
    "span",
    "week",
    "year",
    "year_to_date",
]
