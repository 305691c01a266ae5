"""Dates that contradict themselves: the weekday, the number of years of an anniversary, a day that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from giaoban.reading.model import Finding
from giaoban.reading.patterns import later

from .context import Context, finding

WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
WEEKDAY = later(
    r"\b(?P<name>[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ [Nn]hật)\b[,\s]*(?:\(?\s*[Nn]gày\s*)?(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>(?:19|20)\d\d)\b"
)
YEARS = later(
    r"\(\s*(?:\d{1,2}[/.]){0,2}(?P<first>1[5-9]\d\d|20\d\d)\s*[-–]\s*(?:\d{1,2}[/.]){0,2}(?P<last>19\d\d|20\d\d)\s*\)"
)
ANNIVERSARY = later(r"\b(?P<years>\d{1,3})\s+năm\b[^.;\n()]{0,80}$")
DAY = later(r"\b[Nn]gày\s+(?P<d>\d{1,2})\s?[/.]\s?(?P<m>\d{1,2})\s?[/.]\s?(?P<y>(?:19|20)\d\d)\b")


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for every date that cannot be."""
    yield from weekdays(context)
    yield from anniversaries(context)
    yield from impossible_days(context)


def the_date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match.group("y")), int(match.group("m")), int(match.group("d")))
    except ValueError:
        return None


def weekdays(context: Context) -> Iterator[Finding]:
    for match in WEEKDAY.finditer(context.text):
        day = the_date(match)
        if day is None:
            continue
        real = "chủ nhật" if day.weekday() == 6 else f"thứ {WEEKDAYS[day.weekday()]}"
        if match.group("name").lower() != real:
            message = f"«{match.group()}»: ngày {day:%d/%m/%Y} là {real}; hãy sửa thứ hoặc sửa ngày."
            yield finding("weekday", "warning", context.span(match.start(), match.end()), message)


def anniversaries(context: Context) -> Iterator[Finding]:
    for match in YEARS.finditer(context.text):
        window = max(0, match.start() - 95)
        said = ANNIVERSARY.search(context.text[window : match.start()])
        between = int(match.group("last")) - int(match.group("first"))
        if said and int(said.group("years")) != between:
            span = context.span(window + said.start(), match.end())
            message = f"«{span.quote}»: từ {match.group('first')} đến {match.group('last')} là {between} năm; hãy kiểm tra số năm."
            stated = Decimal(said.group("years"))
            yield finding("years-between", "warning", span, message, computed=Decimal(between), stated=stated)


def impossible_days(context: Context) -> Iterator[Finding]:
    for match in DAY.finditer(context.text):
        if the_date(match) is None:
            message = f"«{match.group()}» không có trong lịch; hãy kiểm tra ngày, tháng."
            yield finding("no-such-day", "warning", context.span(match.start(), match.end()), message)
