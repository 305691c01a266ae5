"""Which indicator of the packs a figure's words mean."""

from __future__ import annotations

from decimal import Decimal

from giaoban.packs import Packs

from .model import IndicatorMatch

SURE = 0.55
"""Below this likeness no code is given; the words still are."""


def match_indicator(text: str, unit: str, sector: str, packs: Packs) -> IndicatorMatch:
    """The words of a figure with the code they mean best; `sector` is a sector code or ""."""
    found = packs.matcher.best(text, unit=unit, sector=sector, limit=1) if text else ()
    if not found or found[0].score < SURE:
        return IndicatorMatch(text)
    return IndicatorMatch(text, found[0].code, Decimal(str(round(found[0].score, 2))))
