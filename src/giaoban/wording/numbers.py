"""How figures, dates and periods are printed, in Vietnamese and in English: the one place that does it.

A figure is printed exactly unless places are asked for; then it is rounded half up. A scale word (nghìn, triệu, tỷ)
is only used where it leaves at most two decimals: three after a comma could be read as thousands ("1,321 triệu").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from giaoban.core.periods import Kind, Period, short_date
from giaoban.core.printing import print_number
from giaoban.core.rounding import divide, multiply, round_half_up
from giaoban.core.units import Unit, find_unit

Language = Literal["vi", "en"]

NOT_REPORTED: dict[Language, str] = {"vi": "chưa có số liệu", "en": "not reported"}
EMPTY_CELL = "…"
"""What a table prints for a figure that is not reported, as statistical yearbooks do; never 0."""

_BILLION, _MILLION = Decimal(10**9), Decimal(10**6)
_SCALES: tuple[tuple[Decimal, dict[Language, str]], ...] = (
    (_BILLION, {"vi": "tỷ", "en": "billion"}),
    (_MILLION, {"vi": "triệu", "en": "million"}),
    (Decimal(1), {"vi": "", "en": ""}),
)
_SCALED_KINDS = frozenset({"money", "count"})
_NAMES: dict[str, dict[Language, str]] = {
    "VND": {"vi": "đồng", "en": "VND"},
    "percent": {"vi": "%", "en": "%"},
    "permille": {"vi": "‰", "en": "‰"},
    "percentage_points": {"vi": "điểm phần trăm", "en": "percentage points"},
    "lần": {"vi": "lần", "en": "times"},
}
_MOST_DECIMALS = 2
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def format_number(value: Decimal | None, places: int | None = None, *, language: Language = "vi") -> str:
    """A number with the marks of the language; `places` rounds half up, None prints it exactly. None: not reported.

    >>> format_number(Decimal("1234567.80"))
    '1.234.567,8'
    """
    if value is None:
        return NOT_REPORTED[language]
    return print_number(value, places, language=language)


def format_cell(value: Decimal | None, places: int | None = None, *, language: Language = "vi") -> str:
    """A number in a table; "…" where it is not reported."""
    return EMPTY_CELL if value is None else format_number(value, places, language=language)


def format_amount(
    value: Decimal | None, unit: str | Unit, places: int | None = None, *, language: Language = "vi"
) -> str:
    """A figure with its unit: "27.477 tỷ đồng", "41,46 triệu tin nhắn", "82,14%", "26.000 đồng/người".

    `value` is in the unit's own code: đồng for "VND" and for "tỷ đồng" alike. A unit with a scale word ("tỷ đồng") is
    printed in that scale, one without in the largest scale that suits; where neither can print the value exactly in
    two decimals, a smaller scale is taken. With `places` the value is rounded in the scale and no smaller one is
    taken.
    """
    if value is None:
        return NOT_REPORTED[language]
    found = _unit(unit)
    if found.kind not in _SCALED_KINDS:
        number = divide(value, found.scale) if found.scale != 1 else value
        return _join(_number(number, places, language), _unscaled_name(found, language))
    scale, word = next(_fitting(value, found, places, language))
    number = divide(value, scale) if scale != 1 else value
    return _join(_number(number, places, language), word, _bare_name(found, language))


def format_percent(value: Decimal | None, places: int = 2, *, language: Language = "vi") -> str:
    """A percentage as offices print it, zeros at the end left out: "5,48%", "20%".

    A figure that would round to 0 keeps its first digit ("0,004%"), so that a rise never reads as none.
    """
    return NOT_REPORTED[language] if value is None else short_number(value, places, language=language) + "%"


def format_points(value: Decimal | None, places: int = 2, *, language: Language = "vi") -> str:
    """Percentage points: "0,24 điểm phần trăm"."""
    if value is None:
        return NOT_REPORTED[language]
    return _join(short_number(value, places, language=language), _NAMES["percentage_points"][language])


def short_number(value: Decimal, places: int, *, language: Language = "vi") -> str:
    """At most `places` decimals, no zeros at the end; more where all of them would be 0."""
    return _number(_shortened(value, places), None, language)


def printed_value(value: Decimal, unit: str | Unit, places: int | None = None) -> Decimal:
    """The value that `format_amount` prints: the value itself unless `places` round it."""
    if places is None:
        return value
    found = _unit(unit)
    scale = next(_fitting(value, found, places, "vi"))[0] if found.kind in _SCALED_KINDS else found.scale
    return multiply(_shortened(divide(value, scale), places), scale)


def format_range(low: Decimal, high: Decimal, unit: str | Unit, *, language: Language = "vi") -> str:
    """A range: "10 - 20%", "5,5 - 6 tỷ đồng"; both ends in one scale."""
    found = _unit(unit)
    scales = _fitting(high, found, None, language) if found.kind in _SCALED_KINDS else iter([(found.scale, "")])
    scale, word = next(pair for pair in scales if pair[0] == 1 or _decimals(divide(low, pair[0])) <= _MOST_DECIMALS)
    name = _bare_name(found, language) if found.kind in _SCALED_KINDS else _unscaled_name(found, language)
    ends = " - ".join(_number(divide(end, scale), None, language) for end in (low, high))
    return _join(ends, word, name)


def format_ratio(numerator: Decimal, denominator: Decimal, noun: str = "", *, language: Language = "vi") -> str:
    """So many out of so many: "1.438/2.418 thôn"."""
    over, under = (format_number(part, language=language) for part in (numerator, denominator))
    return _join(f"{over}/{under}", noun)


def format_size(octets: int, *, language: Language = "vi") -> str:
    """The size of a file: "12,5 MB"."""
    for scale, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if octets >= scale:
            return f"{short_number(Decimal(octets) / scale, 1, language=language)} {name}"
    return f"{octets} byte"


def format_date(day: date, *, language: Language = "vi") -> str:
    """A date inside a sentence: "26/5/2022", "26 May 2022"."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return short_date(day)


