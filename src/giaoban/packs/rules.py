"""What must hold between the keys of an indicator, and between indicators."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from giaoban.core.errors import UnitError
from giaoban.core.units import find_unit
from giaoban.packs.faults import Fault
from giaoban.packs.rows import PackFile, Row

_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
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
        yield row.fault("unreadable_unit", "unit", value=written)
        return
    if unit.kind == "percent":
        for key in ("rollup", "over_time"):
            if row.content.get(key) == "sum":
                yield row.fault("share_summed", key, value=written)


def _rule_faults(row: Row) -> Iterator[Fault]:
    rule = row.content.get("rollup")
    for key in _NEEDS.get(rule, ()) if isinstance(rule, str) else ():
        if not row.content.get(key):
            yield row.fault("rule_needs", key, rule=rule)
    if not row.content.get("wordings"):
        yield row.fault("no_wordings", "wordings", "warning")


def _reference_faults(row: Row, codes: Collection[str], sources: Collection[str]) -> Iterator[Fault]:
    for key in ("numerator", "denominator", "weight", "same_as", "see"):
        value = row.content.get(key, ())
        for code in [value] if isinstance(value, str) else value:
            if code == row.content.get("code"):
                yield row.fault("names_itself", key, value=code)
            elif code not in codes:
                yield row.fault("unknown_indicator", key, value=code)
    source = row.content.get("source")
    if isinstance(source, str) and source and source not in sources:
        yield row.fault("unknown_source", "source", value=source)


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
