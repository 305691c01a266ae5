"""Parts against the total they are said to make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding

from .context import SHARES, Context, finding, shown
from .printed import Interval, interval_of

WHOLE = re.compile(
    r"(?:^|[\s,.;:(])(?:gồm(?: có)?|bao gồm|chia (?:ra|theo)[^:.\n]{0,40}|tách (?:ra|theo)[^:.\n]{0,40}|phân (?:ra|theo)[^:.\n]{0,40}|"
    r"cụ thể(?: là)?|được chia thành|là tổng của)\s*:?\s",
    re.I,
)
PARTLY = re.compile(r"(?:^|[\s,.;:(])(?:trong đó|trong số đó|trong số này|riêng)\s*:?\s", re.I)
TOTAL_WORD = re.compile(r"\b(?:tổng|cả nước|toàn (?:ngành|tỉnh|quốc|bộ|thành phố|huyện)|chung)\b", re.I)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each total whose listed parts do not make it."""
    for index, total in enumerate(context.figures):
        if total.value is None or total.unit in SHARES or total.numerator is not None:
            continue
        yield from listed_parts(context, index, total)


def listed_parts(context: Context, index: int, total: Figure) -> Iterator[Finding]:
    """A total followed by "gồm", "cụ thể", "tách theo …" or "trong đó" and its parts."""
    _, end = context.sentence(total.span.start)
    marker, exhaustive = lead_word(context, total, index, end)
    if marker is None:
        marker, exhaustive, end = next_sentence_lead(context, end)
    if marker is None:
        return
    parts = parts_after(context, total, marker, list_end(context, marker, end))
    if len(parts) < 2:
        return
    low = high = middle = Decimal(0)
    for part in parts:
        reach = interval_of(context.figures[part])
        if reach is None:
            return
        low, high, middle = low + reach.low, high + reach.high, middle + (context.figures[part].value or Decimal(0))
    whole = interval_of(total)
    if whole is None:
        return
    joined = Interval(low, high)
    if joined.meets(whole) or (not exhaustive and high < whole.low):
        return
    yield mismatch(context, index, total, parts, middle, exhaustive)


def lead_word(context: Context, total: Figure, index: int, end: int) -> tuple[int | None, bool]:
    """Where the list of parts begins in the total's own sentence, before any other figure of its unit."""
    others = [i for i in context.within(total.span.end, end) if akin(context.figures[i], total)]
    limit = context.figures[others[0]].span.start if others else end
    words = context.text[total.span.end : limit]
    if match := WHOLE.search(words):
        return total.span.end + match.end(), True
    if match := PARTLY.search(words):
        return total.span.end + match.end(), False
    return None, False


def next_sentence_lead(context: Context, end: int) -> tuple[int | None, bool, int]:
    """The next sentence may open the list: "Tách theo mảng: …"."""
    if end >= len(context.text):
        return None, False, end
    start, finish = context.sentence(end)
    opening = context.text[start : min(finish, start + 60)]
    if match := WHOLE.match(" " + opening.lstrip()):
        return start + len(opening) - len(opening.lstrip()) + match.end() - 1, True, finish
    return None, False, end


def list_end(context: Context, marker: int, end: int) -> int:
    """A list that begins after a colon at the end of a line goes on over the bulleted lines below."""
    if context.text[marker:end].strip():
        return end
    for line in re.finditer(r"[^\n]*\n?", context.text[end:]):
        if line.group().strip() and not re.match(r"\s*(?:[-–+•*]|\d+[.)]|[a-zđ][.)]|\(\w\))\s", line.group()):
            return end + line.start()
    return len(context.text)


def parts_after(context: Context, total: Figure, marker: int, end: int) -> list[int]:
    """Figures of the same unit from the marker on; what stands in brackets or says another total is no part."""
    parts: list[int] = []
    for index in context.within(marker, end):
        figure = context.figures[index]
        if not akin(figure, total) or figure.value is None or figure.numerator is not None:
            continue
        if in_brackets(context.text, marker, figure.span.start) or TOTAL_WORD.search(
            context.text[marker : figure.span.start][-25:]
        ):
            continue
        if parts and PARTLY.search(context.text[context.figures[parts[-1]].span.end : figure.span.start]):
            continue
        parts.append(index)
    return parts


def akin(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same kind of thing: "trạm 4G" and "trạm BTS" do."""
    first, second = one.unit.split(), other.unit.split()
    return one.unit == other.unit or bool(
        first and second and first[0] == second[0] and "/" not in one.unit + other.unit
    )


def in_brackets(text: str, start: int, offset: int) -> bool:
    before = text[start:offset]
    return before.count("(") > before.count(")")


def mismatch(context: Context, index: int, total: Figure, parts: list[int], made: Decimal, exhaustive: bool) -> Finding:
    value = total.value or Decimal(0)
    said = "không bằng" if exhaustive else "lớn hơn"
    message = (
        f"Các phần sau «{total.span.quote}» cộng lại được {shown(made, total.unit)}, {said} tổng đã ghi "
        f"{shown(value, total.unit)} (lệch {shown(abs(made - value), total.unit)}); hãy kiểm tra từng phần và tổng."
    )
    last = context.figures[parts[-1]].span
    return finding(
        "sum-of-parts",
        "error",
        context.span(total.span.start, last.end),
        message,
        index,
        *parts,
        computed=made,
        stated=value,
    )
