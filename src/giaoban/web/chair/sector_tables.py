"""The tables of the picture: all indicators of a sector, its units ranked, a series, the contributions to a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.core.comparisons import contribution
from giaoban.core.rounding import divide
from giaoban.core.units import find_unit
from giaoban.packs import Indicator
from giaoban.warehouse import Headline, MinistryPicture, SectorPicture, UnitTable, Value
from giaoban.web.chair.printing import (
    PLAN,
    change_words,
    figure,
    href_of,
    language,
    name_of,
    observation_href,
    period_name,
    unit_words,
)
from giaoban.web.chair.shown import ShownFigure
from giaoban.web.chair.state import State
from giaoban.web.chair.tables import Cell, Column, Line, Table, said
from giaoban.wording.numbers import format_percent

DEMO = "demo"


def in_display_unit(amount: Decimal | None, indicator: Indicator) -> Decimal | None:
    """The exact number a file holds: in the unit the table names."""
    return None if amount is None else divide(amount, find_unit(indicator.unit).scale)


def number(value: Value, indicator: Indicator, state: State, where: Mapping[str, str] | None = None) -> Cell:
    """A cell of a figure, linked to its words; "chưa báo cáo" where there is none."""
    if value.amount is None:
        return Cell(_("chưa báo cáo"))
    shown = figure(value, indicator, state, unit=False, where=where)
    return Cell(shown.text, in_display_unit(value.amount, indicator), shown.href, DEMO if shown.demo else "")


def _change(headline: Headline) -> Cell:
    told = change_words(headline.change, 1)
    if told is None:
        return Cell("–")
    percent = headline.change.percent if headline.change.percent is not None else headline.change.points
    return Cell(told[1], percent, way=told[0], judged=headline.judged)


def _share(headline: Headline) -> Cell:
    percent = headline.share.percent
    return Cell("–") if percent is None else Cell(format_percent(percent, 1, language=language()), percent)


def _heads() -> tuple[Column, ...]:
    names = (
        _("Chỉ tiêu"),
        _("Đơn vị tính"),
        _("Thực hiện"),
        _("Cùng kỳ năm trước"),
        _("So cùng kỳ"),
        _("Kế hoạch"),
        _("Đạt kế hoạch"),
        _("Đơn vị báo cáo"),
    )
    return tuple(Column(name, place >= 2) for place, name in enumerate(names))


def indicator_line(headline: Headline, state: State, *, chosen: bool = False) -> Line:
    """One indicator with everything it is compared with."""
    one = headline.indicator
    value = figure(headline.value, one, state)
    return Line(
        (
            said(name_of(one), reverse("web:indicator", args=[one.code]) + state.query(indicator="")),
            said(unit_words(one.unit, language())),
            number(headline.value, one, state),
            number(headline.base, one, state),
            _change(headline),
            number(headline.plan, one, state, PLAN) if headline.plan.amount is not None else Cell("–"),
            _share(headline),
            _coverage(value),
        ),
        chosen=chosen,
    )


def _waiting_line(headline: Headline, state: State) -> Line:
    """An indicator without a figure for the period: its last one, under the name of its own period."""
    one, latest = headline.indicator, headline.latest
    cells = [said(name_of(one), reverse("web:indicator", args=[one.code]) + state.query(indicator=""))]
    cells.append(said(unit_words(one.unit, language())))
    cells.append(number(headline.value, one, state))
    if latest is None:
        return Line((*cells, *[Cell("–")] * 5))
    shown = number(latest, one, state)
    told = f"{shown.text} ({period_name(latest.period)})"
    return Line((*cells, Cell(told, told, shown.href, shown.badge), *[Cell("–")] * 4))


def _coverage(shown: ShownFigure) -> Cell:
    return Cell(shown.coverage, shown.coverage, shown.coverage_href) if shown.coverage else Cell("–")


def sector_table(picture: SectorPicture, state: State, chosen: str = "") -> Table:
    """Every indicator of the sector that holds any figure."""
    reported = [one for one in picture.all if one.value.amount is not None]
    lines = [indicator_line(one, state, chosen=one.indicator.code == chosen) for one in reported]
    waiting = [one for one in picture.all if one.value.amount is None]
    if waiting:
        lines.append(Line((said(_("Chưa có số liệu của kỳ này; ghi số gần nhất")),), group=True))
        lines += [_waiting_line(one, state) for one in waiting]
    title = _("%(sector)s, %(period)s") % {"sector": name_of(picture.sector), "period": period_name(picture.period)}
    return Table(
        f"{picture.sector.code}-{picture.period.code}", title, _heads(), tuple(lines), notes=_notes(picture.all)
    )


def ministry_table(picture: MinistryPicture, state: State) -> Table:
    """The headline figures of every sector, a group a sector."""
    lines: list[Line] = []
    for sector in picture.sectors:
        lines.append(Line((said(name_of(sector.sector)),), group=True))
        lines += [indicator_line(headline, state) for headline in sector.headlines]
    headlines = [headline for sector in picture.sectors for headline in sector.headlines]
    title = _("Toàn ngành, %(period)s") % {"period": period_name(picture.period)}
    return Table(f"toan-nganh-{picture.period.code}", title, _heads(), tuple(lines), notes=_notes(headlines))


def _notes(headlines: Iterable[Headline]) -> tuple[str, ...]:
    if any(headline.value.demo for headline in headlines):
        return (_("Có số liệu minh họa, do máy sinh ra; không phải số liệu thật."),)
    return ()


def units_table(table: UnitTable, indicator: Indicator, state: State, names: Mapping[str, str], whole: Value) -> Table:
    """The units in order of size, with their share of the whole and their change."""
    columns = (
        Column(_("Hạng")),
        Column(_("Đơn vị")),
        Column(period_name(state.period).capitalize(), True),
        Column(_("Tỷ trọng"), True),
        Column(_("So cùng kỳ"), True),
    )
    additive = indicator.rollup == "sum"
    lines = []
    for unit in table.units:
        share = contribution(unit.value.amount, whole.amount).percent if additive else None
        told = change_words(unit.change, 1)
        judged = judged_change(indicator, told[0] if told else "")
        moved = unit.change.percent if unit.change.percent is not None else unit.change.points
        lines.append(
            Line(
                (
                    Cell(str(unit.rank or "–"), Decimal(unit.rank) if unit.rank else None),
                    said(names.get(unit.entity, unit.entity)),
                    number(unit.value, indicator, state, _narrowed(unit.entity, state)),
                    Cell("–") if share is None else Cell(format_percent(share, 1, language=language()), share),
                    Cell("–") if told is None else Cell(told[1], moved, way=told[0], judged=judged),
                )
            )
        )
    if table.unallocated:
        rest = in_display_unit(table.unallocated, indicator)
        lines.append(Line((Cell("–"), said(_("Chưa phân bổ được")), Cell(str(rest), rest), Cell("–"), Cell("–"))))
    title = _("%(name)s theo đơn vị, %(period)s") % {"name": name_of(indicator), "period": period_name(state.period)}
    unit_name = unit_words(indicator.unit, language())
    return Table(f"{indicator.code}-don-vi-{state.period.code}", title, columns, tuple(lines), unit_name)


def _narrowed(entity: str, state: State) -> dict[str, str]:
    return {"don-vi": entity, "ranh-gioi": state.boundaries}


def judged_change(indicator: Indicator, way: str) -> str:
    """Whether a way is good news for the indicator."""
    if way not in ("up", "down") or indicator.good == "none":
        return "even"
    return "good" if way == indicator.good else "bad"


def series_table(trend: Iterable[Value], indicator: Indicator, state: State) -> Table:
    """The numbers of a line: each period, its figure, how many units it speaks for."""
    columns = (Column(_("Kỳ")), Column(name_of(indicator), True), Column(_("Đơn vị báo cáo"), True))
    lines = tuple(
        Line(
            (
                said(period_name(value.period)),
                number(value, indicator, state),
                _coverage(figure(value, indicator, state)),
            )
        )
        for value in reversed(tuple(trend))
    )
    title = _("%(name)s qua các kỳ") % {"name": name_of(indicator)}
    return Table(f"{indicator.code}-chuoi", title, columns, lines, unit_words(indicator.unit, language()))


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
    from giaoban.core.periods import from_code

    lines = []
    for row in value.rows:
        one = indicators[row.indicator]
        amount = in_display_unit(row.value, one)
        shown = figure(Value(from_code(row.period), row.value, (row,)), one, State(value.period), unit=False)
        lines.append(
            Line(
                (
                    said(names.get(row.entity, row.entity)),
                    said(name_of(one)),
                    said(period_name(from_code(row.period))),
                    Cell(shown.text, amount, observation_href(row.id), DEMO if row.demo else ""),
                    said(unit_words(one.unit, language())),
                    said(status_name(row.status)),
                )
            )
        )
    code = indicators[value.rows[0].indicator].code if value.rows else "trong"
    return Table(f"{code}-dong-gop-{value.period.code}", _("Các số liệu góp thành"), columns, tuple(lines))


def status_name(status: str) -> str:
    """The official word for how certain a figure is."""
    return {"estimate": _("Ước tính"), "preliminary": _("Sơ bộ"), "official": _("Chính thức")}.get(status, status)


__all__ = [
    "contributions_table",
    "href_of",
    "in_display_unit",
    "indicator_line",
    "ministry_table",
    "sector_table",
    "series_table",
    "status_name",
    "units_table",
]
