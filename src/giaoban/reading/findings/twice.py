"""The same figure stated twice with two values."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding

from .context import Context, finding, shown
from .printed import interval_of

ZERO = Decimal(0)
NOISE = re.compile(
    r"\b(?:số|tổng|tổng số|ước|đạt|là|có|hiện|đã|cả nước|toàn quốc|của|các|khoảng|theo đó|trong đó|lũy kế|bình quân)\b"
)
NOT_THE_SAME = re.compile(r"\b(?:moi|binh quan|trung binh|cao nhat|thap nhat|rieng|khac|con lai|trong do|cong)\b")
NAME = re.compile(r"\b[A-ZĐÀ-Ỹ][\wà-ỹ]*(?:\s+[A-ZĐÀ-Ỹ][\wà-ỹ]*)+")


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for the second of two figures that say the same thing with values that cannot both be true."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, figure in enumerate(context.figures):
        identity = same_thing(context, figure)
        if identity is None:
            continue
        for earlier in seen[identity]:
            if differs(context.figures[earlier], figure):
                yield mismatch(context, earlier, index)
                break
        if all(context.figures[earlier].value != figure.value for earlier in seen[identity]):
            seen[identity].append(index)


def same_thing(context: Context, figure: Figure) -> tuple[str, ...] | None:
    """What makes two figures the same: words of the indicator, unit, period, names in it; None when not certain."""
    if figure.value is None or figure.indicator is None or figure.period is None or figure.numerator is not None:
        return None
    words, before = folded(figure.indicator.text), folded(context.before(figure, 200))
    if len(words.split()) < 2 or figure.cell is not None or words not in before:
        return None  # a name carried over from another sentence may be another thing
    if NOT_THE_SAME.search(before[-80:]):
        return None
    places = " ".join(sorted(set(NAME.findall(context.before(figure, 100)))))
    running = "lũy kế" if "luy ke" in before[-60:] else ""
    return words, figure.unit, figure.period.label, places, running


def folded(text: str) -> str:
    """Lower case, no marks, no filler words: how two wordings are compared."""
    plain = NOISE.sub(" ", unicodedata.normalize("NFC", text).lower())
    stripped = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join(re.findall(r"\w+", stripped))


def differs(first: Figure, second: Figure) -> bool:
    one, two = interval_of(first), interval_of(second)
    return one is not None and two is not None and not one.meets(two)


def mismatch(context: Context, earlier: int, index: int) -> Finding:
    first, second = context.figures[earlier], context.figures[index]
    name = second.indicator.text if second.indicator else second.unit
    period = f" {second.period.label}" if second.period else ""
    message = (
        f"«{name}»{period} ghi hai lần với hai số: «{first.span.quote}» và «{second.span.quote}» "
        f"(lệch {shown(abs((second.value or ZERO) - (first.value or ZERO)), second.unit)}); hãy giữ một số đúng."
    )
    return finding(
        "said-twice", "error", second.span, message, earlier, index, computed=first.value, stated=second.value
    )
