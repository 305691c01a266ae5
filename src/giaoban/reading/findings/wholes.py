"""A part out of a printed whole against the share stated for it, and the same amount in two currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import SHARES, Context, akin, finding, shown
from .printed import interval_of, percent_interval

OUT_OF = later(r"^[^.;\n]{0,80}?\b(?:trong|trên|/)\s*(?:tổng số|tổng|số)\s*(?:là\s|có\s|gần\s|hơn\s|khoảng\s)*$", re.I)
SHARE_LINK = later(
    r"^[^.;\n\d]{0,50}?\b(?:chiếm|đạt|bằng|tương đương|tương ứng|tỷ lệ|tỉ lệ|tức)\b(?:\s|khoảng|gần|hơn|trên|tỷ lệ|là|đạt|\()*$",
    re.I,
)
INSIDE = later(r"^[^.;\n]{0,60}?,?\s*(?:trong đó|trong số đó)\s*(?:có|là)?\s*(?:gần|hơn|khoảng|trên)?\s*$", re.I)
ENDS = later(r"\s*(?:[).,;…]|$|tổng số\s*[.,;])")
EQUALS = later(
    r"^\s*[(,–-]?\s*(?:tương đương|tương ứng|khoảng|bằng|cỡ|xấp xỉ|quy đổi|tức|hay)(?:\s+(?:với|khoảng|gần|hơn|trên|là))*\s*$",
    re.I,
)
RATES = (Decimal(18_000), Decimal(28_500))
"""đồng per US dollar, 2010 to 2026, a little wider than the central rates of the State Bank (from memory)."""


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each share of a printed whole, and each pair of currencies, that does not come out."""
    for index, figure in enumerate(context.figures[:-1]):
        following = context.figures[index + 1]
        if context.sentence(figure.span.start) != context.sentence(following.span.start):
            continue
        if {figure.unit, following.unit} == {"VND", "USD"} and EQUALS.match(context.between(figure, following)):
            yield from two_currencies(index, figure, following)
        elif index + 2 < len(context.figures):
            yield from share_of_whole(context, index)


def share_of_whole(context: Context, index: int) -> Iterator[Finding]:
    """ "834 hồ sơ trong tổng số 1.200 hồ sơ, đạt 69,5%", or "1.200 hồ sơ, trong đó 834 hồ sơ trực tuyến (69,5%)"."""
    part, whole, share = context.figures[index : index + 3]
    if part.unit in SHARES or share.unit != "percent" or share.value is None or share.changes or share.plans:
        return
    if akin(part, whole) and within(context, whole, part, share):
        part, whole = whole, part
    elif (
        part.unit != whole.unit
        or not OUT_OF.match(context.between(part, whole))
        or not SHARE_LINK.match(context.between(whole, share))
    ):
        return
    one, all_ = interval_of(part), interval_of(whole)
    ratio = one.over(all_) if one and all_ else None
    if ratio is None or part.value is None or not whole.value:
        return
    if not ratio.times(Decimal(100)).meets(percent_interval(share.value, share.span.quote)):
        computed = part.value / whole.value * 100
        message = (
            f"«{part.span.quote}» trong «{whole.span.quote}» tính ra {shown(computed, 'percent')}, nhưng báo cáo ghi "
            f"{shown(share.value, 'percent')}; hãy kiểm tra hai số hoặc tỷ lệ."
        )
        yield finding(
            "share-of-whole",
            "error",
            share.span,
            message,
            index,
            index + 1,
            index + 2,
            computed=computed,
            stated=share.value,
        )


def within(context: Context, part: Figure, whole: Figure, share: Figure) -> bool:
    """Tell whether the first figure is the whole, the second its part, and the share ends what is said of the part."""
    return bool(
        INSIDE.match(context.between(whole, part))
        and SHARE_LINK.match(context.between(part, share))
        and ENDS.match(context.text[share.span.end :])
        and context.sentence(part.span.start) == context.sentence(share.span.start)
    )


def two_currencies(index: int, figure: Figure, following: Figure) -> Iterator[Finding]:
    """ "1,321 triệu tỷ đồng (tương đương 57 tỷ USD)": the rate between them must be one that was."""
    dong, dollars = (figure, following) if figure.unit == "VND" else (following, figure)
    one, other = interval_of(dong), interval_of(dollars)
    rate = one.over(other) if one and other else None
    if rate is None or not dong.value or not dollars.value or (rate.high >= RATES[0] and rate.low <= RATES[1]):
        return
    computed = dong.value / dollars.value
    message = (
        f"«{figure.span.quote}» và «{following.span.quote}» ứng với {shown(computed)} đồng một USD, không có tỷ giá nào như vậy; "
        "hãy kiểm tra dấu phẩy, đơn vị của hai số."
    )
    yield finding("two-currencies", "error", figure.span, message, index, index + 1, computed=computed)
