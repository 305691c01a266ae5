"""A series as reported, or in the boundaries of one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from giaoban.core.succession.lineage import Lineage
from giaoban.core.succession.restating import Restated, carry
from giaoban.core.totals import Rule


class Dated(Protocol):
    """A period: what was reported for it stands in the units of its last day."""

    @property
    def end(self) -> date: ...


Moment = TypeVar("Moment", bound=Dated)
Figures = Mapping[str, Decimal | None]


def in_boundaries(
    lineage: Lineage,
    series: Mapping[Moment, Figures],
    boundaries: date | None,
    rule: Rule = Rule.SUM,
    *,
    weights: Mapping[Moment, Figures] | None = None,
    numerators: Mapping[Moment, Figures] | None = None,
    denominators: Mapping[Moment, Figures] | None = None,
    per: Decimal = Decimal(100),
) -> dict[Moment, Restated]:
    """The series in the boundaries of one day, period by period; `boundaries` None leaves it as reported."""
    if boundaries is None:
        return {period: carry(values, [], rule) for period, values in series.items()}
    return {
        period: lineage.restate(
            values,
            as_of=period.end,
            boundaries=boundaries,
            rule=rule,
            weights=(weights or {}).get(period),
            numerators=(numerators or {}).get(period),
            denominators=(denominators or {}).get(period),
            per=per,
        )
        for period, values in series.items()
    }
