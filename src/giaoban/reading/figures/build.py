"""Make the figures of the contract out of drafts."""

from __future__ import annotations

import re
from decimal import Decimal

from giaoban.reading.layout import Layout
from giaoban.reading.model import Change, Figure, IndicatorMatch, Plan

from .draft import Draft, Stated

_YEAR = re.compile(r"(?:19|20)\d\d")


def build_figure(layout: Layout, draft: Draft, sector: str, indicator: IndicatorMatch | None) -> Figure:
    """One figure, its spans turned back to the text as read."""
    quantity, when = draft.quantity, draft.when
    return Figure(
        span=layout.span(quantity.start, quantity.end),
        value=quantity.value,
        unit=quantity.unit,
        value_min=quantity.low,
        value_max=quantity.high,
        readings=quantity.readings,
        hedge=quantity.hedge or None,
        numerator=quantity.numerator,
        denominator=quantity.denominator,
        changes=tuple(_change(layout, stated) for stated in draft.changes),
        plans=tuple(_plan(layout, stated, draft) for stated in draft.plans),
        indicator=indicator,
        sector=sector,
        period=when.period if when else None,
        as_of=when.as_of if when else None,
        confidence=_confidence(draft),
    )


def _change(layout: Layout, stated: Stated) -> Change:
    return Change(
        span=layout.span(stated.start, stated.end),
        direction=stated.direction or "same",
        percent=stated.percent,
        amount=stated.amount,
        amount_unit=stated.unit,
        times=stated.times,
        base=stated.base,
        base_value=stated.value,
    )


def _plan(layout: Layout, stated: Stated, draft: Draft) -> Plan:
    span = layout.span(stated.start, stated.end)
    return Plan(span=span, percent=stated.percent, period=_plan_period(stated.base or "", draft), value=stated.value)


def _plan_period(name: str, draft: Draft) -> str | None:
    """The year of a plan, said ("kế hoạch năm 2023") or that of its figure; "dự toán tỉnh giao" keeps its name."""
    said = _YEAR.search(name)
    if said:
        return f"năm {said.group()}"
    if "giao" in name or "dự toán" in name or draft.when is None:
        return name or None
    period, as_of = draft.when.period, draft.when.as_of
    year = period.end.year if period else as_of.year if as_of else None
    return f"năm {year}" if year else name or None


def _confidence(draft: Draft) -> Decimal:
    """How sure the reading is: a guessed noun, two readings or a bare number take some of it away."""
    sure = Decimal("0.97")
    if not draft.quantity.known:
        sure -= Decimal("0.25")
    if draft.quantity.readings:
        sure -= Decimal("0.10")
    if draft.quantity.kind == "bare":
        sure -= Decimal("0.15")
    return sure
