"""Shares of a plan that name their plan a stretch away, or do not name it at all: "về đích sớm, vượt 3%"."""

from __future__ import annotations

from giaoban.reading.lexer import Kind, Quantity

from .clause import TIME, VERBS, Clause
from .draft import Part, Role, Stated
from .said import BEYOND, HUNDRED, compares

_QUIET = frozenset({Kind.SMALL, Kind.HEDGE, Kind.IS, Kind.LINK, Kind.SIGN})
_DONE = frozenset(("hoàn thành", "xong", "hoàn tất", "đã xong", "làm xong", "thực hiện được"))
_PLAN_KINDS = frozenset({Kind.PLAN})
_SMALLEST_SHARE = 50  # below it, what follows "vượt kế hoạch" says by how much


def implied_share(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """The share of plan that a percentage without a word of plan in its stretch states, or None."""
    if clause.opens[index] >= 0:
        return None
    return (
        _to_go(clause, index, start, quantity)
        or _past_the_goal(clause, index, start, previous, quantity)
        or _after_plan_words(clause, index, start, previous, quantity)
        or _of_the_goal(clause, index, start, previous, quantity)
        or _completed(clause, index, start, previous, quantity)
    )


def _role(clause: Clause, index: int, at: int, quantity: Quantity, *, left: bool = False, sign: int = 0) -> Role:
    """A share of plan; `left` says what is left to do, `sign` whether the value is above (1) or below (-1) the plan."""
    assert quantity.value is not None
    percent = HUNDRED - quantity.value if left else HUNDRED + sign * quantity.value if sign else quantity.value
    start = min(clause.lexemes[at].start, quantity.start)
    return Role(Part.PLAN, Stated(start, quantity.end, percent=percent, base="kế hoạch"), at)


def _to_go(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "còn thiếu 9% nữa mới đủ", "còn 12% nữa là về đích", "còn cách đích 8%"."""
    after = [lexeme.word for lexeme in clause.lexemes[index + 1 : index + 3]]
    short = clause.find_last(frozenset({Kind.SHORT, Kind.TO}), start, index)
    if short >= 0 and "nữa" in after and not clause.has(Kind.SHARE, start, index):
        return _role(clause, index, short, quantity, left=True)
    plan = clause.find_last(_PLAN_KINDS, start, index)
    far = "xa" in [lexeme.word for lexeme in clause.lexemes[index + 1 : index + 4]]  # "cách mục tiêu 50% khá xa"
    if plan > 0 and clause.lexemes[plan - 1].word == "cách" and not far:
        return _role(clause, index, plan, quantity, left=True)
    return None


def _past_the_goal(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """ "…, về đích sớm, vượt 3,2%": the plan was named since the figure before, and nothing else is compared with."""
    beyond = clause.find_last(BEYOND, start, index)
    if beyond < 0 or compares(clause, index, start) or _ahead(clause, start, previous) < 0:
        return None
    if any(kind not in _QUIET for kind in clause.kinds[beyond + 1 : index]):
        return None
    return _role(clause, index, beyond, quantity, sign=1 if clause.kinds[beyond] is Kind.BEYOND else -1)


def _after_plan_words(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """ "…, chưa đạt kế hoạch, mới 96,2%", "…, quá nửa dự toán - 51,3%"."""
    plan = _ahead(clause, start, previous)
    if plan < 0 or any(kind not in _QUIET for kind in clause.kinds[start:index]):
        return None
    if previous >= 0 and clause.kinds[previous] is Kind.HALVED:
        return None  # "quá nửa dự toán - 51,3%" is read as one share said twice
    if clause.find_first(TIME | VERBS, plan + 1, index) >= 0 or clause.find_first(TIME, index, index + 4) >= 0:
        return None
    past = clause.find_last(BEYOND, max(previous + 1, plan - 3), plan)
    if past >= 0 and quantity.value is not None and quantity.value < _SMALLEST_SHARE:
        return _role(clause, index, start, quantity, sign=1 if clause.kinds[past] is Kind.BEYOND else -1)
    return _role(clause, index, index, quantity)


def _ahead(clause: Clause, start: int, previous: int) -> int:
    """The word of plan in the stretch just before, after the figure before; -1 where none stands there."""
    if (
        start < 2
        or clause.kinds[start - 1] not in (Kind.COMMA, Kind.STRONG)
        or clause.lexemes[start - 1].word in (".", ";")
    ):
        return -1
    first = max(previous + 1, 0)
    place = start - 2
    while place >= first and clause.kinds[place] not in (Kind.COMMA, Kind.STRONG, Kind.OPEN, Kind.CLOSE):
        place -= 1
    return clause.find_last(_PLAN_KINDS, max(first, place), start)


def _of_the_goal(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """ "306 tỷ đồng, chỉ tiêu giao 350 tỷ đồng, mới được 87,4%": the figure before is the plan's own."""
    if previous < 1 or start <= previous + 1 or clause.kinds[previous] is not Kind.AMOUNT:
        return None
    earlier = clause.find_last(frozenset({Kind.AMOUNT}), 0, previous)
    if clause.kinds[previous - 1] is not Kind.PLAN or earlier < 0 or clause.quantity(previous).is_share:
        return None
    if any(kind not in _QUIET for kind in clause.kinds[start:index]):
        return None
    return _role(clause, index, start, quantity)


def _completed(clause: Clause, index: int, start: int, previous: int, quantity: Quantity) -> Role | None:
    """ "giải ngân 1.956 tỷ đồng, hoàn thành 32,4%"."""
    beyond_all = quantity.value is not None and quantity.value >= HUNDRED  # "thu 31,2 tỷ đồng đạt 108%"
    if previous < 0 or clause.kinds[previous] is not Kind.AMOUNT or (start <= previous + 1 and not beyond_all):
        return None
    host = clause.quantity(previous)
    if host.is_share or host.denominator is not None:
        return None
    said = [lexeme for lexeme in clause.lexemes[start:index] if lexeme.kind is not Kind.HEDGE]
    done = any(lexeme.word in _DONE or (beyond_all and lexeme.word == "đạt") for lexeme in said)
    if not done or any(lexeme.kind not in _QUIET and lexeme.word not in _DONE for lexeme in said):
        return None
    after = clause.find_first(
        frozenset({Kind.WORD, Kind.COMPARED, Kind.LAST_TIME}), index + 1, clause.segment_end(index)
    )
    return None if after >= 0 else _role(clause, index, start, quantity)
