"""When a directive is due: the words, the date they fix, the rhythm they repeat in.

A date without a year is the next such date after the day the text speaks on. Offices write "trước ngày 30/6" and mean
"by the end of 30/6" (practice; no legal source), while "trước năm 2026" and "trước tháng 7" end the day before.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from giaoban.reading.model import Deadline
from giaoban.reading.patterns import later

Force = Literal["date", "rhythm", "urgency"]
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
RHYTHMS = {
    "ngày": "daily",
    "tuần": "weekly",
    "tháng": "monthly",
    "quý": "quarterly",
    "6 tháng": "half-yearly",
    "sáu tháng": "half-yearly",
    "năm": "yearly",
}

_HOUR = r"\d{1,2}(?:h|:|\s?giờ)\s?(?:\d{2})?(?:\s?phút)?(?:\s(?:sáng|trưa|chiều|tối))?,?\s"
_DAY = (
    rf"(?:(?:{_HOUR})?(?:ngày\s|hôm\s)?"
    r"(?P<d>\d{1,2})(?:\s?[/.-]\s?(?P<m>\d{1,2})(?!\d)(?:\s?[/.-]\s?(?P<y>\d{4}))?"
    r"|\stháng\s(?P<m2>\d{1,2})(?:(?:\snăm\s|/)(?P<y2>\d{4}))?|\stháng\s(?P<this_month>này|tới|sau)))"
)
_IN_BRACKETS = r"(?P<bd>\d{1,2})/(?P<bm>\d{1,2})(?:/(?P<by_year>\d{4}))?"
_EDGE = r"(?P<edge>(?:đầu|giữa|cuối|hết)\s)?"
_MONTH = r"tháng\s(?:(?P<mm>\d{1,2})(?!\s?%)(?:(?:/|\snăm\s|-)(?P<my>\d{4}))?|(?P<mrel>này|tới|sau))"
_QUARTER = r"quý\s(?:(?P<q>iv|iii|ii|i|[1-4])\b(?:(?:/|\snăm\s|-)(?P<qy>\d{4}))?|(?P<qrel>này|tới|sau))"
_MONTH_OF_YEAR = r"tháng\s(?P<mm>\d{1,2})(?:/|\snăm\s)(?P<my>\d{4})"
_QUARTER_OF_YEAR = r"quý\s(?P<q>iv|iii|ii|i|[1-4])(?:/|\snăm\s)(?P<qy>\d{4})"
_HALF = r"(?:6|sáu)\stháng\s(?P<h>đầu|cuối)\snăm(?:\s(?P<hy>\d{4}))?"
_YEAR = r"năm\s(?:(?P<yy>20\d\d)|(?P<yrel>nay|này|tới|sau))|(?P<yend>cuối năm|hết năm)(?!\s(?:20|nay|này))|(?P<bare>20\d\d)\b"
_FEAST = (
    r"tết(?: nguyên đán| âm lịch)?(?:\s20\d\d)?|(?:kỳ nghỉ |dịp |ngày )?lễ(?: 30/4| 2/9| quốc khánh)?|năm học(?: mới)?|khai giảng"
    r"|(?:mùa|đợt)\s(?:mưa(?: bão| lũ)?|bão|lũ|khô|thi|gặt|rét|tuyển sinh)|giờ g"
    r"|(?:kỳ|phiên|cuộc|buổi)\s(?:giao ban|họp|làm việc|báo cáo|kiểm tra|tiếp xúc cử tri|chất vấn)(?:\s[^\W\d]+){0,3}?"
    r"\s(?:tới|sau|này|kế tiếp|tiếp theo|cuối năm|gần nhất)|(?:sáng|trưa|chiều|tối|đêm)\s(?:nay|mai|ngày mai|thứ \w+)"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy)(?:\s(?:này|tới|tuần sau|tuần này))?"
)
_WEEK = (
    r"tuần\s(?P<w>này|tới|sau)|(?P<week>tuần)(?=[,;.]|$)|(?P<dayrel>hôm nay|ngày mai|ngày(?=[,;.)]|$))|(?P<feast>"
    + _FEAST
    + ")"
)
_SPAN = (
    r"(?P<n>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài)\s(?P<nu>ngày làm việc|ngày|tuần|tháng|giờ|tiếng|phút)"
)
_POINT = f"(?:{_EDGE}(?:{_DAY}|{_QUARTER}|{_HALF}|{_MONTH}|{_YEAR}|{_WEEK})|{_SPAN})"
_BY = (
    r"(?P<by>trước|chậm nhất(?:\slà)?(?:\s(?:trong|vào|đến))?|muộn nhất(?:\slà)?(?:\s(?:trong|vào|đến))?"
    r"|trễ nhất(?:\slà)?(?:\s(?:trong|vào|đến))?|hạn chót(?:\slà)?(?:\s(?:trong|vào|đến))?|hạn cuối(?:\slà)?"
    r"|(?:thời\s(?:hạn|gian)|hạn)\s?(?:hoàn thành|thực hiện|báo cáo)?\s?(?:là|:)?(?:\s(?:trước|trong))?"
    r"|từ nay (?:đến|tới)(?:\s(?:hết|cuối))?|không (?:quá|muộn hơn)(?: ngày)?|ngay trong|ngay"
    r"|nội trong|trong vòng|trong|vào|(?:đến|tới)\strước|xong\s(?:vào|trong)|đến|tới|hết|xong)\s"
)
DATED = later(rf"(?<!\w)(?:{_BY}{_POINT})(?!\w)")
LEADING = later(rf"(?:{_EDGE}(?:{_QUARTER}|{_HALF}|{_MONTH}|{_YEAR}|{_WEEK}))(?=,)")
# ", tháng 10 trình danh mục": a term without its preposition, before the verb of what is handed in.
BARE_TERM = later(rf"(?<=,\s){_EDGE}(?:{_QUARTER}|{_MONTH})(?=\s(?:trình|xong|hoàn thành|báo cáo|gửi|nộp|công bố))")
# "… kiến nghị Chính phủ tháng 3/2024": a term with its year closes the clause.
CLOSING_TERM = later(
    r"(?<![\w/])(?<!so với )(?<!kế hoạch )(?<!cùng kỳ )(?<!báo cáo )(?<!năm )(?<!trong )(?<!của )(?<!nhiệm vụ )"
    rf"{_EDGE}(?:{_MONTH_OF_YEAR}|{_QUARTER_OF_YEAR})(?=[;.]|$)"
)
RHYTHM = later(
    r"(?<!\w)(?:(?:trước|vào|chậm nhất)\s)?(?:ngày\s\d{1,2}(?:\s\w+)?\s)?"
    r"(?:(?:thứ \w+|chiều thứ \w+|sáng thứ \w+)\s)?"
    r"(?:(?:cứ\s)?(?:định kỳ(?:\s(?:hàng|hằng|mỗi))?|hàng|hằng|mỗi|từng|theo)\s(?P<every>6 tháng|sáu tháng|tuần|tháng|quý|năm(?! học)|ngày)(?!\w)"
    r"(?:\s(?:một|1|hai|2) lần)?"
    r"|(?:cứ\s)?(?:mỗi|hằng|hàng|các)\s(?P<part>(?:sáng|chiều|tối) thứ (?:hai|ba|tư|năm|sáu|bảy)|sáng|trưa|chiều|tối|đêm|buổi sáng|buổi chiều|thứ (?:hai|ba|tư|năm|sáu|bảy)|đầu tuần|cuối tuần|đầu tháng|cuối tháng|cuối ngày|cuối quý)(?!\w)"
    r"|(?:cứ |mỗi )?(?P<count>\d{1,3}|một|hai|ba|bốn|năm|sáu|mười)\s(?P<span>giờ|tiếng|ngày|tuần|tháng|quý|năm)(?:/|\s)(?:một |1 )?lần(?!\w)"
    r"|(?P<every2>ngày|tuần|tháng|quý|năm) nào cũng)"
)
_PARTS = {
    "đầu tuần": "weekly",
    "cuối tuần": "weekly",
    "đầu tháng": "monthly",
    "cuối tháng": "monthly",
    "cuối quý": "quarterly",
}
_COUNTED = {
    ("3", "tháng"): "quarterly",
    ("ba", "tháng"): "quarterly",
    ("6", "tháng"): "half-yearly",
    ("sáu", "tháng"): "half-yearly",
}
# "cấm biển kể từ 19 giờ ngày 8/10": the day the order takes effect, where no day ends it.
FROM = later(
    rf"(?<!\w)(?:kể từ|bắt đầu từ|từ)\s(?={_HOUR}|ngày\s\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?(?:[,;.]|$)){_DAY}(?!\w)|\((?:hạn |xong |trước )?{_IN_BRACKETS}\)"
)
URGENT = later(
    r"(?<!\w)(?:ngay lập tức|ngay tức khắc|lập tức|khẩn trương|trong thời gian sớm nhất|càng sớm càng tốt"
    r"|sớm(?!\s(?:hơn|nhất|muộn))|(?:ngay(?!\s(?:từ|tại|khi|cả|sau|thẳng|trên|ở|như|lúc|bây)))|khẩn cấp|không chậm trễ|không để chậm)(?!\w)"
)
WORTH_LOOKING = later(
    r"trước|nhất|hạn|lần|nào cũng|các|từ |\(|trong|vào|đến|tới|hết|xong|ngay|hàng|hằng|mỗi|từng|định kỳ|theo|khẩn|lập tức|sớm|(?:tháng|quý)|thời gian"
    r"|^(?:trong )?(?:quý|tháng|năm|tuần|cuối|đầu)|chậm trễ|không"
)
_HOURS = {"giờ": 1.0, "tiếng": 1.0, "phút": 1 / 60}
NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

# "Chiến lược … đến năm 2025, tầm nhìn 2030" names a paper, it sets no day.
_NAMES_A_PAPER = later(
    r"(?:chiến lược|chương trình|kế hoạch|đề án|quy hoạch|giai đoạn|định hướng|quyết định|nghị quyết|chỉ thị)[^,;:]{0,90}$"
)
_VISION_FOLLOWS = later(r"\s?,?\s?(?:và\s)?(?:tầm nhìn|định hướng)")


@dataclass(frozen=True)
class Due:
    """One deadline found in a stretch of text; offsets count from the stretch's start."""

    start: int
    end: int
    deadline: Deadline
    force: Force
    firm: bool  # said with "trước", "chậm nhất", "hạn": the day itself is the point of the words


