"""A list against the count that announces it: "4 nhiệm vụ: (1) …; (2) …; (3) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Finding, Span
from giaoban.reading.patterns import later

from .context import Context, finding

WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
COUNTED = (
    r"nhiệm vụ|nhóm|lĩnh vực|giải pháp|nội dung|vấn đề|địa phương|tỉnh|đơn vị|doanh nghiệp|cơ quan|bộ|cục|vụ|nền tảng|"
    r"trụ cột|mục tiêu|chỉ tiêu|văn bản|nghị định|thông tư|quyết định|đề án|dự án|chương trình|kiến nghị|nguyên nhân|tập đoàn|nhà mạng|hạng mục|bước|kết quả|hạn chế|yêu cầu|khâu đột phá|đột phá"
)
OPENER = later(r":|[Gg]ồm(?: có)?:?")
HEAD = later(
    rf"(?<![\d/.,])\b(?P<count>\d{{1,2}}|{'|'.join(WORDS)})\s+(?P<noun>{COUNTED})\b(?P<middle>[^:.;\n\d]{{0,70}})$",
    re.I,
)
UNITS = later(r"địa phương|tỉnh|đơn vị|doanh nghiệp|cơ quan|bộ|cục|vụ|tập đoàn|nhà mạng", re.I)
OFFICE = later(
    r"(?:tổng )?(?:cục|vụ|sở|thanh tra|văn phòng|trung tâm|tập đoàn|tổng công ty|công ty|viện|trường|báo|đài|hội|hiệp hội|ủy ban|ubnd)\s",
    re.I,
)
NUMBERED = later(r"\((?P<n>\d{1,2}|[ivx]{1,4}|[a-hđ])\)\s", re.I)
LINE_ITEM = later(r"\s*(?:[-–+•*]|\d{1,2}[.)/]|[a-hđ][.)]|\((?:\d{1,2}|[a-hđ])\))\s")


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding where the items that follow are more or fewer than announced."""
    for opener in OPENER.finditer(context.text):
        window = max(0, opener.start() - 110)
        head = HEAD.search(context.text[window : opener.start()])
        if head is None:
            continue
        count = WORDS.get(head.group("count").lower()) or int(re.sub(r"\D", "", head.group("count")) or 0)
        items = items_after(context.text, opener.end(), units=bool(UNITS.fullmatch(head.group("noun"))))
        if count >= 2 and items >= 2 and items != count:
            yield mismatch(context, context.span(window + head.start(), window + head.end("noun")), count, items)


def items_after(text: str, start: int, *, units: bool) -> int:
    """Count the items of a list only where its marks leave no doubt; 0 where they do."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    rest = text[start:line_end].strip()
    if not rest:
        return 0 if units else lines_below(text, line_end + 1)
    sentence = re.split(r"(?<=[^\d\s.])[.…](?:\s|$)", rest, maxsplit=1)[0]
    numbered = NUMBERED.findall(sentence)
    if numbered:
        return len(numbered) if ordinal(numbered[0]) == 1 and ordinal(numbered[-1]) == len(numbered) else 0
    if units:  # after "8 tỉnh:" stand their names, or else what they are told to do
        return offices(sentence) or proper_names(sentence)
    if ";" in sentence:
        return len([item for item in sentence.split(";") if item.strip(" ,.…")]) if "…" not in rest else 0
    return proper_names(sentence)


def ordinal(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
    return "abcdefgh".find(mark.lower()) + 1 if mark.lower() not in roman else roman[mark.lower()]


def lines_below(text: str, start: int) -> int:
    """Bulleted lines that follow one another without a gap."""
    items = 0
    for line in text[start:].split("\n"):
        if not line.strip():
            continue
        if not LINE_ITEM.match(line):
            break
        items += 1
    return items


def offices(sentence: str) -> int:
    """Offices in a row, "Cục A, Vụ B và Thanh tra Bộ …"; 0 where a comma or "và" may belong to a name."""
    before, joined, last = re.split(r"\.\s", sentence, maxsplit=1)[0].partition(" và ")
    items = [item.strip() for item in before.split(",")]
    if not joined or not all(OFFICE.match(item) for item in [*items, last]):
        return 0
    return len(items) + 1


def proper_names(sentence: str) -> int:
    """A bare list of names: "Hà Nội, Đà Nẵng, Huế và Cần Thơ"; 0 when anything but names stands in it."""
    items = [item.strip() for item in re.split(r",|\bvà\b", sentence.strip(" .")) if item.strip()]
    if any(len(item.split()) > 5 or not item[0].isupper() or re.search(r"\d", item) for item in items):
        return 0
    # "Bà Rịa - Vũng Tàu" is one name, but a name with a small word inside may be a clause.
    if any(word[0].islower() for item in items for word in item.split()):
        return 0
    return len(items)


def mismatch(context: Context, span: Span, count: int, items: int) -> Finding:
    message = f"«{span.quote}» báo trước {count} mục, nhưng liệt kê {items}; hãy bổ sung mục thiếu, bỏ mục thừa hoặc sửa con số."
    return finding("count-of-list", "warning", span, message, computed=Decimal(items), stated=Decimal(count))
