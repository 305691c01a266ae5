"""What an item means: what the reader said with what a person typed over it, as the fields of an observation.

Nothing is guessed. What cannot be told stays empty and stands in `item.faults` as field -> [code, details], so that
the page can say which box is still open and why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.core.errors import GiaobanError, UnitError
from giaoban.core.figures import read_amount
from giaoban.core.periods import Kind, Period, from_code, parse_period, period_holding
from giaoban.core.units import find_unit
from giaoban.packs import Indicator, Packs
from giaoban.records.models import Entity, ReadItem, Scenario, Status

FIELDS = {
    "value": "giá trị",
    "indicator": "chỉ tiêu",
    "entity": "đơn vị",
    "period": "kỳ số liệu",
    "scenario": "loại số liệu",
    "status": "trạng thái",
}
AVERAGE = re.compile(r"bình quân|trung bình|mỗi|(hàng|hằng) (ngày|tháng|năm)")
FROM_NEW_YEAR = "từ đầu năm"
CLOSING = (Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR)
CODE_IN_BRACKETS = re.compile(r"\(([a-z0-9_.]+)\)\s*$")


class OpenField(GiaobanError):  # noqa: N818 - a field still open, not a failure
    """A field that cannot be told yet."""


def resolve(item: ReadItem, packs: Packs, speaker: Entity | None = None) -> None:
    """Fill the mapped fields and the faults of a figure or target; saves nothing.

    `speaker` is `speaker_of` the item's document, for a caller that resolves many.
    """
    item.entity = speaker or speaker_of(item.document.entity, packs)
    item.faults = {}
    for field, tell in TELL.items():
        try:
            tell(item, packs)
        except GiaobanError as fault:
            item.faults[field] = [fault.code, {name: str(value) for name, value in fault.details.items()}]
    if not {"value", "indicator"} & item.faults.keys():
        _check_unit(item, packs)


def _typed(item: ReadItem, field: str) -> str:
    return str(item.typed.get(field, "")).strip()


def _tell_indicator(item: ReadItem, packs: Packs) -> None:
    item.indicator = ""
    typed = _typed(item, "indicator")
    code = find_indicator(typed, packs) if typed else _proposed(item, packs)
    if not code:
        raise OpenField("indicator_unknown" if typed else "indicator_open", typed=typed)
    if code not in packs.indicators:
        raise OpenField("indicator_unknown", typed=code)
    item.indicator = code


def _proposed(item: ReadItem, packs: Packs) -> str:
    """The reader's indicator; where its unit is another, the one that tells the same in the unit that was printed."""
    match = item.content.get("indicator")
    code = (match.get("code") or "") if isinstance(match, dict) else ""
    if code not in packs.indicators or _mixes(packs.indicators[code], item.unit):
        return code
    twins = (one for one in packs.indicators.values() if one.same_as == code and _mixes(one, item.unit))
    return next((twin.code for twin in twins), code)


def _mixes(indicator: Indicator, unit: str) -> bool:
    try:
        in_unit_of(indicator, Decimal(0), unit)
    except UnitError:
        return False
    return True


def find_indicator(typed: str, packs: Packs) -> str:
    """The code of the indicator a person named: by "name (code)", by code, or by its exact name; "" for none."""
    bracketed = CODE_IN_BRACKETS.search(typed)
    code = bracketed[1] if bracketed else typed
    if code in packs.indicators:
        return code
    named = [found.code for found in packs.indicators.values() if found.name.casefold() == typed.casefold()]
    return named[0] if len(named) == 1 else ""


def _tell_entity(item: ReadItem, packs: Packs) -> None:
    typed = _typed(item, "entity")
    if not typed:
        return
    item.entity = None
    found = list(Entity.objects.filter(key=typed)[:1]) or list(Entity.objects.filter(name__iexact=typed)[:2])
    if len(found) != 1:
        raise OpenField("entity_twice" if found else "entity_unknown", typed=typed)
    item.entity = found[0]


def speaker_of(entity: Entity, packs: Packs) -> Entity:
    """Whose figures a unit reports unless a person says otherwise: a department speaks for its ministry, and a
    provincial one for its province."""
    if entity.kind == "department":
        # By name: departments have gone to other ministries since the reports that they wrote.
        found = Entity.objects.filter(kind="ministry", name=packs.ministry.name).first()
        return found or entity.parent or entity
    return entity.parent if entity.kind == "provincial_department" and entity.parent else entity


def _tell_period(item: ReadItem, packs: Packs) -> None:
    item.period = ""
    typed = _typed(item, "period")
    period = read_period(typed) if typed else _period_read(item, packs)
    if period is None:
        raise OpenField("period_open")
    item.period = period.code


