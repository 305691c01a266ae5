"""What must hold between the keys of an indicator, and between indicators."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from giaoban.core.errors import UnitError
from giaoban.core.units import SCALES, find_unit
from giaoban.packs.faults import Fault
from giaoban.packs.folding import bare
from giaoban.packs.rows import PackFile, Row

# Not "tram": a "trạm" is a station. "ngan" is half of a bank.
_SCALES_BARE = frozenset({"ty", "ti", "trieu", "nghin"})
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_MADE_OF = ("numerator", "denominator", "weight")
_NEEDS = {"ratio_of_sums": ("numerator", "denominator"), "weighted_mean": ("weight",)}


def sector_faults(files: Iterable[PackFile]) -> Iterator[Fault]:
    """Sector codes that are ill formed or stand twice."""
    seen: dict[str, str] = {}
    for file in files:
        row = file.row("sector")
        code = row.content.get("code")
        if not isinstance(code, str):
            continue
        if not _CODE.fullmatch(code) or "." in code:
            yield row.fault("ill_formed_code", "code", value=code)
        if code in seen:
            yield row.fault("code_twice", "code", value=code, where=seen[code])
        seen.setdefault(code, file.name)


def indicator_faults(rows: Collection[Row], sector_of: Mapping[str, str], sources: Collection[str]) -> Iterator[Fault]:
    """Everything that is wrong with indicators whose keys have the right shape. `sector_of`: folder → sector code."""
    codes = {row.content["code"] for row in rows if isinstance(row.content.get("code"), str)}
    seen: dict[str, Row] = {}
    for row in rows:
        yield from _code_faults(row, sector_of.get(row.file.rpartition("/")[0], ""), seen)
        yield from _unit_faults(row)
        yield from _rule_faults(row)
        yield from _reference_faults(row, codes, sources)
        yield from _day_faults(row)
        yield from _target_faults(row)
    yield from _circle_faults(rows)


def _code_faults(row: Row, sector: str, seen: dict[str, Row]) -> Iterator[Fault]:
    code = row.content.get("code")
    if not isinstance(code, str):
        return
    if not _CODE.fullmatch(code) or "." not in code:
        yield row.fault("ill_formed_code", "code", value=code)
    elif sector and not code.startswith(f"{sector}."):
        yield row.fault("code_of_other_sector", "code", value=code, sector=sector)
    if code in seen:
        first = seen[code]
        yield row.fault("code_twice", "code", value=code, where=f"{first.file}:{first.fault('', 'code').line}")
    seen.setdefault(code, row)


def _unit_faults(row: Row) -> Iterator[Fault]:
    written = row.content.get("unit")
    if not isinstance(written, str) or not written:
        return
    try:
        unit = find_unit(written)
    except UnitError:
        unit = None
    if unit is None or _is_slip(unit.code):
        yield row.fault("unreadable_unit", "unit", value=written)
        return
    if unit.kind == "percent":
        for key in ("rollup", "over_time"):
            if row.content.get(key) == "sum":
                yield row.fault("share_summed", key, value=written)


def _is_slip(noun: str) -> bool:
    """Any noun can be counted, but a bare number or sign is none, nor is a word of money that lost its marks."""
    opening, _, _ = noun.partition(" ")
    lost = opening not in SCALES and bare(opening) in _SCALES_BARE and noun != opening
    return not any(letter.isalpha() for letter in noun) or lost or (noun != "đồng" and bare(noun) == "dong")


def _rule_faults(row: Row) -> Iterator[Fault]:
    rule = row.content.get("rollup")
    for key in _NEEDS.get(rule, ()) if isinstance(rule, str) else ():
        if not row.content.get(key):
            yield row.fault("rule_needs", key, rule=rule)
    if not row.content.get("wordings"):
        yield row.fault("no_wordings", "wordings", "warning")


def _reference_faults(row: Row, codes: Collection[str], sources: Collection[str]) -> Iterator[Fault]:
    for key in (*_MADE_OF, "same_as", "see"):
        for code in texts_of(row.content.get(key)):
            if code == row.content.get("code"):
                yield row.fault("names_itself", key, value=code)
            elif code not in codes:
                yield row.fault("unknown_indicator", key, value=code)
    yield from source_faults(row, sources)


def source_faults(row: Row, sources: Collection[str]) -> Iterator[Fault]:
    """A source that is named and that nobody wrote down."""
    source = row.content.get("source")
    if isinstance(source, str) and source and source not in sources:
        yield row.fault("unknown_source", "source", value=source)


def texts_of(value: object) -> list[str]:
    """The texts of a key that holds one or several; none of a value of another type."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _circle_faults(rows: Collection[Row]) -> Iterator[Fault]:
    """Indicators that are made of themselves by way of others: nothing could ever be reckoned."""
    coded = {code: row for row in rows if isinstance(code := row.content.get("code"), str)}
    made_of = {
        code: [part for key in _MADE_OF for part in texts_of(row.content.get(key))] for code, row in coded.items()
    }
    for code, row in coded.items():
        for key in _MADE_OF:
            for part in texts_of(row.content.get(key)):
                if part != code and code in _reached(part, made_of):
                    yield row.fault("made_of_itself", key, value=part)


def _reached(code: str, made_of: Mapping[str, list[str]]) -> set[str]:
    reached, waiting = set[str](), [code]
    while waiting:
        for part in made_of.get(waiting.pop(), ()):
            if part not in reached:
                reached.add(part)
                waiting.append(part)
    return reached


def _day_faults(row: Row) -> Iterator[Fault]:
    begin, end = row.content.get("valid_from"), row.content.get("valid_to")
    if begin and end and type(begin) is type(end) and end <= begin:
        yield row.fault("ends_before_it_begins", "valid_to", begin=begin, end=end)


def _target_faults(row: Row) -> Iterator[Fault]:
    targets = row.content.get("targets", ())
    for target in targets if isinstance(targets, list) else ():
        for key in ("value", "value_max") if isinstance(target, dict) else ():
            if not _is_number(target.get(key, "")):
                yield row.fault("not_a_number", "targets", value=target[key])


def _is_number(text: object) -> bool:
    try:
        return text == "" or Decimal(str(text)).is_finite()
    except InvalidOperation:
        return False
