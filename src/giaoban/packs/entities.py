"""Units and their events from `entities/*.toml`: provinces, ministries, levels, departments, bodies.

A file holds `[sources.CODE]`, `[defaults]`, `[[entity]]`, `[[event]]`, `[[each]]` (a unit for every unit of
another kind, see `packs.entity_rules`) and `[[count]]`; other tables are other people's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

import rtoml

from giaoban.core.errors import PackError, SuccessionError
from giaoban.core.succession import Entity, Event, EventKind, Lineage
from giaoban.packs.entity_rules import Template, apply_template
from giaoban.packs.toml import ENCODING, read_toml

_ENTITY_FIELDS = (
    "key", "kind", "name", "code", "rank", "parent", "aliases", "short", "valid_from", "valid_to", "status", "note",
)  # fmt: skip
Sources = Mapping[str, Mapping[str, str]]
_EVENT_KEYS = ("predecessors", "successors", "receivers")


@dataclass(frozen=True)
class UnitCount:
    """How many units of a level there were inside `unit` (the whole country when empty) from a day on."""

    level: str
    on: date
    units: int
    unit: str = ""
    source: str = ""


@dataclass(frozen=True)
class _File:
    path: Path
    text: str
    content: dict[str, Any]

    def rows(self, table: str) -> list[dict[str, Any]]:
        defaults = self.content.get("defaults", {}) if table == "entity" else {}
        return [{**defaults, **row} for row in self.content.get(table, ())]

    def line_of(self, sought: str) -> int:
        """The first line that has the words; 1 when none has."""
        for number, line in enumerate(self.text.splitlines(), start=1):
            if sought and sought in line:
                return number
        return 1


@lru_cache(maxsize=8)
def load_entities(root: Path) -> Lineage:
    """The lineage of a folder of packs, read once. Raises PackError as `read_entities` does."""
    return read_entities(root)


def read_entities(root: Path) -> Lineage:
    """The lineage of a folder of packs; empty when it has no `entities` folder.

    Raises PackError: `entity_unreadable` (file, reason), `entity_faulty` (file, line, key, problem: what is
    missing or wrong in one row), `entities_contradict` (file, line, key, problem: a SuccessionError), and
    `packs_unreadable` for values of the wrong type, which `giaoban pack check` finds.
    """
    try:
        return _lineage(_files(root), root)
    except (TypeError, AttributeError, KeyError) as fault:
        raise PackError("packs_unreadable", root=str(root), reason=str(fault)) from fault


def _lineage(files: list[_File], root: Path) -> Lineage:
    sources = _sources(files, root)
    entities = [_entity(file, row, sources) for file in files for row in file.rows("entity")]
    events = [_event(file, row, sources) for file in files for row in file.rows("event")]
    events.sort(key=lambda event: event.on)
    for file in files:
        for row in file.rows("each"):
            more_entities, more_events = apply_template(_template(file, row, sources), entities, events)
            entities += more_entities
            events += more_events
    try:
        return Lineage(entities, events)
    except SuccessionError as error:
        raise _contradiction(files, error) from error


@lru_cache(maxsize=8)
def load_counts(root: Path) -> tuple[UnitCount, ...]:
    """How many districts and communes there were, by country and, since July 2025, by province."""
    files = _files(root)
    sources = _sources(files, root)
    country = [
        UnitCount(row["level"], row["on"], row["units"], "", _cited(file, row, sources)[0])
        for file in files
        for row in file.rows("count")
    ]
    provinces = [
        UnitCount("level:commune", date(2025, 7, 1), row["communes"], row["key"], _cited(file, row, sources)[0])
        for file in files
        for row in file.rows("entity")
        if "communes" in row
    ]
    return (*country, *provinces)


def _files(root: Path) -> list[_File]:
    return [_read(path) for path in sorted((root / "entities").glob("*.toml"))]


def _read(path: Path) -> _File:
    try:
        text = path.read_text(encoding=ENCODING)
        return _File(path, text, rtoml.loads(text))
    except (OSError, ValueError) as fault:
        raise PackError("entity_unreadable", file=path.name, reason=str(fault)) from fault


def _sources(files: Iterable[_File], root: Path) -> dict[Path, Sources]:
    """The sources each file may name: its own, then those of sources.toml, then those of the other files."""
    shared = read_toml(root / "sources.toml", missing_ok=True)
    everyone = {name: source for file in files for name, source in file.content.get("sources", {}).items()}
    return {file.path: {**everyone, **shared, **file.content.get("sources", {})} for file in files}


def _cited(file: _File, row: Mapping[str, Any], sources: Mapping[Path, Sources]) -> tuple[str, str]:
    """The source in words with its address, and its status; a row may name a source or write one out."""
    stated = row.get("source", {})
    if isinstance(stated, str) and stated not in sources[file.path]:
        raise _fault(file, row, f"nguồn «{stated}» không có trong tệp này và sources.toml")
    source = sources[file.path][stated] if isinstance(stated, str) else stated
    words = " ".join(filter(None, (source.get("text", ""), source.get("url", ""))))
    return words, row.get("status") or source.get("status", "")


def _entity(file: _File, row: Mapping[str, Any], sources: Mapping[Path, Sources]) -> Entity:
    for needed in ("key", "kind", "name"):
        if not isinstance(row.get(needed), str) or not row[needed]:
            raise _fault(file, row, f"thiếu {needed}")
    given = {field: row[field] for field in _ENTITY_FIELDS if row.get(field)}
    given["aliases"] = tuple(dict.fromkeys(row.get("aliases", ())))
    source, status = _cited(file, row, sources)
    for field in ("valid_from", "valid_to"):
        if field in given:
            given[field] = _day(file, row, field)
    return Entity(**{**given, "source": source, "status": status})


def _event(file: _File, row: Mapping[str, Any], sources: Mapping[Path, Sources]) -> Event:
    try:
        kind = EventKind(row.get("kind", ""))
        shares = {key: Decimal(str(share)) for key, share in row.get("shares", {}).items()}
    except (ValueError, InvalidOperation) as fault:
        raise _fault(file, row, str(fault)) from fault
    source, status = _cited(file, row, sources)
    given: dict[str, Any] = {key: tuple(row.get(key, ())) for key in _EVENT_KEYS}
    given.update({key: row[key] for key in ("name", "code", "rank", "parent") if key in row})
    return Event(kind, _day(file, row, "on"), shares=shares, source=source, status=status, **given)


def _day(file: _File, row: Mapping[str, Any], field: str) -> date:
    day = row.get(field)
    if isinstance(day, date):
        return day
    raise _fault(file, row, f"{field} phải là ngày, ví dụ 2025-07-01")


def _template(file: _File, row: Mapping[str, Any], sources: Mapping[Path, Sources]) -> Template:
    for needed in ("of", "key", "kind", "name"):
        if not row.get(needed):
            raise _fault(file, row, f"thiếu {needed}")
    source, status = _cited(file, row, sources)
    return Template(
        of=row["of"],
        key=row["key"],
        kind=row["kind"],
        name=row["name"],
        short=row.get("short", ""),
        aliases=tuple(row.get("aliases", ())),
        until=row.get("until"),
        heirs=tuple(row.get("heirs", ())),
        source=source,
        status=status,
    )


def _fault(file: _File, row: Mapping[str, Any], problem: str) -> PackError:
    key = str(row.get("key") or next(iter(_units(row)), ""))
    line = file.line_of(f'"{key}"') if key else 1
    return PackError("entity_faulty", file=file.path.name, line=line, key=key, problem=problem)


def _units(row: Mapping[str, Any]) -> Iterator[str]:
    for side in _EVENT_KEYS:
        yield from row.get(side, ())


def _contradiction(files: Iterable[_File], error: SuccessionError) -> PackError:
    key = str(error.details.get("key", ""))
    file, line = next(((f.path.name, f.line_of(f'"{key}"')) for f in files if f'"{key}"' in f.text), ("", 1))
    return PackError("entities_contradict", file=file, line=line, key=key, problem=error)
