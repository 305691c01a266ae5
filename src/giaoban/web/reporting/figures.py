"""How the reporting pages print a figure, in the reader's language."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from django.utils.translation import get_language

from giaoban.core.errors import GiaobanError
from giaoban.core.periods import from_code
from giaoban.packs import load_packs
from giaoban.wording.numbers import format_amount, format_period


def language() -> Literal["vi", "en"]:
    return "en" if get_language() == "en" else "vi"


def amount(value: Decimal | None, unit: str, indicator: str = "") -> str:
    """A figure in the unit its indicator is shown in ("27.477 tỷ đồng"), else in its own; "" where not reported."""
    if value is None:
        return ""
    known = load_packs().indicators.get(indicator)
    return format_amount(value, known.unit if known else unit, language=language())


def period_label(code: str) -> str:
    """A period's name; the code itself where it is none."""
    try:
        return format_period(from_code(code), language=language()) if code else ""
    except GiaobanError:
        return code


def indicator_name(code: str) -> str:
    """The indicator's name in the reader's language; the code where the packs no longer have it."""
    known = load_packs().indicators.get(code)
    if known is None:
        return code
    return known.name_en if language() == "en" and known.name_en else known.name


def sector_name(code: str) -> str:
    """The sector's name in the reader's language; "" for none."""
    for sector in load_packs().sectors:
        if sector.code == code:
            return sector.name_en if language() == "en" and sector.name_en else sector.name
    return ""
