"""Lĩnh vực: the headline figures, one of them in full (line, map, units), what is missing, what does not agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from giaoban.actions.draw_picture import draw_sector_picture, draw_units
from giaoban.actions.find_newest_period import find_newest_period
from giaoban.actions.list_drafts import list_drafts
from giaoban.actions.list_findings import Standing, list_findings
from giaoban.actions.name_units import name_units
from giaoban.core.errors import PackError
from giaoban.core.periods import Period
from giaoban.packs import Indicator, load_packs
from giaoban.warehouse import Headline, SectorPicture, UnitTable
from giaoban.web.chair.asking import Asked
from giaoban.web.chair.context import of_state
from giaoban.web.chair.downloads import download
from giaoban.web.chair.lines import line_of
from giaoban.web.chair.printing import (
    exact_text,
    language,
    name_of,
    number_text,
    period_name,
    shown_headline,
    unit_words,
)
from giaoban.web.chair.sector_tables import sector_table, series_table
from giaoban.web.chair.shown import Named, ShownHeadline
from giaoban.web.chair.state import State, read_state
from giaoban.web.chair.tables import Table
from giaoban.web.chair.unit_tables import units_table
from giaoban.web.maps import Words, draw_map

MOST_OWING, MOST_FINDINGS, MOST_DRAFTS = 12, 6, 6
SHOWN_FIRST = ("reported", "near", "missing")


@dataclass(frozen=True)
class Owing:
    """A unit and what it has not reported."""

    name: str
    indicators: list[str]


@dataclass(frozen=True)
class Focus:
    """The one indicator shown in full."""

    headline: ShownHeadline
    indicator: Indicator
    name: str
    unit: str
    chart: str
    series: Table
    map: SafeString | None
    units: Table | None
    boundaries: str
    partial: bool


def sector(request: Asked, code: str) -> HttpResponse:
    """A sector for a period."""
    picture, state = _picture(request, code)
    chosen = _chosen(picture, state)
    findings, drafts = list_findings(code, by=request.user), list_drafts(code, by=request.user)
    context = {
        **of_state(state, with_boundaries=True),
        "sector": picture.sector,
        "name": name_of(picture.sector),
        "headlines": [_shown(picture, headline, state) for headline in _by_standing(picture, *SHOWN_FIRST)],
        "waiting": [_shown(picture, headline, state) for headline in _by_standing(picture, "not_due")],
        "focus": _focus(request, chosen, state) if chosen else None,
        "table": sector_table(picture, state, chosen.indicator.code if chosen else ""),
        "owing": _owing(picture)[:MOST_OWING],
        "owing_more": max(0, len(picture.missing) - MOST_OWING),
        "unreported": [name_of(headline.indicator) for headline in picture.unreported],
        "silent": [Named(name_of(one), reverse("web:indicator", args=[one.code])) for one in picture.silent],
        "findings": _of_period(findings, state, here=True)[:MOST_FINDINGS],
        "other_findings": _of_period(findings, state, here=False),
        "drafts": drafts[:MOST_DRAFTS],
        "drafts_all": len(drafts),
        "demo": any(headline.value.demo for headline in picture.all),
    }
    return render(request, "chair/sector.html", context)


def sector_file(request: Asked, code: str, ending: str) -> HttpResponse:
    """All indicators of the sector as a file."""
    picture, state = _picture(request, code)
    return download(sector_table(picture, state), ending)


def _picture(request: Asked, code: str) -> tuple[SectorPicture, State]:
    if code not in {sector.code for sector in load_packs().sectors}:
        raise Http404
    state = read_state(request, find_newest_period(code, by=request.user))
    return draw_sector_picture(code, state.period, by=request.user, known=state.known_on), state


def _chosen(picture: SectorPicture, state: State) -> Headline | None:
    """The indicator asked for, else the first card of the page, else any."""
    by_code = {headline.indicator.code: headline for headline in picture.all}
    if state.indicator in by_code:
        return by_code[state.indicator]
    return next(iter([*_by_standing(picture, *SHOWN_FIRST), *picture.all]), None)


def _by_standing(picture: SectorPicture, *standings: str) -> list[Headline]:
    """The headlines of some standings, in the order of these, then of the pack."""
    chosen = [headline for headline in picture.headlines if headline.standing in standings]
    return sorted(chosen, key=lambda headline: standings.index(headline.standing))


def _of_period(findings: list[Standing], state: State, *, here: bool) -> list[Standing]:
    """Contradictions in figures of the page's period (`here`; and those of no period), or of other periods."""
    return [found for found in findings if here == (found.period is None or _meets(found.period, state.period))]


