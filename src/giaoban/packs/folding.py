"""Vietnamese words made comparable: one spelling, no abbreviations, and where wished no marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_LATE_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)")
_EARLY_TONE = dict(
    zip(
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),  # noqa: SIM905
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),  # noqa: SIM905
        strict=True,
    )
)
_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, composed, tone marks where most offices put them ("hoá" is "hóa").

    >>> words_of("Thuê bao/100 dân: TT&TT")
    ('thuê', 'bao', '100', 'dân', 'tt&tt')
    """
    composed = unicodedata.normalize("NFC", text).lower()
    return tuple(_WORD.findall(_LATE_TONE.sub(lambda found: _EARLY_TONE[found[0]], composed)))


def bare(text: str) -> str:
    """The text without any marks, in lower case: for comparing what people typed without them.

    >>> bare("Đường truyền Hoà Bình")
    'duong truyen hoa binh'
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return unicodedata.normalize("NFC", plain).replace("đ", "d")


class Abbreviations:
    """Short forms written out, word by word: "nộp NSNN" is "nộp ngân sách nhà nước"."""

    def __init__(self, pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        self._full = {words_of(short): words_of(full) for short, full in dict(pairs).items()}
        self._sizes: dict[str, list[int]] = {}
        for short in sorted(self._full, key=len, reverse=True):
            self._sizes.setdefault(short[0] if short else "", []).append(len(short))

    def expand(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words with every short form written out; the longest short form at a place wins."""
        if self._sizes.keys().isdisjoint(words):
            return words
        found: list[str] = []
        at = 0
        while at < len(words):
            size = next((size for size in self._sizes.get(words[at], ()) if words[at : at + size] in self._full), 0)
            found.extend(self._full[words[at : at + size]] if size else words[at : at + 1])
            at += size or 1
        return tuple(found)
