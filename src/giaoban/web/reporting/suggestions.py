"""Which indicators the words of a figure may mean, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from math import log
from typing import Any

from giaoban.core.errors import UnitError
from giaoban.core.units import find_unit
from giaoban.packs import Indicator, Packs, load_packs

MOST, LEAST = 6, 0.22
OWN_SECTOR, SAME_UNIT, READERS_OWN = 1.8, 1.2, 10.0


def suggest(content: dict[str, Any], sector: str, packs: Packs) -> list[Indicator]:
    """Up to six indicators: the reader's own match first, then by shared words, sector and kind of unit."""
    match = content.get("indicator")
    named = match if isinstance(match, dict) else {"text": match or "", "code": None}
    words = tokens(f"{named.get('text') or ''} {content.get('unit') or ''}")
    scores = {code: _score(code, words, sector, content.get("unit") or "", packs) for code in packs.indicators}
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


def _score(code: str, words: frozenset[str], sector: str, unit: str, packs: Packs) -> float:
    vocabulary, weights = _index(packs.root)
    names = vocabulary.get(code, ())
    best = max((_overlap(words, name, weights) for name in names), default=0.0)
    indicator = packs.indicators[code]
    best *= OWN_SECTOR if indicator.sector == sector else 1.0
    return best * (SAME_UNIT if _kind(unit) == _kind(indicator.unit) else 1.0)


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


def _kind(unit: str) -> str:
    try:
        return find_unit(unit).kind
    except UnitError:
        return ""
