"""The units of the packs into the record: made where they are new, brought up to date where the packs changed."""

from __future__ import annotations

from giaoban.core.succession import Entity as Unit
from giaoban.core.succession import Lineage
from giaoban.packs import load_packs
from giaoban.packs.entities import load_entities
from giaoban.records.models import Entity

FIELDS = ("kind", "code", "name", "parent_id", "path", "valid_from", "valid_to")


def load_units() -> int:
    """Bring the record's units in step with the packs; returns how many were made or changed.

    A unit the packs no longer name stays: figures hang on it.
    """
    lineage = load_entities(load_packs().root)
    known = {entity.key: entity for entity in Entity.objects.all()}
    before = {key: _state(entity) for key, entity in known.items()}
    fresh = [Entity(key=unit.key, name=unit.name, path="") for unit in lineage if unit.key not in known]
    Entity.objects.bulk_create(fresh)
    known |= {entity.key: entity for entity in fresh}
    for unit in lineage:
        _fill(known[unit.key], unit, lineage, known)
    changed = [entity for key, entity in known.items() if _state(entity) != before.get(key)]
    Entity.objects.bulk_update(changed, FIELDS, batch_size=500)
    return len(changed)


def _state(entity: Entity) -> tuple[object, ...]:
    return tuple(getattr(entity, field) for field in FIELDS)


def _fill(entity: Entity, unit: Unit, lineage: Lineage, known: dict[str, Entity]) -> None:
    entity.kind, entity.code, entity.name = unit.kind, unit.code, unit.name
    entity.parent = known.get(unit.parent) if unit.parent else None
    entity.path = _path(unit, lineage)
    entity.valid_from, entity.valid_to = unit.valid_from, unit.valid_to


def _path(unit: Unit, lineage: Lineage) -> str:
    above = _path(lineage.entity(unit.parent), lineage) if unit.parent and unit.parent in lineage else "/"
    return f"{above}{unit.key}/"
