"""The phrases the grammar knows, by kind; the words themselves stand in words.toml."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any, NamedTuple

from .lexemes import Kind
from .lexicon import TIMES_WORDS, phrases_of

Phrase = tuple[tuple[str, ...], Kind, Any]

GROWTH_NOUN = "noun"
"""What a noun of change carries: "tốc độ tăng trưởng tín dụng đạt 5%" may name its subject between noun and figure."""
WEAK = "weak"
"""What a word carries that says change only where the sentence compares: "thêm", "hơn", "lên", "mất"."""

CLOSE = "close"
"""What a word carries that says change only right before a figure or its base: "mở rộng", "đội"."""
NEAR = "near"
"""What a word carries that says so only where no noun stands before it either: "cứng", "dày"."""
ALONE = "alone"
"""What a word of standing still carries that needs no base: "giẫm chân tại chỗ"."""

# In order: a later table takes a phrase from an earlier one.
_TABLES: tuple[tuple[str, Kind, Any], ...] = (
    ("small", Kind.SMALL, None),
    ("is", Kind.IS, None),
    ("hedge", Kind.HEDGE, None),
    ("hedged_is", Kind.IS, None),
    ("to", Kind.TO, None),
    ("link", Kind.LINK, None),
    ("share", Kind.SHARE, None),
    ("up_near", Kind.UP, NEAR),
    ("up_close", Kind.UP, CLOSE),
    ("up", Kind.UP, None),
    ("up_weak", Kind.UP, WEAK),
    ("up_noun", Kind.UP, GROWTH_NOUN),
    ("down_near", Kind.DOWN, NEAR),
    ("down_close", Kind.DOWN, CLOSE),
    ("down", Kind.DOWN, None),
    ("down_weak", Kind.DOWN, WEAK),
    ("down_noun", Kind.DOWN, GROWTH_NOUN),
    ("same", Kind.SAME, None),
    ("same_alone", Kind.SAME, ALONE),
    ("compared", Kind.COMPARED, None),
    ("last_time", Kind.LAST_TIME, None),
    ("time", Kind.PERIOD, None),
    ("plan", Kind.PLAN, None),
    ("done_plan", Kind.DONE_PLAN, None),
    ("beyond", Kind.BEYOND, None),
    ("short", Kind.SHORT, None),
    ("times", Kind.TIMES, None),
    ("halved", Kind.HALVED, None),
    ("listed", Kind.LISTED, None),
    ("strong", Kind.STRONG, None),
    ("and", Kind.AND, None),
    ("shielded", Kind.WORD, None),
)


def _all_phrases() -> list[tuple[str, Kind, Any]]:
    rows = [(phrase, kind, what) for name, kind, what in _TABLES for phrase in phrases_of(name)]
    rows += (("nhân đôi", Kind.TIMES, Decimal(2)), ("nhân ba", Kind.TIMES, Decimal(3)))
    rows += _fractions()
    for verb in phrases_of("times"):
        rows += ((f"{verb} {word}", Kind.TIMES, size) for word, size in TIMES_WORDS.items())
    return rows


def _fractions() -> Iterator[tuple[str, Kind, Any]]:
    """ "một phần năm", "hai phần ba": shares in words, as percent."""
    for above, below in product(range(1, 5), range(2, 11)):
        if above < below:
            share = (Decimal(100 * above) / below).quantize(Decimal("0.01"))
            yield f"{_DIGITS[above]} phần {_DIGITS[below]}", Kind.HALVED, share
            yield f"{_DIGITS[above]} phần {_DIGITS[below].replace('bốn', 'tư')}", Kind.HALVED, share


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


class Phrases(NamedTuple):
    """The phrases that begin with one word: the word alone, if it is one, and the longer ones by their second word."""

    alone: Phrase | None
    longer: dict[str, tuple[Phrase, ...]]


def _table() -> dict[str, Phrases]:
    last: dict[tuple[str, ...], Phrase] = {}
    for phrase, kind, what in _all_phrases():
        words = tuple(phrase.split())
        last[words] = (words, kind, what)
    begun: dict[str, list[Phrase]] = {}
    for words, row in last.items():
        begun.setdefault(words[0], []).append(row)
    return {first: _longest_first(rows) for first, rows in begun.items()}


def _longest_first(phrases: list[Phrase]) -> Phrases:
    alone: Phrase | None = None
    longer: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda row: -len(row[0])):
        if len(phrase[0]) == 1:
            alone = phrase
        else:
            longer.setdefault(phrase[0][1], []).append(phrase)
    return Phrases(alone, {second: tuple(rows) for second, rows in longer.items()})


PHRASES = _table()
"""First word → its phrases; the longest that fits is meant."""

COMPARATIVES = dict.fromkeys(phrases_of("higher"), Kind.UP) | dict.fromkeys(phrases_of("lower"), Kind.DOWN)
"""Adjectives that "hơn" makes comparisons of: "dày hơn cùng kỳ 20,2%"."""

HEDGES = frozenset(phrases_of("hedge")) | frozenset(phrases_of("hedged_is"))