def format_long_date(day: date, *, language: Language = "vi") -> str:
    """The date line of an official document: "ngày 05 tháng 02 năm 2022".

    Days below 10 and the months 1 and 2 take a leading zero. Source: Decree 30/2020/NĐ-CP, Annex I, II.4.
    """
    if language == "en":
        return format_date(day, language="en")
    shown_month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {shown_month} năm {day.year}"


def format_moment(moment: datetime, *, language: Language = "vi") -> str:
    """A moment, to the minute: "14:05 ngày 26/5/2022", "26 May 2022, 14:05"."""
    if language == "en":
        return f"{format_date(moment, language='en')}, {moment:%H:%M}"
    return f"{moment:%H:%M} ngày {format_date(moment)}"


def format_period(period: Period, *, language: Language = "vi") -> str:
    """A period inside a sentence: "tháng 4/2022", "April 2022"; "6 tháng đầu năm 2023", "the first half of 2023"."""
    return period.label if language == "vi" else _english_period(period)


def format_window(period: Period, *, language: Language = "vi") -> str:
    """The days a period covers: "từ 15/3/2022 đến 14/4/2022"."""
    ends = format_date(period.start, language=language), format_date(period.end, language=language)
    return "{} to {}".format(*ends) if language == "en" else "từ {} đến {}".format(*ends)


def name_base(base: Period, of: Period, *, language: Language = "vi") -> str:
    """The base of a comparison as an office names it: "cùng kỳ năm 2022" for the like period, else its own name."""
    like = base.kind == of.kind and base.number == of.number and of.year != base.year and of.kind is not Kind.SPAN
    if not like or of.kind is Kind.YEAR:
        return format_period(base, language=language)
    return f"cùng kỳ năm {base.year}" if language == "vi" else f"the same period of {base.year}"


def _fitting(value: Decimal, unit: Unit, places: int | None, language: Language) -> Iterator[tuple[Decimal, str]]:
    """The scales a value may be printed in, the wanted one first; 1 is always the last."""
    scaled = unit.scale != 1
    limit = unit.scale if scaled else abs(value)
    # "2.000 triệu thuê bao" reads as a slip of the pen: where billions print it as well, they do.
    if unit.scale == _MILLION and abs(value) >= _BILLION and _decimals(divide(value, _BILLION)) <= _MOST_DECIMALS:
        scaled, limit = False, abs(value)
    candidates = [(unit.scale, _scale_word(unit, language))] if scaled else []
    candidates += [(scale, words[language]) for scale, words in _SCALES if scale == 1 or scale <= limit]
    for scale, word in candidates:
        if places is not None or scale == 1 or _decimals(divide(value, scale)) <= _MOST_DECIMALS:
            yield scale, word


def _shortened(value: Decimal, places: int) -> Decimal:
    while value and not round_half_up(value, places):
        places += 1
    return round_half_up(value, places)


def _number(value: Decimal, places: int | None, language: Language) -> str:
    """Three decimals get a fourth: "12,345" could be read as thousands, "12,3450" cannot."""
    if places is not None:
        return short_number(value, places, language=language)
    return print_number(value, 4 if _decimals(value) == 3 and abs(value) >= 1 else None, language=language)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _unit(unit: str | Unit) -> Unit:
    """The unit of a name; a figure without one is a bare count."""
    if isinstance(unit, Unit):
        return unit
    return find_unit(unit) if unit.strip() else Unit("", "count", "", Decimal(1), "")


def _scale_word(unit: Unit, language: Language) -> str:
    """The scale words of a unit as it was named, "nghìn tỷ" of "nghìn tỷ đồng"; in English only the plain ones."""
    plain = {scale: words[language] for scale, words in _SCALES}
    if unit.scale in plain:
        return plain[unit.scale]
    bare = _bare_name(unit, "vi")
    return unit.name[: -len(bare)].strip() if bare and unit.name.endswith(bare) else unit.name


def _bare_name(unit: Unit, language: Language) -> str:
    return _NAMES[unit.code][language] if unit.code in _NAMES else unit.code


def _unscaled_name(unit: Unit, language: Language) -> str:
    return _NAMES[unit.code][language] if unit.code in _NAMES else unit.name or unit.code


def _join(number: str, *words: str) -> str:
    """A number and its words; the signs % and ‰ stand close to it."""
    rest = " ".join(word for word in words if word)
    return number + rest if rest in {"%", "‰"} else f"{number} {rest}".rstrip()


def _english_period(period: Period) -> str:
    match period.kind:
        case Kind.DAY:
            return format_date(period.start, language="en")
        case Kind.WEEK:
            return f"week {period.number} of {period.year}"
        case Kind.MONTH:
            return f"{_MONTHS[period.number - 1]} {period.year}"
        case Kind.QUARTER:
            return f"Q{period.number} {period.year}"
        case Kind.HALF:
            return f"the {'first' if period.number == 1 else 'second'} half of {period.year}"
        case Kind.YEAR:
            return str(period.year)
        case Kind.SPAN:
            return format_window(period, language="en")
        case _:
            return f"the first {period.number} months of {period.year}"
