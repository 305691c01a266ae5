"""A value against the plan it is measured by, and the share of plan that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding, Plan
from giaoban.reading.patterns import later

from .context import Context, finding, shown
from .printed import Interval, half_step_near, interval_of, percent_interval

PLAN_WORD = later(
    r"(?:kế hoạch|chỉ tiêu|dự toán|KH)(?:\s+(?:cả\s+)?năm)?(?:\s+\d{4})?(?:\s+(?:được giao|giao|đề ra|là|cả năm))*\s*[:(]?\s*(?:là\s+)?$",
    re.I,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding where value over plan is not the share that stands there."""
    for index, figure in enumerate(context.figures):
        if figure.numerator is not None:
            continue
        for plan in figure.plans:
            if plan.percent is None:
                continue
            known = plan_interval(context, index, plan)
            if known is not None:
                yield from compare(index, figure, plan, known)


def plan_interval(context: Context, index: int, plan: Plan) -> Interval | None:
    """The printed plan: in the plan itself, or the next figure of the same unit that the text calls the plan."""
    figure = context.figures[index]
    if plan.value is not None:
        half = half_step_near(context.text[plan.span.start : plan.span.end + 60], plan.value)
        return Interval(plan.value - half, plan.value + half)
    start, end = context.sentence(figure.span.start)
    for other in context.within(figure.span.end, end):
        candidate = context.figures[other]
        if candidate.unit == figure.unit and PLAN_WORD.search(context.text[start : candidate.span.start]):
            return interval_of(candidate)
    return None


def compare(index: int, figure: Figure, plan: Plan, known: Interval) -> Iterator[Finding]:
    value, stated = interval_of(figure), plan.percent
    share = value.over(known) if value else None
    if share is None or stated is None or figure.value is None:
        return
    share = share.times(Decimal(100))
    if share.meets(percent_interval(stated, plan.span.quote)):
        return
    middle = figure.value / ((known.low + known.high) / 2) * 100
    message = (
        f"«{figure.span.quote}» trên kế hoạch {shown((known.low + known.high) / 2, figure.unit)} tính ra "
        f"{shown(middle, 'percent')}, nhưng báo cáo ghi {shown(stated, 'percent')}; hãy kiểm tra số thực hiện, "
        "số kế hoạch hoặc tỷ lệ (kế hoạch đã điều chỉnh thì ghi rõ)."
    )
    yield finding("share-of-plan", "error", plan.span, message, index, computed=middle, stated=stated)
