"""Numbers that name or order things and count nothing: decree numbers, versions, list numerals, telephone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from giaoban.core.units import ALIASES, SCALES

from .lexicon import words_of
from .nouns import COUNTED

_LABELS = words_of("labels")
_PAPERS = words_of("papers")
_PHONES = words_of("phones")
_LONG_PHONE = 9
GLUED = frozenset(
    [
        "tăng",
        "giảm",
        "đạt",
        "bằng",
        "vượt",
        "thêm",
        "còn",
        "mất",
        "ước",
        "gần",
        "khoảng",
        "trên",
        "là",
        "có",
        "được",
        "nhích",
        "sụt",
        "hụt",
        "bớt",
        "tới",
        "hơn",
    ]
)
"""Words that slip onto the number after them: "tăng11,5%"."""


def is_label(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], composed: str, index: int) -> bool:
    """Whether the number at `index` is a name, an order or a reference."""
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if _sticks(words, starts, ends, composed, index):
        return True
    if word.startswith("0") and word.isdecimal() and len(word) >= _LONG_PHONE:
        return True
    if _counts(words, index):
        return before == "thứ" or (before == "số" and _starts_paper(words, index))
    if before in _LABELS or before in _PHONES:
        return True
    if before == "số":
        return not _big(word)
    if word.endswith(".0") and len(word) == 3:
        return True
    return _list_numeral(words, starts, composed, index, after)


def _counts(words: Sequence[str], index: int) -> bool:
    """Whether a scale, a closed unit or a known noun follows."""
    after = words[index + 1] if index + 1 < len(words) else ""
    return after in SCALES or after in ALIASES or after in ("đô", "phần", "héc") or after in COUNTED


def _big(word: str) -> bool:
    return "." in word and len(word) > 4


def _starts_paper(words: Sequence[str], index: int) -> bool:
    return index > 1 and words[index - 2] in _PAPERS


def _sticks(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], composed: str, index: int) -> bool:
    """Letters stick to the digits: "Covid-19", "F0", "468/QĐ-TTg", "09/2019/NĐ-CP"."""
    if index and ends[index - 1] == starts[index]:
        before = words[index - 1]
        if before[0].isalpha() and before not in ALIASES and before not in GLUED:
            return True
        if before == "-" and index > 1 and ends[index - 2] == starts[index - 1] and words[index - 2][-1].isalpha():
            return True
        if before in ("/", "_", "#", "@", "&") and index > 1 and words[index - 2][-1].isalnum() and before != "/":
            return True
    if index + 2 < len(words) and words[index + 1] == "/" and starts[index + 1] == ends[index]:
        place = starts[index + 2]
        return place == ends[index + 1] and composed[place].isupper()
    return False


def _list_numeral(words: Sequence[str], starts: Sequence[int], composed: str, index: int, after: str) -> bool:
    """ "1.", "2)", "(3)" before the words of a list item."""
    word = words[index]
    if len(word) > 2 or not word.isdecimal() or after not in (".", ")", "/"):
        return False
    opens = index == 0 or words[index - 1] in ("(", ";", ":", ".", ",")
    return opens and index + 2 < len(words)
