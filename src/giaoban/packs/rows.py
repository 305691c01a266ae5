"""A pack folder as rows with their places: what `check` walks over."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from giaoban.packs.faults import Fault, Level
from giaoban.packs.lines import Places, places_in
from giaoban.packs.toml import ENCODING

_AT_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Row:
    """One table of one file; `content` with the file's defaults, `own` without."""

    file: str
    places: Places
    table: str
    number: int
    content: Mapping[str, Any]
    own: Mapping[str, Any]

    def fault(self, code: str, key: str = "", level: Level = "fault", **details: object) -> Fault:
        """A fault at the line of a key; at the defaults where the key stands there."""
        table, number = self.table, self.number
        if key and key not in self.own and key in self.content:
            table, number = "defaults", 0
        return Fault(code, self.file, self.places.line(table, number, key), key or self.table, level, details)


@dataclass(frozen=True)
class PackFile:
    """One TOML file that could be read."""

    name: str
    text: str
    places: Places
    content: Mapping[str, Any]

    def row(self, table: str) -> Row:
        """A table that stands once; empty where it is missing."""
        own = self.content.get(table, {})
        return Row(self.name, self.places, table, 0, own, own) if isinstance(own, dict) else self._misshapen(table)

    def rows(self, table: str) -> Iterator[Row]:
        """The tables of a list, each with the defaults of the file."""
        return self._listed(table, self.row("defaults").content)

    def bare_rows(self, table: str) -> Iterator[Row]:
        """The tables of a list that the defaults of the file are not meant for."""
        return self._listed(table, {})

    def _listed(self, table: str, defaults: Mapping[str, Any]) -> Iterator[Row]:
        listed = self.content.get(table, ())
        for number, own in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(own, dict):
                yield Row(self.name, self.places, table, number, {**defaults, **own}, own)

    def _misshapen(self, table: str) -> Row:
        return Row(self.name, self.places, table, 0, {}, {})


def read_file(path: Path, root: Path) -> PackFile | Fault:
    """A file with its places, or the fault that keeps it from being read."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding=ENCODING)
        content = tomllib.loads(text)
    except UnicodeDecodeError as fault:
        return Fault("not_utf8", name, 1 + fault.object[: fault.start].count(b"\n"), "")
    except OSError as fault:
        return Fault("unreadable", name, 1, "", details={"reason": fault.strerror or str(fault)})
    except tomllib.TOMLDecodeError as fault:
        line = int(found[1]) if (found := _AT_LINE.search(str(fault))) else max(1, len(text.splitlines()))
        return Fault("not_toml", name, line, "", details={"reason": str(fault)})
    return PackFile(name, text, places_in(text), content)


def decomposed_lines(file: PackFile) -> Iterator[int]:
    """Lines whose letters are not composed (NFC): they look right and compare wrong."""
    for number, line in enumerate(file.text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            yield number
