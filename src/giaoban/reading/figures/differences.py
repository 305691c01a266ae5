"""Amounts that say by how much another has changed: "tăng 548 doanh nghiệp so với tháng 3"."""

from __future__ import annotations

from giaoban.reading.lexer import RANK, Kind, Quantity
from giaoban.reading.lexer.phrases import GROWTH_NOUN, WEAK
from giaoban.reading.model import Direction

from .clause import TIME, VERBS, Clause
from .draft import Role
from .said import (
    BEYOND,
    QUIET,
    change_role,
    compares,
    compares_after,
    direction_of,
    starts_a_move,
    units_alike,
    verb_before,
)

_WAY_TO_AMOUNT = QUIET | {Kind.PLAN}  # "cao hơn mục tiêu 1,7 điểm phần trăm"


_TOWARDS = frozenset(("lên", "xuống"))
_PLACES = frozenset(("bậc", "hạng", "thứ hạng"))


def difference(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    """ "tăng 548 doanh nghiệp so với tháng 3", "hơn vụ xuân 2015 0,1 tạ/ha"; "tăng lên 60 nghìn tấn" is a level."""
    start = clause.segment_start(index, previous)
    if quantity.sign and quantity.kind != "bare":
        return _amount_change(clause, index, index, "down" if quantity.sign == "-" else "up", quantity)
    verb = verb_before(clause, start, index)
    if verb < 0:
        verb = clause.find_last(BEYOND, start, index)
    if (
        verb < 0
        or clause.lexemes[verb].what == GROWTH_NOUN
        or quantity.denominator is not None
        or starts_a_move(clause, index)
    ):
        return None
    standing = clause.lexemes[verb].word.endswith((" lên", " xuống")) and quantity.kind != "percentage_points"
    if standing and not compares(clause, index, verb):
        return None  # "leo lên 58.500 đồng/kg" says where it stands now
    last = index - 1 if clause.lexemes[index - 1].word == "hơn" and index - 1 > verb else index
    between = clause.kinds[verb + 1 : last]
    timed = any(kind in TIME for kind in between)
    if any(kind not in _WAY_TO_AMOUNT and not (timed and kind is Kind.IS) for kind in between):
        return None
    if clause.lexemes[verb].word in _TOWARDS and quantity.unit not in _PLACES and not compares_after(clause, index):
        return None  # "dày thêm 18,4%, lên 512,6 triệu USD"
    if clause.kinds[verb] in BEYOND and clause.has(Kind.PLAN, verb, clause.segment_end(index)):
        return None  # "vượt chỉ tiêu 4,5 điểm phần trăm", "thiếu 1.026 người so với định mức"
    weak = clause.lexemes[verb].what == WEAK or clause.kinds[verb] in BEYOND
    if weak and not compares(clause, index, verb) and not _echoes(clause, verb, index, previous):
        return None
    return _amount_change(clause, index, verb, direction_of(clause, verb), quantity)


_BEFORE_VERB = VERBS | {Kind.SMALL}


def _echoes(clause: Clause, verb: int, index: int, previous: int) -> bool:
    """ "1.204 trạm, thêm 76 trạm", "thị phần 23%, mất 1,5 điểm phần trăm": nothing named anew, the same unit."""
    quantity = clause.quantity(index)
    start = clause.segment_start(index, previous)
    if previous < 0 or clause.kinds[previous] is not Kind.AMOUNT or clause.lexemes[index - 1].word == "hơn":
        return False
    if start <= previous + 1 or any(kind not in _BEFORE_VERB for kind in clause.kinds[start:verb]):
        return False
    before = clause.quantity(previous)
    if quantity.kind == "bare" and quantity.scaled and before.scaled and before.kind in ("bare", "count"):
        quantity.unit = before.unit  # "22,8 triệu, mất 5,9 triệu"
        return True
    if clause.find_last(VERBS, max(0, previous - 3), previous) >= 0:
        return True  # "bớt 27 trường, thêm 1.150 học sinh"
    if before.unit == RANK and quantity.unit in _PLACES:
        return True  # "thứ 18/63, lên 6 bậc"
    return units_alike(before.unit, quantity.unit) or (before.is_share and quantity.kind == "percentage_points")


def _amount_change(clause: Clause, index: int, at: int, direction: Direction, quantity: Quantity) -> Role:
    made = change_role(clause, index, at, direction, quantity)
    if made.stated:
        made.stated.percent, made.stated.amount, made.stated.unit = None, quantity.value, quantity.unit
    return made
