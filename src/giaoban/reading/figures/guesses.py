"""Verbs of change that no lexicon has, known by the place they stand in and by the words around them."""

from __future__ import annotations

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.lexer.lexicon import words_of
from giaoban.reading.lexer.nouns import COUNTED
from giaoban.reading.lexer.phrases import COMPARATIVES
from giaoban.reading.model import Direction

from .clause import BREAKS, TIME, VERBS, Clause
from .draft import Role
from .said import change_role, compared_right_after

_PARTICLES: dict[str, Direction] = {
    **dict.fromkeys(("ra", "lên", "thêm"), "up"),
    **dict.fromkeys(("đi", "lại", "bớt", "mất", "xuống", "hụt"), "down"),
}
_STATES = frozenset({Kind.IS, Kind.LINK, Kind.SHARE, Kind.TO, Kind.BEYOND, Kind.SHORT, Kind.PLAN, Kind.TIMES})
_OF_DEGREE = frozenset({Kind.SMALL, Kind.HEDGE})
_BASE_KINDS = frozenset({Kind.COMPARED, Kind.LAST_TIME})
_NOUNS = words_of("lone_nouns") | frozenset(COUNTED)
_STILL = frozenset(("lại", "vẫn", "cũng", "chỉ", "còn", "đã", "mới", "song", "nhưng", "vẫn còn", "mà", "thì"))
_CLOSES = BREAKS | {Kind.COMPARED, Kind.LAST_TIME, Kind.AND}


def guessed_change(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    """The change that an unknown verb before a percentage states; None where nothing speaks for one."""
    start = clause.segment_start(index, previous)
    return (
        _by_particle(clause, index, start, quantity)
        or _ahead_of_last_time(clause, index, start, quantity)
        or _from_a_base(clause, index, start, quantity)
        or _after_a_level(clause, index, start, previous, quantity)
    )


def _last_word(clause: Clause, index: int, start: int) -> int:
    """The word before an amount, past hedges; -1 where another thing stands there."""
    place = index - 1
    while place > start and clause.kinds[place] is Kind.HEDGE:
        place -= 1
    return place if place >= start else -1


def _by_particle(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "…, gọn lại 3%", "…, mỏng đi chừng 2%": a verb with a particle that tells its direction."""
    place = _last_word(clause, index, start)
    direction = _PARTICLES.get(clause.lexemes[place].word) if place > start else None
    if direction is None or clause.kinds[place - 1] is not Kind.WORD:
        return None
    return change_role(clause, index, place - 1, direction, quantity)


def _ahead_of_last_time(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "…, bỏ xa cùng kỳ 28%": verbs of being behind are few and known; an unknown one is ahead."""
    place = _last_word(clause, index, start)
    if place < 0 or clause.kinds[place] is not Kind.LAST_TIME or clause.opens[index] >= 0:
        return None
    if not clause.words(start, place) or clause.find_first(_STATES | {Kind.COMPARED}, start, index) >= 0:
        return None
    lower = any(COMPARATIVES.get(word) is Kind.DOWN for word in clause.words(start, place))
    return change_role(clause, index, start, "down" if lower else "up", quantity)


def _from_a_base(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "lượng khách rộn ràng 12% so với cùng kỳ", "so với đầu năm trườn 3,1%": a base is named, so the word compares."""
    verb = _last_word(clause, index, start)
    while verb > start and clause.kinds[verb] is Kind.SMALL:
        verb -= 1
    if verb < start or clause.kinds[verb] is not Kind.WORD or clause.lexemes[verb].word in _NOUNS:
        return None
    if clause.find_first(_STATES | VERBS, start, index) >= 0:
        return None
    before = clause.find_last(frozenset({Kind.COMPARED}), start, verb)
    based = before >= 0 and clause.find_first(TIME, before, verb) >= 0
    if not based and not compared_right_after(clause, index):
        return None
    return change_role(clause, index, verb, _leaning(clause, verb, index), quantity)


def _after_a_level(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """ "…, EU 171,9 triệu USD, rớt 19,6%": one word that is no noun between a level and a percentage."""
    if previous < 0 or start <= previous + 1 or clause.kinds[start - 1] is not Kind.COMMA:
        return None
    if clause.kinds[previous] is not Kind.AMOUNT or clause.quantity(previous).is_share:
        return None
    verbs = [place for place in range(start, index) if clause.kinds[place] is Kind.WORD]
    still = clause.kinds[start] is Kind.SMALL and clause.lexemes[start].word in _STILL
    if not verbs or len(verbs) > (3 if still else 1) or " " in clause.lexemes[verbs[0]].word:
        return None  # an adverb comes before verbs only: "cũng thu mình 26%"
    if any(clause.kinds[place] not in _OF_DEGREE for place in range(verbs[0] + 1, index) if place not in verbs):
        return None
    if any(clause.lexemes[place].word not in _STILL for place in range(start, verbs[0])):
        return None
    after = clause.kinds[index + 1] if index + 1 < len(clause.kinds) else Kind.STRONG
    if after not in _CLOSES or clause.lexemes[verbs[0]].word in _NOUNS or clause.is_capital(verbs[0]):
        return None
    return change_role(clause, index, verbs[0], _leaning(clause, verbs[0], index), quantity)


def _leaning(clause: Clause, verb: int, index: int) -> Direction:
    """The direction that the particles after a verb tell; a rise where none does."""
    said = [_PARTICLES[clause.lexemes[i].word] for i in range(verb + 1, index) if clause.lexemes[i].word in _PARTICLES]
    return said[-1] if said else "up"
