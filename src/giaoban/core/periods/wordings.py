"""From the words of a report to the period they mean: "9 tháng đầu năm 2022", "lũy kế đến hết tháng 5/2022"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from giaoban.core.errors import PeriodError
from giaoban.core.periods.model import (
    Period,
    cumulative,
    day,
    half,
    month,
    quarter,
    run_of_months,
    span,
    week,
    year,
)
from giaoban.core.periods.moves import previous, same_period_last_year

_WORDS = {
    word: number
    for number, words in {
        1: "một giêng",
        2: "hai",
        3: "ba",
        4: "bốn tư",
        5: "năm",
        6: "sáu",
        7: "bảy bẩy",
        8: "tám",
        9: "chín",
        10: "mười",
        11: "mười_một",
        12: "mười_hai chạp",
    }.items()
    for word in words.replace("_", "\N{NO-BREAK SPACE}").split(" ")
}
_COUNT = r"(?:[0-9]{1,2}|" + "|".join(sorted((w.replace("\xa0", " ") for w in _WORDS), key=len, reverse=True)) + ")"
_YEAR = r"(?:[12][0-9]{3}|nay|trước|ngoái)"
# What may follow a month or quarter: "/2022", " năm 2022", "-2022", " của năm 2022", or nothing.
_TAIL = rf"(?:\s*(?:[/.-]|,?\s*(?:của\s+)?năm(?=\s)|\s)\s*(?P<year>{_YEAR}))?"
_DATE = (
    r"(?:ngày\s+)?(?P<{0}d>[0-9]{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<{0}m>[0-9]{{1,2}})"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<{0}y>[12][0-9]{{3}}))?"
)
_FROM, _TO = _DATE.format("a"), _DATE.format("b")
_UNTIL = r"(?:cho\s+)?(?:đến|tới|-|–)\s*(?:hết\s+|cuối\s+)?"
_LEAD = re.compile(r"^(?:(?:trong|của|tính\s+trong|riêng|thực\s+hiện|qua|sau)\s+)+")

Maker = Callable[[re.Match[str], int | None, str], Period]


def parse_period(text: str, *, within: int | None = None, calendar: str = "calendar") -> Period:
    """The period that a Vietnamese wording names.

    `within` is the year to take where the words leave it out ("9 tháng"), and the one that "năm nay" means.
    Dates and weeks keep their own days; all else takes the days of `calendar`.
    Raises PeriodError: `not_a_period` for other words, `period_without_year`, `no_such_period` for a month 13,
    `no_such_day` for 30/2.

    >>> parse_period("lũy kế bốn tháng đầu năm 2022").code
    '2022-C04'
    """
    words = _LEAD.sub("", _plain(text))
    for form, make in _FORMS:
        found = form.fullmatch(words)
        if found:
            return make(found, within, calendar)
    raise PeriodError("not_a_period", text=text)


def parse_as_of(text: str, *, within: int | None = None) -> date:
    """The day up to which a stock is counted: "tính đến hết tháng 4/2022", "đến ngày 26/5/2022", "cuối năm 2021".

    Raises PeriodError as `parse_period` does.
    """
    words = re.sub(rf"^(?:(?:tính|lũy kế|số liệu|cộng dồn)\s+)*(?:{_UNTIL}|(?:cuối|hết)\s+|vào\s+)*", "", _plain(text))
    return parse_period(words, within=within).end


def base_period(text: str, of: Period) -> Period:
    """The period a comparison is made with, seen from `of`: "cùng kỳ", "cùng kỳ năm 2021", "tháng trước", "quý II".

    A bare year ("so với năm 2021") stands for the same period of that year when `of` is shorter than a year.
    Raises PeriodError as `parse_period` does.
    """
    words = re.sub(r"^(?:so\s+)?(?:với\s+)?(?:(?:mức|số liệu|kết quả)\s+)?(?:của\s+)?", "", _plain(text))
    if re.fullmatch(r"cùng kỳ(?: (?:của )?năm (?:trước|ngoái))?|năm (?:trước|ngoái)", words):
        return same_period_last_year(of)
    if re.fullmatch(r"(?:tháng|quý|tuần|kỳ|năm|ngày|hôm) (?:liền |ngay )?(?:trước|qua)(?: đó)?(?: liền kề)?", words):
        return previous(of)
    same_year = re.fullmatch(r"(?:cùng kỳ )?(?:của )?(?:năm )?(?P<year>[12][0-9]{3})", words)
    if same_year:
        return _same_in(of, int(same_year["year"]))
    return _latest_before(words, of)


def _latest_before(words: str, of: Period) -> Period:
    """A period named without its year is the latest one before: in March 2022, "tháng 12" is that of 2021."""
    named = parse_period(words, within=of.year)
    return named if named < of else same_period_last_year(named) if not re.search("[12][0-9]{3}", words) else named


def _same_in(of: Period, wanted: int) -> Period:
    while of.year > wanted:
        of = same_period_last_year(of)
    if of.year != wanted:
        raise PeriodError("base_not_earlier", base=wanted, period=of.label)
    return of


def _plain(text: str) -> str:
    """Lower case, single blanks, one spelling: "Luỹ kế  Quí 3" becomes "lũy kế quý 3"."""
    words = unicodedata.normalize("NFC", text).casefold()
    words = words.replace("luỹ", "lũy").replace("quí", "quý").replace("cùng kì", "cùng kỳ")
    return " ".join(words.split()).strip(" .,;:()")


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word.replace(" ", "\xa0")]


def _year_of(found: re.Match[str], within: int | None, name: str = "year") -> int:
    said = found.groupdict().get(name)
    if said and said.isdecimal():
        return int(said)
    if within is None:
        raise PeriodError("period_without_year", text=found[0])
    return within - 1 if said in {"trước", "ngoái"} else within


def _day_of(found: re.Match[str], side: str, within: int | None) -> date:
    of = int(found[f"{side}y"]) if found[f"{side}y"] else within
    if of is None:
        raise PeriodError("period_without_year", text=found[0])
    try:
        return date(of, int(found[f"{side}m"]), int(found[f"{side}d"]))
    except ValueError:
        raise PeriodError("no_such_day", text=found[0]) from None


def _one_day(found: re.Match[str], within: int | None, _calendar: str) -> Period:
    return day(_day_of(found, "a", within))


def _from_to(found: re.Match[str], within: int | None, _calendar: str) -> Period:
    end = _day_of(found, "b", within)
    return span(_day_of(found, "a", end.year), end)


def _year_start_to_day(found: re.Match[str], within: int | None, _calendar: str) -> Period:
    said = int(found["year"]) if (found["year"] or "").isdecimal() else within
    end = _day_of(found, "b", said)
    return span(date(said or end.year, 1, 1), end)


def _to_month(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return cumulative(_year_of(found, _opening_year(found, within)), _number(found["n"]), calendar)


def _to_quarter(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return cumulative(_year_of(found, _opening_year(found, within)), _quarter_number(found["q"]) * 3, calendar)


def _opening_year(found: re.Match[str], within: int | None) -> int | None:
    """The year said at the opening, "từ đầu năm 2022 đến hết tháng 5"."""
    said = found["opening"]
    return int(said) if said and said.isdecimal() else within


def _one_month(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return month(_year_of(found, within), _number(found["n"]), calendar)


def _months_from_to(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return run_of_months(_year_of(found, within), _number(found["n"]), _number(found["last"]), calendar)


def _quarter_number(word: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4, "đầu": 1, "cuối": 4}.get(word) or _number(word)


def _one_quarter(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return quarter(_year_of(found, within), _quarter_number(found["q"]), calendar)


def _some_months(found: re.Match[str], within: int | None, calendar: str) -> Period:
    of, count = _year_of(found, within), _number(found["n"])
    if found["end"] == "cuối":
        return run_of_months(of, 13 - count, 12, calendar)
    return cumulative(of, count, calendar)


def _one_half(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return half(_year_of(found, within), 2 if found["end"] in {"cuối", "sau", "2"} else 1, calendar)


def _one_week(found: re.Match[str], within: int | None, _calendar: str) -> Period:
    return week(_year_of(found, within), int(found["n"]))


def _one_year(found: re.Match[str], within: int | None, calendar: str) -> Period:
    return year(_year_of(found, within), calendar)


def _years(found: re.Match[str], _within: int | None, _calendar: str) -> Period:
    return span(date(int(found["year"]), 1, 1), date(int(found["last"]), 12, 31))


_QUARTER = rf"(?P<q>i{{1,3}}|iv|{_COUNT}|đầu|cuối)"
_SINCE = (
    rf"(?:(?:(?:lũy kế|cộng dồn)\s+)?(?:từ\s+)?đầu\s+năm(?:\s+(?P<opening>{_YEAR}))?|lũy kế|cộng dồn)"
    rf"\s+(?:tính\s+)?{_UNTIL}"
)
_SUM = r"(?:(?:lũy kế|cộng dồn|tính chung|chung)\s+)?"

_FORMS: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(form), make)
    for form, make in (
        (_FROM, _one_day),
        (rf"(?:tuần\s+)?từ\s+{_FROM}\s+{_UNTIL}{_TO}", _from_to),
        (rf"{_FROM}\s*{_UNTIL}{_TO}", _from_to),
        (rf"(?:lũy kế\s+)?(?:từ\s+)?đầu\s+năm(?:\s+(?P<year>{_YEAR}))?\s+{_UNTIL}{_TO}", _year_start_to_day),
        (rf"{_SINCE}(?:tháng|t)\s*(?P<n>{_COUNT}){_TAIL}", _to_month),
        (rf"{_SINCE}quý\s*{_QUARTER}{_TAIL}", _to_quarter),
        (rf"(?:tháng|t)\s*(?P<n>{_COUNT}){_TAIL}", _one_month),
        (r"(?P<n>[0-9]{1,2})\s*[/-]\s*(?P<year>[12][0-9]{3})", _one_month),
        (
            rf"(?:từ\s+)?tháng\s+(?P<n>{_COUNT})\s*(?:,|và|{_UNTIL})\s*(?:tháng\s+)?(?P<last>{_COUNT}){_TAIL}",
            _months_from_to,
        ),
        (rf"(?:quý\s*|q){_QUARTER}{_TAIL}", _one_quarter),
        (rf"{_SUM}(?P<n>{_COUNT})\s*(?:tháng|t)(?:\s+(?P<end>đầu|cuối|qua))?{_TAIL}(?:\s+năm)?", _some_months),
        (r"(?P<n>[0-9]{1,2})(?:t|m)(?P<end>)(?P<year>[12][0-9]{3})", _some_months),
        (rf"{_SUM}(?:nửa|bán niên|h)\s*(?:(?P<end>đầu|cuối|sau|1|2)(?:\s+năm)?)?{_TAIL}", _one_half),
        (rf"tuần\s+(?:thứ\s+)?(?P<n>[0-9]{{1,2}}){_TAIL}", _one_week),
        (rf"(?:(?:cả|trọn|lũy kế)\s+)?năm\s+(?P<year>{_YEAR})|cả\s+năm", _one_year),
        (r"(?P<year>[12][0-9]{3})", _one_year),
        (r"(?:giai\s+đoạn\s+)?(?P<year>[12][0-9]{3})\s*[-–]\s*(?P<last>[12][0-9]{3})", _years),
    )
)
