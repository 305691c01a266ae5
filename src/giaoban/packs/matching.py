"""Which indicator do these words mean? A ranked answer, for the reader and for suggestions on the screen.

Words and pairs of neighbouring words are weighed by how rare they are among all wordings, so that "thuê bao 2G" is not
"thuê bao 3G"; a text and a wording are compared by the weight they have in common (Tversky). What the text has beyond a
wording counts little, for reports say more than the name; what it lacks counts more, lest "thuê bao" be any subscriber.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from giaoban.core.units import find_unit
from giaoban.packs.folding import Abbreviations, words_of
from giaoban.packs.model import Indicator

FLOOR = 0.4
"""Wordings less alike than this are not found at all."""

_OTHER_SECTOR = 0.8
_OTHER_KIND = 0.35
_OTHER_NOUN, _NOUN_IN_WORDING = 0.85, 0.93  # "18.286 tổ" counts teams, not provinces that have teams
_BEYOND, _LACKING = 0.3, 0.5
_SECTOR_UNDERSTOOD = 0.97  # "nộp ngân sách" under the heading of a sector is that sector's
_PAIR = 0.6  # a pair of words says less than the two words it is made of
_UNKNOWN = 0.35  # a word that no wording has
_HEADLINE = 0.005  # only breaks ties
_FILLERS = frozenset(
    "số lượng tổng các của và trong trên về được đã là có những tại cho đến với theo đạt lĩnh vực"  # noqa: SIM905
    " ước khoảng gần hơn triệu tỷ nghìn".split()
)
_KINDS = {"percentage_points": "percent", "measure": "count", "times": "count", "rate": "count"}


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator that a text may name; `score` 0–1, `wording` the words of the pack that fit best."""

    code: str
    score: float
    wording: str


@dataclass(frozen=True, slots=True)
class _Wording:
    indicator: Indicator
    text: str
    features: frozenset[str]
    size: float
    kind: str
    base: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """The unit and sector a question was asked with."""

    kind: str
    noun: str
    words: tuple[str, ...]
    sector: str

    def fit(self, wording: _Wording) -> float:
        indicator = wording.indicator
        fit = 1.0 - _HEADLINE * (not indicator.headline)
        fit *= 1.0 if not self.sector or indicator.sector == self.sector else _OTHER_SECTOR
        fit *= 1.0 if not self.kind or wording.kind == self.kind else _OTHER_KIND
        return fit * self._noun_fit(wording)

    def _noun_fit(self, wording: _Wording) -> float:
        """A counted noun is best the indicator's own, else a word of its wording ("thành viên" for "người")."""
        if not self.noun or self.noun == wording.base:
            return 1.0
        return _NOUN_IN_WORDING if wording.features.issuperset(self.words) else _OTHER_NOUN


class Matcher:
    """Finds the indicators that words may mean. `sector_names` are the words a sector's heading stands for."""

    def __init__(
        self,
        indicators: Iterable[Indicator],
        abbreviations: Iterable[tuple[str, str]] = (),
        sector_names: Mapping[str, str] | None = None,
    ) -> None:
        self._abbreviations = Abbreviations(abbreviations)
        self._sector_names = dict(sector_names or {})
        named = [(one, text, self._features(text)) for one in indicators for text in (one.name, *one.wordings)]
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, features) in enumerate(named):
            for feature in features:
                self._having[feature].append(number)
        self._weights = {feature: _rarity(feature, len(held), len(named)) for feature, held in self._having.items()}
        self._unknown = _UNKNOWN * _rarity("", 0, len(named))
        self._wordings = [self._wording(one, text, features) for one, text, features in named]
        self.best = lru_cache(maxsize=8192)(self._best)

    def _best(self, text: str, unit: str = "", sector: str = "", limit: int = 5) -> tuple[Match, ...]:
        """The indicators that `text` may mean, best first.

        unit     the unit the figure was written with: an indicator of another kind (money, share, count) falls back
        sector   the sector code the text speaks of, where known: others fall back a little
        """
        asked = _asked(unit, sector)
        found: dict[str, Match] = {}
        for number, likeness in self._candidates(text, sector).items():
            wording = self._wordings[number]
            score = likeness * asked.fit(wording)
            best = found.get(wording.indicator.code)
            if best is None or best.score < score:
                found[wording.indicator.code] = Match(wording.indicator.code, score, wording.text)
        return tuple(sorted(found.values(), key=lambda match: -match.score)[:limit])

    def _candidates(self, text: str, sector: str) -> dict[int, float]:
        found = self._likeness(self._features(text))
        if sector in self._sector_names:
            understood = self._likeness(self._features(f"{text} {self._sector_names[sector]}"))
            for number, likeness in understood.items():
                if self._wordings[number].indicator.sector == sector:
                    found[number] = max(found.get(number, 0.0), likeness * _SECTOR_UNDERSTOOD)
        return found

    def _likeness(self, features: frozenset[str]) -> dict[int, float]:
        """Number of a wording → how alike it is, for those above the floor."""
        size = 0.0
        common: dict[int, float] = {}
        for feature in features:
            weight = self._weight(feature)
            size += weight
            for number in self._having.get(feature, ()):
                common[number] = common.get(number, 0.0) + weight
        alike = {}
        for number, shared in common.items():
            apart = _BEYOND * (size - shared) + _LACKING * (self._wordings[number].size - shared)
            if shared >= FLOOR * (shared + apart):
                alike[number] = shared / (shared + apart)
        return alike

    def _wording(self, one: Indicator, text: str, features: frozenset[str]) -> _Wording:
        size = sum(map(self._weights.__getitem__, features))
        return _Wording(one, text, features, size, _kind(one.unit), find_unit(one.unit).base.partition("/")[0])

    def _weight(self, feature: str) -> float:
        weight = self._weights.get(feature)
        if weight is None:
            weight = 0.0 if " " in feature or feature.isdecimal() else self._unknown
        return weight

    def _features(self, text: str) -> frozenset[str]:
        words = self._abbreviations.expand(words_of(text))
        telling = [word for word in words if word not in _FILLERS] or words
        return frozenset((*telling, *map(" ".join, pairwise(telling))))


def _rarity(feature: str, held: int, wordings: int) -> float:
    return log(1 + wordings / (1 + held)) * (_PAIR if " " in feature else 1.0)


@lru_cache(maxsize=1024)
def _asked(unit: str, sector: str) -> _Asked:
    noun = find_unit(unit).base if unit and find_unit(unit).kind == "count" else ""
    return _Asked(_kind(unit), noun, words_of(noun), sector)


@lru_cache(maxsize=1024)
def _kind(unit: str) -> str:
    """The kind of a unit, "" when none is named: money, share, or count."""
    if not unit:
        return ""
    found = find_unit(unit)
    if found.kind == "rate" and found.base.partition("/")[0] in {"VND", "USD"}:
        return "money"
    return _KINDS.get(found.kind, found.kind)