def read_deadline(text: str, today: date | None = None) -> Deadline | None:
    """The deadline that binds a directive's words; the firmest where there are several, None where there is none."""
    found = find_deadlines(text, today)
    if not found:
        return None
    rank = {"date": 2, "rhythm": 1, "urgency": 0}
    return max(
        found, key=lambda due: (rank[due.force], due.firm or _closes_a_clause(text, due.end), -due.start)
    ).deadline


def _closes_a_clause(text: str, end: int) -> bool:
    """ "Trong Quý IV, …" and "… trong tháng 5." bind the task; "kết quả trong năm 2022 của ngành" may not."""
    return end >= len(text) or text[end] in ",;.:"


@lru_cache(maxsize=128)
def find_deadlines(text: str, today: date | None = None) -> tuple[Due, ...]:
    """All deadlines in the text, of every kind, dates first. The same clause is asked about more than once: it is kept."""
    return tuple(_find(text, today))


def _find(text: str, today: date | None) -> Iterator[Due]:
    low = text.lower() if len(text.lower()) == len(text) else text
    if not WORTH_LOOKING.search(low):
        return
    yield from _dated(text, low, today)
    for found in RHYTHM.finditer(low):
        words = text[found.start() : found.end()]
        if not words.lower().startswith("theo ngày"):
            yield Due(*found.span(), Deadline(words, rhythm=_rhythm(found)), "rhythm", firm=True)
    for found in URGENT.finditer(low):
        yield Due(*found.span(), Deadline(text[found.start() : found.end()]), "urgency", firm=False)


