"""Exact arithmetic and the office's rounding."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

# Wide enough that no sum or rounding of kept figures (38 digits before the mark, 20 after) loses one; never the
# thread's own.
_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round as clerks do by hand: a half goes away from zero. Negative `places` round to tens, hundreds …

    >>> round_half_up(Decimal("12.25"), 1)
    Decimal('12.3')
    """
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE)


def add(values: Iterable[Decimal]) -> Decimal:
    """The exact sum; 0 of nothing."""
    total = Decimal(0)
    for value in values:
        total = _WIDE.add(total, value)
    return total


def subtract(value: Decimal, other: Decimal) -> Decimal:
    """The exact difference."""
    return _WIDE.subtract(value, other)


def multiply(value: Decimal, other: Decimal) -> Decimal:
    """The exact product."""
    return _WIDE.multiply(value, other)


def divide(value: Decimal, other: Decimal) -> Decimal:
    """A quotient to 28 digits, more than any report prints; `other` is not 0."""
    return Context(prec=28, rounding=ROUND_HALF_UP).divide(value, other)


def percent_of(value: Decimal, whole: Decimal) -> Decimal:
    """100 × value / whole; `whole` is not 0."""
    return divide(multiply(value, Decimal(100)), whole)