def read_period(typed: str) -> Period:
    """The period a person typed, as a code or in words. Raises PeriodError."""
    return from_code(typed) if re.match(r"^\d{4}(-|$|\d\d-)", typed) else parse_period(typed)


def _period_read(item: ReadItem, packs: Packs) -> Period | None:
    content = item.content
    stated = content.get("period") or {}
    if stated.get("label"):
        try:
            return parse_period(stated["label"])
        except GiaobanError:
            pass
    if stated.get("start") and stated.get("end"):
        return from_code(f"{stated['start']}..{stated['end']}")
    if content.get("by"):
        return parse_period(f"năm {content['by']}" if str(content["by"]).isdecimal() else str(content["by"]))
    return _period_to(date.fromisoformat(content["as_of"]), item, packs) if content.get("as_of") else None


def _period_to(day: date, item: ReadItem, packs: Packs) -> Period:
    """The period of a figure told "đến ngày …": a state is of that day, or of the month, quarter … that closes with it;
    a flow is of the time since the start of the year, where the clause says so."""
    indicator = packs.indicators.get(item.indicator)
    if indicator is None:
        return from_code(day.isoformat())
    if indicator.over_time != "last":
        return from_code(f"{day.year}-01-01..{day}" if FROM_NEW_YEAR in _around(item) else day.isoformat())
    kinds = (Kind(each) for each in indicator.frequency if each in CLOSING)
    closing = (period_holding(day, kind) for kind in sorted(kinds, key=CLOSING.index))
    return next((period for period in closing if period.end == day), from_code(day.isoformat()))


def _tell_value(item: ReadItem, packs: Packs) -> None:
    item.value, item.unit = None, ""
    typed = _typed(item, "value")
    if typed:
        item.value, item.unit = _amount_typed(typed, item)
    elif item.content.get("exact") is not None:
        item.value, item.unit = Decimal(item.content["exact"]), item.content.get("unit") or ""
    if item.value is None:
        raise OpenField("value_open")


def _amount_typed(typed: str, item: ReadItem) -> tuple[Decimal | None, str]:
    """What a person typed; a bare number keeps the unit that was read."""
    amount = read_amount(typed)
    if len(amount.readings) > 1:
        raise OpenField("two_readings", typed=typed)
    return amount.value, amount.unit.code or item.content.get("unit") or ""


def _tell_scenario(item: ReadItem, packs: Packs) -> None:
    typed = _typed(item, "scenario")
    if typed and typed not in Scenario.values:
        raise OpenField("scenario_unknown", typed=typed)
    item.scenario = typed or item.scenario


def _tell_status(item: ReadItem, packs: Packs) -> None:
    typed = _typed(item, "status")
    if typed and typed not in Status.values:
        raise OpenField("status_unknown", typed=typed)
    item.status = typed or item.status


def _check_unit(item: ReadItem, packs: Packs) -> None:
    indicator = packs.indicators[item.indicator]
    item.unit = _averaged(item, indicator) or item.unit
    try:
        in_unit_of(indicator, item.value or Decimal(0), item.unit)
    except UnitError as fault:
        item.faults["value"] = [fault.code, {name: str(value) for name, value in fault.details.items()}]


def _averaged(item: ReadItem, indicator: Indicator) -> str:
    """ "giao dịch/ngày" for "trung bình hằng ngày có 1,5 triệu giao dịch": offices print an average without its per."""
    wanted = find_unit(indicator.unit)
    top, _, below = wanted.code.partition("/")
    if wanted.kind != "rate" or not item.unit or below[:1].isdigit() or not AVERAGE.search(_around(item)):
        return ""
    return f"{top}/{below}" if find_unit(item.unit).code == top else ""


def _around(item: ReadItem) -> str:
    return f"{item.content.get('around', '')} {item.typed.get('value', '')}".casefold()


def in_unit_of(indicator: Indicator, value: Decimal, printed: str) -> tuple[Decimal, str]:
    """`value` in the unit code in which figures of `indicator` are kept ("VND" where they are shown in tỷ đồng).

    Counted nouns stand for one another ("tin", "tin nhắn"); đồng is never taken for dollars, nor a share for a count.
    Raises UnitError `units_do_not_mix`.
    """
    wanted = find_unit(indicator.unit)
    if not printed:
        return value, wanted.code
    given = find_unit(printed)
    if given.kind == wanted.kind == "count":
        return value * given.scale, wanted.code
    if given.kind != wanted.kind or given.base != wanted.base:
        raise UnitError("units_do_not_mix", source=given.name, target=wanted.name)
    return value * given.factor * wanted.scale / wanted.factor, wanted.code


TELL: dict[str, Callable[[ReadItem, Packs], Any]] = {
    "value": _tell_value,
    "indicator": _tell_indicator,
    "entity": _tell_entity,
    "period": _tell_period,
    "scenario": _tell_scenario,
    "status": _tell_status,
}
