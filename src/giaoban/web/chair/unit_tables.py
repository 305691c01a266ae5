"""The tables of units: ranked, and those that a figure was made of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from giaoban.core.comparisons import contribution
from giaoban.core.periods import from_code
from giaoban.packs import Indicator
from giaoban.warehouse import Row, Unit, UnitTable, Value
from giaoban.web.chair.printing import (
    change_words,
    figure,
    language,
    name_of,
    number_text,
    observation_href,
    period_name,
    unit_words,
)
from giaoban.web.chair.sector_tables import DEMO, coverage, in_display_unit, number
from giaoban.web.chair.state import State
from giaoban.web.chair.tables import Cell, Column, Line, Table, said
from giaoban.wording.numbers import format_percent

NONE = Cell("–")


def units_table(table: UnitTable, indicator: Indicator, state: State, names: Mapping[str, str], whole: Value) -> Table:
    """The units in order of size, with their share of the whole and their change.

    Where units were joined, a column says how many of the units behind each reported.
    """
    joined = any(unit.value.expected > 1 for unit in table.units)
    columns = [Column(_("Hạng")), Column(_("Đơn vị")), Column(_sentence(period_name(state.period)), True)]
    columns += [Column(_("Đơn vị báo cáo"), True)] if joined else []
    columns += [Column(_("Tỷ trọng"), True), Column(_("So cùng kỳ"), True)]
    lines = [_unit_line(unit, indicator, state, names, whole, joined=joined) for unit in table.units]
    if table.unallocated:
        lines.append(_rest_line(table.unallocated, indicator, len(columns)))
    title = _("%(name)s theo đơn vị, %(period)s") % {"name": name_of(indicator), "period": period_name(state.period)}
    unit_name = unit_words(indicator.unit, language())
    return Table(f"{indicator.code}-don-vi-{state.period.code}", title, tuple(columns), tuple(lines), unit_name)


def _sentence(words: str) -> str:
    """The words with a capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]


def _unit_line(
    unit: Unit, indicator: Indicator, state: State, names: Mapping[str, str], whole: Value, *, joined: bool
) -> Line:
    narrowed = {"don-vi": unit.entity, "ranh-gioi": state.boundaries}
    shown = figure(unit.value, indicator, state, where=narrowed)
    cells = [
        Cell(str(unit.rank or "–"), Decimal(unit.rank) if unit.rank else None),
        said(names.get(unit.entity, unit.entity)),
        number(unit.value, indicator, state, narrowed),
    ]
    cells += [coverage(shown)] if joined else []
    return Line((*cells, _share(unit, indicator, whole), _change(unit, indicator)))


def _share(unit: Unit, indicator: Indicator, whole: Value) -> Cell:
    """The unit's part of the whole, for what adds up."""
    percent = contribution(unit.value.amount, whole.amount).percent if indicator.rollup == "sum" else None
    return NONE if percent is None else Cell(format_percent(percent, 1, language=language()), percent)


def _change(unit: Unit, indicator: Indicator) -> Cell:
    told = change_words(unit.change, 1)
    if told is None:
        return NONE
    moved = unit.change.percent if unit.change.percent is not None else unit.change.points
    return Cell(told[1], moved, way=told[0], judged=_judged(indicator, told[0]))


def _judged(indicator: Indicator, way: str) -> str:
    """Whether a way is good news for the indicator."""
    if way not in ("up", "down") or indicator.good == "none":
        return "even"
    return "good" if way == indicator.good else "bad"


def _rest_line(rest: Decimal, indicator: Indicator, width: int) -> Line:
    """What no stated share could divide among the units of these boundaries."""
    cells = (
        NONE,
        said(_("Chưa phân bổ được")),
        Cell(number_text(rest, indicator.unit), in_display_unit(rest, indicator)),
    )
    return Line((*cells, *[NONE] * (width - len(cells))))


def contributions_table(value: Value, indicators: Mapping[str, Indicator], names: Mapping[str, str]) -> Table:
    """Every observation a figure was made of, each with the way to its words."""
    columns = (
        Column(_("Đơn vị")),
        Column(_("Chỉ tiêu")),
        Column(_("Kỳ")),
        Column(_("Số liệu"), True),
        Column(_("Đơn vị tính")),
        Column(_("Tình trạng")),
    )
    lines = tuple(_made_of(row, indicators[row.indicator], names) for row in value.rows)
    code = value.rows[0].indicator if value.rows else "trong"
    return Table(f"{code}-dong-gop-{value.period.code}", _("Các số liệu góp thành"), columns, lines)


def _made_of(row: Row, one: Indicator, names: Mapping[str, str]) -> Line:
    period, amount = from_code(row.period), row.value or Decimal(0)
    return Line(
        (
            said(names.get(row.entity, row.entity)),
            said(name_of(one)),
            said(period_name(period)),
            Cell(
                number_text(amount, one.unit),
                in_display_unit(amount, one),
                observation_href(row.id),
                DEMO if row.demo else "",
            ),
            said(unit_words(one.unit, language())),
            said(status_name(row.status)),
        )
    )


def status_name(status: str) -> str:
    """The official word for how certain a figure is."""
    return {"estimate": _("Ước tính"), "preliminary": _("Sơ bộ"), "official": _("Chính thức")}.get(status, status)
