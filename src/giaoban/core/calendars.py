"""Which days a reporting month covers: the administrative, the civil and the statistical calendar, as data.

A calendar says on which day a month opens. From that one number every longer window follows: a run of months opens with
its first month and closes with its last, so a quarter, a half-year, nine months and a year need no rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.core.errors import PeriodError


@dataclass(frozen=True)
class Calendar:
    """A rule that gives every month its days.

    `opening_day` 1 opens a month on its own first day; any later day D opens it on day D of the month before, and
    closes it on day D-1 of the month itself (thời gian chốt số liệu). `status` tells how well the rule is known.
    """

    code: str
    name: str
    name_en: str
    opening_day: int
    source: str
    url: str = ""
    status: str = "stated"

    def opening(self, year: int, month: int) -> date:
        """The first day of a month; `month` 13 is January of the next year, so that ends are easy to say."""
        if self.opening_day > 1:
            month -= 1
        return date(year + (month - 1) // 12, (month - 1) % 12 + 1, self.opening_day)

    def window(self, year: int, first: int, last: int) -> tuple[date, date]:
        """First and last day of the months `first` to `last` of a year."""
        return self.opening(year, first), self.opening(year, last + 1) - timedelta(days=1)

    def month_of(self, day: date) -> tuple[int, int]:
        """The (year, month) that a day is counted in: 20/12/2021 belongs to 1/2022 where months open on the 15th."""
        later = self.opening_day > 1 and day.day >= self.opening_day
        months = day.year * 12 + day.month - 1 + later
        return months // 12, months % 12 + 1


CALENDARS: Mapping[str, Calendar] = {
    calendar.code: calendar
    for calendar in (
        Calendar("calendar", "năm dương lịch", "civil calendar", 1, "Bộ luật Dân sự số 91/2015/QH13, Điều 146"),
        Calendar(
            "decree-09-2019",
            "chế độ báo cáo hành chính (Nghị định 09/2019/NĐ-CP)",
            "administrative reporting (Decree 09/2019/NĐ-CP)",
            15,
            "Nghị định 09/2019/NĐ-CP, Điều 12; kỳ 9 tháng suy từ quy định cấp tỉnh (Khánh Hòa, QĐ 01/2023)",
            "https://luatvietnam.vn/tin-van-ban-moi/thoi-han-nop-bao-cao-dinh-ky-186-21960-article.html",
        ),
        Calendar(
            "statistical",
            "chế độ báo cáo thống kê",
            "statistical reporting",
            1,
            "Thông tư 04/2022/TT-BTTTT: kỳ tháng, quý, 6 tháng, năm; ngày đầu và ngày cuối kỳ là suy luận",
            "https://vanbanphapluat.co/thong-tu-04-2022-tt-btttt-che-do-bao-cao-thong-ke-nganh-thong-tin-va-truyen-thong",
            "inferred",
        ),
    )
}

CIVIL = CALENDARS["calendar"]


_OWN_CUTOFF = re.compile(r"opens-on-(\d{1,2})", re.ASCII)
_LAST_OPENING_DAY = 28  # the last day that every month has


def find_calendar(code: str) -> Calendar:
    """The calendar of a code: one of `CALENDARS`, or "opens-on-21" for a regime that cuts its months off on the 20th.

    Raises PeriodError: `unknown_calendar`; `bad_opening_day` for a day beyond the 28th.
    """
    if code in CALENDARS:
        return CALENDARS[code]
    own = _OWN_CUTOFF.fullmatch(code)
    if own is None:
        raise PeriodError("unknown_calendar", calendar=code, known=", ".join(CALENDARS))
    return _own_cutoff(code, int(own[1]))


def _own_cutoff(code: str, day: int) -> Calendar:
    if not 1 < day <= _LAST_OPENING_DAY:
        raise PeriodError("bad_opening_day", calendar=code, day=day)
    name = f"tháng báo cáo mở từ ngày {day} tháng trước"
    return Calendar(
        code, name, f"months open on day {day} of the month before", day, "quy định của cơ quan yêu cầu báo cáo"
    )
