"""Units as Vietnamese offices write them: money, shares, points, measures, counted nouns, and one per another.

A unit has a `code` that a stored figure carries ("VND", "percent", "tấn", "thuê bao/100 dân") and a `name` as typed,
which may hold a scale word: "tỷ đồng" has the code "VND" and the scale 10^9. Any other noun is its own unit.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from .errors import UnitError
from .rounding import divide, multiply

Kind = Literal["money", "percent", "percentage_points", "times", "measure", "count", "rate"]

SCALES: dict[str, Decimal] = {
    "chục": Decimal(10),
    "mươi": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "ng": Decimal(1000),
    "k": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(10**6),
    "tr": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}
"""Scale words."""

SHORT_SCALES = frozenset({"tr", "k", "ng"})
"""Scale words only before money, as in "5 tr đồng"; alone they may be anything."""


@dataclass(frozen=True)
class Unit:
    """A unit: `factor` turns a number of it into `base` units, `scale` into units of its own code.

    "tỷ đồng" has factor and scale 10^9; "nghìn tấn" has scale 1000 (of "tấn") and factor 10^6 (of "kg").
    """

    code: str
    kind: Kind
    name: str
    factor: Decimal
    base: str
    scale: Decimal = Decimal(1)


def _unit(code: str, kind: Kind, factor: str = "1", base: str | None = None) -> Unit:
    return Unit(code, kind, code, Decimal(factor), base or code)


UNITS: dict[str, Unit] = {
    unit.code: unit
    for unit in (
        _unit("VND", "money"),
        _unit("USD", "money"),
        _unit("EUR", "money"),
        _unit("JPY", "money"),
        _unit("CNY", "money"),
        _unit("percent", "percent"),
        _unit("permille", "percent", "0.1", "percent"),
        _unit("percentage_points", "percentage_points"),
        _unit("lần", "times"),
        _unit("g", "measure", "0.001", "kg"),
        _unit("kg", "measure"),
        _unit("yến", "measure", "10", "kg"),
        _unit("tạ", "measure", "100", "kg"),
        _unit("tấn", "measure", "1000", "kg"),
        _unit("mm", "measure", "0.001", "m"),
        _unit("cm", "measure", "0.01", "m"),
        _unit("m", "measure"),
        _unit("km", "measure", "1000", "m"),
        _unit("m2", "measure"),
        _unit("ha", "measure", "10000", "m2"),
        _unit("km2", "measure", "1000000", "m2"),
        _unit("lít", "measure"),
        _unit("m3", "measure", "1000", "lít"),
        _unit("kWh", "measure"),
        _unit("MWh", "measure", "1000", "kWh"),
        _unit("GWh", "measure", "1000000", "kWh"),
        _unit("kW", "measure"),
        _unit("MW", "measure", "1000", "kW"),
        _unit("Mbps", "measure"),
        _unit("Gbps", "measure", "1000", "Mbps"),
        _unit("Tbps", "measure", "1000000", "Mbps"),
        _unit("MB", "measure"),
        _unit("GB", "measure", "1000", "MB"),
        _unit("TB", "measure", "1000000", "MB"),
        _unit("PB", "measure", "1000000000", "MB"),
        _unit("MHz", "measure"),
        _unit("GHz", "measure", "1000", "MHz"),
    )
}
"""The closed units, by code. Decimal thousands of bytes, as operators report them."""

ALIASES: dict[str, str] = {
    "đồng": "VND",
    "đ": "VND",
    "vnd": "VND",
    "vnđ": "VND",
    "đồng việt nam": "VND",
    "usd": "USD",
    "$": "USD",
    "us$": "USD",
    "đô la mỹ": "USD",
    "đô-la mỹ": "USD",
    "đôla mỹ": "USD",
    "đô la": "USD",
    "đô-la": "USD",
    "đôla": "USD",
    "đô": "USD",
    "mỹ kim": "USD",
    "eur": "EUR",
    "euro": "EUR",
    "€": "EUR",
    "yên": "JPY",
    "yên nhật": "JPY",
    "jpy": "JPY",
    "nhân dân tệ": "CNY",
    "ndt": "CNY",
    "%": "percent",
    "phần trăm": "percent",
    "percent": "percent",
    "‰": "permille",
    "phần nghìn": "permille",
    "phần ngàn": "permille",
    "điểm phần trăm": "percentage_points",
    "điểm %": "percentage_points",
    "điểm%": "percentage_points",
    "đpt": "percentage_points",
    "percentage_points": "percentage_points",
    "lần": "lần",
    "gram": "g",
    "gam": "g",
    "kilôgam": "kg",
    "kg": "kg",
    "tấn": "tấn",
    "tạ": "tạ",
    "yến": "yến",
    "héc ta": "ha",
    "hécta": "ha",
    "hec ta": "ha",
    "hecta": "ha",
    "héc-ta": "ha",
    "ha": "ha",
    "mét": "m",
    "m": "m",
    "km": "km",
    "cây số": "km",
    "ki lô mét": "km",
    "mm": "mm",
    "cm": "cm",
    "m2": "m2",
    "m²": "m2",
    "mét vuông": "m2",
    "km2": "km2",
    "km²": "km2",
    "m3": "m3",
    "m³": "m3",
    "mét khối": "m3",
    "lít": "lít",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "kw": "kW",
    "mw": "MW",
    "mbps": "Mbps",
    "mb/s": "Mbps",
    "mbit/s": "Mbps",
    "gbps": "Gbps",
    "gb/s": "Gbps",
    "tbps": "Tbps",
    "mb": "MB",
    "gb": "GB",
    "tb": "TB",
    "pb": "PB",
    "mhz": "MHz",
    "ghz": "GHz",
}
"""How offices write the closed units, in lower case, to their codes."""

MONEY_WORDS = frozenset(name.split()[0] for name, code in ALIASES.items() if UNITS[code].kind == "money")
"""First words of the names of money."""


@lru_cache(maxsize=4096)
def find_unit(text: str) -> Unit:
    """Read a unit as a form or table head writes it: "tỷ đồng", "triệu bưu gửi", "thuê bao/100 dân", "%".

    Raises UnitError `unit_missing` for an empty text; any other noun is a counted noun.

    >>> find_unit("tỷ đồng").factor
    Decimal('1000000000')
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise UnitError("unit_missing", typed=text)
    whole = _closed(name, name)
    if whole:
        return whole
    if "/" in name:
        return _rate(name)
    scale, rest = _take_scales(name.lower().split())
    if not rest:
        return Unit("", "count", name, scale, "", scale)
    base = " ".join(rest)
    known = _closed(base, name)
    if known:
        return Unit(known.code, known.kind, name, known.factor * scale, known.base, scale)
    return Unit(base, "count", name, scale, base, scale)


