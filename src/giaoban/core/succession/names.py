"""Names of units as people write them, brought to one form for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PREFIX = re.compile(r"^(?:tỉnh|thành phố(?: trực thuộc trung ương)?|t\.? ?p\b\.?)[\s.]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def match_name(written: str) -> str:
    """Bring a name to the form in which names are compared.

    Case, spaces, hyphens and "Tỉnh"/"Thành phố"/"TP." fall away; the tone mark goes to the end of
    its syllable, so that the old and the new place of the mark are the same: "Hoà Bình", "Hòa Bình".

    >>> match_name("TỈNH HOÀ BÌNH") == match_name("Hòa Bình")
    True
    >>> match_name("Hòa Bình") == match_name("Hoa Bình")
    False
    """
    composed = " ".join(unicodedata.normalize("NFC", written).split())
    bare = _PREFIX.sub("", composed) or composed
    return " ".join(_tone_last(word) for word in _WORD.findall(bare.casefold()))


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in letters if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES)) + tone


@lru_cache(maxsize=8192)
def fold_name(written: str) -> str:
    """The name without any diacritic or space, for files that have lost them: "Hà Nội" and "Hanoi" are one.

    >>> fold_name("Thành phố Đà Nẵng")
    'danang'
    """
    letters = unicodedata.normalize("NFD", match_name(written)).replace("đ", "d")
    return "".join(letter for letter in letters if letter.isalnum())
