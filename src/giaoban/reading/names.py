"""What a figure is called: the words before it in its clause, or those after it where none stand before."""

from __future__ import annotations

from typing import NamedTuple

from .figures.clause import Clause
from .lexer import Kind

_INSIDE = frozenset({Kind.WORD, Kind.SHARE, Kind.AND, Kind.COMMA, Kind.MARK, Kind.SMALL, Kind.PLAN, Kind.IS, Kind.TO})
_CORE = frozenset({Kind.WORD, Kind.SHARE})
_STOPS = frozenset({Kind.STRONG, Kind.OPEN, Kind.CLOSE, Kind.AMOUNT})
_LONGEST = 18


def name_of(clause: Clause, index: int) -> Name | None:
    """The words that name the amount at `index`; None where its clause names nothing.

    A count is named by what it counts ("847 cuộc tấn công mạng gây ra sự cố"), unless the words before say so already.
    """
    if _share_verb(clause, index) >= 0:
        return _of_a_share(clause, index)
    before, after = _before(clause, index), _after(clause, index)
    counts = clause.quantity(index).kind in ("count", "bare") and bool(clause.quantity(index).unit)
    if before is None or after is None:
        place = before or after
        return Name(place) if place else None
    if not counts:
        return Name(before)
    said = _text(clause, before)
    noun = clause.quantity(index).unit.split()[0]
    return Name(before, after) if noun in said.split() else Name(after, before)


class Name(NamedTuple):
    """Places of the naming words, and of further words that may help to know the indicator."""

    place: tuple[int, int]
    more: tuple[int, int] | None = None
    share: tuple[int, int] | None = None


_NOWHERE = (0, 0)
_SHARE_VERBS = frozenset(("chiếm", "góp", "đóng góp", "góp vào", "chiếm tỷ trọng", "chiếm tỷ lệ"))


def _share_verb(clause: Clause, index: int) -> int:
    """The verb of a share right before an amount, past hedges: "chiếm gần 78,9% tổng số"; -1 where none stands there."""
    place = index - 1
    while place >= 0 and clause.kinds[place] in (Kind.HEDGE, Kind.SMALL, Kind.IS):
        place -= 1
    share = clause.quantity(index).is_share and place >= 0 and clause.lexemes[place].word in _SHARE_VERBS
    return place if share else -1


def _of_a_share(clause: Clause, index: int) -> Name | None:
    """What takes a share of what: "kinh tế số góp 18,3% GDP"."""
    verb = _share_verb(clause, index)
    before, after = _before(clause, verb), _after(clause, index)
    place = before or after
    return Name(place, None, after or _NOWHERE) if place else None


def _text(clause: Clause, place: tuple[int, int]) -> str:
    return " ".join(lexeme.word for lexeme in clause.lexemes if place[0] <= lexeme.start < place[1])


def _before(clause: Clause, index: int) -> tuple[int, int] | None:
    """The last stretch of naming words before an amount, in its clause."""
    last = index - 1
    while last >= 0 and clause.kinds[last] not in _STOPS and clause.kinds[last] not in _CORE:
        last -= 1
    if last > 0 and clause.lexemes[last].word == ":" and last == index - 1:  # "Bưu chính: 38.300 tỷ đồng"
        last -= 1
        while last > 0 and clause.kinds[last] not in _STOPS and clause.kinds[last] not in _CORE:
            last -= 1
    if last < 0 or clause.kinds[last] in _STOPS:
        return None
    first = last
    while (
        first > 0
        and last - first < _LONGEST
        and clause.kinds[first - 1] in _INSIDE
        and not _parts(clause, first - 1, last)
    ):
        first -= 1
    while clause.kinds[first] not in _CORE:
        first += 1
    return clause.lexemes[first].start, clause.lexemes[last].end


def _parts(clause: Clause, place: int, last: int) -> bool:
    """Whether a comma parts the name from an opening phrase: three words after it name enough."""
    if clause.kinds[place] is not Kind.COMMA:
        return clause.kinds[place] in (Kind.IS, Kind.TO)
    after = clause.kinds[place : last + 1]
    return Kind.AND not in after and len(clause.words(place, last + 1)) >= 3


def _after(clause: Clause, index: int) -> tuple[int, int] | None:
    """The noun phrase after an amount, up to the first break or verb of figures."""
    end = index + 1
    while (
        end < len(clause.kinds)
        and end - index < 10
        and clause.kinds[end] in (Kind.WORD, Kind.SMALL, Kind.SHARE, Kind.AND)
    ):
        end += 1
    while end > index + 1 and clause.kinds[end - 1] not in _CORE:
        end -= 1
    quantity = clause.quantity(index)
    counted = quantity.kind in ("count", "bare")
    if end == index + 1 and not counted:
        return None
    start = quantity.end - len(quantity.unit) if counted and quantity.unit else clause.lexemes[index].end
    return (start, clause.lexemes[end - 1].end) if clause.lexemes[end - 1].end > start else None
