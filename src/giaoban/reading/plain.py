"""One spelling of a text to search in, whose places still lead back to the text as it was read.

A file may hold decomposed letters (NFD), no-break spaces, "hoà" beside "hòa", capitals. Searching all of that in every
pattern would be slow and would be forgotten somewhere; so the reader searches `Plain.lower` and cuts quotes out of `Plain.text`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from .model import Span

_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]++")
_ODD_SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003\u200a\u3000\u00ad\u200b\ufeff\t\x0b\x0c"
_MINUS_SIGNS = "−‒–—―‐‑"
# Old and new rules of tone marks: "hoà/hòa", "thuỷ/thủy"; the new place is the one the lexicons use.
_OLD_TONES = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_AFTER_Q = re.compile("q(?:ù|ú|ủ|ũ|ụ)y")
_BEFORE_CODA = re.compile("(?:òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe)(?=[a-zđ])")
_NEW_TONES = {new: old for old, new in _OLD_TONES.items()}


@dataclass(frozen=True)
class Plain:
    """A text in three spellings: `text` as read, `composed` (NFC) and `lower`; the last two have equal length."""

    text: str
    composed: str
    lower: str
    _breaks: tuple[tuple[int, ...], tuple[int, ...]] | None = None

    def original(self, place: int) -> int:
        """The place in `text` of a place in `lower`."""
        if self._breaks is None:
            return place
        places, shifts = self._breaks
        return place + shifts[bisect_right(places, place) - 1]

    def span(self, start: int, end: int) -> Span:
        """The words between two places of `lower`, as they stand in `text`."""
        first, last = self.original(start), self.original(end)
        return Span(self.text[first:last], first)


def make_plain(text: str) -> Plain:
    """Spell a text plainly; no text is refused."""
    composed, breaks = _compose(text)
    return Plain(text, composed, _lower(composed), breaks)


def spell(words: str) -> str:
    """Spell a few words as `Plain.lower` would; places are not kept."""
    return _lower(unicodedata.normalize("NFC", words))


def _compose(text: str) -> tuple[str, tuple[tuple[int, ...], tuple[int, ...]] | None]:
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    places, shifts = [0], [0]
    done = written = 0
    for found in _CLUSTER.finditer(text):
        whole = unicodedata.normalize("NFC", found.group())
        pieces += (text[done : found.start()], whole)
        written += found.start() - done + len(whole)
        done = found.end()
        places.append(written)
        shifts.append(done - written)
    pieces.append(text[done:])
    return "".join(pieces), (tuple(places), tuple(shifts))


def _lower(composed: str) -> str:
    lower = composed.lower()
    if len(lower) != len(composed):  # "İ" has a lower case of two characters
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in composed)
    if not lower.isascii():
        for space in _ODD_SPACES:
            lower = lower.replace(space, " ")
        for sign in _MINUS_SIGNS:
            lower = lower.replace(sign, "-")
        for old, new in _OLD_TONES.items():
            lower = lower.replace(old, new)
        lower = _BEFORE_CODA.sub(lambda found: _NEW_TONES[found.group()], lower)
        lower = _AFTER_Q.sub(lambda found: "q" + _NEW_TONES[found.group()[1:]], lower)
    else:
        lower = lower.replace("\t", " ")
    return lower.replace("\r", "\n")
