"""What the record knew before, for the reader to hold a new figure against."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from giaoban.records.models import Entity, Observation

RECENT_YEARS = 3


def figures_before(entity: Entity) -> dict[str, list[Decimal]]:
    """A unit's own figures of the last years by indicator, oldest first, in the units figures are kept in."""
    own = Observation.objects.current().filter(entity=entity, scenario="actual", breakdown="")
    latest = own.order_by("-end").values_list("end", flat=True).first()
    if latest is None:
        return {}
    past: dict[str, list[Decimal]] = defaultdict(list)
    recent = own.filter(end__year__gt=latest.year - RECENT_YEARS).exclude(value=None).order_by("end")
    for indicator, value in recent.values_list("indicator", "value"):
        past[indicator].append(value)
    return dict(past)
