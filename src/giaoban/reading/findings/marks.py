"""A comma that must be a thousands mark: "71,830 lao động", or "27,477 tỷ đồng" when only 27.477 makes the total.

A proof is another printed figure that only one reading agrees with: the sum over the sectors, the plan with its share,
the earlier value with its change, the same amount in another currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import MONEY, SHARES, Context, finding, shown
from .printed import Interval, percent_interval

DOUBTFUL = later(
    r"^\D{0,12}?(?P<head>[1-9]\d{0,2}),(?P<tail>\d{3})(?![\d.,]*\d)\s*(?P<scale>nghìn tỷ|nghìn tỉ|triệu tỷ|triệu tỉ|nghìn|ngàn|triệu|tỷ|tỉ)?",
    re.I,
)
WIDE_SCALES = ("nghìn tỷ", "nghìn tỉ", "triệu tỷ", "triệu tỉ")
FAMILIES = ("doanh thu", "nộp ngân sách", "nộp nsnn", "lợi nhuận", "lao động", "đóng góp", "xuất khẩu", "sản lượng")
WHOLE = later(r"\btoàn (?:ngành|bộ)\b|\btổng\b", re.I)
MOST_DOUBTS = 6
SUM_SLACK = Decimal("0.02")


def readings_of(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The two readings of a doubtful print, (decimal comma, thousands comma); None when there is no doubt."""
    match = DOUBTFUL.match(figure.span.quote)
    if not match or figure.value is None or figure.unit in SHARES or figure.numerator is not None:
        return None
    if (match.group("scale") or "").lower() in WIDE_SCALES:
        return None
    decimal = Decimal(f"{match.group('head')}.{match.group('tail')}")
    for typed in (decimal, decimal * 1000):
        if figure.value % typed == 0 or (figure.value / typed).normalize().as_tuple().digits == (1,):
            scale = figure.value / typed
            if scale.normalize().as_tuple().digits == (1,) and scale >= 1:
                return decimal * scale, decimal * 1000 * scale
    return None


def counted(figure: Figure) -> bool:
    """Tell whether the print counts whole things without a scale: no office reports 71,83 workers."""
    match = DOUBTFUL.match(figure.span.quote)
    return (
        bool(match)
        and not (match and match.group("scale"))
        and figure.unit not in (*MONEY, *SHARES)
        and "/" not in figure.unit
    )


WHOLE_THINGS = later(
    r"người|lao động|thành viên|doanh nghiệp|thuê bao|cuộc|hồ sơ|dự án|tổ|đơn vị|trạm|điểm \w|sim|giao dịch|tên miền|tài khoản|vụ|lượt|quyết định|tin|bài|văn bản|thôn|xã|hộ|xuất bản phẩm|cơ quan|tờ|bản",
    re.I,
)


def settled(context: Context) -> list[tuple[int, Decimal, str]]:
    """Return (figure, value that holds, proof in words) for every doubtful print that something decides."""
    decided: dict[int, tuple[Decimal, str]] = {}
    for index, figure in enumerate(context.figures):
        both = readings_of(figure)
        if both is None:
            continue
        if counted(figure) and WHOLE_THINGS.search(figure.unit):
            decided[index] = both[1], f"{figure.unit} phải là số nguyên"
        elif proof := by_own_links(figure, both):
            decided[index] = proof
    for index, value, proof_words in by_sector_sums(context):
        decided.setdefault(index, (value, proof_words))
    return [(index, value, words) for index, (value, words) in sorted(decided.items())]


def by_own_links(figure: Figure, both: tuple[Decimal, Decimal]) -> tuple[Decimal, str] | None:
    """Decide by the figure's own plan value or earlier value."""
    for plan in figure.plans:
        if plan.value and plan.percent is not None:
            fits = [v for v in both if near(v / plan.value * 100, plan.percent, plan.span.quote)]
            if len(fits) == 1:
                return fits[
                    0
                ], f"chỉ cách đọc này khớp {shown(plan.percent, 'percent')} kế hoạch {shown(plan.value, figure.unit)}"
    for change in figure.changes:
        if change.base_value and change.percent is not None:
            signed = -change.percent if change.direction == "down" else change.percent
            fits = [v for v in both if near((v / change.base_value - 1) * 100, signed, change.span.quote)]
            if len(fits) == 1:
                return fits[0], f"chỉ cách đọc này khớp mức thay đổi so với {shown(change.base_value, figure.unit)}"
    return None


