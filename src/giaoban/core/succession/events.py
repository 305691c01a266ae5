"""What happens to units, each on the first day it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from giaoban.core.errors import SuccessionError


class EventKind(StrEnum):
    """The first four change who exists, the last four change what one unit is called or where it belongs."""

    MERGE = "merge"
    SPLIT = "split"
    CREATE = "create"
    ABOLISH = "abolish"
    RENAME = "rename"
    PROMOTE = "promote"
    MOVE = "move"
    RECODE = "recode"


STRUCTURAL = frozenset({EventKind.MERGE, EventKind.SPLIT, EventKind.CREATE, EventKind.ABOLISH})
# How many units an event must name, (fewest, most): None is no limit.
_PREDECESSORS = {
    EventKind.MERGE: (1, None),
    EventKind.SPLIT: (1, 1),
    EventKind.CREATE: (0, 0),
    EventKind.ABOLISH: (1, None),
    EventKind.MOVE: (1, None),
}
_SUCCESSORS = {
    EventKind.MERGE: (1, 1),
    EventKind.SPLIT: (2, None),
    EventKind.CREATE: (1, None),
    EventKind.ABOLISH: (0, 0),
}
# What each kind of change must state; promotion may bring a new name with it.
_STATED = {
    EventKind.RENAME: "name",
    EventKind.PROMOTE: "rank",
    EventKind.MOVE: "parent",
    EventKind.RECODE: "code",
}


@dataclass(frozen=True)
class Event:
    """A dated event; `shares` are the stated parts of a whole, and only stated ones are ever used.

    For a split, shares are by successor and are used going forward; for a merge, by predecessor and
    used going back. What they leave of the whole stays unallocated. `receivers` are the successors that
    live already and go on with more than they had; a unit that goes on with less, or takes others in,
    stands on both sides. `name`, `code`, `rank`, `parent` are the new ones after a change.
    """

    kind: EventKind
    on: date
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    name: str = ""
    code: str = ""
    rank: str = ""
    parent: str = ""
    source: str = ""
    status: str = ""

    def born(self) -> tuple[str, ...]:
        """The units that begin with this event."""
        return tuple(key for key in self.successors if key not in self.predecessors and key not in self.receivers)

    def changes(self) -> dict[str, str]:
        """The attributes that are new after a rename, promotion, move or recode."""
        return {
            attribute: value for attribute in ("name", "code", "rank", "parent") if (value := getattr(self, attribute))
        }


def check_event(event: Event) -> None:
    """Refuse an event that contradicts itself, whatever the units.

    Raises SuccessionError: `wrong_number_of_units`, `unit_twice`, `receiver_is_no_successor`, `merge_needs_two`,
    `nothing_changes`, `share_of_stranger`, `share_below_zero`, `shares_exceed_whole`.
    """
    for side, limits in (("predecessors", _PREDECESSORS), ("successors", _SUCCESSORS)):
        _check_count(event, side, limits.get(event.kind, (1, 1) if side == "predecessors" else (0, 0)))
    _check_receivers(event)
    stated = _STATED.get(event.kind)
    if stated and not getattr(event, stated):
        raise SuccessionError("nothing_changes", kind=event.kind.value, on=event.on, missing=stated)
    _check_shares(event)


def _check_count(event: Event, side: str, limits: tuple[int, int | None]) -> None:
    keys: tuple[str, ...] = getattr(event, side)
    fewest, most = limits
    if len(keys) < fewest or (most is not None and len(keys) > most):
        raise SuccessionError(
            "wrong_number_of_units", kind=event.kind.value, on=event.on, side=side, found=len(keys), fewest=fewest
        )
    if len(set(keys)) < len(keys):
        raise SuccessionError("unit_twice", kind=event.kind.value, on=event.on, side=side)


def _check_receivers(event: Event) -> None:
    for key in event.receivers:
        if key not in event.successors or key in event.predecessors or event.kind is EventKind.CREATE:
            raise SuccessionError("receiver_is_no_successor", key=key, on=event.on)
    if event.kind is EventKind.MERGE and len(event.predecessors) + len(event.receivers) < 2:
        raise SuccessionError("merge_needs_two", key=event.successors[0], on=event.on)


def _check_shares(event: Event) -> None:
    holders = event.successors if event.kind is EventKind.SPLIT else event.predecessors
    for key, share in event.shares.items():
        if event.kind not in (EventKind.SPLIT, EventKind.MERGE) or key not in holders:
            raise SuccessionError("share_of_stranger", key=key, on=event.on)
        if share < 0:
            raise SuccessionError("share_below_zero", key=key, on=event.on, share=share)
    if sum(event.shares.values()) > 1:
        raise SuccessionError("shares_exceed_whole", on=event.on, total=sum(event.shares.values()))
