"""The words of words.toml."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import rtoml

_WORDS: dict[str, Any] = rtoml.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))

TIMES_WORDS = {word: Decimal(size) for word, size in _WORDS["times_words"].items()}
"""How many times "đôi", "ba", "rưỡi" are."""


def phrases_of(name: str) -> list[str]:
    """The phrases of one table, in its order."""
    return [phrase for phrase in " ".join(_WORDS[name].split()).split(" / ") if phrase]


def words_of(name: str) -> frozenset[str]:
    """The single words of one table."""
    return frozenset(phrases_of(name))


def phrase_table(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases of a table as words and commas, longest first."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases_of(name):
        words = tuple(phrase.replace(",", " ,").split())
        rows.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(found), key=len, reverse=True)) for first, found in rows.items()}
