"""Where a key stands in a TOML file, for people who must mend it. Only `check` needs this; loading does not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_LONG = re.compile(r'"""|\'\'\'')


@dataclass
class Places:
    """Lines of a file's tables and keys, counted from 1. A table is its name and how many of that name came before."""

    tables: dict[tuple[str, int], int] = field(default_factory=dict)
    keys: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def line(self, table: str, number: int = 0, key: str = "") -> int:
        """The line of a key; of its table where the key is missing; 1 where the table is."""
        return self.keys.get((table, number, key)) or self.tables.get((table, number), 1)


def places_in(text: str) -> Places:
    """Find the tables and keys of a TOML text; the top of the file is the table "".

    >>> places_in('[a]\\nb = 1\\n[[c]]\\nd = 2').line("c", 0, "d")
    4
    """
    places, seen = Places(), Counter[str]()
    table, number, inside = "", 0, False
    for at, line in enumerate(text.splitlines(), start=1):
        was_inside, inside = inside, inside ^ bool(len(_LONG.findall(line)) % 2)
        if was_inside:
            continue
        if header := _HEADER.match(line):
            table, number = header[1], seen[header[1]]
            seen[table] += 1
            places.tables[table, number] = at
        elif key := _KEY.match(line):
            places.keys.setdefault((table, number, key[1]), at)
    return places