def _rhythm(found: re.Match[str]) -> str | None:
    """The rhythm's name; None where offices have no name for it ("cứ 3 giờ một lần")."""
    every = found["every"] or found["every2"]
    if every:
        return RHYTHMS[every]
    if found["part"]:
        part = found["part"]
        return "weekly" if "thứ" in part else _PARTS.get(part, "daily")
    one = found["count"] in ("1", "một")
    return RHYTHMS.get(found["span"]) if one else _COUNTED.get((found["count"], found["span"]))


def _dated(text: str, low: str, today: date | None) -> Iterator[Due]:
    leading = LEADING.match(low)
    if leading:
        yield Due(*leading.span(), Deadline(text[: leading.end()], _day_of(leading, "", today)), "date", firm=False)
    bare = BARE_TERM.search(low) or (None if DATED.search(low) else CLOSING_TERM.search(low))
    if bare and not RHYTHM.search(low, max(0, bare.start() - 12), bare.end()):
        yield Due(*bare.span(), Deadline(text[bare.start() : bare.end()], _day_of(bare, "", today)), "date", firm=True)
    dated = list(DATED.finditer(low))
    if not dated:
        yield from _from_day(text, low, today)
    for found in dated:
        by = found["by"]
        if (found["bare"] and by not in ("đến", "trước", "vào", "tới")) or _is_a_name(low, found):
            continue
        if RHYTHM.match(low, found.start()):
            continue
        start = _start_of_words(found)
        deadline = Deadline(text[start : found.end()], _day_of(found, by, today))
        yield Due(found.start(), found.end(), deadline, "date", firm=by not in ("vào", "trong", "đến", "tới", "hết"))


