"""Cut a sentence into words, numbers, periods and marks, with their places."""

from __future__ import annotations

import re

from .labels import GLUED
from .periods import FIRST_WORDS, period_from

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*+(?:[/:]\d+(?:[.,]\d+)*+)*+|[^\W\d]\w*|[^\w\s]")
_GLUED = re.compile(rf"(?:{'|'.join(sorted(GLUED, key=len, reverse=True))})(?=\d)")
_STUCK = {"trđ": "tr", "trđồng": "tr", "tỷđ": "tỷ", "tỉđ": "tỉ", "tỷđồng": "tỷ", "tỉđồng": "tỉ", "trusd": "tr"}
_SHORT = frozenset(("tr", "tỷ", "tỉ"))
_DONG = re.compile(r"\s?đ(?:ồng)?(?!\w)")
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
            start, after = match.span()
            word = match.group()
            first = word[0]
            if first.isalpha():
                if word in FIRST_WORDS:
                    period = period_from(word).match(lower, start, end)
                    if period:
                        return self._add(period.group(), start, period.end(), PERIOD)
                elif word in _STUCK or word[-1].isdecimal():
                    split = self._split(word, start)
                    if split:
                        return split
                kinds.append(WORD)
            elif first.isdecimal():
                if not (start and lower[start - 1].isalnum()):
                    period = period_from("#").match(lower, start, end)
                    if period:
                        return self._add(period.group(), start, period.end(), PERIOD)
                kinds.append(NUMBER)
            else:
                if word == "." and words and words[-1] in _SHORT and ends[-1] == start and _DONG.match(lower, after):
                    continue  # "8,6 tr.đ"
                kinds.append(MARK)
            words.append(word)
            starts.append(start)
            ends.append(after)
        return end

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
