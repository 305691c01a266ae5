"""Every version of the figures of the whole: what was first said, what it was restated to, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from giaoban.access import require, visible
from giaoban.core.periods import Period, from_code
from giaoban.records.models import Observation, User
from giaoban.warehouse.frame import WHOLE_KINDS


@dataclass(frozen=True)
class Version:
    """One version of one figure; `stands` when none replaced it. `amount` None: withdrawn."""

    observation: int
    period: Period
    scenario: str
    unit: str
    amount: Decimal | None
    status: str
    version: int
    recorded_at: datetime
    recorded_by: str
    citation: str
    url: str
    demo: bool
    stands: bool


def trace_indicator(code: str, *, by: User, entity: str | None = None) -> list[Version]:
    """The versions of an indicator for the whole, or for one unit, newest period first. Raises Refused."""
    require(by, "see_picture")
    rows = visible(Observation, by).filter(indicator=code, breakdown="")
    rows = rows.filter(entity__key=entity) if entity else rows.filter(entity__kind__in=WHOLE_KINDS)
    rows = rows.select_related("entity", "recorded_by", "later").order_by("-end", "start", "scenario", "-version")
    return [_version(row) for row in rows]


def _version(row: Observation) -> Version:
    return Version(
        row.pk,
        from_code(row.period),
        row.scenario,
        row.entity.name,
        row.value,
        row.status,
        row.version,
        row.recorded_at,
        row.recorded_by.full_name,
        row.citation,
        row.url,
        row.demo,
        not hasattr(row, "later"),
    )
