"""Where the territory of each unit goes when one event is crossed, forward or back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from giaoban.core.succession.events import Event, EventKind

# From each unit to its heirs with the share that goes there; None where no share is stated.
# Units an event leaves alone do not appear. What the shares leave of the whole is unallocated.
Flow = Mapping[str, Mapping[str, Decimal | None]]
_WHOLE = Decimal(1)


def flow_forward(event: Event) -> Flow:
    """From the units before the event to those after it."""
    if event.kind is EventKind.CREATE:
        return {}
    if event.kind is EventKind.SPLIT:
        (whole,) = event.predecessors
        return {whole: {part: event.shares.get(part) for part in event.successors}}
    return {key: dict.fromkeys(event.successors, _WHOLE) for key in event.predecessors}


def flow_back(event: Event) -> Flow:
    """From the units after the event to those before it.

    A merged unit, or one that received, cannot be taken apart without stated shares.
    """
    if event.kind is EventKind.CREATE:
        return {key: {} for key in event.successors}
    if event.kind is EventKind.MERGE:
        (merged,) = event.successors
        return {merged: {key: event.shares.get(key) for key in (*event.predecessors, *event.receivers)}}
    return {key: _origins(event, key) for key in event.successors}


def _origins(event: Event, key: str) -> dict[str, Decimal | None]:
    (whole,) = event.predecessors
    if key in event.receivers:
        return {whole: None, key: None}
    return {whole: _WHOLE}
