"""Check a folder of packs: every fault with its file, line and key, and what is asked for twice.

Reads with `tomllib` and looks for lines, which is slow and thorough; the reader starts with `packs.load` instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from giaoban.core.errors import PackError
from giaoban.packs import schema
from giaoban.packs.faults import Fault, Report
from giaoban.packs.likeness import AskedAgain, asked_again
from giaoban.packs.load import BODY_FILES, read_packs
from giaoban.packs.rows import PackFile, Row, decomposed_lines, read_file
from giaoban.packs.rules import indicator_faults, sector_faults

Table = Mapping[str, schema.Key]


def check(root: Path) -> Report:
    """Check a folder of packs, or one pack alone (a folder that holds pack.toml).

    Raises PackError `no_packs` (root) where the folder holds no pack at all.
    """
    folders = [root] if (root / "pack.toml").exists() else sorted(path.parent for path in root.glob("*/pack.toml"))
    if not folders:
        raise PackError("no_packs", root=str(root))
    walk = _Walk(root, folders)
    faults = sorted(walk.faults(), key=lambda fault: (fault.file, fault.line))
    warnings = () if faults else tuple(walk.warnings())
    return Report(
        tuple(fault for fault in faults if fault.level == "fault"),
        (*(fault for fault in faults if fault.level == "warning"), *warnings),
        len(folders),
        len(walk.indicators),
    )


class _Walk:
    """The rows of a folder, read once."""

    def __init__(self, root: Path, folders: list[Path]) -> None:
        self.root, self.folders = root, folders
        self.unread: list[Fault] = []
        self.packs = self._files([folder / "pack.toml" for folder in folders])
        lists = [path for folder in folders for path in sorted(folder.glob("indicators*.toml"))]
        self.lists = self._files(lists)
        self.sources = self._files([path for path in [root / "sources.toml"] if path.exists()])
        self.ministry = self._files([path for path in [root / "ministry.toml"] if path.exists()])
        bodies = [root / "entities" / f"{name}.toml" for name in BODY_FILES]
        self.bodies = self._files([path for path in bodies if path.exists()])
        self.indicators = [row for file in self.lists for row in file.rows("indicator")]

    def faults(self) -> Iterator[Fault]:
        yield from self.unread
        for file in (*self.packs, *self.lists, *self.sources, *self.ministry, *self.bodies):
            for line in decomposed_lines(file):
                yield Fault("decomposed", file.name, line, "")
        yield from self._shapes()
        yield from self._meanings()

    def warnings(self) -> Iterator[Fault]:
        """What a folder that can be loaded asks for twice."""
        if self.folders == [self.root]:
            return
        packs = read_packs(self.root)
        places = {row.content["code"]: row for row in self.indicators}
        for found in asked_again(packs.indicators.values(), packs.ministry.abbreviations):
            yield _asked_again(places, found)

    def _shapes(self) -> Iterator[Fault]:
        for file in self.packs:
            yield from _unknown_tables(file, ("sector", "lexicon"))
            yield from shape_faults(file.row("sector"), schema.SECTOR)
            yield from shape_faults(file.row("lexicon"), schema.LEXICON)
        for file in self.lists:
            yield from _unknown_tables(file, ("defaults", "indicator"))
            yield from _unknown_keys(file.row("defaults"), schema.INDICATOR)
        for row in self.indicators:
            yield from shape_faults(row, schema.INDICATOR)
            yield from _inner_faults(row)
        for file in self.sources:
            for name in file.content:
                yield from shape_faults(file.row(name), schema.SOURCE)
        for file in self.ministry:
            yield from shape_faults(file.row("ministry"), schema.MINISTRY)
        for file in self.bodies:
            for row in file.rows("entity"):
                yield from shape_faults(row, schema.BODY)

    def _meanings(self) -> Iterator[Fault]:
        codes = {str(file.row("sector").content.get("code", "")) for file in self.packs}
        sources = {name for file in self.sources for name in file.content}
        yield from sector_faults(self.packs)
        yield from indicator_faults(self.indicators, self._sector_of(), sources)
        for file in self.bodies:
            for row in file.rows("entity"):
                for code in row.content.get("sectors", ()):
                    if code not in codes:
                        yield row.fault("unknown_sector", "sectors", sector=code)

    def _sector_of(self) -> dict[str, str]:
        """Folder → the code of its sector."""
        return {_folder(file.name): str(file.row("sector").content.get("code", "")) for file in self.packs}

    def _files(self, paths: list[Path]) -> list[PackFile]:
        read = [read_file(path, self.root) for path in paths]
        self.unread.extend(one for one in read if isinstance(one, Fault))
        return [one for one in read if isinstance(one, PackFile)]


def shape_faults(row: Row, keys: Table) -> Iterator[Fault]:
    """Keys that are missing, unknown, of the wrong type or with a value that is not allowed."""
    yield from _unknown_keys(row, keys)
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


def _unknown_keys(row: Row, keys: Table) -> Iterator[Fault]:
    for name in row.own:
        if name not in keys:
            yield row.fault("unknown_key", name, guess=_guess(name, keys))


def _unknown_tables(file: PackFile, known: tuple[str, ...]) -> Iterator[Fault]:
    for name in file.content:
        if name not in known:
            line = file.places.line(name) if (name, 0) in file.places.tables else file.places.line("", 0, name)
            yield Fault("unknown_table", file.name, line, name, details={"known": known, "guess": _guess(name, known)})


def _inner_faults(row: Row) -> Iterator[Fault]:
    """The tables written inside an indicator: its source and its targets."""
    inner = [("source", schema.SOURCE, row.content.get("source"))]
    inner += [("targets", schema.TARGET, one) for one in row.content.get("targets", ()) if isinstance(one, dict)]
    for name, keys, content in inner:
        if not isinstance(content, dict):
            continue
        for fault in shape_faults(Row(row.file, row.places, row.table, row.number, content, content), keys):
            yield Fault(
                fault.code, row.file, row.fault("", name).line, f"{name}.{fault.key}", fault.level, fault.details
            )


def _guess(typed: object, known: Any) -> str:
    return next(iter(get_close_matches(str(typed), list(known), 1)), "")


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _asked_again(places: Mapping[str, Row], found: AskedAgain) -> Fault:
    return places[found.later.code].fault(
        "asked_again",
        "code",
        "warning",
        later=found.later.code,
        earlier=found.earlier.code,
        name=found.earlier.name,
        words=found.words,
        why=found.why,
    )
