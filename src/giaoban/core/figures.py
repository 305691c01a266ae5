"""Figures as Vietnamese offices write them, read exactly.

A dot groups thousands and a comma opens the decimals; English marks, which slip in, are read where one reading is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .errors import FigureError
from .units import MONEY_WORDS, SCALES, SHORT_SCALES, UNITS, Unit, find_unit

NOT_REPORTED = frozenset({"", "-", "–", "—", "…", "...", "....", "x", "n/a", "na"})
"""Cells that mean "not reported". Statistical tables print "-" and "…" so; neither is a zero."""

_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

NUMBER = r"\d+(?:[.,]\d+)*+"
"""A run of digits and marks; `readings_of` says what it can mean."""

HEDGES: frozenset[str] = frozenset(
    (
        *("ước", "khoảng", "gần", "hơn", "trên", "chừng", "độ", "cỡ", "tầm", "ngót", "quãng", "dưới", "non", "xấp xỉ"),
        *(
            "sấp xỉ",
            "ước tính",
            "ước đạt",
            "dự kiến",
            "khoảng chừng",
            "trên dưới",
            "ngót nghét",
            "suýt soát",
            "gần bằng",
        ),
    )
)
"""Words before a figure that say it is not exact."""

DIGIT_WORDS: dict[str, int] = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_TENS = {"mươi": 10, "chục": 10, "trăm": 100}
_FILLERS = frozenset({"linh", "lẻ"})
_HALF = "rưỡi"
_TOKEN = re.compile(rf"{NUMBER}|[^\W\d]\w*|\S")


@dataclass(frozen=True)
class Amount:
    """A figure with its unit, in base units (đồng, not tỷ đồng): one value, or `low` and `high` of a range.

    `readings` holds every value the print can mean where there are several; `value` is then the likeliest.
    `numerator` and `denominator` are set for "1.438/2.418"; `value` is then the numerator.
    """

    value: Decimal | None
    unit: Unit
    quote: str
    start: int = 0
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    readings: tuple[Decimal, ...] = ()
    hedge: str | None = None


def parse_figure(typed: str) -> Decimal | None:
    """Read one cell; a dot groups thousands, a comma opens the decimals.

    Returns the number exactly as typed, no unit applied; None for an empty cell,
    which means "not reported" and never 0.
    Raises FigureError: `two_readings` for "1,234", `not_a_figure` for other text.

    >>> parse_figure("1.234,5")
    Decimal('1234.5')
    """
    text = _plain(typed)
    if text.lower() in NOT_REPORTED:
        return None
    sign, digits = _take_sign(text)
    readings = readings_of(digits)
    if not readings:
        raise FigureError("not_a_figure", typed=typed)
    if _ONE_GROUP.fullmatch(digits) and "," in digits:
        raise FigureError("two_readings", typed=typed, readings=tuple(sign * value for value in readings))
    return sign * readings[0]


LONGEST = 30
"""Marks and digits of a number; what is longer is an account, a code or noise, not a figure. Source: none, ours."""


@lru_cache(maxsize=65536)
def readings_of(digits: str) -> tuple[Decimal, ...]:
    """Every value that printed digits can have, the likeliest first; empty where they are no number.

    >>> readings_of("1,321")
    (Decimal('1.321'), Decimal('1321'))
    """
    if len(digits) > LONGEST:
        return ()
    if digits.isdecimal():
        return (Decimal(digits),)
    if _VIETNAMESE.fullmatch(digits):
        value = Decimal(digits.replace(".", "").replace(",", "."))
        if not _ONE_GROUP.fullmatch(digits):
            return (value,)
        other = Decimal(digits.replace(",", "") if "," in digits else digits)
        return (value, other) if "," in digits else (value,)
    if _ENGLISH.fullmatch(digits):
        return (Decimal(digits.replace(",", "")),)
    if _SPACED.fullmatch(digits):
        return (Decimal(digits.replace(" ", "").replace(",", ".")),)
    return ()


def number_in_words(words: list[str]) -> Decimal | None:
    """Read a number written out: "hai mươi ba", "một trăm linh năm", "ba triệu rưỡi"; None for other words.

    >>> number_in_words(["hai", "mươi", "ba"])
    Decimal('23')
    """
    total = part = digit = Decimal(0)
    last_scale = Decimal(1)
    seen = False
    for word in words:
        if word == "mười":  # "mười lăm" is 15, and no digit
            part, digit, seen = part + 10, Decimal(0), True
        elif word in DIGIT_WORDS:
            digit, seen = Decimal(DIGIT_WORDS[word]), True
        elif word in _TENS:
            part += (digit or Decimal(1)) * _TENS[word]
            digit, seen, last_scale = Decimal(0), True, Decimal(_TENS[word])
        elif word in SCALES and seen:
            last_scale = SCALES[word]
            total += (part + digit or Decimal(1)) * last_scale
            part = digit = Decimal(0)
        elif word == _HALF and seen:
            total += last_scale / 2
        elif word not in _FILLERS or not seen:
            return None
    return total + part + digit if seen else None


def take_number(words: Sequence[str], index: int) -> tuple[tuple[Decimal, ...], int]:
    """Read the number that begins at a word, with its scale words: "6 tỷ 973 triệu", "1,3 triệu tỷ", "2 triệu rưỡi".

    Returns its readings, the likeliest first, and the index of the word after it; no reading where no number begins.
    """
    readings = readings_of(words[index])
    scale, after = _take_scale(words, index + 1)
    values = tuple(value * scale for value in readings)
    while scale > 1 and after + 1 < len(words) and words[after].isdecimal():
        smaller, further = _take_scale(words, after + 1)
        if not 1 < smaller < scale:
            break
        values = tuple(value + Decimal(words[after]) * smaller for value in values)
        scale, after = smaller, further
    if scale > 1 and after < len(words) and words[after] == _HALF:
        return tuple(value + scale / 2 for value in values), after + 1
    return values, after


def _take_scale(words: Sequence[str], index: int) -> tuple[Decimal, int]:
    scale = Decimal(1)
    while index < len(words) and words[index] in SCALES:
        if words[index] in SHORT_SCALES and not (index + 1 < len(words) and words[index + 1] in MONEY_WORDS):
            break
        scale *= SCALES[words[index]]
        index += 1
    return scale, index


def read_amount(text: str) -> Amount:
    """Read a whole figure phrase: "6 tỷ 973 triệu đô-la Mỹ", "gần 1.438/2.418 thôn", "10 - 20%".

    Raises FigureError `not_a_figure` where the text is not one figure.

    >>> read_amount("6 tỷ 973 triệu đô-la Mỹ").value
    Decimal('6973000000')
    """
    plain = _plain(text)
    hedge, phrase = _take_hedges(plain)
    start = len(plain) - len(phrase)
    tokens = [found.group() for found in _TOKEN.finditer(phrase.lower())]
    places = [found.start() for found in _TOKEN.finditer(phrase)] + [len(phrase)]
    negative = len(tokens) > 1 and tokens[0] in "+-"
    first, after = _number_or_words(tokens, int(negative))
    if not first:
        raise FigureError("not_a_figure", typed=text)
    if negative and tokens[0] == "-":
        first = tuple(-value for value in first)
    joint, second, after = _take_second(tokens, after)
    scale, unit = _scale_and_unit(phrase[places[after] :])
    return _amount(first, joint, second, scale, unit, Span(phrase, start, hedge))


class Span(NamedTuple):
    """Where a figure stood, and the hedge before it."""

    quote: str
    start: int
    hedge: str | None


def _amount(
    first: tuple[Decimal, ...], joint: str, second: tuple[Decimal, ...], scale: Decimal, unit: Unit, span: Span
) -> Amount:
    values = tuple(value * scale for value in first)
    quote, start, hedge = span
    if joint == "/":
        below = second[0] * scale
        return Amount(values[0], unit, quote, start, numerator=values[0], denominator=below, hedge=hedge)
    if second:
        return Amount(None, unit, quote, start, low=values[0], high=second[0] * scale, hedge=hedge)
    return Amount(values[0], unit, quote, start, readings=values if len(values) > 1 else (), hedge=hedge)


def _number_or_words(tokens: list[str], index: int) -> tuple[tuple[Decimal, ...], int]:
    if tokens and index < len(tokens) and tokens[index][0].isdecimal():
        return take_number(tokens, index)
    for end in range(len(tokens), index, -1):
        value = number_in_words(tokens[index:end])
        if value is not None:
            return (value,), end
    return (), index


def _take_second(tokens: list[str], index: int) -> tuple[str, tuple[Decimal, ...], int]:
    """The second number of a range or of x/y, with the mark between them; no number where there is none."""
    if index + 1 < len(tokens) and tokens[index] in ("-", "/", "đến", "tới") and tokens[index + 1][0].isdecimal():
        second, after = take_number(tokens, index + 1)
        return tokens[index], second, after
    return "", (), index


def _scale_and_unit(tail: str) -> tuple[Decimal, Unit]:
    """The scale word and plain unit after a number; no unit where nothing follows."""
    if not tail.strip():
        return Decimal(1), Unit("", "count", "", Decimal(1), "")
    unit = find_unit(tail)
    return unit.scale, UNITS.get(unit.code) or Unit(
        unit.code, unit.kind, unit.code, unit.factor / unit.scale, unit.base
    )


def _take_hedges(text: str) -> tuple[str | None, str]:
    words = text.split(" ")
    end = 0
    while end < len(words) - 1:
        if " ".join(words[end : end + 2]).lower() in HEDGES:
            end += 2
        elif words[end].lower() in HEDGES:
            end += 1
        else:
            break
    return (" ".join(words[:end]) or None), " ".join(words[end:])


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFC", typed).replace("−", "-").replace("–", "-").split())


def _take_sign(text: str) -> tuple[int, str]:
    if text.startswith("(") and text.endswith(")"):  # accountants' minus
        return -1, text[1:-1].strip()
    text = text.removesuffix("%").strip()
    if text[:1] in ("+", "-"):
        return (-1 if text[0] == "-" else 1), text[1:].strip()
    return 1, text
