"""Which indicators ask again for what another already holds? Read without marks, fillers or abbreviations.

Two are taken for one when a name or wording of both is the same, or when their names share most of their weight and
their units are of one base. Indicators that name each other in `see` or `same_as` are known to be near and left alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Literal

from giaoban.core.errors import UnitError
from giaoban.core.units import find_unit
from giaoban.packs.folding import Abbreviations, bare, words_of
from giaoban.packs.model import Indicator

NEAR = 0.8
"""Weight in common, over the weight of both names together, from which two names ask for one thing."""

_FILLERS = frozenset(bare("số lượng tổng các của và trong trên về được đã là có tại cho đến với theo lĩnh vực").split())


@dataclass(frozen=True)
class AskedAgain:
    """`later` asks again for what `earlier` holds: with the same words, or with a name nearly the same."""

    later: Indicator
    earlier: Indicator
    why: Literal["same_words", "near_name"]
    words: str


class _Reading:
    """Indicator names and wordings as weighed sets of folded words."""

    def __init__(self, indicators: Sequence[Indicator], abbreviations: Iterable[tuple[str, str]]) -> None:
        self._abbreviations = Abbreviations(abbreviations)
        self.names = [self.fold(one.name) for one in indicators]
        held = Counter(word for name in self.names for word in name)
        self._weight = {word: log(1 + len(self.names) / count) for word, count in held.items()}

    def fold(self, text: str) -> frozenset[str]:
        words = [bare(word) for word in self._abbreviations.expand(words_of(text))]
        return frozenset(word for word in words if word not in _FILLERS) or frozenset(words)

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Weighed Jaccard: 1 for the same words."""
        both = one | other
        return sum(map(self._weight.__getitem__, one & other)) / sum(map(self._weight.__getitem__, both))


def asked_again(indicators: Iterable[Indicator], abbreviations: Iterable[tuple[str, str]] = ()) -> Iterator[AskedAgain]:
    """Pairs of indicators that ask for one thing, each pair once; the later one of a folder is named first."""
    listed = list(indicators)
    reading = _Reading(listed, abbreviations)
    told: set[tuple[str, str]] = set()
    for found in (*_same_words(listed, reading), *_near_names(listed, reading)):
        pair = (found.earlier.code, found.later.code)
        if pair not in told and not linked(found.earlier, found.later):
            told.add(pair)
            yield found


def linked(one: Indicator, other: Indicator) -> bool:
    """Whether either names the other as near or equal."""
    return other.code in (*one.see, one.same_as) or one.code in (*other.see, other.same_as)


def _same_words(indicators: Sequence[Indicator], reading: _Reading) -> Iterator[AskedAgain]:
    using: dict[frozenset[str], dict[str, tuple[Indicator, str]]] = defaultdict(dict)
    for one in indicators:
        for text in (one.name, *one.wordings):
            using[reading.fold(text)].setdefault(one.code, (one, text))
    for users in using.values():
        for (earlier, _), (later, text) in combinations(users.values(), 2):
            if _one_kind(earlier, later):
                yield AskedAgain(later, earlier, "same_words", text)


def _near_names(indicators: Sequence[Indicator], reading: _Reading) -> Iterator[AskedAgain]:
    named = list(zip(indicators, reading.names, strict=True))
    for (earlier, one), (later, other) in combinations(named, 2):
        if 2 * len(one & other) > len(one) and reading.likeness(one, other) >= NEAR and _one_base(earlier, later):
            yield AskedAgain(later, earlier, "near_name", earlier.name)


def _one_kind(one: Indicator, other: Indicator) -> bool:
    kinds = {_unit(one)[0], _unit(other)[0]}
    return len(kinds) == 1


def _one_base(one: Indicator, other: Indicator) -> bool:
    return _unit(one) == _unit(other)


def _unit(indicator: Indicator) -> tuple[str, str]:
    try:
        unit = find_unit(indicator.unit)
    except UnitError:
        return "", indicator.unit
    return unit.kind, unit.base
