"""Percentages that say how much a figure has changed."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.lexer.phrases import GROWTH_NOUN, WEAK
from giaoban.reading.model import Direction

from .clause import BREAKS, TIME, VERBS, Clause
from .draft import Part, Role
from .guesses import guessed_change
from .said import (
    BEYOND,
    LINKS,
    QUIET,
    change_role,
    compared_right_after,
    compares,
    direction_of,
    ratio_role,
    starts_a_move,
    verb_before,
)

_LARGEST_RATIO = Decimal(40)


def percent_role(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    if quantity.sign and index > 1 and clause.kinds[index - 1] is Kind.COMPARED:
        return Role(Part.NOTHING)  # "+7% so với +18% của năm 2022"
    if quantity.sign:
        return change_role(clause, index, index, "down" if quantity.sign == "-" else "up", quantity)
    start = clause.segment_start(index, previous)
    beyond = clause.find_last(BEYOND, start, index)
    if beyond >= 0 and (compares(clause, index, start) or _stands_alone(clause, beyond, start, index, previous)):
        direction: Direction = "up" if clause.kinds[beyond] is Kind.BEYOND else "down"
        return change_role(clause, index, beyond, direction, quantity)
    verb = verb_before(clause, start, index)
    if verb >= 0 and _moves(clause, verb, index, start, previous):
        return change_role(clause, index, verb, direction_of(clause, verb), quantity)
    ahead = _verb_ahead(clause, index, start, previous)
    if ahead >= 0:
        return change_role(clause, index, ahead, direction_of(clause, ahead), quantity)
    ratio = _ratio(clause, index, start, quantity)
    return ratio or guessed_change(clause, index, previous, quantity)


def _verb_ahead(clause: Clause, index: int, start: int, previous: int) -> int:
    """ "lao dốc không phanh: 28,6%", "sụt ít hơn, 9,8%": the verb before the comma or colon; -1 where none stands there."""
    after = clause.kinds[index + 1] if index + 1 < len(clause.kinds) else Kind.STRONG
    if start < 2 or clause.lexemes[start - 1].word not in (",", ":") or after not in BREAKS or clause.opens[index] >= 0:
        return -1
    if any(kind not in (Kind.HEDGE, Kind.SMALL) for kind in clause.kinds[start:index]):
        return -1
    verb = clause.find_last(VERBS, max(previous + 1, start - 5), start - 1)
    between = clause.kinds[verb + 1 : start - 1]
    fits = all(kind in (Kind.WORD, Kind.SMALL) or kind in VERBS for kind in between)
    return verb if verb >= 0 and fits and clause.lexemes[verb].what not in (GROWTH_NOUN, WEAK) else -1


def _stands_alone(clause: Clause, beyond: int, start: int, index: int, previous: int) -> bool:
    """ "…, hụt 1,8%, còn 331.500 lượt", "khách Nga lại hụt 1,8%": being short of what it was, no edge of a class."""
    if clause.kinds[beyond] is Kind.SHORT:
        return not clause.has(Kind.SHARE, start, index) and not clause.has(Kind.LINK, start, index)
    bare = all(
        kind in (Kind.SMALL, Kind.HEDGE) for kind in clause.kinds[start:beyond] + clause.kinds[beyond + 1 : index]
    )
    before = previous >= 0 and clause.kinds[previous] is Kind.AMOUNT and start > previous + 1
    return bare and before and not clause.quantity(previous).is_share


def _moves(clause: Clause, verb: int, index: int, start: int, previous: int) -> bool:
    """Whether the words between a verb of change and a percentage let the one speak of the other."""
    noun = clause.lexemes[verb].what == GROWTH_NOUN
    weak = clause.lexemes[verb].what == WEAK
    content = sum(1 for place in range(verb + 1, index) if clause.kinds[place] not in QUIET)
    if clause.has(Kind.TO, verb + 1, index) and not noun:
        return False
    if clause.lexemes[index - 1].word == "mức" and (
        clause.lexemes[verb].word.endswith("hơn") or clause.has(Kind.COMPARED, verb, index)
    ):
        return False  # "yếu hơn mức 9,70% của quý I/2015", "nhích so với mức 1,49%"
    if starts_a_move(clause, index):
        return False
    if clause.lexemes[index - 1].word == "mức" and clause.find_first(TIME, index + 1, index + 4) >= 0:
        return False  # "ăn đứt mức 6,2% của cùng kỳ"
    if clause.find_first(TIME, verb, index) >= 0 and clause.lexemes[index - 1].word in ("tới", "đến", "là", "được"):
        return True
    if weak and clause.lexemes[verb].word in ("lên", "xuống") and _comes_from(clause, previous):
        return False
    if noun:
        return content <= 10
    if weak and verb == index - 1 and clause.lexemes[verb].word == "hơn":
        return _hon_compares(clause, verb, start, index, previous)
    if weak and clause.lexemes[verb].word == "lên" and _names_a_rate(clause, start, verb):
        return False
    if clause.find_last(LINKS, verb + 1, index) >= 0:
        return content <= 2 and clause.lexemes[index - 1].word in ("ở mức", "đạt mức", "là")
    return content <= (1 if weak else 4)


def _comes_from(clause: Clause, previous: int) -> bool:
    """Whether the amount before is where a move began: "từ 11,91% (2021) lên …"."""
    place = previous - 1
    while place >= 0 and (clause.kinds[place] is Kind.HEDGE or clause.lexemes[place].word == "mức"):
        place -= 1
    return place >= 0 and clause.lexemes[place].word == "từ"


def _hon_compares(clause: Clause, verb: int, start: int, index: int, previous: int) -> bool:
    """ "…, hơn 24,7%" compares; "chiếm hơn 30%" and "phần cứng hơn 91%" only hedge."""
    if compares(clause, index, index):
        return True
    compared = clause.find_last(frozenset({Kind.COMPARED}), start, verb)
    time = clause.find_first(TIME, compared, verb) if compared >= 0 else -1
    if time >= 0 and all(kind is Kind.SMALL for kind in clause.kinds[time + 1 : verb]):
        return True  # "so đầu năm đã hơn 3,8%"
    plain = all(clause.kinds[place] is Kind.SMALL for place in range(start, verb))
    return plain and previous >= 0


def _names_a_rate(clause: Clause, start: int, verb: int) -> bool:
    return clause.has(Kind.SHARE, start, verb) or clause.lexemes[start].word == "từ"


def _ratio(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "bằng 94,5% cùng kỳ" is a fall of 5,5%."""
    link = clause.find_last(LINKS, start, index)
    linked = link >= 0 and clause.kinds[link] is Kind.LINK
    if quantity.value is None or not compared_right_after(clause, index, linked=linked):
        return None
    if link < 0 and (clause.words(start, index) or clause.lexemes[index - 1].word == "mức"):
        return None
    if quantity.value < _LARGEST_RATIO and (link < 0 or clause.kinds[link] is not Kind.LINK):
        return change_role(clause, index, start if link < 0 else link, "up", quantity)
    return ratio_role(clause, index, index if link < 0 else link)
