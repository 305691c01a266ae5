"""A figure for a place and a period, and what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from giaoban.core.periods import Period
from giaoban.warehouse.rows import Row


@dataclass(frozen=True)
class Value:
    """`amount` in base units; None is "not reported" and never 0.

    rows      the observations it was made of: one for a figure that was reported as such, many for a total
    reported, expected, missing   how many units it speaks for, and which it does not
    undivided   units whose figure is in another's and cannot be told apart, in boundaries from before a merger
    gaps      periods inside this one that nobody reported; a total over time with a gap has no amount
    """

    period: Period
    amount: Decimal | None = None
    rows: tuple[Row, ...] = ()
    reported: int = 0
    expected: int = 0
    missing: tuple[str, ...] = ()
    gaps: tuple[Period, ...] = ()
    undivided: tuple[str, ...] = ()

    @property
    def observation(self) -> int | None:
        """The one observation it is; None for a total of several."""
        return self.rows[0].id if len(self.rows) == 1 else None

    @property
    def demo(self) -> bool:
        """Made of demonstration data, in any part."""
        return any(row.demo for row in self.rows)

    @property
    def estimate(self) -> bool:
        """Made of an estimate ("ước"), in any part."""
        return any(row.status == "estimate" for row in self.rows)

    @property
    def partial(self) -> bool:
        """Units are missing from it."""
        return self.reported < self.expected

    @property
    def version(self) -> str:
        """Which version of the figures: "official", "preliminary", "estimate"; the least certain of its parts."""
        found = {row.status for row in self.rows}
        return next((status for status in ("estimate", "preliminary", "official") if status in found), "")


def of_row(period: Period, row: Row) -> Value:
    """A figure reported as such."""
    known = row.value is not None
    return Value(period, row.value, (row,), int(known), 1, () if known else (row.entity,))


def least_covered(values: Sequence[Value]) -> tuple[int, int]:
    """(reported, expected) of the part that speaks for the smallest share of its units."""
    counted = [(value.reported, value.expected) for value in values if value.expected]
    return min(counted, key=lambda pair: (pair[0] / pair[1], -pair[1]), default=(0, 0))