def _from_day(text: str, low: str, today: date | None) -> Iterator[Due]:
    """ "kể từ 19 giờ ngày 8/10" and a day in brackets bind where no other day does."""
    for found in FROM.finditer(low):
        parts = found.groupdict()
        if found["bd"]:
            parts |= {"d": found["bd"], "m": found["bm"], "y": found["by_year"]}
        words = text[found.start() : found.end()].strip("()")
        try:
            yield Due(*found.span(), Deadline(words, _reckon(parts, today, before=False)), "date", firm=False)
        except (ValueError, OverflowError):
            yield Due(*found.span(), Deadline(words), "date", firm=False)


def _is_a_name(low: str, found: re.Match[str]) -> bool:
    if found["by"] not in ("đến", "tới", "trong", "vào"):
        return False
    return bool(_VISION_FOLLOWS.match(low, found.end())) or (
        found["by"] in ("đến", "tới") and bool(_NAMES_A_PAPER.search(low, max(0, found.start() - 110), found.start()))
    )


def _start_of_words(found: re.Match[str]) -> int:
    """Where the deadline's text begins: "trong" before a named period says nothing more than the period does."""
    named = found["q"] or found["yy"] or found["mm"]
    if named and found["by"] in ("trong", "vào", "ngay trong", "xong trong", "xong vào"):
        return found.end("by") + 1
    return found.start()


def _day_of(found: re.Match[str], by: str, today: date | None) -> date | None:
    """The last day that keeps the deadline; None where the text does not fix it."""
    parts = found.groupdict()
    before = by.endswith("trước") and not (parts.get("edge") or "").strip()
    try:
        return _reckon(parts, today, before=before)
    except (ValueError, OverflowError):  # 31/2, quarter 9, year 0: the words stay, the day does not
        return None


def _reckon(parts: dict[str, str | None], today: date | None, *, before: bool) -> date | None:
    if parts.get("d"):
        return _calendar_day(parts, today)
    if parts.get("n"):
        return _after(today, parts.get("n") or "", parts.get("nu") or "")
    if parts.get("w") or parts.get("dayrel"):
        return _in_the_week(today, parts.get("w") or parts.get("dayrel") or "")
    window = _window(parts, today)
    if window is None:
        return None
    first, last = window
    return _within(first, last, (parts.get("edge") or "").strip()) if not before else first - timedelta(days=1)


