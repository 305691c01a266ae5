"""A fault in a pack: where it stands and what it is. `wording.packs` makes the Vietnamese sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["fault", "warning"]


@dataclass(frozen=True)
class Fault:
    """One thing to mend (`level` "fault") or to look at ("warning"); `file` is relative to the folder checked."""

    code: str
    file: str
    line: int
    key: str
    level: Level = "fault"
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """What a check found, in the order of files and lines, and how much it looked at (`counts`: by folder)."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    sectors: int
    indicators: int
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        return not self.faults
