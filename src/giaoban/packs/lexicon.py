"""The words by which a text shows which sector it speaks of and whom it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from giaoban.packs.model import Body


@dataclass(frozen=True, slots=True)
class SectorWords:
    """The words of one sector, lower case.

    headings  what a heading says ("Lĩnh vực Bưu chính" is matched by "bưu chính")
    strong    words that settle the sector of a sentence alone
    weak      words that only lean towards it
    """

    sector: str
    contract_name: str
    headings: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """Everything the reader needs to know of a ministry's words."""

    sectors: tuple[SectorWords, ...]
    bodies: tuple[Body, ...]
    leaders: tuple[str, ...]
    abbreviations: tuple[tuple[str, str], ...]

    @cached_property
    def contract_names(self) -> dict[str, str]:
        """Sector code → the name the reader writes."""
        return {words.sector: words.contract_name for words in self.sectors}

    @cached_property
    def body_names(self) -> dict[str, Body]:
        """Every name of every body, as written → the body; the first body to claim a name keeps it."""
        names: dict[str, Body] = {}
        for body in self.bodies:
            for name in body.names:
                names.setdefault(name, body)
        return names

    def bodies_of(self, kinds: Iterable[str]) -> tuple[Body, ...]:
        """The bodies of some kinds ("department", "enterprise", …)."""
        wanted = set(kinds)
        return tuple(body for body in self.bodies if body.kind in wanted)
