"""Whether the tables of a pack file hold the keys they may hold, each with a value of its shape (see `schema`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from giaoban.packs import schema
from giaoban.packs.faults import Fault
from giaoban.packs.rows import PackFile, Row

Table = Mapping[str, schema.Key]


def table_faults(file: PackFile, tables: Mapping[str, schema.Form]) -> Iterator[Fault]:
    """Tables that a file may not hold, and those written as a list where they stand once, or the other way round."""
    for name, content in file.content.items():
        line = file.places.line(name) if (name, 0) in file.places.tables else file.places.line("", 0, name)
        if name not in tables:
            details = {"known": tuple(tables), "guess": _guess(name, tables)}
            yield Fault("unknown_table", file.name, line, name, details=details)
        elif not _has_form(content, tables[name]):
            written = f"[[{name}]]" if tables[name] == "list" else f"[{name}]"
            yield Fault("misshapen_table", file.name, line, name, details={"written": written})


def _has_form(content: object, form: schema.Form) -> bool:
    if form == "list":
        return isinstance(content, list) and all(isinstance(row, dict) for row in content)
    return form == "value" or isinstance(content, dict)


def shape_faults(row: Row, keys: Table) -> Iterator[Fault]:
    """Keys that are missing, unknown, of the wrong type or with a value that is not allowed."""
    yield from key_faults(row, keys)
    for name, key in keys.items():
        value = row.content.get(name)
        if value is None:
            if key.required:
                yield row.fault("missing", name)
        elif not _has_shape(value, key.shape):
            yield row.fault("wrong_type", name, shape=key.shape)
        elif value in ("", []) and key.required:
            yield row.fault("empty", name)
        else:
            yield from _values_allowed(row, name, key, value)


def _values_allowed(row: Row, name: str, key: schema.Key, value: Any) -> Iterator[Fault]:
    for one in value if isinstance(value, list) else [value]:
        if key.allowed and one not in key.allowed:
            yield row.fault("not_allowed", name, value=one, allowed=key.allowed, guess=_guess(one, key.allowed))


def _has_shape(value: object, shape: schema.Shape) -> bool:
    if isinstance(value, bool) and shape != "flag":
        return False
    if isinstance(value, datetime) or not isinstance(value, schema.PYTHON_TYPES[shape]):
        return False
    inner = {"texts": str, "numbers": int, "targets": dict}.get(shape)
    return inner is None or all(isinstance(one, inner) for one in value)  # type: ignore[attr-defined]


def key_faults(row: Row, keys: Table) -> Iterator[Fault]:
    """Keys that a table may not hold, with a guess."""
    for name in row.own:
        if name not in keys:
            yield row.fault("unknown_key", name, guess=_guess(name, keys))


def inner_faults(row: Row) -> Iterator[Fault]:
    """The tables written inside a row: its source and its targets."""
    inner = [("source", schema.SOURCE, row.content.get("source"))]
    inner += [("targets", schema.TARGET, one) for one in _listed(row.content.get("targets")) if isinstance(one, dict)]
    for name, keys, content in inner:
        if not isinstance(content, dict):
            continue
        for fault in shape_faults(Row(row.file, row.places, row.table, row.number, content, content), keys):
            yield Fault(
                fault.code, row.file, row.fault("", name).line, f"{name}.{fault.key}", fault.level, fault.details
            )


def _guess(typed: object, known: Any) -> str:
    return next(iter(get_close_matches(str(typed), list(known), 1)), "")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
