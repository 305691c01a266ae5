"""Cut a sentence into words, numbers, periods and marks, with their places."""

from __future__ import annotations

import re

from .labels import GLUED
from .periods import FIRST_WORDS, period_from

_TOKEN = re.compile(r"([^\W\d_]++)(?!\w)|(\d+(?:[.,]\d+)*+(?:[/:]\d+(?:[.,]\d+)*+)*+)|([^\W\d]\w*)|([^\w\s])")
_LETTERS, _NUMBER, _MIXED = 1, 2, 3
_GLUED = re.compile(rf"(?:{'|'.join(sorted(GLUED, key=len, reverse=True))})(?=\d)")
_STUCK = {"trđ": "tr", "trđồng": "tr", "tỷđ": "tỷ", "tỉđ": "tỉ", "tỷđồng": "tỷ", "tỉđồng": "tỉ", "trusd": "tr"}
_SHORT = frozenset(("tr", "tỷ", "tỉ"))
_DONG = re.compile(r"\s?đ(?:ồng)?(?!\w)")
_NOTABLE = FIRST_WORDS | _STUCK.keys()
WORD, NUMBER, PERIOD, MARK = "word", "number", "period", "mark"


class Tokens:
    """The tokens of a sentence in four rows: what they are, where they start and end, and their kinds."""

    __slots__ = ("composed", "ends", "kinds", "lower", "starts", "words")

    def __init__(self, lower: str, composed: str, start: int, end: int) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[str] = []
        self.lower, self.composed = lower, composed
        place = start
        while place < end:
            place = self._cut(place, end)

    def _cut(self, place: int, end: int) -> int:
        """Cut on from a place; the place to begin anew from, where a token was longer or shorter than its word."""
        lower, words, starts, ends, kinds = self.lower, self.words, self.starts, self.ends, self.kinds
        for match in _TOKEN.finditer(lower, place, end):
            what = match.lastindex
            start, after = match.span()
            word = match.group()
            if what == _LETTERS:
                if word in _NOTABLE:
                    longer = self._period(word, start, end) or self._split(word, start)
                    if longer:
                        return longer
                kinds.append(WORD)
            elif what == _NUMBER:
                longer = self._period("#", start, end)
                if longer:
                    return longer
                kinds.append(NUMBER)
            elif what == _MIXED:
                longer = self._split(word, start)
                if longer:
                    return longer
                kinds.append(WORD)
            else:
                if word == "." and words and words[-1] in _SHORT and ends[-1] == start and _DONG.match(lower, after):
                    continue  # "8,6 tr.đ"
                kinds.append(MARK)
            words.append(word)
            starts.append(start)
            ends.append(after)
        return end

    def _period(self, word: str, start: int, end: int) -> int:
        """Take the period that begins at a place, if one does; where it ends, or 0."""
        lower = self.lower
        if word not in FIRST_WORDS or (word == "#" and start and lower[start - 1].isalnum()):
            return 0
        period = period_from(word).match(lower, start, end)
        return self._add(period.group(), start, period.end(), PERIOD) if period else 0

    def _add(self, word: str, start: int, end: int, kind: str) -> int:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)
        return end

    def _split(self, word: str, start: int) -> int:
        """Where a word that slipped onto the next begins anew: "tăng11,5%", "8,6trđ"; 0 where it is one word."""
        glued = _STUCK.get(word) or ""
        if not glued:
            found = _GLUED.match(word)
            glued = found.group() if found else ""
        return self._add(glued, start, start + len(glued), WORD) if glued else 0