def _meets(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _shown(picture: SectorPicture, headline: Headline, state: State) -> ShownHeadline:
    here = reverse("web:sector", args=[picture.sector.code])
    return shown_headline(headline, state, here + state.query(indicator=headline.indicator.code) + "#chi-tiet")


def _focus(request: Asked, headline: Headline, state: State) -> Focus:
    one = headline.indicator
    table = draw_units(one.code, state.period, by=request.user, boundaries=state.day, known=state.known_on)
    names = name_units([unit.entity for unit in table.units], on=table.boundaries)
    known = any(unit.value.amount is not None for unit in table.units)
    return Focus(
        shown_headline(headline, state, reverse("web:indicator", args=[one.code]) + state.query(indicator="")),
        one,
        name_of(one),
        unit_words(one.unit, language()),
        line_of(headline.trend, one),
        series_table(headline.trend, one, state),
        province_map(table, one, state) if known else None,
        units_table(table, one, state, names, headline.value) if known else None,
        _boundary_words(table, state),
        any(value.partial for value in headline.trend),
    )


def province_map(table: UnitTable, indicator: Indicator, state: State) -> SafeString | None:
    """The map of an indicator that provinces report; None for others and where the day has no map."""
    if table.kind != "province":
        return None
    title = _("%(name)s theo tỉnh, thành phố, %(period)s") % {
        "name": name_of(indicator),
        "period": period_name(state.period),
    }
    values = {unit.entity: unit.value.amount for unit in table.units}
    sayings = _sayings(indicator, table) | {"link": _linker(indicator, state), "partial": _lacking(table)}
    try:
        drawn = draw_map(values, on=table.boundaries, title=title, **sayings)
    except PackError:  # no_layout: units of that day were never drawn
        return None
    return mark_safe(drawn)  # noqa: S308 - drawn by us, its words escaped there


def _lacking(table: UnitTable) -> dict[str, str]:
    """Of each joined unit whose figure lacks a forebear: how many reported, and who did not."""
    lacking = {unit.entity: unit.value for unit in table.units if unit.value.amount is not None and unit.value.partial}
    names = name_units([key for value in lacking.values() for key in value.missing])
    words = _("%(reported)d/%(expected)d đơn vị hợp thành đã báo cáo, còn thiếu %(names)s")
    return {
        unit: words
        % {
            "reported": value.reported,
            "expected": value.expected,
            "names": ", ".join(names[key] for key in value.missing) or "–",
        }
        for unit, value in lacking.items()
    }


def _linker(indicator: Indicator, state: State) -> Callable[[str], str]:
    here = reverse("web:contributions", args=[indicator.code]) + state.query(indicator="")
    return lambda entity: f"{here}&don-vi={entity}"


def _sayings(indicator: Indicator, table: UnitTable) -> dict[str, Any]:
    words = unit_words(indicator.unit, language())
    undivided = any(unit.value.undivided for unit in table.units)
    return {
        "say": lambda amount: f"{exact_text(amount, indicator.unit)} {words}",
        "brief": lambda amount: number_text(amount, indicator.unit),
        "ident": "map-" + indicator.code.replace(".", "-"),
        "words": Words(
            missing=_("không tách được, hoặc chưa báo cáo") if undivided else _("chưa báo cáo"),
            group=_("nhóm {number}/{steps}"),
            legend=_("Chú giải"),
            units=_("{units} đơn vị"),
            sea=_("Biển Đông"),
            partial=_("còn thiếu đơn vị hợp thành"),
        ),
    }


def _boundary_words(table: UnitTable, state: State) -> str:
    """Which units the map and the table are of."""
    if table.kind != "province":
        return ""
    day = table.boundaries.strftime("%d/%m/%Y")
    if state.day is None:
        return _("Theo địa giới khi báo cáo (%(units)d đơn vị, ngày %(day)s)") % {"units": len(table.units), "day": day}
    return _("Quy về địa giới ngày %(day)s (%(units)d đơn vị)") % {"units": len(table.units), "day": day}


def _owing(picture: SectorPicture) -> list[Owing]:
    owed = sorted(picture.missing.items(), key=lambda pair: -len(pair[1]))
    names = name_units([entity for entity, _headlines in owed], on=picture.period.end)
    return [Owing(names[entity], [name_of(one.indicator) for one in headlines]) for entity, headlines in owed]
