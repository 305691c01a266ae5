"""What a printed number can mean: every number stands for the interval that rounds to it.

Nearly all false alarms come from comparing rounded numbers as if they were exact, so every rule compares intervals:
"41,46 triệu" is anything from 41,455 to 41,465 million, "hơn 26 nghìn" anything from 26,000 up to the next
round number. Source: none; decision 0005.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from giaoban.reading.model import Figure
from giaoban.reading.patterns import later

NUMBER = later(r"\d+(?:[.,]\d+)*")
ABOVE = ("hơn", "trên", "vượt", "trên dưới", "quá")
BELOW = ("gần", "chưa tới", "chưa đến", "dưới", "ngót", "xấp xỉ")
LOOSE = Decimal("0.05")
"""How far "hơn" and "gần" reach beyond the printed number; offices say "hơn 1,5 triệu" of 1,58 million."""


@dataclass(frozen=True)
class Interval:
    """Every value from `low` to `high`, ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval | None:
        """Divide; None when the other may be zero or negative."""
        if other.low <= 0:
            return None
        ends = [self.low / other.low, self.low / other.high, self.high / other.low, self.high / other.high]
        return Interval(min(ends), max(ends))

    def times(self, factor: Decimal) -> Interval:
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def shifted(self, by: Decimal) -> Interval:
        return Interval(self.low + by, self.high + by)


def typed_places(quote: str, value: Decimal) -> tuple[Decimal, int] | None:
    """Return the last number of a quote as (number typed, decimals typed), read so that it can make `value`.

    The value decides between the two readings of "27,477": as many decimals as make value a power of ten times it.
    """
    numbers = NUMBER.findall(quote)
    if not numbers or value == 0:
        return None
    token = numbers[-1]
    plain = re.sub(r"[.,]", "", token)
    tail = re.search(r"[.,](\d+)$", token)
    for decimals in [0, len(tail.group(1))] if tail else [0]:
        typed = Decimal(plain).scaleb(-decimals)
        if typed and is_power_of_ten(abs(value) / typed, steps=3):
            return typed, decimals
    return Decimal(plain), 0


def is_power_of_ten(ratio: Decimal, *, steps: int) -> bool:
    """Tell whether the ratio is 1, 1,000, 1,000,000 …: the scales nghìn, triệu, tỷ (steps=3)."""
    try:
        exponent = ratio.normalize().as_tuple().exponent
    except InvalidOperation:
        return False
    return (
        isinstance(exponent, int)
        and exponent >= 0
        and exponent % steps == 0
        and ratio.normalize().as_tuple().digits == (1,)
    )


def half_step(quote: str, value: Decimal) -> Decimal:
    """Half of the last printed digit of a number, in the unit of `value`."""
    typed = typed_places(quote, value)
    if typed is None or typed[0] == 0:
        return Decimal("0.5")
    number, decimals = typed
    if len(NUMBER.findall(quote)) > 1:  # "6 tỷ 973 triệu": the last number carries the precision
        scale = trailing_scale(quote)
        return Decimal("0.5").scaleb(-decimals) * scale
    return Decimal("0.5").scaleb(-decimals) * abs(value) / number


def half_step_near(text: str, value: Decimal) -> Decimal:
    """Half of the last digit of `value` as it is printed somewhere in a stretch of text; 0.05 % where it is not."""
    for token in NUMBER.findall(text):
        typed = typed_places(token, value)
        if typed and typed[0] and is_power_of_ten(abs(value) / typed[0], steps=3):
            return half_step(token, value)
    return abs(value) * Decimal("0.0005")


def trailing_scale(quote: str) -> Decimal:
    """The scale word after the last number of a mixed print such as "6 tỷ 973 triệu"."""
    words = NUMBER.split(quote)[-1].lower()
    scale = Decimal(1)
    for word, factor in (("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)):
        if word in words:
            scale *= Decimal(1).scaleb(factor)
    return scale


def interval_of(figure: Figure, value: Decimal | None = None) -> Interval | None:
    """Everything the printed figure may stand for, in its unit; None when it has no value."""
    value = figure.value if value is None else value
    if value is None:
        if figure.value_min is None or figure.value_max is None:
            return None
        return Interval(figure.value_min, figure.value_max)
    half = half_step(figure.span.quote, value) if figure.numerator is None else Decimal(0)
    low, high = value - half, value + half
    hedge = (figure.hedge or "").lower()
    reach = abs(value) * LOOSE
    if any(word in hedge for word in ABOVE):
        high = max(high, value + reach)
    if any(word in hedge for word in BELOW):
        low = min(low, value - reach)
    if any(word in hedge for word in ("khoảng", "chừng", "độ", "cỡ", "xấp xỉ", "tương đương", "trên dưới", "ngót")):
        low, high = min(low, value - reach), max(high, value + reach)
    return Interval(low, high)


def percent_interval(percent: Decimal, quote: str) -> Interval:
    """The interval of a printed percentage: 59,5 % is 59,45 to 59,55; a whole per cent is half a point around."""
    exponent = percent.as_tuple().exponent
    printed = re.search(r"\d+(?:[.,](\d+))?\s*%", quote)
    decimals = len(printed.group(1) or "") if printed else max(0, -exponent if isinstance(exponent, int) else 0)
    half = Decimal("0.5").scaleb(-decimals)
    # Offices also cut instead of rounding; a full step down is still what was meant.
    return Interval(percent - half, percent + 2 * half)
