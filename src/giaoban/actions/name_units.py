"""The names of units by their keys, as they stood on a day: names change hands, keys do not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from giaoban.actions._shelves import frame, keep
from giaoban.core.errors import SuccessionError
from giaoban.records.models import Entity


def name_units(keys: Iterable[str], *, on: date | None = None) -> dict[str, str]:
    """key → short name on the day (its last one where it was not alive), the key itself for an unknown unit."""
    recorded = keep(("names", Entity.objects.count()), lambda: dict(Entity.objects.values_list("key", "name")))
    return {key: _name(key, on, recorded) for key in keys}


def _name(key: str, on: date | None, recorded: dict[str, str]) -> str:
    lineage = frame().lineage
    if key not in lineage:
        return recorded.get(key, key)
    try:
        unit = lineage.entity(key, on)
    except SuccessionError:  # not alive on that day
        unit = lineage.entity(key)
    return unit.short or unit.name
