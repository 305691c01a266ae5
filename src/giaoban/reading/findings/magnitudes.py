"""Numbers too large to be meant: written out in full and followed by "triệu" or "tỷ" all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import Context, finding, shown

FULL = later(
    r"(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{5,})\s*(?P<scale>nghìn tỷ|nghìn tỉ|triệu tỷ|triệu tỉ|nghìn|ngàn|triệu|tỷ|tỉ)",
    re.I,
)
FACTORS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
CEILINGS = {"VND": Decimal("5e16"), "USD": Decimal("5e12")}
"""Above these no figure of a Vietnamese report lies: GDP is some 1,2e16 đồng, 4,8e11 USD (General Statistics Office, 2024)."""
PEOPLE = later(
    r"người|lao động|thành viên|dân|học sinh|sinh viên|hộ|thuê bao|tài khoản|doanh nghiệp|khách|cán bộ|nhân lực|hội viên",
    re.I,
)
PEOPLE_CEILING = Decimal("1e9")
COUNT_CEILING = Decimal("5e10")


def ceiling(figure: Figure) -> Decimal:
    """The largest value a figure of this unit can sensibly have."""
    if figure.unit in CEILINGS:
        return CEILINGS[figure.unit]
    return PEOPLE_CEILING if PEOPLE.search(figure.unit) else COUNT_CEILING


def factor_of(scale: str) -> Decimal:
    return Decimal(1).scaleb(sum(FACTORS[word] for word in scale.lower().split()))


def written_in_full(figure: Figure) -> Decimal | None:
    """The value without its scale word, where the number was plainly written out in full; else None."""
    match = FULL.search(figure.span.quote)
    if not match or figure.value is None or abs(figure.value) <= ceiling(figure):
        return None
    return figure.value / factor_of(match.group("scale"))


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each number that was written out in full and scaled again."""
    for index, figure in enumerate(context.figures):
        alternatives = [value for value in (written_in_full(figure), *full_reading(figure)) if value is not None]
        match = FULL.search(figure.span.quote)
        if not alternatives or not match or figure.value is None:
            continue
        scaled = Decimal(re.sub(r"[.,]", "", match.group("number"))) * factor_of(match.group("scale"))
        message = (
            f"«{figure.span.quote}»: số đã viết đủ từng chữ số mà còn kèm «{match.group('scale')}», thành {shown(scaled, figure.unit)}; "
            f"nếu là {shown(alternatives[0], figure.unit)} thì hãy bỏ chữ «{match.group('scale')}»."
        )
        yield finding("scaled-twice", "error", figure.span, message, index, computed=alternatives[0], stated=scaled)


def full_reading(figure: Figure) -> list[Decimal]:
    """Where the reader already took the sane value, the scaled one among its readings tells of the slip."""
    match = FULL.search(figure.span.quote)
    if not match or figure.value is None or len(figure.readings) < 2:
        return []
    plain = Decimal(re.sub(r"[.,]", "", match.group("number")))
    scaled = plain * factor_of(match.group("scale"))
    return [figure.value] if figure.value == plain and scaled in figure.readings and scaled > ceiling(figure) else []