def convert(value: Decimal, source: Unit, target: Unit) -> Decimal:
    """Turn a value of one unit into another of the same base.

    Raises UnitError `units_do_not_mix` where the bases differ: đồng and USD have no fixed rate, a share is no count.
    """
    if source.base != target.base:
        raise UnitError("units_do_not_mix", source=source.name, target=target.name)
    # The factors first: their ratio is a power of ten nearly always, and then no digit of the value is lost.
    return multiply(value, divide(source.factor, target.factor))


def _closed(text: str, name: str) -> Unit | None:
    code = ALIASES.get(text.lower()) or (text if text in UNITS else None)
    if code is None:
        return None
    unit = UNITS[code]
    return Unit(code, unit.kind, name, unit.factor, unit.base)


def _take_scales(words: list[str]) -> tuple[Decimal, list[str]]:
    scale = Decimal(1)
    while words and words[0] in SCALES and (len(words) > 1 or words[0] not in SHORT_SCALES):
        scale *= SCALES[words[0]]
        words = words[1:]
    return scale, words


def _rate(name: str) -> Unit:
    """One unit per another: "đồng/người", "triệu đồng/người/tháng", "thuê bao/100 dân"."""
    top, _, below = name.partition("/")
    upper = find_unit(top.strip()) if top.strip() else Unit("", "count", "", Decimal(1), "")
    digits, _, noun = below.strip().partition(" ")
    per = Decimal(digits.replace(".", "")) if digits.replace(".", "").isdecimal() and noun else Decimal(1)
    noun = (noun if per != 1 else below).strip().lower()
    noun = ALIASES.get(noun, noun)  # "người/km²" is "người/km2"
    code = f"{upper.code}/{digits} {noun}" if per != 1 else f"{upper.code}/{noun}"
    return Unit(code, "rate", name, upper.factor / per, f"{upper.base}/{noun}", upper.scale)
