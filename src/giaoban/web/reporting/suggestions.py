"""Which indicators the words of a figure may mean, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

from giaoban.core.errors import UnitError
from giaoban.core.units import find_unit
from giaoban.packs import Indicator, Packs, load_packs

MOST, LEAST = 6, 0.22
OWN_SECTOR, SAME_NOUN, SAME_UNIT, OTHER_UNIT, READERS_OWN = 1.8, 1.4, 1.2, 0.6, 10.0
CLAUSE = 0.8  # a name whose words all stand in the clause around a figure, against one that is the words themselves
SHORT = 10.0  # the weight of a name at which its standing in a clause counts half: "thuê bao" stands in many


def suggest(content: dict[str, Any], sector: str, packs: Packs) -> list[Indicator]:
    """Up to six indicators: the reader's own match first, then by shared words, sector and kind of unit."""
    match = content.get("indicator")
    named = match if isinstance(match, dict) else {"text": match or "", "code": None}
    words = tokens(f"{named.get('text') or ''} {content.get('unit') or ''}")
    clause = content.get("around") if content.get("unit") else ""  # the clause of a bare wish names no indicator
    asked = Asked(words, tokens(str(clause or "")), sector, content.get("unit") or "")
    scores = {code: _score(code, asked, packs) for code in packs.indicators}
    own = str(named.get("code"))
    if own in scores:
        scores[own] += READERS_OWN
    best = sorted((code for code, score in scores.items() if score >= LEAST), key=lambda code: -scores[code])
    return [packs.indicators[code] for code in best[:MOST]]


def tokens(text: str) -> frozenset[str]:
    """Words without case and tone marks, so that "thuê bao" typed as "thue bao" still meets it.

    >>> sorted(tokens("Thuê bao di động"))
    ['bao', 'di', 'dong', 'thue']
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return frozenset(re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char))))


class Asked(NamedTuple):
    """The words that name a figure, those of the clause around it, its sector and its printed unit."""

    words: frozenset[str]
    clause: frozenset[str]
    sector: str
    unit: str


def _score(code: str, asked: Asked, packs: Packs) -> float:
    vocabulary, weights = _index(packs.root)
    names = vocabulary.get(code, ())
    best = max((_overlap(asked.words, name, weights) for name in names), default=0.0)
    best = max(best, CLAUSE * max((_held(name, asked.clause, weights) for name in names), default=0.0))
    indicator = packs.indicators[code]
    best *= OWN_SECTOR if indicator.sector == asked.sector else 1.0
    return best * _of_unit(asked.unit, indicator.unit)


def _of_unit(printed: str, own: str) -> float:
    """What the printed unit says for an indicator: the very noun, the same kind, another kind, or nothing."""
    if not printed:
        return 1.0
    if printed.casefold() == own.casefold():
        return SAME_NOUN
    return SAME_UNIT if _kind(printed) == _kind(own) else OTHER_UNIT


def _held(name: frozenset[str], clause: frozenset[str], weights: dict[str, float]) -> float:
    """How much of a name stands in a clause, by the rareness of its words: half is nothing, long names weigh more."""
    if not clause:
        return 0.0
    whole = sum(weights.get(word, 1.0) for word in name) or 1.0
    held = 2 * sum(weights.get(word, 1.0) for word in name & clause) / whole - 1
    return max(0.0, held * whole / (whole + SHORT))


def _overlap(words: frozenset[str], name: frozenset[str], weights: dict[str, float]) -> float:
    """Shared words by their rareness, against all words of both: 1 is the same words."""
    together = sum(weights.get(word, 1.0) for word in words & name)
    return together / (sum(weights.get(word, 1.0) for word in words | name) or 1.0)


@lru_cache(maxsize=4)
def _index(root: object) -> tuple[dict[str, tuple[frozenset[str], ...]], dict[str, float]]:
    packs = load_packs(root)  # type: ignore[arg-type]
    vocabulary = {
        code: tuple(tokens(name) for name in (found.name, found.name_en, *found.wordings) if name)
        for code, found in packs.indicators.items()
    }
    seen = Counter(word for names in vocabulary.values() for word in frozenset().union(*names))
    return vocabulary, {word: 1 + log(len(vocabulary) / count) for word, count in seen.items()}


@lru_cache(maxsize=1024)
def _kind(unit: str) -> str:
    """What a unit measures; of money, which."""
    try:
        found = find_unit(unit)
    except UnitError:
        return ""
    return found.base if found.kind == "money" else found.kind
