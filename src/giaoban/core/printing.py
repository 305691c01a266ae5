"""How a number is printed: Vietnamese marks, dot for thousands and comma for decimals.

`wording.numbers` prints whole figures with it, and so does the reader, which may not know `wording`.
"""

from __future__ import annotations

from decimal import Decimal

from giaoban.core.rounding import round_half_up

MARKS = {"vi": (".", ","), "en": (",", ".")}


def print_number(value: Decimal, places: int | None = None, *, language: str = "vi") -> str:
    """Print a number, grouped by three; `places` rounds half up, None keeps the digits that matter.

    >>> print_number(Decimal("1234567.80"))
    '1.234.567,8'
    >>> print_number(Decimal("-0.125"), 2)
    '-0,13'
    """
    if places is not None:
        value = round_half_up(value, places)
    digits = f"{abs(value):f}"
    whole, _, decimals = digits.partition(".")
    if places is None:
        decimals = decimals.rstrip("0")
    group, comma = MARKS[language]
    grouped = f"{int(whole):,}".replace(",", group)
    sign = "-" if value < 0 and value != 0 else ""
    return sign + grouped + (comma + decimals if decimals else "")
