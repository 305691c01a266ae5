"""The generated figures into the record, many at a time; of a restated one both versions, linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from django.db import connection

from giaoban.core.periods import Period, from_code
from giaoban.packs import load_packs
from giaoban.records.models import Entity, Observation, User
from giaoban.server.demo.figures import Figure


def fill_figures(figures: Sequence[Figure], *, by: User) -> None:
    """Record figures of the demonstration, later versions after the earlier ones they replace."""
    entities = {entity.key: entity for entity in Entity.objects.all()}
    for version in sorted({figure.version for figure in figures}):
        _record([figure for figure in figures if figure.version == version], entities, by)


def _record(figures: Sequence[Figure], entities: dict[str, Entity], by: User) -> None:
    before = _replaced(figures) if figures[0].version > 1 else {}
    packs = load_packs()

    @cache
    def days(indicator: str, code: str) -> Period:
        return packs.reported(indicator, from_code(code))

    _insert(
        _observation(figure, packs.indicators[figure.indicator].sector, entities[figure.entity],
                     days(figure.indicator, figure.period), by, before)
        for figure in figures
    )  # fmt: skip


def _insert(made: Iterable[Observation]) -> None:
    """One statement for all rows: SQLite takes so few parameters at once that bulk_create makes thousands of them."""
    fields = [field for field in Observation._meta.concrete_fields if not field.primary_key]
    names, places = ", ".join(f'"{field.column}"' for field in fields), ", ".join(["%s"] * len(fields))
    statement = f'INSERT INTO "{Observation._meta.db_table}" ({names}) VALUES ({places})'  # noqa: S608 - names of ours
    rows = [[field.get_db_prep_save(getattr(one, field.attname), connection) for field in fields] for one in made]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


Key = tuple[str, str, str, str]


def _replaced(figures: Sequence[Figure]) -> dict[Key, Observation]:
    """The versions that these come after."""
    kept = Observation.objects.filter(
        version=figures[0].version - 1,
        indicator__in={figure.indicator for figure in figures},
        entity__key__in={figure.entity for figure in figures},
    ).select_related("entity")
    return {(one.indicator, one.entity.key, one.period, one.scenario): one for one in kept}


def _observation(
    figure: Figure, sector: str, entity: Entity, period: Period, by: User, before: dict[Key, Observation]
) -> Observation:
    return Observation(
        indicator=figure.indicator,
        sector=sector,
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
