"""A value against the earlier value and the change that is stated between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Change, Figure, Finding
from giaoban.reading.patterns import later

from .context import SHARES, Context, finding, shown
from .printed import Interval, half_step, half_step_near, interval_of, percent_interval

SAID_TO_BE = later(r"\b(?:là|ở mức|con số)\b")
BASE_BEHIND = later(
    r"^\s*(?:(?:so|với|cùng kỳ|năm|tháng|quý|trước|ngoái|đầu|\d{1,4}|[/.]|[IVX]+)\s*)*[(,:–-]?\s*"
    r"(?:là|đạt|mức|của|con số|cùng kỳ|năm|trước|ngoái|tháng|quý|\d{4}|\d{1,2}/\d{4}|[:(]|\s)*$",
    re.I,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding where earlier value, later value and stated change cannot all be true."""
    for index, figure in enumerate(context.figures):
        if figure.value is None or figure.unit in SHARES:
            continue
        for change in figure.changes:
            base = base_interval(context, index, change)
            if base is not None and base.low > 0:
                yield from check(index, figure, change, base)
        yield from percent_against_amount(index, figure)


def base_interval(context: Context, index: int, change: Change) -> Interval | None:
    """The printed earlier value: in the change itself, or the figure of the same unit right behind it."""
    figure = context.figures[index]
    if change.base_value is not None:
        half = half_step_near(context.text[change.span.start : change.span.end + 60], change.base_value)
        return Interval(change.base_value - half, change.base_value + half)
    if index + 1 >= len(context.figures):
        return None
    other = context.figures[index + 1]
    gap = context.text[change.span.end : other.span.start]
    same_sentence = context.sentence(figure.span.start) == context.sentence(other.span.start)
    if (
        same_sentence
        and other.unit == figure.unit
        and change.base
        and not other.changes
        and 0 <= len(gap) < 50
        and BASE_BEHIND.match(gap)
    ):
        closes = context.text[other.span.end : other.span.end + 2].lstrip().startswith(")")
        return interval_of(other) if closes or SAID_TO_BE.search(gap) else None
    return None


def check(index: int, figure: Figure, change: Change, base: Interval) -> Iterator[Finding]:
    value = interval_of(figure)
    if value is None or figure.value is None:
        return
    middle = (base.low + base.high) / 2
    growth = (figure.value / middle - 1) * 100
    if change.times is not None:
        ratio = value.over(base)
        half = Decimal("0.5").scaleb(min(0, int(change.times.as_tuple().exponent)))
        if ratio and not ratio.meets(Interval(change.times - half, change.times + half * 2)):
            said = f"gấp {shown(change.times)} lần"
            yield mismatch(
                index,
                figure,
                change,
                middle,
                f"{shown(figure.value / middle)} lần",
                said,
                figure.value / middle,
                change.times,
            )
    elif change.percent is not None:
        ratio = value.over(base)
        signed = -change.percent if change.direction == "down" else change.percent
        stated = percent_interval(abs(signed), change.span.quote)
        if change.direction == "down":
            stated = Interval(-stated.high, -stated.low)
        if ratio and not ratio.shifted(Decimal(-1)).times(Decimal(100)).meets(stated):
            yield mismatch(index, figure, change, middle, worded(growth), worded(signed), growth, signed)
    elif change.amount is not None and change.direction != "same":
        amount = change.amount if change.direction == "up" else -change.amount
        slack = half_step(change.span.quote, change.amount)
        if not (value - base).meets(Interval(amount - slack, amount + slack)):
            found = figure.value - middle
            yield mismatch(
                index, figure, change, middle, shown(found, figure.unit), shown(amount, figure.unit), found, amount
            )


def worded(percent: Decimal) -> str:
    return ("tăng " if percent >= 0 else "giảm ") + shown(abs(percent), "percent")


def mismatch(
    index: int, figure: Figure, change: Change, base: Decimal, found: str, said: str, computed: Decimal, stated: Decimal
) -> Finding:
    message = (
        f"«{figure.span.quote}» so với {change.base or 'kỳ trước'} là {shown(base, figure.unit)} tính ra {found}, "
        f"nhưng báo cáo ghi {said}; hãy kiểm tra số kỳ này, số kỳ gốc hoặc mức tăng, giảm."
    )
    return finding("change-of-base", "error", change.span, message, index, computed=computed, stated=stated)


def percent_against_amount(index: int, figure: Figure) -> Iterator[Finding]:
    """A change stated twice, as an amount and as a percentage of the same base: "tăng 548 doanh nghiệp (0,84%)"."""
    amounts = [change for change in figure.changes if change.amount is not None and change.direction != "same"]
    percents = [change for change in figure.changes if change.percent is not None and change.direction != "same"]
    value = interval_of(figure)
    if len(amounts) != 1 or len(percents) != 1 or value is None:
        return
    amount, percent = amounts[0], percents[0]
    if amount.base != percent.base or amount.direction != percent.direction or amount.amount_unit in SHARES:
        return
    size = amount.amount or Decimal(0)
    slack = half_step(amount.span.quote, size)
    signed = (
        Interval(size - slack, size + slack) if amount.direction == "up" else Interval(-size - slack, -size + slack)
    )
    growth = signed.over(value - signed)
    stated = percent_interval(percent.percent or Decimal(0), percent.span.quote)
    if percent.direction == "down":
        stated = Interval(-stated.high, -stated.low)
    if growth and not growth.times(Decimal(100)).meets(stated):
        middle = (signed.low + signed.high) / 2
        computed = middle / ((figure.value or middle) - middle) * 100
        message = (
            f"«{figure.span.quote}»: {amount.span.quote} tính ra {worded(computed)}, nhưng báo cáo ghi «{percent.span.quote}»; "
            "hãy kiểm tra mức tăng, giảm tuyệt đối hoặc tỷ lệ."
        )
        yield finding(
            "change-said-twice", "error", percent.span, message, index, computed=computed, stated=percent.percent
        )
