"""What each amount of a sentence is: a level, a change, a share of plan, or nothing to keep."""

from __future__ import annotations

from giaoban.reading.lexer import Kind

from .clause import Clause
from .differences import difference
from .draft import Part, Role
from .percents import percent_role
from .plan_roles import plan_role, plan_share
from .said import HUNDRED
from .times import half_role, in_times, times_role, unchanged


def role_of(clause: Clause, index: int, previous: int) -> Role:
    """The part of the event at `index`; `previous` is the event before it, or -1."""
    kind = clause.kinds[index]
    if kind is Kind.DONE_PLAN:
        return plan_role(clause, index, index, HUNDRED)
    if kind in (Kind.SAME, Kind.LINK, Kind.HEDGE):
        return unchanged(clause, index, previous)
    if kind is Kind.TIMES:
        return times_role(clause, index, index, clause.lexemes[index].what)
    if kind is Kind.HALVED:
        return half_role(clause, index, previous)
    quantity = clause.quantity(index)
    if quantity.kind == "times":
        return in_times(clause, index, previous, quantity)
    if quantity.is_share:
        return (
            plan_share(clause, index, previous, quantity)
            or percent_role(clause, index, previous, quantity)
            or Role(Part.LEVEL)
        )
    return difference(clause, index, previous, quantity) or Role(Part.LEVEL)
