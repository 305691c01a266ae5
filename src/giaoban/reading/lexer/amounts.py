"""Numbers with what they count: "6 tỷ 973 triệu đô-la Mỹ", "26/63 tỉnh, thành phố", "10 - 20%", "0,1 tạ/ha"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from giaoban.core.figures import DIGIT_WORDS, number_in_words, readings_of, take_number
from giaoban.core.units import ALIASES, SCALES, UNITS

from .nouns import COUNTED, DURATIONS, NOT_COUNTED, STOP_WORDS

_WHOLES = frozenset({"số", "dân", "tổng", "diện", "chặng", "quãng", "thời", "lượng", "trong", "của"})
_TOKEN = re.compile(r"[^\W\d]\w*|\d+|[^\w\s]")


def _unit_table() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for alias, code in ALIASES.items():
        words = tuple(_TOKEN.findall(alias)) if alias not in ("m2", "m3", "km2", "m²", "km²", "m³") else (alias,)
        rows.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in rows.items()}


UNIT_WORDS = _unit_table()


@dataclass(slots=True)
class Quantity:
    """A number with its unit, as it stands in a sentence; `unit` is a code, "" where none is said.

    `kind` is a unit kind, or "bare" for a number alone. `known` tells a noun of the lexicon from a guessed one.
    """

    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    kind: str = "bare"
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    readings: tuple[Decimal, ...] = ()
    known: bool = True
    scaled: bool = False
    scale: Decimal = Decimal(1)
    sign: str = ""
    hedge: str = ""
    digits: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.kind == "percent"


Words = Sequence[str]


def take_amount(words: Words, starts: Sequence[int], ends: Sequence[int], index: int) -> tuple[Quantity, int] | None:
    """Read the amount whose digits are the word at `index`; the index after its unit, or None where it is no amount."""
    word = words[index]
    if "/" in word:
        return _fraction(words, starts, ends, index)
    if ":" in word:
        return None
    values, after = take_number(words, index)
    if not values:
        return None
    low = None
    second = _second(words, starts, ends, after)
    if second:
        low, (values, after) = values[0], second
    scale = values[0] / _plain_value(words, index if low is None else _last_number(words, index, after))
    made = Quantity(starts[index], ends[after - 1], values[0], readings=values if len(values) > 1 else (), digits=word)
    made.scaled, made.scale = scale != 1, scale
    if low is not None:
        made.value, made.low, made.high, made.readings = (
            None,
            low * (scale if low < values[0] / scale * 10 else 1),
            values[0],
            (),
        )
        if not made.low < made.high:
            return None
    return _with_unit(made, words, starts, ends, after)


def _plain_value(words: Words, index: int) -> Decimal:
    return readings_of(words[index])[0] or Decimal(1)


def _last_number(words: Words, index: int, after: int) -> int:
    return max(i for i in range(index, after) if words[i][0].isdecimal())


def _second(
    words: Words, starts: Sequence[int], ends: Sequence[int], index: int
) -> tuple[tuple[Decimal, ...], int] | None:
    """The upper end of a range: "- 20", "đến 5"."""
    if index + 1 >= len(words) or not words[index + 1][0].isdecimal() or "/" in words[index + 1]:
        return None
    if words[index] not in ("-", "đến", "tới", "~"):
        return None
    values, after = take_number(words, index + 1)
    return (values, after) if values else None


def _fraction(words: Words, starts: Sequence[int], ends: Sequence[int], index: int) -> tuple[Quantity, int] | None:
    parts = words[index].split("/")
    if len(parts) != 2:
        return None
    above, below = readings_of(parts[0]), readings_of(parts[1])
    if not above or not below or not below[0]:
        return None
    if below[0] <= 10 and index + 1 < len(words) and words[index + 1] in _WHOLES:
        return None  # "3/4 số huyện" is a manner of speaking
    made = Quantity(starts[index], ends[index], above[0], digits=words[index])
    made.numerator, made.denominator = above[0], below[0]
    return _with_unit(made, words, starts, ends, index + 1)


def take_words_amount(
    words: Words, starts: Sequence[int], ends: Sequence[int], index: int
) -> tuple[Quantity, int] | None:
    """Read a number written out, of two words at least, before a unit: "ba triệu thuê bao", "hai mươi dự án"."""
    end = index
    while end < len(words) and end - index < 12 and (words[end] in DIGIT_WORDS or words[end] in _NUMBER_WORDS):
        end += 1
    if end - index < 2 or (words[end - 1] == "năm" and words[end - 2] in SCALES):
        return None
    value = number_in_words(list(words[index:end]))
    if value is None or value < 10:
        return None
    made = Quantity(starts[index], ends[end - 1], value, scaled=words[end - 1] in SCALES)
    found = _with_unit(made, words, starts, ends, end)
    return found if found and found[0].kind != "bare" and found[0].known else None


def take_half(words: Words, starts: Sequence[int], ends: Sequence[int], index: int) -> tuple[Quantity, int] | None:
    """Read "nửa triệu lượt", "nửa tỷ đồng": half of a scale with a unit."""
    if index + 2 >= len(words) or words[index + 1] not in SCALES or SCALES[words[index + 1]] < _THOUSAND:
        return None
    scale, after = Decimal(1), index + 1
    while after < len(words) and words[after] in SCALES:
        scale, after = scale * SCALES[words[after]], after + 1
    made = Quantity(starts[index], ends[after - 1], scale / 2, scaled=True, scale=scale)
    found = _with_unit(made, words, starts, ends, after)
    return found if found and found[0].kind != "bare" and found[0].known else None


_THOUSAND = 1000
_NUMBER_WORDS = frozenset({*SCALES, "linh", "lẻ", "rưỡi"}) - {"k", "tr", "ng", "vạn"}


def _with_unit(
    made: Quantity, words: Words, starts: Sequence[int], ends: Sequence[int], index: int
) -> tuple[Quantity, int] | None:
    """Add the unit that follows; None where letters stick to the digits and are no unit ("2G", "5656A")."""
    if index >= len(words):
        return made, index
    attached = starts[index] == made.end
    unit = _closed_unit(words, index)
    if unit and unit[0] == "lần" and words[unit[1] : unit[1] + 1] == ["chuyến"]:
        unit = None
    if unit and not (attached and unit[0] in ("m", "g") and words[index] == "g"):
        code, after = unit
        made.unit, made.kind, made.end = code, UNITS[code].kind, ends[after - 1]
        if code == "permille":
            made.unit, made.value = "percent", made.value / 10 if made.value is not None else None
        return _per_another(made, words, starts, ends, after)
    if attached and words[index][0].isalpha():
        return None
    return _with_noun(made, words, starts, ends, index)


def _closed_unit(words: Words, index: int) -> tuple[str, int] | None:
    for names, code in UNIT_WORDS.get(words[index], ()):
        after = index + len(names)
        if tuple(words[index:after]) == names:
            return code, after
    return None


def _per_another(
    made: Quantity, words: Words, starts: Sequence[int], ends: Sequence[int], index: int
) -> tuple[Quantity, int]:
    """ "tạ/ha", "đồng/người/tháng", "thuê bao/100 dân": the unit goes on after a slash."""
    while index + 1 < len(words) and words[index] == "/" and starts[index] == made.end:
        if made.kind in ("percent", "percentage_points"):  # "7,5%/năm" is a percentage still
            return _per_time(made, words, ends, index)
        noun = index + 1
        if words[noun][0].isdecimal() and noun + 1 < len(words):
            noun += 1
        if not words[noun][0].isalpha():
            break
        taken = _longest(COUNTED, words, noun) or 1
        below = " ".join(words[index + 1 : noun + taken])
        made.unit, made.kind = f"{made.unit}/{below}", "rate"
        index = noun + taken
        made.end = ends[index - 1]
    return made, index


def _per_time(made: Quantity, words: Words, ends: Sequence[int], index: int) -> tuple[Quantity, int]:
    if words[index + 1] not in DURATIONS:
        return made, index
    made.end = ends[index + 1]
    return made, index + 2


def _with_noun(
    made: Quantity, words: Words, starts: Sequence[int], ends: Sequence[int], index: int
) -> tuple[Quantity, int] | None:
    refused = _longest(NOT_COUNTED, words, index)
    taken = _longest(COUNTED, words, index)
    uncounted = refused >= taken and refused > 0 and not made.scaled and made.denominator is None
    if uncounted and (words[index] not in DURATIONS or made.digits.isdecimal()):
        return None
    if not taken and words[index][0].isalpha() and words[index] not in STOP_WORDS:
        made.known, taken = False, 1
    if taken:
        made.unit, made.kind = " ".join(words[index : index + taken]).replace(" ,", ","), "count"
        made.end = ends[index + taken - 1]
        return _per_another(made, words, starts, ends, index + taken)
    return made, index


def counted_noun(words: Words) -> str:
    """The first counted noun among some words, "" where none is."""
    for index in range(len(words)):
        taken = _longest(COUNTED, words, index)
        if taken and words[index] not in _TOO_GENERAL:
            return " ".join(words[index : index + taken]).replace(" ,", ",")
    return ""


_TOO_GENERAL = frozenset(
    {
        "bộ",
        "ngành",
        "nước",
        "điểm",
        "bản",
        "khu",
        "nhóm",
        "báo",
        "giải",
        "cơ",
        "tổ",
        "hội",
        "mã",
        "băng",
        "thẻ",
        "dịch vụ",
        "giải pháp",
    }
)


def _longest(table: dict[str, tuple[tuple[str, ...], ...]], words: Words, index: int) -> int:
    """How many words of the longest phrase of a table begin at `index`."""
    for phrase in table.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0
