"""x/y against the share that is stated for it, and x that is more than y."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import Context, finding, shown
from .printed import Interval, percent_interval

LINK = later(
    r"^[^.;\n]{0,60}?(?:\(|,|đạt|chiếm|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ|tức|là)\s*"
    r"(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tức|là|khoảng|gần|hơn|trên|\s)*$"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for every x/y whose printed share is another one."""
    for index, figure in enumerate(context.figures):
        if figure.numerator is None or not figure.denominator:
            continue
        if figure.numerator > figure.denominator and figure.unit not in ("rank", "hạng", "thứ hạng"):
            yield more_than_whole(index, figure)
            continue
        yield from against_plans(index, figure)
        yield from against_next_share(context, index, figure)


def more_than_whole(index: int, figure: Figure) -> Finding:
    quote = figure.span.quote
    message = (
        f"«{quote}»: tử số lớn hơn mẫu số ({shown(figure.numerator or Decimal(0))} > {shown(figure.denominator or Decimal(0))}); "
        "hãy kiểm tra lại hai số, có thể đã viết ngược."
    )
    return finding("part-above-whole", "error", figure.span, message, index)


def share_of(figure: Figure) -> Decimal:
    return Decimal(figure.numerator or 0) / Decimal(figure.denominator or 1) * 100


def agrees(figure: Figure, percent: Decimal, quote: str) -> bool:
    share = share_of(figure)
    return percent_interval(percent, quote).meets(Interval(share, share))


def against_plans(index: int, figure: Figure) -> Iterator[Finding]:
    for plan in figure.plans:
        beyond = plan.span.quote.lower().startswith(("vượt", "hụt"))  # above or below a goal of its own, not x of y
        if plan.percent is None or beyond or plan.value not in (None, figure.denominator):
            continue
        if not agrees(figure, plan.percent, plan.span.quote):
            yield mismatch(index, figure, plan.percent, plan.span.quote)


def against_next_share(context: Context, index: int, figure: Figure) -> Iterator[Finding]:
    """The percentage right behind an x/y ("54/63 tỉnh, đạt 85,7%") speaks of it."""
    if figure.plans or index + 1 >= len(context.figures):
        return
    following = context.figures[index + 1]
    if following.unit != "percent" or following.value is None or following.changes or following.plans:
        return
    if context.sentence(figure.span.start) != context.sentence(following.span.start):
        return
    if LINK.match(context.between(figure, following)) and not agrees(figure, following.value, following.span.quote):
        yield mismatch(index, figure, following.value, following.span.quote, index + 1)


def mismatch(index: int, figure: Figure, stated: Decimal, said: str, *more: int) -> Finding:
    share = share_of(figure)
    message = (
        f"«{figure.span.quote}» tính ra {shown(share, 'percent')}, nhưng báo cáo ghi {shown(stated, 'percent')} «{said}»; "
        "hãy kiểm tra tử số, mẫu số hoặc tỷ lệ."
    )
    return finding("share-of-ratio", "error", figure.span, message, index, *more, computed=share, stated=stated)
