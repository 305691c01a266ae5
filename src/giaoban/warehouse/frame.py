"""What a reckoning must know beside the rows: what is measured, who the units are, who speaks for the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from giaoban.core.succession import Lineage
from giaoban.packs import Indicator

WHOLE_KINDS = ("country", "ministry", "function")  # units whose figure is the figure of the whole
# Where units of several kinds report one indicator, one kind makes the total, or it would count twice.
TOTAL_KINDS = ("province", "enterprise", "press", "publisher", "association", "department")

# Every unit of these kinds is expected to report; of the others (enterprises, press bodies …) those that ever did.
TERRITORIAL = frozenset({"province"})


# What an indicator counts is told by its unit; such a count cannot be more than there are.
COUNTED = {"tỉnh": "province", "tỉnh, thành phố": "province", "bộ, tỉnh": "province"}


@dataclass(frozen=True)
class Frame:
    """Indicators by code, the units' history, and the kind of each unit by key."""

    indicators: Mapping[str, Indicator]
    lineage: Lineage
    kinds: Mapping[str, str] = field(default_factory=dict)
    _alive: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _behind: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def kind(self, entity: str) -> str:
        """The kind of a unit; the first part of its key where it is not on the list."""
        return self.kinds.get(entity) or entity.partition(":")[0]

    def speaks_for_whole(self, entity: str) -> bool:
        return self.kind(entity) in WHOLE_KINDS

    def alive(self, kind: str, on: date) -> tuple[str, ...]:
        """The units of a kind that were on a day; empty where their history is not kept."""
        if (kind, on) not in self._alive:
            self._alive[kind, on] = tuple(entity.key for entity in self.lineage.at(on, kind))
        return self._alive[kind, on]

    def behind(self, unit: str, on: date) -> tuple[str, ...]:
        """The units of a day that a unit of another day goes back to, or came out of; itself where it was alive."""
        if (unit, on) not in self._behind:
            self._behind[unit, on] = self._find_behind(unit, on)
        return self._behind[unit, on]

    def _find_behind(self, unit: str, on: date) -> tuple[str, ...]:
        born = self.lineage.entity(unit).valid_from
        return self.lineage.forebears(unit, on) if born and on < born else self.lineage.heirs(unit, on)

    def counted(self, code: str, on: date) -> int | None:
        """How many there were, on a day, of what the indicator counts; None where it counts no units of ours."""
        kind = COUNTED.get(self.indicators[code].unit)
        return len(self.alive(kind, on)) or None if kind else None

    def scale(self, code: str) -> Decimal:
        """What a ratio is multiplied by: 100 for percentages and "per 100 dân", else 1."""
        unit = self.indicators[code].unit
        return Decimal(100) if unit in ("%", "phần trăm", "điểm phần trăm") or "/100" in unit else Decimal(1)
