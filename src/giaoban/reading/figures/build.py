"""Make the figures of the contract out of drafts."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.layout import Layout
from giaoban.reading.model import Change, Figure, IndicatorMatch, Plan

from .draft import Draft, Stated


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
        plans=tuple(_plan(layout, stated) for stated in draft.plans),
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


def _plan(layout: Layout, stated: Stated) -> Plan:
    return Plan(
        span=layout.span(stated.start, stated.end), percent=stated.percent, period=stated.base, value=stated.value
    )


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
