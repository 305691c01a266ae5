"""A unit as it stands during a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Entity:
    """One state of a unit: its name, code, rank and parent hold from `valid_from` until the day before `valid_to`.

    `key` never changes and is never reused; names and codes do and are. An open end is None.
    A merged unit is a new entity even when it keeps an old name: its figures are of another territory.
    `status` tells how the fact is known: "verified", "inferred" or "memory".
    """

    key: str
    kind: str
    name: str
    code: str = ""
    rank: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    short: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    status: str = ""
    note: str = ""

    def alive(self, on: date) -> bool:
        """Whether this state holds on the day; `valid_to` is the first day it no longer does."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)
