"""The words that a figure's indicator is shown by: a noun phrase without verbs, numbers and stretches of time at its ends."""

from __future__ import annotations

from .figures.draft import Draft
from .layout import Layout
from .patterns import later

_NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_TIME = rf"(?:{_NUMBER} (?:tháng|quý|tuần|ngày|năm)(?: (?:đầu|cuối) năm)?|tháng|quý|nửa (?:đầu|cuối)(?: năm)?|cả năm|năm|kỳ)"
_LEAD = later(
    rf"^(?:{_TIME}(?:\s*,|(?=\s(?:nay|này|qua|đầu|cuối)\b))?|tính(?: đến| tới| chung| gộp)?|(?:đến )?ngày|phát sinh|cộng(?: dồn)?|lũy kế|đã|đang|sẽ|đều|"
    r"và|với|của|về|tại|ở|trong đó|trong|là|có|còn|riêng|gồm|bao gồm|cho|do|từ|hết|bình quân|trung bình|gửi|chiếm|theo|nhưng|song|mà|thì|lại|"
    r"vẫn|cũng|chỉ(?! số)|mới|được|đạt|ước|nay|này|đó|hiện|hiện nay|nay)(?:\s+|\s*,\s*|$)",
)
_TAIL = later(
    rf"(?:^|[\s,]+)(?:(?:trong |qua |của )?{_TIME}|đã|đang|(?<!chứng )chỉ|mới|còn|phải|cũng|vẫn|lại|là|có|chiếm|đạt|của|trong|qua|và|với|được|bỏ|kiếm|đóng góp|góp|"
    r"xin|thì|nay|này|đó|chừng|khoảng|gần|hơn|trên|dưới|ước|bằng|tới|đến|lên|xuống|ra|vào|cho|từ|xếp thứ|xếp|đứng|tổng số|rục rịch|trị giá)\s*$",
)
_SHARE = "tỷ trọng"
_CLASSIFIERS = frozenset(
    (
        *(
            "thuê bao",
            "con",
            "chiếc",
            "cái",
            "lượt",
            "lượt người",
            "lượt khách",
            "người",
            "ca",
            "điểm",
            "hộ",
            "bản",
            "tờ",
        ),
        *("đơn", "giao dịch", "cuộc", "sản phẩm", "tấm", "bao", "hộp"),
    )
)
"""Counted nouns that tell little by themselves."""


def indicator_name(layout: Layout, draft: Draft) -> str:
    """How to name a figure on screen; capitals stay where they make a name, "" where its words name nothing."""
    name = draft.name
    if name is None:
        return ""
    own, more = _cut(layout, name.place), _cut(layout, name.more)
    if name.share:
        whole = _cut(layout, name.share)
        own = own if name.place != name.share else ""
        return (
            " ".join(part for part in (_SHARE, own, f"trong {whole}" if whole else "") if part) if own or whole else ""
        )
    if own.lower() == draft.quantity.unit and more and own.lower() in _CLASSIFIERS:
        return more  # "điện thoại di động", not a mere "thuê bao"
    return own or more


def _cut(layout: Layout, place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    words = " ".join(layout.composed[place[0] : place[1]].split())
    for pattern in (_LEAD, _TAIL):
        shorter = pattern.sub("", _lowered(words)) if words else words
        while shorter != _lowered(words):
            words = shorter
            shorter = pattern.sub("", words)
    return _lowered(words).strip(" ,")


def _lowered(words: str) -> str:
    """A phrase that opens a sentence without its capital, unless that makes a name: "Doanh thu", but "Nhật Bản", "NDXP"."""
    first, _, rest = words.partition(" ")
    if first[1:] != first[1:].lower() or (rest[:1].isupper() and first[:1].isupper()):
        return words
    return words[:1].lower() + words[1:]
