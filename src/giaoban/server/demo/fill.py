"""The generated figures into the record, many at a time; of a restated one both versions, linked."""

from __future__ import annotations

from collections.abc import Sequence

from giaoban.core.periods import from_code
from giaoban.packs import load_packs
from giaoban.records.models import Entity, Observation, User
from giaoban.server.demo.figures import Figure

BATCH = 2000


def fill_figures(figures: Sequence[Figure], *, by: User) -> None:
    """Record figures of the demonstration, later versions after the earlier ones they replace."""
    entities = {entity.key: entity for entity in Entity.objects.all()}
    for version in sorted({figure.version for figure in figures}):
        _record([figure for figure in figures if figure.version == version], entities, by)


def _record(figures: Sequence[Figure], entities: dict[str, Entity], by: User) -> None:
    before = _versions(figures[0].version - 1) if figures[0].version > 1 else {}
    made = (_observation(figure, entities[figure.entity], by, before) for figure in figures)
    Observation.objects.bulk_create(made, batch_size=BATCH)


Key = tuple[str, str, str, str]


def _versions(version: int) -> dict[Key, Observation]:
    kept = Observation.objects.filter(version=version).select_related("entity")
    return {(one.indicator, one.entity.key, one.period, one.scenario): one for one in kept}


def _observation(figure: Figure, entity: Entity, by: User, before: dict[Key, Observation]) -> Observation:
    period = from_code(figure.period)
    return Observation(
        indicator=figure.indicator,
        sector=load_packs().indicators[figure.indicator].sector,
        entity=entity,
        period=figure.period,
        start=period.start,
        end=period.end,
        scenario=figure.scenario,
        status=figure.status,
        value=figure.value,
        unit=figure.unit,
        version=figure.version,
        replaces=before.get((figure.indicator, figure.entity, figure.period, figure.scenario)),
        recorded_at=figure.recorded_at,
        recorded_by=by,
        citation=figure.citation,
        url=figure.url,
        demo=figure.demo,
    )