def near(value: Decimal, percent: Decimal, quote: str) -> bool:
    reach = percent_interval(abs(percent), quote)
    if percent < 0:
        reach = Interval(-reach.high, -reach.low)
    return reach.low - Decimal("0.2") <= value <= reach.high + Decimal("0.2")


def by_sector_sums(context: Context) -> Iterator[tuple[int, Decimal, str]]:
    """Decide by a total over all sectors that only one choice of readings makes."""
    for family in FAMILIES:
        members = [i for i, f in enumerate(context.figures) if belongs(f, family)]
        for total in [i for i in members if is_total(context.figures[i])]:
            parts = one_per_sector(context, members, total)
            yield from only_choice(context, total, parts)


def belongs(figure: Figure, family: str) -> bool:
    return (
        figure.indicator is not None
        and family in figure.indicator.text.lower()
        and figure.value is not None
        and figure.unit not in SHARES
    )


def is_total(figure: Figure) -> bool:
    return figure.sector == "toàn ngành" and readings_of(figure) is None


def one_per_sector(context: Context, members: list[int], total: int) -> list[int]:
    """The first figure of each other sector, of the total's unit and period."""
    whole = context.figures[total]
    chosen: dict[str, int] = {}
    for index in members:
        figure = context.figures[index]
        same = figure.unit == whole.unit and (
            figure.period is None or whole.period is None or figure.period.label == whole.period.label
        )
        if index != total and same and figure.sector not in ("toàn ngành", "khác"):
            chosen.setdefault(figure.sector, index)
    return list(chosen.values())


def only_choice(context: Context, total: int, parts: list[int]) -> Iterator[tuple[int, Decimal, str]]:
    """Try every choice of readings; yield them when exactly one makes the total."""
    doubts = [i for i in parts if readings_of(context.figures[i])]
    if len(parts) < 3 or not 1 <= len(doubts) <= MOST_DOUBTS:
        return
    whole = context.figures[total].value or Decimal(0)
    sure = sum((context.figures[i].value or Decimal(0) for i in parts if i not in doubts), Decimal(0))
    choices = [readings_of(context.figures[i]) or () for i in doubts]
    best = sorted(product(*choices), key=lambda values: abs(sure + sum(values) - whole))
    gap = abs(sure + sum(best[0]) - whole)
    # Sectors overlap and totals are rounded, so a choice must be close, and clearly closer than the next.
    if gap > whole * SUM_SLACK or abs(sure + sum(best[1]) - whole) < 3 * gap + whole * SUM_SLACK / 20:
        return
    for index, value in zip(doubts, best[0], strict=True):
        yield (
            index,
            value,
            f"chỉ cách đọc này làm các lĩnh vực cộng lại thành {shown(whole, context.figures[total].unit)} toàn ngành",
        )


def settle(context: Context) -> tuple[Figure, ...]:
    """Return the figures with every decided print at the value that holds, both readings kept."""
    figures = list(context.figures)
    for index, value, _ in settled(context):
        both = readings_of(figures[index])
        if both:
            figures[index] = replace(figures[index], value=value, readings=both)
    return tuple(figures)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each comma that is proved to be a thousands mark."""
    for index, value, proof in settled(context):
        figure = context.figures[index]
        both = readings_of(figure)
        if both and value == both[1]:
            message = (
                f"«{figure.span.quote}»: dấu phẩy ở đây phải là dấu phân cách hàng nghìn ({proof}); "
                f"hãy ghi {figure.span.quote.replace(',', '.', 1)}."
            )
            yield finding("thousands-mark", "error", figure.span, message, index, computed=value, stated=both[0])
