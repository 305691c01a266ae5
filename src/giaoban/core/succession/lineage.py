"""Who is who on a date: look-ups by key, code and name, and figures in the boundaries of another day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from giaoban.core.errors import SuccessionError
from giaoban.core.succession.entities import Entity
from giaoban.core.succession.events import Event
from giaoban.core.succession.flows import Flow, flow_back, flow_forward
from giaoban.core.succession.ledger import keep_ledger
from giaoban.core.succession.names import match_name
from giaoban.core.succession.restating import Restated, carry, quotient, weighted
from giaoban.core.totals import Rule

Figures = Mapping[str, Decimal | None]


class Lineage:
    """Dated units and their events, checked as one.

    Raises SuccessionError on events that contradict one another (codes: see `ledger.keep_ledger`).
    """

    def __init__(self, entities: Iterable[Entity], events: Iterable[Event]) -> None:
        self.events = tuple(events)
        ledger = keep_ledger(entities, self.events)
        self._states = {key: tuple(states) for key, states in ledger.states.items()}
        self._steps = tuple(ledger.steps)

    def __iter__(self) -> Iterator[Entity]:
        """Every unit that ever was, whole life, with its last name, code and parent."""
        return (self.entity(key) for key in self._states)

    def __contains__(self, key: object) -> bool:
        return key in self._states

    def __len__(self) -> int:
        return len(self._states)

    def states(self, key: str) -> tuple[Entity, ...]:
        """Every state of a unit in order of time. Raises SuccessionError `unknown_entity`."""
        if key not in self._states:
            raise SuccessionError("unknown_entity", key=key)
        return self._states[key]

    def entity(self, key: str, on: date | None = None) -> Entity:
        """The unit as it stood on the day (`not_alive` if it did not), or its whole life under its last name.

        Raises SuccessionError: `unknown_entity`, `not_alive`.
        """
        states = self.states(key)
        if on is None:
            return replace(states[-1], valid_from=states[0].valid_from)
        for state in states:
            if state.alive(on):
                return state
        raise SuccessionError("not_alive", key=key, on=on, kind="")

    def at(self, on: date, kind: str | None = None) -> tuple[Entity, ...]:
        """The units alive on the day, as they stood, in the order they were declared."""
        return tuple(
            state
            for states in self._states.values()
            for state in states
            if state.alive(on) and kind in (None, state.kind)
        )

    def children(self, parent: str, on: date, kind: str | None = None) -> tuple[Entity, ...]:
        """The units directly under one on the day."""
        return tuple(state for state in self.at(on, kind) if state.parent == parent)

    def by_code(self, code: str, *, kind: str, on: date | None = None) -> tuple[Entity, ...]:
        """The owner of a code on the day (one or none); without a day every owner there was, oldest first."""
        return self._found(self._codes.get((kind, code), ()), on)

    def named(self, written: str, *, kind: str | None = None, on: date | None = None) -> tuple[Entity, ...]:
        """Units of that name or alias on the day; without a day all there ever were, each with its validity."""
        states = [state for state in self._names.get(match_name(written), ()) if kind in (None, state.kind)]
        return self._found(states, on)

    @staticmethod
    def _found(states: Iterable[Entity], on: date | None) -> tuple[Entity, ...]:
        alive = [state for state in states if on is None or state.alive(on)]
        return tuple(sorted(alive, key=lambda state: (state.valid_from or date.min, state.key)))

    @cached_property
    def _codes(self) -> dict[tuple[str, str], list[Entity]]:
        codes: dict[tuple[str, str], list[Entity]] = {}
        for key, states in self._states.items():
            for code in dict.fromkeys(state.code for state in states if state.code):
                codes.setdefault((states[0].kind, code), []).extend(s for s in self._states[key] if s.code == code)
        return codes

    @cached_property
    def _names(self) -> dict[str, list[Entity]]:
        names: dict[str, list[Entity]] = {}
        for states in self._states.values():
            for state in states:
                for name in dict.fromkeys(match_name(name) for name in (state.name, state.short, *state.aliases)):
                    names.setdefault(name, []).append(state)
        return names

    def heirs(self, key: str, on: date) -> tuple[str, ...]:
        """The units that hold on the day what the unit held, itself if it lives; empty when it was abolished."""
        ended = self.entity(key).valid_to
        if ended is None or on < ended:
            return (key,)
        return self._reached(key, self._between(ended, on, including=True), flow_forward)

    def forebears(self, key: str, on: date) -> tuple[str, ...]:
        """The units that held on the day what the unit holds, itself if it lived already."""
        born = self.entity(key).valid_from
        if born is None or born <= on:
            return (key,)
        return self._reached(key, reversed(self._between(on, born)), flow_back)

    def _reached(self, key: str, steps: Iterable[Event], flow_of: Callable[[Event], Flow]) -> tuple[str, ...]:
        reached = {key: None}
        for step in steps:
            flow: Flow = flow_of(step)
            for source in [key for key in reached if key in flow]:
                del reached[source]
                reached.update(dict.fromkeys(flow[source]))
        return tuple(reached)

    def _between(self, after: date, until: date, *, including: bool = False) -> tuple[Event, ...]:
        return tuple(
            step for step in self._steps if (after < step.on or (including and after == step.on)) and step.on <= until
        )

    def restate(
        self,
        values: Figures,
        *,
        as_of: date,
        boundaries: date,
        rule: Rule = Rule.SUM,
        weights: Figures | None = None,
        numerators: Figures | None = None,
        denominators: Figures | None = None,
        per: Decimal = Decimal(100),
    ) -> Restated:
        """Figures of the units of `as_of`, told in the units of `boundaries`, which may be later or earlier.

        A ratio is made again from its numerators and denominators, `per` times as in `totals.total`, a weighted mean
        from its weights; without them, and for a rule that does not add, a unit that changed has no figure
        (`undivided` names why).
        Raises SuccessionError: `unknown_entity`, `not_alive` for a unit that did not exist on `as_of`.
        """
        if rule is Rule.RATIO_OF_SUMS and numerators is not None and denominators is not None:
            return quotient(
                self.restate(numerators, as_of=as_of, boundaries=boundaries),
                self.restate(denominators, as_of=as_of, boundaries=boundaries),
                rule,
                per,
            )
        if rule is Rule.WEIGHTED_MEAN and weights is not None:
            parts = {key: weights[key] for key in values if key in weights}
            return quotient(
                self.restate(weighted(values, weights), as_of=as_of, boundaries=boundaries),
                self.restate(parts, as_of=as_of, boundaries=boundaries),
                rule,
            )
        for key in values:
            self.entity(key, as_of)
        return carry(values, self._flows(as_of, boundaries), rule)

    def _flows(self, as_of: date, boundaries: date) -> list[Flow]:
        if as_of <= boundaries:
            return [flow_forward(step) for step in self._between(as_of, boundaries)]
        return [flow_back(step) for step in reversed(self._between(boundaries, as_of))]
