"""A value a thousand or a million times off what the indicator has been."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from giaoban.reading.model import Finding

from .context import Context, finding, shown

STEPS = (Decimal(1000), Decimal(1_000_000))
REACH = Decimal(4)
"""A value within four times the usual one after dividing by the step is a slip of the unit, not a jump."""
ENOUGH = 3
SURE = Decimal("0.6")


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each figure whose history says it was written in the wrong unit."""
    for index, figure in enumerate(context.figures):
        code = figure.indicator.code if figure.indicator and figure.indicator.score >= SURE else None
        past = context.history.get(code or "", ())
        if figure.value is None or figure.value <= 0 or len(past) < ENOUGH:
            continue
        usual = Decimal(median(past))
        for step in STEPS:
            for times, words in ((step, "lớn gấp"), (1 / step, "nhỏ hơn")):
                if (
                    usual > 0
                    and usual * times / REACH <= figure.value <= usual * times * REACH
                    and figure.value / usual not in (0, 1)
                ):
                    message = (
                        f"«{figure.span.quote}» {words} khoảng {shown(step)} lần mức thường thấy ({shown(usual, figure.unit)}); "
                        "hãy kiểm tra đơn vị và dấu phân cách."
                    )
                    yield finding(
                        "off-by-thousand", "warning", figure.span, message, index, computed=usual, stated=figure.value
                    )
