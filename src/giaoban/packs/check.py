"""Check a folder of packs: every fault with its file, line and key, and what is asked for twice.

Reads with `tomllib` and looks for lines, which is slow and thorough; the reader starts with `packs.load` instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from giaoban.core.calendars import CALENDARS, find_calendar
from giaoban.core.errors import PackError, PeriodError
from giaoban.packs import schema
from giaoban.packs.entities import read_entities
from giaoban.packs.faults import Fault, Report
from giaoban.packs.likeness import AskedAgain, asked_again
from giaoban.packs.load import BODY_FILES, read_packs
from giaoban.packs.rows import PackFile, Row, decomposed_lines, read_file
from giaoban.packs.rules import indicator_faults, sector_faults, source_faults, texts_of
from giaoban.packs.shapes import inner_faults, key_faults, shape_faults, table_faults
from giaoban.packs.tiles import read_layouts


def check(root: Path) -> Report:
    """Check a folder of packs, or one pack of it (a folder that holds pack.toml).

    Raises PackError `no_packs` (root) where the folder holds no pack at all.
    """
    if (root / "pack.toml").exists():
        # Its sources, and the indicators it is made of, may stand beside it.
        return _of_one_pack(check(root.resolve().parent), root.resolve())
    folders = sorted({path.parent for name in ("pack", "indicators*") for path in root.glob(f"*/{name}.toml")})
    if not any((folder / "pack.toml").exists() for folder in folders):
        raise PackError("no_packs", root=str(root))
    walk = _Walk(root, folders)
    faults = sorted(walk.faults(), key=lambda fault: (fault.file, fault.line))
    warnings = [fault for fault in faults if fault.level == "warning"]
    faults = [fault for fault in faults if fault.level == "fault"]
    again = () if faults else walk.warnings()
    counts = {folder.name: walk.counted(folder) for folder in folders}
    return Report(tuple(faults), (*warnings, *again), len(folders), sum(counts.values()), counts)


def _of_one_pack(report: Report, folder: Path) -> Report:
    inside = f"{folder.name}/"
    return replace(
        report,
        faults=tuple(fault for fault in report.faults if fault.file.startswith(inside)),
        warnings=tuple(fault for fault in report.warnings if fault.file.startswith(inside)),
        sectors=1,
        indicators=report.counts[folder.name],
    )


class _Walk:
    """The rows of a folder, read once."""

    def __init__(self, root: Path, folders: list[Path]) -> None:
        self.root = root
        self.unread: list[Fault] = []
        self.unled = [folder for folder in folders if not (folder / "pack.toml").exists()]
        self.packs = self._files([folder / "pack.toml" for folder in folders if folder not in self.unled])
        self.lists = self._files([path for folder in folders for path in sorted(folder.glob("indicators*.toml"))])
        self.sources = self._files([root / "sources.toml"])
        self.ministry = self._files([root / "ministry.toml"])
        self.regimes = self._files([root / "regimes.toml"])
        self.entities = self._files(sorted((root / "entities").glob("*.toml")))
        self.indicators = [row for file in self.lists for row in file.rows("indicator")]

    def counted(self, folder: Path) -> int:
        """How many indicators a folder holds."""
        return sum(row.file.startswith(f"{folder.name}/") for row in self.indicators)

    def faults(self) -> Iterator[Fault]:
        yield from self.unread
        for folder in self.unled:
            yield Fault("no_pack_file", f"{folder.name}/pack.toml", 1, "sector")
        everyone = (*self.packs, *self.lists, *self.sources, *self.ministry, *self.regimes, *self.entities)
        for file in everyone:
            for line in decomposed_lines(file):
                yield Fault("decomposed", file.name, line, "")
        yield from self._shapes()
        yield from self._meanings()
        units = [*self.unread, *self._unit_shapes()]
        yield from units[len(self.unread) :]
        # The units are played through only once their rows can be read.
        yield from self._unit_meanings() if not units else ()

    def warnings(self) -> Iterator[Fault]:
        """What a folder that can be loaded asks for twice."""
        packs = read_packs(self.root)
        places = {row.content["code"]: row for row in self.indicators}
        for found in asked_again(packs.indicators.values(), packs.ministry.abbreviations):
            yield _asked_again(places, found)

    def _shapes(self) -> Iterator[Fault]:
        for file in self.packs:
            yield from table_faults(file, schema.TABLES["pack"])
            yield from shape_faults(file.row("sector"), schema.SECTOR)
            yield from shape_faults(file.row("lexicon"), schema.LEXICON)
        for file in self.lists:
            yield from table_faults(file, schema.TABLES["indicators"])
            yield from key_faults(file.row("defaults"), schema.INDICATOR)
        for row in self.indicators:
            yield from shape_faults(row, schema.INDICATOR)
            yield from inner_faults(row)
        for file in self.sources:
            yield from _source_shapes(file, file.content)
        for file in self.ministry:
            yield from table_faults(file, schema.TABLES["ministry"])
            yield from shape_faults(file.row("ministry"), schema.MINISTRY)
            short = file.row("abbreviations")
            yield from shape_faults(short, dict.fromkeys(short.own, schema.ABBREVIATION))
        for file in self.regimes:
            yield from table_faults(file, schema.TABLES["regimes"])
            for row in file.rows("regime"):
                yield from shape_faults(row, schema.REGIME)
                yield from inner_faults(row)

    def _unit_shapes(self) -> Iterator[Fault]:
        for file in self.entities:
            yield from table_faults(file, schema.TABLES["entities"])
            inner = file.row("sources").content
            yield from _source_shapes(file, inner, "sources.")
            known = self._known_sources() | inner.keys()
            unit = schema.BODY if Path(file.name).stem in BODY_FILES else schema.UNIT
            tables = {"entity": unit, "event": schema.EVENT, "each": schema.EACH, "count": schema.COUNT}
            for table, keys in tables.items():
                for row in file.rows(table) if table == "entity" else file.bare_rows(table):
                    yield from shape_faults(row, keys)
                    yield from inner_faults(row)
                    yield from source_faults(row, known)

    def _unit_meanings(self) -> Iterator[Fault]:
        try:
            read_entities(self.root)
        except PackError as fault:
            said: dict[str, Any] = {"file": "", "line": 1, "key": "", "problem": fault.details.get("reason")}
            said |= fault.details
            details = {"problem": said["problem"]}
            yield Fault("units_faulty", f"entities/{said['file']}", said["line"], said["key"], details=details)
        try:
            read_layouts(self.root)
        except PackError as fault:
            yield Fault("layout_faulty", "entities/tiles.toml", 1, "layout", details=fault.details)

    def _meanings(self) -> Iterator[Fault]:
        codes = {str(file.row("sector").content.get("code", "")) for file in self.packs}
        sources = {name for file in self.sources for name in file.content}
        yield from sector_faults(self.packs)
        yield from indicator_faults(self.indicators, self._sector_of(), sources)
        for file in self.regimes:
            yield from _regime_faults(file, sources)
        for row in (row for file in self.entities for row in file.rows("entity")):
            for code in texts_of(row.content.get("sectors", [])):
                if code not in codes:
                    yield row.fault("unknown_sector", "sectors", sector=code)

    def _known_sources(self) -> set[str]:
        """What any file of units may name: sources.toml, and the sources of the other files."""
        inner = {name for file in self.entities for name in file.row("sources").content}
        return inner | {name for file in self.sources for name in file.content}

    def _sector_of(self) -> dict[str, str]:
        """Folder → the code of its sector."""
        return {_folder(file.name): str(file.row("sector").content.get("code", "")) for file in self.packs}

    def _files(self, paths: list[Path]) -> list[PackFile]:
        read = [read_file(path, self.root) for path in paths if path.exists()]
        self.unread.extend(one for one in read if isinstance(one, Fault))
        return [one for one in read if isinstance(one, PackFile)]


def _source_shapes(file: PackFile, sources: Mapping[str, object], prefix: str = "") -> Iterator[Fault]:
    for name, own in sources.items():
        content = own if isinstance(own, dict) else {}
        yield from shape_faults(Row(file.name, file.places, prefix + name, 0, content, content), schema.SOURCE)


def _regime_faults(file: PackFile, sources: set[str]) -> Iterator[Fault]:
    """A calendar nobody knows, a source nobody lists, a default that is no regime."""
    for row in file.rows("regime"):
        yield from source_faults(row, sources)
        for calendar in texts_of(row.content.get("calendar", [])):
            try:
                find_calendar(calendar)
            except PeriodError:
                yield row.fault("unknown_calendar", "calendar", value=calendar, known=tuple(CALENDARS))
    codes = [code for row in file.rows("regime") for code in texts_of(row.content.get("code", []))]
    if file.content.get("default") not in codes:
        line = file.places.line("", 0, "default")
        yield Fault("unknown_regime", file.name, line, "default", details={"known": tuple(codes)})


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
