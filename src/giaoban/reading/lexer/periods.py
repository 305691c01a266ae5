"""The forms of periods and dates inside a sentence, by the word that they begin with."""

from __future__ import annotations

import re
from functools import cache

_N = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai))?|giêng|chạp)"
_SCALED = r"(?!\s(?:tỷ|tỉ|triệu|nghìn|ngàn|trăm|trđ)(?!\w))"  # "trong quý 2 tỷ đồng": the number is an amount's
_Y = rf"(?:19|20)\d\d(?![.,]?\d){_SCALED}"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_OF_YEAR = rf"(?:\s?[/.-]\s?{_Y}|,?\s(?:của\s)?(?:năm\s)?(?:{_Y}|(?:nay|ngoái|trước)(?!\w)))"
_NOT_FRACTION = r"(?![\d/])(?![.,]\d)(?!\s?%)"
_CROPS = r"(?:đông\sxuân|hè\sthu|thu\sđông|đông|xuân|hè|thu|mùa|chiêm|lúa\s\w+)"

_NUMBERS = ("một", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "giêng", "chạp")
_DIGITS = ("#",)
_FORMS: tuple[tuple[tuple[str, ...], str], ...] = (
    ((*_DIGITS, "ngày"), rf"(?:ngày\s)?{_D}[/.-]{_M}[/.-](?:{_Y}|\d\d(?!\d))(?!/)"),
    (_DIGITS, rf"(?:19|20)\d\d-{_M}-{_D}(?!\d)"),
    (
        ("ngày", "mùng", "mồng"),
        rf"(?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)(?<!một\s)(?:ngày|mùng|mồng)\s{_D}(?:\s(?:và|-|đến)\s{_D})?"
        rf"(?:\s?[/.-]\s?{_M}{_NOT_FRACTION}|\stháng\s(?:{_M}(?!\d)|{_N}(?!\w)){_OF_YEAR}?)?(?![\d/%]|[.,]\d)",
    ),
    (
        ("sáng", "chiều", "tối", "trưa", "đêm", "tới", "đến", "hết", "từ", "trước", "sau", "hôm", "qua", "vào"),
        rf"(?:sáng|chiều|tối|trưa|đêm|tới|đến|hết|từ|trước|sau|hôm|qua|vào)\s(?:hết\s)?(?:ngày\s)?{_D}/{_M}{_NOT_FRACTION}"
        r"(?!\s(?:số|tỉnh|xã|huyện|địa|bộ|chỉ|tổng|đơn|doanh|thôn|hộ|phường))",
    ),
    (_DIGITS, r"\d{1,2}(?:(?:h|g)|\sgiờ\s?)[0-5]\d(?!\d)|\d{1,2}:[0-5]\d(?!\d)"),
    (
        (*_DIGITS, *_NUMBERS),
        rf"(?:\d{{1,2}}|{_N})\stháng\s(?:đầu|cuối|qua|đã\squa)(?:\s(?:của\s)?năm(?!\w))?(?:{_OF_YEAR}|/{_Y})?"
        rf"|(?:\d{{1,2}}|{_N})\stháng(?:/|\s(?:của\s)?năm\s|\s){_Y}",
    ),
    (
        ("trung", "bình", "lũy", "tính", "cộng", "trong", "qua", "sau", "chung"),
        r"(?:trung\sbình|bình\squân|lũy\skế|tính\schung|cộng\sdồn|trong|qua|sau|chung)\s(?!một\s)"
        rf"(?:\d{{1,2}}|{_N})\stháng(?!\w)(?!\s(?:{_Y}|đầu|cuối|qua|đã\squa|(?:của\s)?năm\s\d))",
    ),
    (
        ("tháng",),
        rf"tháng\s{_M}\s?(?:,|-|và)\s?(?:tháng\s)?{_M}(?:\s?/\s?{_Y}|\snăm\s{_Y})"
        rf"|tháng\s(?:{_M}(?![\d.,%]\d|[\d%]){_SCALED}|{_N}(?!\w){_SCALED}){_OF_YEAR}?",
    ),
    (
        ("tháng", "quý", "tuần", "kỳ", "ngày", "hôm"),
        r"(?:tháng|quý|tuần|kỳ|ngày|hôm)\s(?:này|nay|trước|qua|ngoái|tới|sau)(?!\w)(?:\sđó)?",
    ),
    (("tuần",), rf"tuần\s(?:thứ\s)?\d{{1,2}}(?:/{_Y}|\snăm\s{_Y})?(?![\d.,/]*\d)"),
    (
        ("quý",),
        r"quý\s(?:i{1,3}|iv|[1-4](?![.,]?\d|\s?%)|một|hai|ba|bốn|tư|đầu|cuối)(?!\w)" rf"{_SCALED}{_OF_YEAR}?",
    ),
    (
        ("nửa", "giữa", "bán"),
        rf"(?:nửa|giữa|bán\sniên)(?:\s(?:đầu|cuối|sau))?\s(?:năm\s)?(?:{_Y}|(?:năm\s)?(?:nay|ngoái|trước)(?!\w))",
    ),
    (("nửa",), r"nửa\s(?:đầu|cuối|sau)(?:\snăm)?(?!\w)"),
    (("vụ",), rf"vụ\s{_CROPS}(?:\s{_CROPS})*\s(?:năm\s)?{_Y}(?:\s?-\s?{_Y})?"),
    (("cùng",), rf"cùng\s(?:kỳ|kì)(?:\s(?:của\s)?(?:năm\s)?(?:trước|ngoái|{_Y}))?(?!\w)"),
    (
        ("giai", "thời", "nhiệm", "niên", "năm", "các"),
        rf"(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|niên\skhóa|năm\shọc|các\snăm)\s{_Y}\s?[-/]\s?(?:{_Y}|\d\d)",
    ),
    (("năm",), rf"năm\s{_Y}(?:\s?-\s?{_Y})?|năm\s(?:nay|trước|ngoái|qua|rồi|tới|sau|liền\strước|liền\skề)(?!\w)"),
    (("cả", "trọn"), rf"(?:cả|trọn)\snăm(?!\w)(?:\s{_Y})?"),
    (_DIGITS, rf"{_Y}\s?-\s?{_Y}|{_M}/{_Y}"),
)
"""First words of each form ("#" a number) and the form; a bare year is left to the numbers."""

FIRST_WORDS = frozenset(word for words, _ in _FORMS for word in words)
"""Words that a period may begin with; "#" stands for digits."""


@cache
def period_from(word: str) -> re.Pattern[str]:
    """The pattern of the periods that begin with a word; "#" for digits. The forms earlier in the list go first."""
    forms = [form for words, form in _FORMS if word in words]
    return _compiled("|".join(f"(?:{form})" for form in forms))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
