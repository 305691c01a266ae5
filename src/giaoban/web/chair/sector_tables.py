"""The tables of indicators: all of a sector, the headlines of the ministry, one over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.core.rounding import divide
from giaoban.core.units import find_unit
from giaoban.packs import Indicator
from giaoban.warehouse import Headline, MinistryPicture, SectorPicture, Value
from giaoban.web.chair.printing import (
    PLAN,
    change_words,
    figure,
    from_first,
    language,
    name_of,
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
        return Cell(_("không tách được") if value.undivided else _("chưa báo cáo"))
    shown = figure(value, indicator, state, unit=False, where=where)
    return Cell(shown.text, in_display_unit(value.amount, indicator), shown.href, DEMO if shown.demo else "")


def _change(headline: Headline) -> Cell:
    if headline.recounted is not None:
        then, now = headline.recounted
        return Cell(_("không so: %(then)d → %(now)d đơn vị") % {"then": then, "now": now})
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
            coverage(value),
        ),
        chosen=chosen,
    )


def _near_line(near: Headline, state: State, *, chosen: bool = False) -> Line:
    """An indicator told for another period that ends in the same month, under the name of that period."""
    line = indicator_line(near, state, chosen=chosen)
    named = f"{name_of(near.indicator)} ({period_name(near.value.period)})"
    return Line((said(named, line.cells[0].href), *line.cells[1:]), chosen=chosen)


def _waiting_line(headline: Headline, state: State, *, chosen: bool = False) -> Line:
    """An indicator without a figure for the period: its last one, under the name of its own period."""
    one, latest = headline.indicator, headline.latest
    cells = [said(name_of(one), reverse("web:indicator", args=[one.code]) + state.query(indicator=""))]
    cells.append(said(unit_words(one.unit, language())))
    cells.append(Cell(_("chưa báo cáo") if headline.due else _("chưa đến kỳ")))
    if latest is None:
        return Line((*cells, *[Cell("–")] * 5), chosen=chosen)
    shown = number(latest, one, state)
    told = f"{shown.text} ({period_name(latest.period)})"
    return Line((*cells, Cell(told, told, shown.href, shown.badge), *[Cell("–")] * 4), chosen=chosen)


def _line(headline: Headline, state: State, *, chosen: bool = False) -> Line:
    """The line of an indicator, by what there is of it."""
    if headline.standing == "reported":
        return indicator_line(headline, state, chosen=chosen)
    if headline.near is not None:
        return _near_line(headline.near, state, chosen=chosen)
    return _waiting_line(headline, state, chosen=chosen)


def coverage(shown: ShownFigure) -> Cell:
    """How many units a figure speaks for, linked to what it was made of."""
    return Cell(shown.coverage, shown.coverage, shown.coverage_href) if shown.coverage else Cell("–")


def sector_table(picture: SectorPicture, state: State, chosen: str = "") -> Table:
    """Every indicator of the sector that holds any figure: those of the period first, what is not due last."""
    lines: list[Line] = []
    for standing, heading in _groups().items():
        found = [one for one in picture.all if one.standing == standing]
        if found and heading:
            lines.append(Line((said(heading),), group=True))
        lines += [_line(one, state, chosen=one.indicator.code == chosen) for one in found]
    title = _("%(sector)s, %(period)s") % {"sector": name_of(picture.sector), "period": period_name(picture.period)}
    return Table(
        f"{picture.sector.code}-{picture.period.code}", title, _heads(), tuple(lines), notes=_notes(picture.all)
    )


def _groups() -> dict[str, str]:
    """The parts of a sector's table, by what there is of an indicator, each with its heading."""
    return {
        "reported": "",
        "near": _("Ghi cho kỳ khác, chốt trong cùng tháng"),
        "missing": _("Đến kỳ mà chưa báo cáo; ghi số gần nhất"),
        "not_due": _("Chưa đến kỳ; ghi số gần nhất"),
    }


def ministry_table(picture: MinistryPicture, state: State) -> Table:
    """The headline figures of every sector, a group a sector."""
    lines: list[Line] = []
    for sector in picture.sectors:
        lines.append(Line((said(name_of(sector.sector)),), group=True))
        lines += [_line(headline, state) for headline in sector.headlines]
    headlines = [headline for sector in picture.sectors for headline in sector.headlines]
    title = _("Toàn ngành, %(period)s") % {"period": period_name(picture.period)}
    return Table(f"toan-nganh-{picture.period.code}", title, _heads(), tuple(lines), notes=_notes(headlines))


def _notes(headlines: Iterable[Headline]) -> tuple[str, ...]:
    if any(headline.value.demo for headline in headlines):
        return (_("Có số liệu minh họa, do máy sinh ra; không phải số liệu thật."),)
    return ()


def series_table(trend: Sequence[Value], indicator: Indicator, state: State) -> Table:
    """The numbers of a line: each period, its figure, how many units it speaks for."""
    columns = (Column(_("Kỳ")), Column(_("Số liệu"), True), Column(_("Đơn vị báo cáo"), True))
    lines = tuple(
        Line(
            (
                said(period_name(value.period)),
                number(value, indicator, state),
                coverage(figure(value, indicator, state)),
            )
        )
        for value in reversed(from_first(trend))
    )
    title = _("%(name)s qua các kỳ") % {"name": name_of(indicator)}
    return Table(f"{indicator.code}-chuoi", title, columns, lines, unit_words(indicator.unit, language()))