def _calendar_day(parts: dict[str, str | None], today: date | None) -> date | None:
    day = int(parts.get("d") or 0)
    if parts.get("this_month"):
        first = _month_from(today, 0 if parts.get("this_month") == "này" else 1)
        return first.replace(day=day) if first else None
    month, year = int(parts.get("m") or parts.get("m2") or 0), parts.get("y") or parts.get("y2")
    if year:
        return date(int(year), month, day)
    return _next(today, lambda y: date(y, month, day))


def _window(parts: dict[str, str | None], today: date | None) -> tuple[date, date] | None:
    """First and last day of a named month, quarter, half or year."""
    for months, number, year, relative in (
        (1, parts.get("mm"), parts.get("my"), parts.get("mrel")),
        (3, parts.get("q"), parts.get("qy"), parts.get("qrel")),
        (6, {"đầu": "1", "cuối": "2"}.get(parts.get("h") or ""), parts.get("hy"), None),
        (
            12,
            "1" if parts.get("yy") or parts.get("bare") or parts.get("yend") else None,
            parts.get("yy") or parts.get("bare"),
            parts.get("yrel"),
        ),
    ):
        if number:
            return _numbered(months, ROMAN.get(number) or int(number), year, today)
        if relative:
            return _relative(months, relative, today)
    return None


def _numbered(months: int, number: int, year: str | None, today: date | None) -> tuple[date, date] | None:
    def window(y: int) -> tuple[date, date]:
        start = date(y, (number - 1) * months + 1, 1)
        return start, _end_of(start, months)

    if year:
        return window(int(year))
    last = _next(today, lambda y: window(y)[1])
    return window(last.year) if last else None


def _relative(months: int, word: str, today: date | None) -> tuple[date, date] | None:
    if today is None:
        return None
    start = date(today.year, (today.month - 1) // months * months + 1, 1)
    if word in ("tới", "sau"):
        start = _end_of(start, months) + timedelta(days=1)
    return start, _end_of(start, months)


def _end_of(start: date, months: int) -> date:
    month = start.month + months - 1
    return date(start.year, month, monthrange(start.year, month)[1])


def _within(first: date, last: date, edge: str) -> date:
    """ "giữa tháng" is the 15th of the window's middle, "đầu" its first third, as desks commonly read them (ours)."""
    length = (last - first).days
    if edge == "đầu":
        return first + timedelta(days=length // 3)
    return first + timedelta(days=length // 2) if edge == "giữa" else last


def _next(today: date | None, day_in: object) -> date | None:
    if today is None:
        return None
    day = day_in(today.year)  # type: ignore[operator]
    return day if day >= today else day_in(today.year + 1)  # type: ignore[operator]


def _month_from(today: date | None, later: int) -> date | None:
    if today is None:
        return None
    return (today.replace(day=1) + timedelta(days=31 * later)).replace(day=1)


def _after(today: date | None, number: str, unit: str) -> date | None:
    if today is None:
        return None
    if number == "vài":
        return None
    count = NUMBER_WORDS.get(number) or int(number)
    if unit == "ngày làm việc":
        return _after_working_days(today, count)
    if unit in _HOURS:
        return today + timedelta(days=int(count * _HOURS[unit] // 24))
    return today + timedelta(days=count * {"ngày": 1, "tuần": 7, "tháng": 30}[unit])


def _after_working_days(today: date, count: int) -> date:
    day = today
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _in_the_week(today: date | None, word: str) -> date | None:
    if today is None or word in ("hôm nay", "ngày"):
        return today
    if word == "ngày mai":
        return today + timedelta(days=1)
    sunday = today + timedelta(days=6 - today.weekday())
    return sunday if word == "này" else sunday + timedelta(days=7)
