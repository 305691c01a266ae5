"""What the roles of amounts have in common: verbs, bases, ratios, and the making of a stated change."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.model import Direction

from .bases import base_after, base_before
from .clause import TIME, VERBS, Clause
from .draft import Part, Role, Stated

HUNDRED = Decimal(100)
LINKS = frozenset({Kind.LINK, Kind.IS})
BEYOND = frozenset({Kind.BEYOND, Kind.SHORT})
QUIET = frozenset(
    {Kind.SMALL, Kind.HEDGE, Kind.PERIOD, Kind.LAST_TIME, Kind.COMPARED, Kind.LISTED, Kind.SIGN, Kind.AND}
)


def verb_before(clause: Clause, start: int, index: int) -> int:
    """The verb of change before an amount; in "giảm hơn 90%" it is "giảm", and "hơn" hedges."""
    verb = clause.find_last(VERBS, start, index)
    if verb > start and verb == index - 1 and clause.lexemes[verb].word == "hơn":
        earlier = clause.find_last(VERBS, start, verb)
        return earlier if earlier >= 0 else verb
    return verb


def direction_of(clause: Clause, verb: int) -> Direction:
    """The direction that a verb of change, or "vượt" and "hụt", tells."""
    return "up" if clause.kinds[verb] in _RISES else "down"


_RISES = frozenset({Kind.UP, Kind.BEYOND})


def compares(clause: Clause, index: int, start: int) -> bool:
    """Whether a base is named after an amount, or an earlier time before it."""
    return compares_after(clause, index) or clause.find_last(TIME, start, index) >= 0


def compares_after(clause: Clause, index: int) -> bool:
    """Whether a base is named after an amount: "… so với", "… cùng kỳ"."""
    return clause.find_first(_BASE_KINDS, index + 1, clause.segment_end(index)) >= 0


_BASE_KINDS = frozenset({Kind.COMPARED, Kind.LAST_TIME})


def starts_a_move(clause: Clause, index: int) -> bool:
    """Whether "từ" stands before an amount, past hedges: "nhích từ 6,1% lên 6,8%"."""
    place = index - 1
    while place > 0 and (clause.kinds[place] is Kind.HEDGE or clause.lexemes[place].word == "mức"):
        place -= 1
    return clause.lexemes[place].word == "từ"


def ratio_role(clause: Clause, index: int, at: int) -> Role:
    """The change that a ratio states: 94,5% of what it was is a fall of 5,5%."""
    quantity = clause.quantity(index)
    made = change_role(clause, index, at, "same", quantity)
    if made.stated is not None and quantity.value is not None:
        set_ratio(made.stated, quantity.value)
    return made


def units_alike(one: str, other: str) -> bool:
    """Whether two units are one, or one the other in short: "lượt" and "lượt người"."""
    return one == other or bool(
        one and other and (f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "))
    )


def set_ratio(stated: Stated, percent: Decimal) -> None:
    stated.ratio = True
    stated.percent = abs(percent - HUNDRED)
    stated.direction = "up" if percent > HUNDRED else "down" if percent < HUNDRED else "same"


def compared_right_after(clause: Clause, index: int, *, linked: bool = False) -> bool:
    """Whether an earlier time follows: "… cùng kỳ", "… so với tháng 5"; after "bằng" a period alone will do."""
    for place in range(index + 1, clause.segment_end(index)):
        kind = clause.kinds[place]
        if kind is Kind.LAST_TIME:
            return True
        if kind is Kind.PERIOD:
            return linked
        if kind is Kind.COMPARED:
            return clause.find_first(TIME, place, clause.segment_end(index)) >= 0
        if kind not in (Kind.SMALL, Kind.HEDGE) and clause.lexemes[place].word not in _LEVEL_WORDS:
            return False
    return False


_LEVEL_WORDS = frozenset({"mức", "kết quả", "con", "số", "quả", "thực"})


def change_role(clause: Clause, index: int, at: int, direction: Direction, quantity: Quantity) -> Role:
    base, end = base_after(clause, index)
    if base is None:
        base = base_before(clause, index)
    first = min(at, index)
    stated = Stated(clause.lexemes[first].start, clause.lexemes[max(end, index)].end, direction, base=base)
    if quantity.sign and first == index:
        stated.start -= 1
    stated.percent = quantity.value
    if quantity.sign == "-" and direction == "up" and first != index:
        stated.direction = "down"
    return Role(Part.CHANGE, stated, first)


def _phrase_start(clause: Clause, at: int, index: int) -> int:
    """The first word of a phrase that is not a mere connective."""
    while at < index and clause.kinds[at] in (Kind.SMALL, Kind.AND, Kind.WORD):
        at += 1
    return at
