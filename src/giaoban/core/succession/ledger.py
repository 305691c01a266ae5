"""Play the events in order of days and write down every state of every unit, refusing what cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from giaoban.core.errors import SuccessionError
from giaoban.core.succession.entities import Entity
from giaoban.core.succession.events import STRUCTURAL, Event, EventKind, check_event


@dataclass
class Ledger:
    """All states of all units, by key and in order of time, and the structural events between them."""

    states: dict[str, list[Entity]] = field(default_factory=dict)
    steps: list[Event] = field(default_factory=list)


def keep_ledger(entities: Iterable[Entity], events: Iterable[Event]) -> Ledger:
    """Build the ledger. An entity no event bears lives from its `valid_from`, or has always been.

    Raises SuccessionError: `key_twice`, `unknown_entity`, `not_alive`, `born_twice`, `dates_disagree`,
    `ends_before_it_begins`, `parent_not_alive`, `parent_circle`, `code_taken`, `name_taken`, and the
    codes of `check_event`.
    """
    declared = _declared(entities)
    stated = sorted(events, key=lambda event: event.on)
    _check_all(stated, declared)
    return _Play(declared, _with_dates(declared, stated)).run()


def _declared(entities: Iterable[Entity]) -> dict[str, Entity]:
    declared: dict[str, Entity] = {}
    for entity in entities:
        if entity.key in declared:
            raise SuccessionError("key_twice", key=entity.key)
        if entity.valid_from and entity.valid_to and entity.valid_to < entity.valid_from:
            raise SuccessionError("ends_before_it_begins", key=entity.key, on=entity.valid_to)
        declared[entity.key] = entity
    return declared


def _check_all(events: list[Event], declared: dict[str, Entity]) -> None:
    for event in events:
        check_event(event)
        for key in (*event.predecessors, *event.successors, *filter(None, [event.parent])):
            if key not in declared:
                raise SuccessionError("unknown_entity", key=key, on=event.on)


def _with_dates(declared: dict[str, Entity], events: list[Event]) -> list[Event]:
    """The stated events, with the births and ends that entities state only as dates before and after them."""
    born = _births(events, declared)
    ended = {key for event in events if event.kind in STRUCTURAL for key in _ended_by(event)}
    births, ends = [], []
    for key, entity in declared.items():
        if entity.valid_from and key not in born:
            births.append(Event(EventKind.CREATE, entity.valid_from, successors=(key,)))
        if entity.valid_to and key not in ended:
            ends.append(Event(EventKind.ABOLISH, entity.valid_to, predecessors=(key,)))
    phased = [*((0, event) for event in births), *((1, event) for event in events), *((2, event) for event in ends)]
    return [event for _, event in sorted(phased, key=lambda pair: (pair[1].on, pair[0]))]


def _births(events: list[Event], declared: dict[str, Entity]) -> dict[str, date]:
    """The day on which an event bears each unit."""
    born: dict[str, date] = {}
    for event in events:
        for key in event.born():
            if key in born:
                raise SuccessionError("born_twice", key=key, on=event.on)
            if declared[key].valid_from not in (None, event.on):
                raise SuccessionError("dates_disagree", key=key, stated=declared[key].valid_from, on=event.on)
            born[key] = event.on
    return born


def _ended_by(event: Event) -> tuple[str, ...]:
    return tuple(key for key in event.predecessors if key not in event.successors)


class _Play:
    """The stage: who is alive now. Order within a day is the order of the file; the day must end in order."""

    def __init__(self, declared: dict[str, Entity], events: list[Event]) -> None:
        self.declared = declared
        self.events = events
        self.ledger = Ledger()
        self.alive: dict[str, Entity] = {}

    def run(self) -> Ledger:
        later = {key for event in self.events for key in event.born()}
        for key, entity in self.declared.items():
            if key not in later:
                self._enter(replace(entity, valid_to=None))
        self._check_day(None)
        for on, events in groupby(self.events, key=lambda event: event.on):
            for event in events:
                self._apply(event)
            self._check_day(on)
        return self.ledger

    def _apply(self, event: Event) -> None:
        for key in (*event.predecessors, *event.receivers):
            if key not in self.alive:
                raise SuccessionError("not_alive", key=key, on=event.on, kind=event.kind.value)
        if event.kind in STRUCTURAL:
            self._restructure(event)
        else:
            for key in event.predecessors:
                self._change(key, event)

    def _restructure(self, event: Event) -> None:
        self.ledger.steps.append(event)
        for key in _ended_by(event):
            self._close(key, event.on)
            del self.alive[key]
        for key in event.born():
            self._enter(replace(self.declared[key], valid_from=event.on, valid_to=None))

    def _change(self, key: str, event: Event) -> None:
        before = self.alive[key]
        self._close(key, event.on)
        cited = {"source": event.source, "status": event.status} if event.source else {}
        after = replace(before, valid_from=event.on, valid_to=None, **event.changes(), **cited)  # type: ignore[arg-type]
        self.alive[key] = after
        self.ledger.states[key].append(after)

    def _enter(self, entity: Entity) -> None:
        self.alive[entity.key] = entity
        self.ledger.states[entity.key] = [entity]

    def _close(self, key: str, on: date) -> None:
        states = self.ledger.states[key]
        states[-1] = replace(states[-1], valid_to=on)

    def _check_day(self, on: date | None) -> None:
        self._check_unique(on)
        for key, entity in self.alive.items():
            if entity.parent is not None:
                self._check_parent(key, entity.parent, on)

    def _check_unique(self, on: date | None) -> None:
        codes: dict[tuple[str, str], str] = {}
        names: dict[tuple[str, str | None, str], str] = {}
        for key, entity in self.alive.items():
            if entity.code and (other := codes.setdefault((entity.kind, entity.code), key)) != key:
                raise SuccessionError("code_taken", unit_code=entity.code, key=key, other=other, on=on)
            if (other := names.setdefault((entity.kind, entity.parent, entity.name), key)) != key:
                raise SuccessionError("name_taken", name=entity.name, key=key, other=other, on=on)

    def _check_parent(self, key: str, parent: str, on: date | None) -> None:
        if parent not in self.alive:
            raise SuccessionError("parent_not_alive", key=key, parent=parent, on=on)
        seen = {key}
        above: str | None = parent
        while above is not None:
            if above in seen:
                raise SuccessionError("parent_circle", key=key, parent=above, on=on)
            seen.add(above)
            above = self.alive[above].parent if above in self.alive else None
