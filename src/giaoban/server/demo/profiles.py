"""How each indicator of the demonstration runs: read from profiles.toml and weights.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import rtoml

_FOLDER = Path(__file__).parent
FIRST_YEAR = 2021
MONTHS = 72
Point = tuple[int, float]


@dataclass(frozen=True)
class Profile:
    """See the head of profiles.toml; months are counted from January 2021."""

    code: str
    points: tuple[Point, ...]
    season: tuple[float, ...] | None = None
    noise: float = 0.0
    split: str = ""
    spread: float = 0.0
    of: str = ""
    family: str = ""
    ramp: tuple[Point, ...] = ()
    plan: float | None = None
    whole: bool = True
    stepped: bool = False


def month_number(code: str) -> int:
    """ "2021-01" is 0."""
    year, month = code.split("-")
    return (int(year) - FIRST_YEAR) * 12 + int(month) - 1


@lru_cache(maxsize=1)
def load_profiles() -> tuple[Profile, ...]:
    """Every profile; a part comes after what it is a part of."""
    content = _read("profiles.toml")
    profiles = [_profile(row, content["seasons"]) for row in content["profile"]]
    return tuple(sorted(profiles, key=lambda profile: _depth(profile, {p.code: p for p in profiles})))


def _depth(profile: Profile, by_code: Mapping[str, Profile]) -> int:
    return 1 + _depth(by_code[profile.of], by_code) if profile.of else 0


def _profile(row: dict[str, Any], seasons: Mapping[str, list[float]]) -> Profile:
    row["points"] = _points(row["points"])
    row["ramp"] = _points(row.get("ramp", ()))
    if "season" in row:
        row["season"] = tuple(seasons[row["season"]])
    return Profile(**row)


def _points(pairs: Any) -> tuple[Point, ...]:
    return tuple((month_number(code), float(value)) for code, value in pairs)


@lru_cache(maxsize=1)
def enterprise_sets() -> dict[str, dict[str, float]]:
    """Weights of the enterprises that report together, by set, then by entity key."""
    sets = _read("profiles.toml")["enterprises"]
    return {name: {f"enterprise:{key}": float(weight) for key, weight in one.items()} for name, one in sets.items()}


@lru_cache(maxsize=1)
def province_weights() -> dict[str, float]:
    """Rough sizes of the 63 provinces, by entity key."""
    return {f"province:{key}": float(weight) for key, weight in _read("weights.toml")["weights"].items()}


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = rtoml.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return content
