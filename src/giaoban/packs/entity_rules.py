"""A unit for every unit of another kind, by one rule: a department for each province, merging as provinces merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from giaoban.core.succession import Entity, Event, EventKind, Lineage

_FOLLOWED = (EventKind.MERGE, EventKind.SPLIT, EventKind.ABOLISH, EventKind.CREATE)


@dataclass(frozen=True)
class Template:
    """The rule of one `[[each]]`: texts with {key}, {slug}, {name}, {short} of the unit they follow.

    From `until` on the units are no more, and `heirs` (existing units, by their own templates) take over
    in shares nobody stated.
    """

    of: str
    key: str
    kind: str
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    until: date | None = None
    heirs: tuple[str, ...] = ()
    source: str = ""
    status: str = ""

    def fill(self, text: str, followed: Entity) -> str:
        """One text of the rule for one unit."""
        name = followed.name[:1].lower() + followed.name[1:]
        slug = followed.key.partition(":")[2]
        return text.format(key=followed.key, slug=slug, name=name, short=followed.short or followed.name)


def apply_template(
    template: Template, entities: Sequence[Entity], events: Sequence[Event]
) -> tuple[list[Entity], list[Event]]:
    """The units and events a rule makes out of the units it follows.

    Raises SuccessionError when the followed units contradict themselves.
    """
    family = {entity.key for entity in entities if entity.kind == template.of}
    lineage = Lineage(
        [replace(entity, parent=None) for entity in entities if entity.key in family],
        [event for event in events if family.issuperset((*event.predecessors, *event.successors)) and not event.parent],
    )
    followed = {entity.key: entity for entity in lineage if _in_time(entity, template)}
    made = [_unit(template, lineage.states(key)[0], entity) for key, entity in followed.items()]
    return made, [*_mirrored(template, lineage, followed), *_handovers(template, followed)]


def _in_time(entity: Entity, template: Template) -> bool:
    return template.until is None or entity.valid_from is None or entity.valid_from < template.until


def _unit(template: Template, first: Entity, last: Entity) -> Entity:
    filled = {template.fill(alias, state) for alias in template.aliases for state in (first, last)}
    return Entity(
        key=template.fill(template.key, first),
        kind=template.kind,
        name=template.fill(template.name, first),
        short=template.fill(template.short, first),
        parent=first.key,
        aliases=tuple(sorted(filled)),
        source=template.source,
        status=template.status,
    )


def _mirrored(template: Template, lineage: Lineage, followed: dict[str, Entity]) -> Iterator[Event]:
    for event in lineage.events:
        if template.until is not None and event.on >= template.until:
            continue
        if event.kind in _FOLLOWED:
            yield _as_units(template, event, followed)
        elif event.name:
            yield from _renames(template, lineage, event)


def _as_units(template: Template, event: Event, followed: dict[str, Entity]) -> Event:
    def keys(units: Iterable[str]) -> tuple[str, ...]:
        return tuple(template.fill(template.key, followed[unit]) for unit in units)

    return Event(
        event.kind,
        event.on,
        keys(event.predecessors),
        keys(event.successors),
        keys(event.receivers),
        source=template.source,
        status=template.status,
    )


def _renames(template: Template, lineage: Lineage, event: Event) -> Iterator[Event]:
    for key in event.predecessors:
        now = lineage.entity(key, event.on)
        yield Event(
            EventKind.RENAME,
            event.on,
            (template.fill(template.key, now),),
            name=template.fill(template.name, now),
            source=template.source,
            status=template.status,
        )


def _handovers(template: Template, followed: dict[str, Entity]) -> Iterator[Event]:
    if template.until is None:
        return
    for entity in followed.values():
        if entity.valid_to is not None and entity.valid_to <= template.until:
            continue
        heirs = tuple(template.fill(heir, entity) for heir in template.heirs)
        kind = EventKind.SPLIT if len(heirs) > 1 else EventKind.MERGE if heirs else EventKind.ABOLISH
        yield Event(
            kind,
            template.until,
            (template.fill(template.key, entity),),
            heirs,
            heirs,
            source=template.source,
            status=template.status,
        )
