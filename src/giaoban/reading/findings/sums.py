"""Parts against the total they are said to make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import SHARES, Context, akin, finding, shown
from .printed import Interval, interval_of

WHOLE = later(
    r"(?:^|[\s,.;:(])(?:gồm(?: có)?|bao gồm|chia (?:ra|theo)[^:.\n]{0,40}|tách (?:ra|theo)[^:.\n]{0,40}|phân (?:ra|theo)[^:.\n]{0,40}|"
    r"cụ thể(?: là)?|được chia thành|là tổng của)\s*:?\s",
    re.I,
)
PARTLY = later(r"(?:^|[\s,.;:(])(?:trong đó|trong số đó|trong số này|riêng)\s*:?\s", re.I)
JOINED = later(r"(?:tổng cộng|cộng (?:cả|lại|chung|dồn)|cả thảy)[^,.;\d]{0,30}$", re.I)
TOTAL_WORD = later(r"\b(?:tổng|cả nước|toàn (?:ngành|tỉnh|quốc|bộ|thành phố|huyện)|chung)\b", re.I)


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for each total whose listed parts do not make it."""
    for index, total in enumerate(context.figures):
        if total.value is None or total.unit in SHARES or total.numerator is not None:
            continue
        yield from listed_parts(context, index, total)
        yield from joined_parts(context, index, total)


def listed_parts(context: Context, index: int, total: Figure) -> Iterator[Finding]:
    """A total followed by "gồm", "cụ thể", "tách theo …" or "trong đó" and its parts."""
    _, end = context.sentence(total.span.start)
    marker, exhaustive = lead_word(context, total, index, end)
    if marker is None:
        marker, exhaustive, end = next_sentence_lead(context, end)
    if marker is None:
        return
    parts = parts_after(context, total, marker, list_end(context, marker, end))
    yield from compared(context, index, parts, exhaustive)


def joined_parts(context: Context, index: int, total: Figure) -> Iterator[Finding]:
    """Parts followed by their total: "… 120 tỷ đồng, … 130 tỷ đồng; tổng cộng 250 tỷ đồng"."""
    if not JOINED.search(context.before(total, 40)):
        return
    start, _ = context.sentence(total.span.start)
    parts = parts_after(context, total, start, total.span.start)
    if not PARTLY.search(context.text[start : total.span.start]):
        yield from compared(context, index, parts, exhaustive=True)


def compared(context: Context, index: int, parts: list[int], exhaustive: bool) -> Iterator[Finding]:
    """Yield a finding when two or more parts cannot make the total; parts that need not be all may make less."""
    total = context.figures[index]
    reaches = [interval_of(context.figures[part]) for part in parts]
    whole = interval_of(total)
    if len(parts) < 2 or whole is None or None in reaches:
        return
    joined = sum((reach for reach in reaches if reach), Interval(Decimal(0), Decimal(0)))
    if joined.meets(whole) or (not exhaustive and joined.high < whole.low):
        return
    middle = sum((context.figures[part].value or Decimal(0) for part in parts), Decimal(0))
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


def in_brackets(text: str, start: int, offset: int) -> bool:
    before = text[start:offset]
    return before.count("(") > before.count(")")


def mismatch(context: Context, index: int, total: Figure, parts: list[int], made: Decimal, exhaustive: bool) -> Finding:
    value = total.value or Decimal(0)
    said = "không bằng" if exhaustive else "lớn hơn"
    message = (
        f"Các phần của «{total.span.quote}» cộng lại được {shown(made, total.unit)}, {said} tổng đã ghi "
        f"{shown(value, total.unit)} (lệch {shown(abs(made - value), total.unit)}); hãy kiểm tra từng phần và tổng."
    )
    first, last = (context.figures[i].span for i in (min(index, *parts), max(index, *parts)))
    return finding(
        "sum-of-parts",
        "error",
        context.span(first.start, last.end),
        message,
        index,
        *parts,
        computed=made,
        stated=value,
    )
