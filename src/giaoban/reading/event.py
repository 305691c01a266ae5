"""Which conference or meeting a text reports: kind, days, reporting period, who chaired, how many points, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from giaoban.core.periods import Period, half, month, nine_months, quarter, year
from giaoban.reading.layout import Layout
from giaoban.reading.model import Event, PeriodRef
from giaoban.reading.patterns import later

_OPENING = 6000  # characters: a report names its occasion on the first page
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s?/\s?|\snăm\s|\s-\s|-)(?P<{0}>(?:19|20)\d\d)"
_PERIOD = (
    rf"tháng\s(?P<m>\d{{1,2}})(?:{_YEAR.format('my')})?|quý\s(?P<q>iv|iii|ii|i|[1-4])\b(?:{_YEAR.format('qy')})?"
    r"|(?P<h>(?:6|06|sáu)\stháng(?:\sđầu)?|nửa đầu|nửa)(?:\snăm)?(?:\s(?P<hy>20\d\d))?"
    r"|(?P<n>(?:9|09|chín)\stháng(?:\sđầu)?(?:\snăm)?)(?:\s(?P<ny>20\d\d))?|(?:công tác\s)?(?:năm\s)?(?P<y>20\d\d)"
)
_NEAR = r"[^.;\n]{0,70}?"
_BRIEFING = later(rf"giao ban(?:{_NEAR}(?:{_PERIOD})|(?:\s(?P<every>tháng|quý|tuần)))?")
_REVIEW = later(rf"(?<!\w)(?P<what>sơ kết|tổng kết){_NEAR}(?:{_PERIOD})")
_MEETING = later(
    r"(?<!\w)(?:họp báo(?: thường kỳ)?|phiên họp(?: thường kỳ| trực tuyến)?|cuộc họp|buổi làm việc|hội nghị(?: trực tuyến)?(?: toàn quốc)?"
    r"|hội thảo|tọa đàm|lễ (?:công bố|khai mạc|phát động|ra mắt)|họp(?= (?:ban|tổ|giao|với|về|chính|ủy|trực|thường|bàn)))(?!\w)"
)
# A text that only mentions a meeting does not report it.
_HELD = later(
    r"(?<!\w)(?:tổ chức|diễn ra|chủ trì|khai mạc|phát biểu|tham dự|họp giao ban|họp phiên|dự họp|dự hội nghị|dưới sự chủ trì|điểm cầu|bế mạc|kết luận tại)(?!\w)"
)
_DAY = r"(?P<d>\d{1,2})(?:\s?[/.-]\s?(?P<mo>\d{1,2})(?:\s?[/.-]\s?(?P<yr>\d{4}))?|\stháng\s(?P<mo2>\d{1,2})(?:\snăm\s(?P<yr2>\d{4}))?)(?![\d/])"
_HALF_DAY = r"sáng|chiều|tối|trưa|ngày|hôm nay|vào"
_EVENT_DAY = later(
    rf"(?<!\w)(?:{_HALF_DAY})(?:\s(?:ngày|qua|nay|nay,|hôm nay|thứ \w+))*,?\s?\(?(?:(?P<first>\d{{1,2}})(?:/(?P<fm>\d{{1,2}}))?\s?(?:và|-|,|đến|–)\s?)?{_DAY}"
)
_CITED = later(
    r"(?:số|quyết định|nghị quyết|chỉ thị|công văn|thông tư|nghị định|văn bản|luật|kế hoạch|trước|đến|tính|từ)[^,;]{0,45}$"
)
_STAMP = later(rf"(?:thứ \w+|chủ nhật|cập nhật|đăng ngày|ngày đăng|, ngày)[,:]?\s(?:ngày\s)?{_DAY}")
_WHOLE_DAY = later(rf"(?<![\d/]){_DAY}")
_TERM = later(r"(?:trước|đến|tới|tính|từ|hạn|nhất|xong|trong|hết)[^,;]{0,14}$")
_SHORT = 400  # characters
_ANY_YEAR = later(r"(?<!\d)(20\d\d)(?!\d)")

_SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trương|Lâm|Mai|Tô|Cao|Hà|Tạ|Triệu|Lương|Trịnh|Đào"
    "|Vương|Phùng|Thái|Châu|Tống|Quách|Lưu|Kiều|Chu|Đàm|Từ|Thạch|Nông|Hứa|La|Giàng|Sùng|Điểu|Y|Hầu|Vàng|Lò|Ksor|Tăng|Văn|Viên|Lữ|Bế|Ma|Lù|Thào|Khuất|Nghiêm|Doãn|Mạc|Đồng"
)
_NAME = later(rf"(?<!\w)(?:{_SURNAME})(?:\s[A-ZĐÀ-ỸƠƯ][^\W\d_A-ZĐ]*){{1,4}}(?!\w)")
_CHAIRED = later(
    r"(?<!\w)(?:đã\s)?(?:đồng\s)?(?:trực tiếp\s)?chủ trì(?:,\s|\svà\s)?(?:\sđiều hành)?\s?(?=hội nghị|cuộc họp|buổi|phiên|giao ban|họp|và điều hành"
    r"|tọa đàm|hội thảo|điều hành|lễ|tại điểm cầu|chương trình|\.|,)"
)
_UNDER = later(
    r"(?<!\w)(?:dưới sự chủ trì(?: và điều hành)?(?: của)?|chủ trì hội nghị(?: có|:)|chủ tọa:?|người chủ trì:?|chủ trì:|do)\s"
)
_POINTS = later(r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*|\d{1,5})\s(?:điểm cầu|đầu cầu)")
_HYBRID = later(
    r"trực tiếp\s?(?:kết hợp|và|cùng|lẫn|\+)\s?(?:với\s)?(?:hình thức\s)?trực tuyến|trực tuyến\s?(?:kết hợp|và)\s?(?:với\s)?trực tiếp"
)
_ONLINE = later(
    r"(?:hình thức|hội nghị|họp|giao ban|phiên họp|cuộc họp|tổ chức|sơ kết|tổng kết)[^.;\n]{0,90}?trực tuyến|điểm cầu"
)
_FACE_TO_FACE = later(r"hình thức[^.;\n]{0,20}?trực tiếp")


def read_event(doc: Layout) -> Event | None:
    """The event that the text reports; None where it reports none."""
    lower = doc.lower[:_OPENING]
    kind, period, place = _kind(lower)
    if kind is None:
        return None
    days = tuple(_days(lower, _year_of(lower, period, place)))
    return Event(
        kind=kind,
        dates=days,
        reporting_period=_with_year(period, days),
        chair=_chair(doc, lower),
        online_points=_points(lower),
        mode=_mode(lower),
    )


def day_of(doc: Layout, event: Event | None) -> date | None:
    """The day the text speaks on, which "năm nay" and "30/6" count from; None where it does not say."""
    if event and event.dates:
        return event.dates[-1]
    lower = doc.lower[:_OPENING]
    for found in _STAMP.finditer(lower):
        day = _date(found, None)
        if day:
            return day
    return _first_day(lower)


def _first_day(lower: str) -> date | None:
    """The first whole date of a short text, where it sets no term: the day of the letter or talk it retells."""
    for found in _WHOLE_DAY.finditer(lower[:_SHORT]):
        day = None if _TERM.search(lower, max(0, found.start() - 20), found.start()) else _date(found, None)
        if day:
            return day
    return None


def _kind(lower: str) -> tuple[str | None, dict[str, str | None], int]:
    held = bool(_HELD.search(lower)) or "hội nghị" in lower
    briefing = _fullest(list(_BRIEFING.finditer(lower)))
    if briefing and held:
        parts = briefing.groupdict()
        every = "tháng" if parts["m"] else "quý" if parts["q"] else parts["every"]
        return f"giao ban {every}" if every else "giao ban", parts, briefing.start()
    review = _REVIEW.search(lower)
    if review and (held or review.start() < 20):
        parts = review.groupdict()
        return _review_kind(review["what"], parts), parts, review.start()
    meeting = _MEETING.search(lower)
    if meeting and held and _is_reported(lower, meeting):
        return meeting.group(), {}, meeting.start()
    return None, {}, 0


def _fullest(named: list[re.Match[str]]) -> re.Match[str] | None:
    """The naming that tells its year, else the first that tells its period: titles are shorter than the text."""
    with_year = (found for found in named if found["my"] or found["qy"])
    with_period = (found for found in named if found["m"] or found["q"])
    return next(with_year, None) or next(with_period, None) or (named[0] if named else None)


def _review_kind(what: str, parts: dict[str, str | None]) -> str:
    for key, name in (("h", "6 tháng"), ("n", "9 tháng"), ("q", "quý"), ("m", "tháng")):
        if parts[key]:
            return f"{what} {name}"
    return f"{what} năm"


def _is_reported(lower: str, meeting: re.Match[str]) -> bool:
    """A day, a chair or an opening near the word: the meeting is what the text is about."""
    around = lower[max(0, meeting.start() - 250) : meeting.end() + 250]
    return bool(_HELD.search(around) and (_EVENT_DAY.search(around) or "chủ trì" in around or "điểm cầu" in around))


def _year_of(lower: str, parts: dict[str, str | None], place: int) -> int | None:
    for key in ("my", "qy", "hy", "ny", "y"):
        if parts.get(key):
            # the year's closing conference is often held the January after, yet its days then carry their year
            return int(parts[key] or 0)
    years = [int(found.group(1)) for found in _ANY_YEAR.finditer(lower, max(0, place - 300), place + 600)]
    return years[0] if years else None


def _days(lower: str, default_year: int | None) -> Iterator[date]:
    for found in _EVENT_DAY.finditer(lower):
        if _CITED.search(lower, max(0, found.start() - 60), found.start()):
            continue
        last = _date(found, default_year)
        if last is None:
            continue
        if found["first"]:
            first_month = int(found["fm"]) if found["fm"] else last.month
            yield from _run(first_month, int(found["first"]), last)
        yield last
        return
    for found in _STAMP.finditer(lower):
        day = _date(found, default_year)
        if day:
            yield day
            return


def _run(first_month: int, first_day: int, last: date) -> Iterator[date]:
    """The days before the last of a conference of several days."""
    try:
        day = date(last.year, first_month, first_day)
    except ValueError:
        return
    while day < last and (last - day).days < 7:
        yield day
        day += timedelta(days=1)


def _date(found: re.Match[str], default_year: int | None) -> date | None:
    stated = found["yr"] or found["yr2"]
    if not stated and default_year is None:
        return None
    try:
        return date(int(stated) if stated else default_year or 0, int(found["mo"] or found["mo2"]), int(found["d"]))
    except ValueError:
        return None


def _with_year(parts: dict[str, str | None], days: tuple[date, ...]) -> PeriodRef | None:
    """The reporting period; printed without its year it is the last such period that began before the meeting."""
    for key, year_key in (("m", "my"), ("q", "qy"), ("h", "hy"), ("n", "ny"), ("y", "y")):
        if not parts.get(key):
            continue
        stated = parts.get(year_key)
        if stated:
            return _period(key, parts[key] or "", int(stated))
        period = _period(key, parts[key] or "", days[-1].year) if days else None
        if period and period.start > days[-1]:
            return _period(key, parts[key] or "", days[-1].year - 1)
        return period
    return None


def _period(key: str, number: str, of_year: int) -> PeriodRef | None:
    try:
        period: Period = {
            "m": lambda: month(of_year, int(number)),
            "q": lambda: quarter(of_year, _ROMAN[number]),
            "h": lambda: half(of_year, 1),
            "n": lambda: nine_months(of_year),
            "y": lambda: year(of_year),
        }[key]()
    except (ValueError, KeyError):  # "tháng 15", "năm 2000/0": no such period
        return None
    return PeriodRef(period.label, period.start, period.end)


def _chair(doc: Layout, lower: str) -> str | None:
    """The name of the person who chaired; the post alone where no name is printed is no answer."""
    for found in _CHAIRED.finditer(lower):
        start = max(
            lower.rfind(". ", 0, found.start()) + 1, lower.rfind("\n", 0, found.start()) + 1, found.start() - 300
        )
        names: list[str] = _NAME.findall(doc.composed, start, found.start())
        if names:
            return names[-1]
    for found in _UNDER.finditer(lower):
        end = min(len(lower), found.end() + 160)
        if found.group().startswith("do ") and "chủ trì" not in lower[found.end() : end]:
            continue
        name = _NAME.search(doc.composed, found.end(), end)
        if name:
            return name.group()
    return None


def _points(lower: str) -> int | None:
    found = _POINTS.search(lower)
    return int(found.group(1).replace(".", "")) if found else None


def _mode(lower: str) -> str | None:
    if _HYBRID.search(lower):
        return "trực tiếp kết hợp trực tuyến"
    if _ONLINE.search(lower):
        return "trực tuyến"
    return "trực tiếp" if _FACE_TO_FACE.search(lower) else None
