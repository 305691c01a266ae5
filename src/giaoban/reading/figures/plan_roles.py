"""Percentages that are shares of a plan."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity

from .clause import BREAKS, VERBS, Clause
from .draft import Part, Role, Stated
from .goals import implied_share
from .said import (
    BEYOND,
    HUNDRED,
    LINKS,
    verb_before,
)

_PLAN_WAY = frozenset({Kind.SMALL, Kind.HEDGE, Kind.COMPARED, Kind.IS, Kind.SHARE, Kind.WORD, Kind.LISTED})
_PLAN_KINDS = frozenset({Kind.PLAN})


def plan_share(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    start = clause.segment_start(index, previous)
    if quantity.sign or quantity.value is None:
        return None
    beyond = clause.find_last(BEYOND, start, index)
    plan = plan_after(clause, index)
    at = start
    if plan < 0:
        plan = _plan_before(clause, start, index)
        at = plan if plan >= 0 else start
    if plan < 0:
        return implied_share(clause, index, start, previous, quantity)
    if beyond < 0 and _moves_against_plan(clause, start, index):
        return None
    if clause.lexemes[plan - 1].word == "cách" and plan < index:
        return implied_share(clause, index, start, previous, quantity)
    value = quantity.value
    if beyond >= 0 and clause.find_last(LINKS, beyond, index) < 0:
        value = HUNDRED + value if clause.kinds[beyond] is Kind.BEYOND else HUNDRED - value
        at = beyond
    made = plan_role(clause, _phrase_start(clause, at, index), max(plan, index), value, named=plan)
    if plan < start:  # the plan opened the clause; what is spoken of stands before the figure
        made.bare = True
        if made.stated is not None:
            made.stated.start, made.stated.end = quantity.start, quantity.end
    return made


def _moves_against_plan(clause: Clause, start: int, index: int) -> bool:
    """ "tăng 5% so với kế hoạch", "cao hơn kịch bản 19,57%" are changes; "tăng tốc, … đạt 46,7% kế hoạch" is a share."""
    plan = plan_after(clause, index)
    if plan >= 0 and not clause.has(Kind.COMPARED, index, plan):
        return False
    verb = verb_before(clause, start, index)
    return verb >= 0 and clause.find_last(LINKS, verb, index) < 0


def plan_role(clause: Clause, at: int, last: int, percent: Decimal, named: int | None = None) -> Role:
    name = _plan_name(clause, named if named is not None else at)
    return Role(
        Part.PLAN,
        Stated(clause.lexemes[at].start, clause.lexemes[_plan_end(clause, last)].end, percent=percent, base=name),
        at,
    )


def _plan_end(clause: Clause, last: int) -> int:
    """The plan phrase goes on over its year and whose it is: "kế hoạch năm 2023", "dự toán tỉnh giao"."""
    end = last
    while end + 1 < len(clause.kinds) and end - last < 4 and clause.kinds[end + 1] in _PLAN_TAIL:
        end += 1
    while end > last and clause.kinds[end] is Kind.SMALL:
        end -= 1
    return end


_PLAN_TAIL = frozenset({Kind.PERIOD, Kind.WORD, Kind.SMALL})


def _plan_name(clause: Clause, plan: int) -> str:
    end = _plan_end(clause, plan)
    return " ".join(clause.lexemes[i].word for i in range(plan, end + 1))


def plan_after(clause: Clause, index: int) -> int:
    """The word of plan after a percentage: "39,6% kế hoạch", "47,41% chặng đường", "102% so với tổng kế hoạch"."""
    content = 0
    for place in range(index + 1, clause.segment_end(index)):
        kind = clause.kinds[place]
        if kind is Kind.PLAN:
            return -1 if _is_share_at(clause, place + 1) else place
        if _is_given(clause, place):
            return place
        content += kind is Kind.WORD
        if kind not in _PLAN_WAY or content > 3:
            return -1
    return -1


_GIVEN = frozenset(("giao", "đề ra", "đặt ra", "phê duyệt"))


def _is_given(clause: Clause, index: int) -> bool:
    """ "46% mức Hội đồng giao": what somebody gave to reach, where the stretch ends with it."""
    lexeme = clause.lexemes[index]
    if lexeme.word not in _GIVEN or (clause.lexemes[index - 1].word in ("bàn", "được") and lexeme.word == "phê duyệt"):
        return False
    after = clause.kinds[index + 1] if index + 1 < len(clause.kinds) else Kind.STRONG
    return clause.kinds[index - 1] is not Kind.AMOUNT and (after in BREAKS or after in (Kind.PERIOD, Kind.AMOUNT))


def _is_share_at(clause: Clause, index: int) -> bool:
    """Whether a percentage stands at an index: "so với mục tiêu 50%" names the goal, not a share of it."""
    return index < len(clause.kinds) and clause.kinds[index] is Kind.AMOUNT and clause.quantity(index).is_share


def _plan_before(clause: Clause, start: int, index: int) -> int:
    """The word of plan before a percentage, where the words around it compare: "so với kế hoạch đạt 45%"."""
    plan = clause.find_last(_PLAN_KINDS, start, index)
    if plan < 0:
        ahead = _plan_ahead(clause, start, index)
        if ahead >= 0:
            return ahead
        opened = clause.opens[index]
        if opened >= 0 and clause.kinds[index - 1] is Kind.STRONG:
            return clause.find_last(_PLAN_KINDS, opened, index)
        return -1
    if clause.find_last(BEYOND, start, index) >= 0:
        return plan
    if clause.has(Kind.COMPARED, start, plan):  # "so với mục tiêu 50%" names the goal itself
        return plan if clause.find_last(LINKS, plan, index) >= 0 else -1
    before = clause.lexemes[plan - 1].word if plan > start else ""
    if before in ("hoàn thành", "thực hiện", "đạt", "bằng", "tiến độ", "tỷ lệ"):
        return plan
    return plan if clause.opens[index] >= 0 and not clause.words(plan + 1, index) else -1


def _plan_ahead(clause: Clause, start: int, index: int) -> int:
    """ "Nếu so với kế hoạch Thủ tướng giao, tỷ lệ giải ngân đạt 58,33%": the phrase opens the clause."""
    if start < 2 or clause.kinds[start - 1] is not Kind.COMMA:
        return -1
    first = clause.find_last(frozenset({Kind.STRONG}), 0, start) + 1
    compared = clause.find_first(frozenset({Kind.COMPARED}), first, start)
    if compared < 0 or clause.find_first(VERBS | {Kind.LAST_TIME}, compared, index) >= 0:
        return -1
    return clause.find_first(_PLAN_KINDS, compared, compared + 3)


def _phrase_start(clause: Clause, at: int, index: int) -> int:
    """The first word of a phrase that is not a mere connective."""
    while at < index and clause.kinds[at] in (Kind.SMALL, Kind.AND, Kind.WORD):
        at += 1
    return at
