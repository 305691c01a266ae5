"""Figures of several periods put together into one longer period, by the indicator's own rule over time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from giaoban.core.periods import Period
from giaoban.core.rounding import add, divide, multiply
from giaoban.warehouse.value import Value, least_covered


def join_over_time(period: Period, rule: str, values: Sequence[Value], gaps: tuple[Period, ...] = ()) -> Value:
    """One value for the period out of the values of its parts, in order of time.

    `rule` is sum, last, mean or max (`Indicator.over_time`). A part without an amount, or a gap, leaves the whole
    without one: five months of six are not a half-year. The mean weighs each part by its months.
    """
    if rule == "last":
        values, gaps = values[-1:], ()
    if len(values) == 1 and values[0].period == period:
        return values[0]
    gaps = gaps + tuple(value.period for value in values if value.amount is None)
    amounts = [(value.amount, _months(value.period)) for value in values if value.amount is not None]
    amount = _joined(rule, amounts) if amounts and not gaps else None
    rows = tuple(row for value in values for row in value.rows)
    missing = tuple(dict.fromkeys(unit for value in values for unit in value.missing))
    undivided = tuple(dict.fromkeys(unit for value in values for unit in value.undivided))
    return Value(period, amount, rows, *least_covered(values), missing, tuple(sorted(gaps)), undivided)


def _joined(rule: str, amounts: Sequence[tuple[Decimal, int]]) -> Decimal:
    known = [amount for amount, _ in amounts]
    if rule == "mean":
        weighed = add(multiply(amount, Decimal(months)) for amount, months in amounts)
        return divide(weighed, Decimal(sum(months for _, months in amounts)))
    if rule == "max":
        return max(known)
    return known[-1] if rule == "last" else add(known)


def _months(period: Period) -> int:
    return period.months[1] - period.months[0] + 1 if period.months else 1
