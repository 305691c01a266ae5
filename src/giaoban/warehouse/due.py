"""Whether a figure is owed for a period: a yearly rank is not missing in May."""

from __future__ import annotations

from datetime import date

from giaoban.core.periods import Kind, Period
from giaoban.packs import Indicator

_SHORT = frozenset({"day", "week", "month"})
_WHOLE = {
    Kind.QUARTER: frozenset({"quarter"}),
    Kind.HALF: frozenset({"quarter", "half_year", "cumulative"}),
    Kind.NINE_MONTHS: frozenset({"quarter", "nine_months", "cumulative"}),
    Kind.CUMULATIVE: frozenset({"cumulative"}),
    Kind.YEAR: frozenset({"quarter", "half_year", "year", "cumulative"}),
}
"""The frequencies that close with a period of a kind, beside the short ones, which close with all of them."""

TWO_YEARS = 2


def is_due(indicator: Indicator, period: Period, *, today: date | None = None, last: Period | None = None) -> bool:
    """Whether the indicator's frequency asks for a figure of the period, and the period is over.

    `last` is the period of its last figure: what is told every two years is not owed the year after. Nobody owes a
    free span; of a single day or week only what is reported by the day or week. Source: none; a rule of ours.
    """
    if today is not None and period.end > today:
        return False
    asked = frozenset(indicator.frequency)
    if period.months is None:
        return period.kind.value in asked
    if "two_years" in asked and period.kind is Kind.YEAR:
        return last is None or period.year - last.year >= TWO_YEARS
    return bool(asked & (_SHORT | _WHOLE.get(period.kind, frozenset())))
