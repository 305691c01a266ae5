"""Times, halves and standing still: "gấp 2,6 lần", "giảm một nửa", "ngang cùng kỳ"."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.lexer.phrases import ALONE

from .bases import base_after, base_before
from .clause import BREAKS, TIME, VERBS, Clause
from .draft import Part, Role, Stated
from .plan_roles import plan_after, plan_role
from .said import (
    HUNDRED,
    LINKS,
    compared_right_after,
    direction_of,
    set_ratio,
    verb_before,
)


def in_times(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role:
    """ "gấp 2,6 lần", "tăng 3 lần", "bằng 2,3 lần cùng kỳ"; any other "lần" counts occasions and is left alone."""
    start = clause.segment_start(index, previous)
    size = quantity.value if quantity.value is not None else quantity.low
    times = clause.find_last(frozenset({Kind.TIMES}), start, index)
    if size is None:
        return Role(Part.NOTHING)
    verb = verb_before(clause, start, index)
    linked = clause.find_last(frozenset({Kind.LINK}), start, index) >= 0
    equals = compared_right_after(clause, index, linked=linked) and verb < 0
    if times >= 0 or equals or plan_after(clause, index) >= 0:
        if quantity.value is None:
            return _change_in_times(clause, index, times if times >= 0 else start, size, ratio=False)
        return times_role(clause, index, times if times >= 0 else start, size)
    if verb < 0:
        return Role(Part.NOTHING)
    made = _change_in_times(clause, index, verb, size, ratio=False)
    if made.stated and clause.kinds[verb] is Kind.DOWN:
        made.stated.direction = "down"
    return made


def times_role(clause: Clause, index: int, at: int, size: Decimal) -> Role:
    plan = plan_after(clause, index)
    if plan >= 0:
        return plan_role(clause, at, plan, size * HUNDRED, named=plan)
    if _of_something_else(clause, index):
        return Role(Part.NOTHING)
    return _change_in_times(clause, index, at, size, ratio=True)


def _of_something_else(clause: Clause, index: int) -> bool:
    """ "gấp 3 lần tốc độ tăng GDP" compares with another thing, not with another time."""
    end = clause.segment_end(index)
    if clause.find_first(TIME | {Kind.COMPARED}, index + 1, end) >= 0:
        return False
    beyond = clause.has(Kind.WORD, index + 1, end) or clause.find_first(VERBS, index + 1, end) >= 0
    return beyond and not (end < len(clause.kinds) and clause.kinds[end] is Kind.AMOUNT)


def _change_in_times(clause: Clause, index: int, at: int, size: Decimal, *, ratio: bool) -> Role:
    base, end = base_after(clause, index)
    stated = Stated(clause.lexemes[at].start, clause.lexemes[max(end, index)].end, "up", times=size)
    stated.base = base if base is not None else base_before(clause, index)
    if ratio:
        set_ratio(stated, size * HUNDRED)
    return Role(Part.CHANGE, stated, at)


def half_role(clause: Clause, index: int, previous: int) -> Role:
    """ "giảm một nửa", "bằng một nửa cùng kỳ", "mới bằng nửa kế hoạch"."""
    start = clause.segment_start(index, previous)
    link = clause.find_last(LINKS | {Kind.TO}, start, index)
    size = clause.lexemes[index].what or Decimal(50)
    plan = plan_after(clause, index)
    if plan >= 0 and clause.find_first(VERBS | {Kind.SHARE}, start, index) < 0:
        return plan_role(clause, index, plan, size, named=plan)
    verb = verb_before(clause, start, index)
    moved = verb >= 0 and clause.lexemes[verb].what is None
    if not moved and not (link >= 0 and compared_right_after(clause, index)):
        return Role(Part.NOTHING)
    base, end = base_after(clause, index)
    at = verb if moved else link
    stated = Stated(clause.lexemes[at].start, clause.lexemes[max(end, index)].end, base=base)
    if moved:
        stated.direction, stated.percent = direction_of(clause, verb), size
    else:
        set_ratio(stated, size)
    return Role(Part.CHANGE, stated, at)


def unchanged(clause: Clause, index: int, previous: int) -> Role:
    """ "ngang cùng kỳ 2015", "không đổi so với tháng trước"; "giẫm chân tại chỗ" needs no base after its figure."""
    if clause.lexemes[index].what == ALONE and _is_alone(clause, index, previous):
        lexeme = clause.lexemes[index]
        return Role(Part.CHANGE, Stated(lexeme.start, lexeme.end, "same", Decimal(0)), index)
    base, end = base_after(clause, index)
    amount = clause.find_first(frozenset({Kind.AMOUNT}), index + 1, end)
    if base is None and clause.lexemes[index].word in _LEVEL_WITH and _ends_soon(clause, index):
        base, end = _base_in_stretch(clause, index, previous), index
    if base is None or amount >= 0:
        return Role(Part.NOTHING)
    return Role(
        Part.CHANGE, Stated(clause.lexemes[index].start, clause.lexemes[end].end, "same", Decimal(0), base=base), index
    )


def _is_alone(clause: Clause, index: int, previous: int) -> bool:
    """Whether a phrase of standing still fills its stretch, after the figure that it speaks of."""
    start, end = clause.segment_start(index, previous), clause.segment_end(index)
    if previous < 0 or clause.kinds[previous] is not Kind.AMOUNT or start <= previous + 1:
        return False
    closed = end == len(clause.kinds) or clause.kinds[end] in BREAKS
    rest = clause.kinds[start:index] + clause.kinds[index + 1 : end]
    return closed and all(kind in (Kind.SMALL, Kind.HEDGE) for kind in rest)


_LEVEL_WITH = frozenset(("ngang", "bằng nhau", "ngang bằng", "ngang ngửa", "tương tự", "sàn sàn", "sêm sêm", "xêm xêm"))


def _ends_soon(clause: Clause, index: int) -> bool:
    """Whether at most one word follows before the stretch ends: "… thì ngang phè"."""
    end = clause.segment_end(index)
    return end - index <= 2 and (end == len(clause.kinds) or clause.kinds[end] in BREAKS)


def _base_in_stretch(clause: Clause, index: int, previous: int) -> str | None:
    """The base named before in the same stretch: "so tháng 11/2019 thì ngang"."""
    start = clause.segment_start(index, previous)
    compared = clause.find_last(frozenset({Kind.COMPARED}), start, index)
    return base_before(clause, index) if compared >= 0 else None
