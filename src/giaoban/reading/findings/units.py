"""Units that do not fit: a rate that is a head count, a share above a hundred, money without its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.reading.model import Figure, Finding
from giaoban.reading.patterns import later

from .context import MONEY, SHARES, Context, finding

RATE = later(r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tốc độ tăng|mức tăng trưởng)\b", re.I)
RATE_LINK = later(
    r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)\s(?P<what>[^.;:,()\n]{3,120}?)\s(?:ước\s|hiện\s|đã\s)*(?:đạt|là|ở mức|lên|còn|bằng|chiếm)\s"
    r"(?:khoảng|gần|hơn|trên|ước|đạt|tới|đến|mức|\s)*$",
    re.I,
)
PART = later(r"\b(?:chiếm|chiếm tới|chiếm khoảng|chiếm gần|chiếm hơn|chiếm trên)\s*$", re.I)
MONEY_WORDS = later(
    r"\b(?:doanh thu|nộp ngân sách|lợi nhuận|kim ngạch|tổng vốn|kinh phí|tổng thu|tổng chi|tổng số tiền|số tiền|giá trị xuất khẩu|giá trị sản xuất|tổng mức đầu tư|đóng góp (?:của [^,;]{2,40} )?(?:vào|cho) gdp)\b",
    re.I,
)

LARGE_MONEY = later(
    r"\b(?:tổng doanh thu|doanh thu|nộp ngân sách|kim ngạch|tổng thu|tổng chi|tổng vốn|gdp)\b(?!.*\b(?:bình quân|trung bình|mỗi|một)\b)",
    re.I,
)
SCALED = later(r"nghìn|ngàn|triệu|tỷ|tỉ|/|mỗi", re.I)
LEAST = Decimal(10_000_000)
"""đồng; no ministry or province reports a turnover below it. Source: none, ours."""


def find(context: Context) -> Iterator[Finding]:
    """Yield a finding for every unit that contradicts what it measures."""
    for index, figure in enumerate(context.figures):
        before = context.before(figure, 140)
        if head_count(figure, before):
            yield rate_is_count(index, figure)
        elif figure.unit == "percent" and figure.value is not None and figure.value > 100 and PART.search(before):
            yield share_above_whole(index, figure)
        elif no_unit(figure) and MONEY_WORDS.search(clause(before)):
            yield unit_missing(index, figure)
        elif too_little_money(figure) and LARGE_MONEY.search(clause(before)):
            yield scale_missing(index, figure)


def clause(before: str) -> str:
    """The words since the last mark that ends a clause."""
    return re.split(r"[;:()]|,\s", before)[-1]


def head_count(figure: Figure, before: str) -> bool:
    """Tell whether a thing called a rate is printed as a number of things."""
    if figure.unit in SHARES or figure.numerator is not None or figure.value is None or no_unit(figure):
        return False
    if figure.unit in MONEY or "/" in figure.unit or figure.unit in ("lần", "điểm", "rank", "‰"):
        return False
    match = RATE_LINK.search(before)
    return bool(match) and not re.search(
        r"%|\bso với\b|\btrên\b|\bvới\b|\bcó\s*$", match.group("what") if match else ""
    )


def no_unit(figure: Figure) -> bool:
    return figure.unit in ("", "số", "number", "none") and figure.numerator is None


def too_little_money(figure: Figure) -> bool:
    """Tell whether a sum of đồng is too small to be the turnover of anything: "74.473 đồng" lost its "tỷ"."""
    return (
        figure.unit == "VND"
        and figure.value is not None
        and 0 < figure.value < LEAST
        and not SCALED.search(figure.span.quote)
    )


def rate_is_count(index: int, figure: Figure) -> Finding:
    message = (
        f"«{figure.span.quote}» gọi là tỷ lệ nhưng ghi bằng số lượng; nếu là số lượng thì hãy bỏ chữ «tỷ lệ», "
        "nếu là tỷ lệ thì hãy ghi phần trăm."
    )
    return finding("rate-is-count", "warning", figure.span, message, index)


def scale_missing(index: int, figure: Figure) -> Finding:
    message = (
        f"«{figure.span.quote}» quá nhỏ so với nội dung nêu; có lẽ thiếu chữ «triệu» hoặc «tỷ», hãy ghi đủ đơn vị."
    )
    return finding("scale-missing", "warning", figure.span, message, index, stated=figure.value)


def share_above_whole(index: int, figure: Figure) -> Finding:
    message = f"«chiếm {figure.span.quote}»: một phần không thể quá 100%; hãy kiểm tra dấu phẩy hoặc số liệu."
    return finding(
        "share-above-whole", "error", figure.span, message, index, computed=Decimal(100), stated=figure.value
    )


def unit_missing(index: int, figure: Figure) -> Finding:
    message = f"«{figure.span.quote}» là số tiền mà không ghi đơn vị; hãy ghi rõ đồng, triệu đồng, tỷ đồng hay USD."
    return finding("unit-missing", "warning", figure.span, message, index)
