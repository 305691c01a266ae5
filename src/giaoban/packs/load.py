"""Packs from a folder, fast: the reader starts with this, so nothing is checked here that TOML or Python does not.

Layout of a folder of packs (docs/packs.md):
    ministry.toml · sources.toml · <sector>/pack.toml · <sector>/indicators*.toml · entities/*.toml
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giaoban.core.errors import PackError
from giaoban.packs.lexicon import Lexicon, SectorWords
from giaoban.packs.matching import Matcher
from giaoban.packs.model import Body, Indicator, Ministry, Sector, Source, Target
from giaoban.packs.toml import read_toml

if TYPE_CHECKING:
    from giaoban.core.periods import Period
    from giaoban.core.succession import Lineage
    from giaoban.packs.regimes import Regimes

BODY_FILES = ("departments", "enterprises", "press", "associations")
_TUPLES = (
    "wordings",
    "frequency",
    "breakdowns",
    "see",
    "listed_as",
    "forms",
    "coverage",
    "aliases",
    "sectors",
    "leaders",
)


@dataclass(frozen=True)
class Packs:
    """A ministry's packs; `sectors` in order, `indicators` by code in the order of their files."""

    root: Path
    ministry: Ministry
    sectors: tuple[Sector, ...]
    indicators: dict[str, Indicator]
    words: tuple[SectorWords, ...]

    def sector(self, code: str) -> Sector:
        """One sector; KeyError when there is none of that code."""
        return self._by_code[code]

    def of_sector(self, code: str) -> list[Indicator]:
        """The indicators of one sector, in the order of its files."""
        return self._of_sector.get(code, [])

    def headlines(self, code: str) -> list[Indicator]:
        """The indicators a sector is first judged by."""
        return [indicator for indicator in self.of_sector(code) if indicator.headline]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the sectors and the names of the bodies, for the reader."""
        return Lexicon(self.words, self.bodies, self.ministry.leaders, self.ministry.abbreviations)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Departments, enterprises, press bodies and associations (provinces: `packs.entities`)."""
        return tuple(_bodies(self.root))

    @cached_property
    def entities(self) -> Lineage:
        """Every dated unit with its events. Raises PackError: see `packs.entities.load_entities`."""
        # Only pages and records ask for it: the reader starts without.
        from giaoban.packs.entities import load_entities

        return load_entities(self.root)

    @cached_property
    def regimes(self) -> Regimes:
        """The reporting regimes. Raises PackError `regime_faulty`: see `packs.regimes.load_regimes`."""
        from giaoban.packs.regimes import load_regimes

        return load_regimes(self.root)

    def reported(self, code: str, period: Period) -> Period:
        """A period of an indicator with the days its regime counts in it (thời gian chốt số liệu)."""
        return self.regimes.of(self.indicators[code], on=period.end).period(period)

    @cached_property
    def matcher(self) -> Matcher:
        """Ranks the indicators that words may mean: `packs.matcher.best("doanh thu bưu chính", unit="VND")`."""
        names = {sector.code: sector.name for sector in self.sectors}
        return Matcher(self.indicators.values(), self.ministry.abbreviations, names)

    @cached_property
    def _by_code(self) -> dict[str, Sector]:
        return {sector.code: sector for sector in self.sectors}

    @cached_property
    def _of_sector(self) -> dict[str, list[Indicator]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self.indicators.values():
            found.setdefault(indicator.sector, []).append(indicator)
        return found


def shipped() -> Path:
    """The packs that come with the product."""
    return Path(__file__).parent.parent / "sectors"


def load_packs(root: Path | str | None = None) -> Packs:
    """The packs of a folder; the shipped ones, or those of GIAOBAN_PACKS, when none is named.

    Raises PackError `packs_unreadable` (details: root, reason): `giaoban pack check` then names file, line and key.
    """
    return _load(folder_of_packs(root))


def folder_of_packs(root: Path | str | None = None) -> Path:
    """The folder named, or that of GIAOBAN_PACKS, or the shipped one."""
    return Path(root or os.environ.get("GIAOBAN_PACKS") or shipped()).resolve()


@lru_cache(maxsize=8)
def _load(root: Path) -> Packs:
    try:
        return read_packs(root)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise PackError("packs_unreadable", root=str(root), reason=str(fault)) from fault


def read_packs(root: Path) -> Packs:
    """The packs of a folder as they stand on disk now, without the cache and without kind words about faults."""
    sources = {key: _source(row, {}) for key, row in read_toml(root / "sources.toml", missing_ok=True).items()}
    packs = _packs(root)
    indicators: dict[str, Indicator] = {}
    for pack, folder in packs:
        for indicator in _indicators(folder, pack["sector"]["code"], sources):
            indicators[indicator.code] = indicator
    sectors = tuple(Sector(**pack["sector"]) for pack, _ in packs)
    return Packs(root, _ministry(root), sectors, indicators, tuple(_words(pack) for pack, _ in packs))


def _packs(root: Path) -> list[tuple[dict[str, Any], Path]]:
    found = [(read_toml(path), path.parent) for path in root.glob("*/pack.toml")]
    return sorted(found, key=lambda pair: (pair[0]["sector"].get("order", 0), pair[0]["sector"]["code"]))


def _indicators(folder: Path, sector: str, sources: Mapping[str, Source]) -> Iterator[Indicator]:
    for path in sorted(folder.glob("indicators*.toml")):
        content = read_toml(path)
        defaults = {"sector": sector, **content.get("defaults", {})}
        for row in content.get("indicator", ()):
            yield _indicator({**defaults, **row}, sources)


def _indicator(row: dict[str, Any], sources: Mapping[str, Source]) -> Indicator:
    row["source"] = _source(row.get("source", {}), sources)
    if "targets" in row:
        row["targets"] = tuple(Target(**target) for target in row["targets"])
    return Indicator(**_tupled(row))


def _source(row: str | Mapping[str, Any], sources: Mapping[str, Source]) -> Source:
    """A source written out, or the code of one in sources.toml."""
    return sources[row] if isinstance(row, str) else Source(**row)


def _tupled(row: dict[str, Any]) -> dict[str, Any]:
    for key in _TUPLES:
        if key in row:
            row[key] = tuple(row[key])
    return row


def _words(pack: Mapping[str, Any]) -> SectorWords:
    sector, words = pack["sector"], pack.get("lexicon", {})
    return SectorWords(
        sector["code"],
        sector.get("contract_name") or sector["name"].lower(),
        *(tuple(words.get(strength, ())) for strength in ("headings", "strong", "weak")),
    )


def _ministry(root: Path) -> Ministry:
    content = read_toml(root / "ministry.toml", missing_ok=True)
    abbreviations = tuple(content.get("abbreviations", {}).items())
    return Ministry(**_tupled({"name": root.name, **content.get("ministry", {}), "abbreviations": abbreviations}))


def _bodies(root: Path) -> Iterator[Body]:
    shared = read_toml(root / "sources.toml", missing_ok=True)
    for name in BODY_FILES:
        content = read_toml(root / "entities" / f"{name}.toml", missing_ok=True)
        sources = {key: _source(row, {}) for key, row in {**shared, **content.get("sources", {})}.items()}
        for row in content.get("entity", ()):
            full = {**content.get("defaults", {}), **row}
            full["source"] = sources.get(full.get("source", ""))
            yield Body(**_tupled(full))
