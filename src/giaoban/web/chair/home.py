"""Toàn ngành: every sector at a glance, plain where a minister looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.actions.draw_picture import draw_picture
from giaoban.actions.find_newest_period import find_newest_period
from giaoban.actions.list_findings import count_findings
from giaoban.actions.name_units import name_units
from giaoban.packs import load_packs
from giaoban.warehouse import Headline, MinistryPicture, SectorPicture
from giaoban.web.chair.asking import Asked
from giaoban.web.chair.context import of_state
from giaoban.web.chair.downloads import download
from giaoban.web.chair.printing import name_of, shown_headline
from giaoban.web.chair.sector_tables import ministry_table
from giaoban.web.chair.shown import Named, ShownHeadline
from giaoban.web.chair.state import State, read_state

WHOLE = "whole_sector"
LEAD, PER_SECTOR, PER_LIST = 4, 3, 5
STANDINGS = ("reported", "near", "missing", "not_due")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


@dataclass(frozen=True)
class Panel:
    """One sector on the first page."""

    numeral: str
    name: str
    href: str
    headlines: list[ShownHeadline]
    reported: int
    expected: int
    missing_units: int
    findings: int


@dataclass(frozen=True)
class Entry:
    """One line of "better" or "worse", or an indicator that was due and did not come."""

    sector: str
    href: str
    headline: ShownHeadline
    responsible: str = ""


@dataclass(frozen=True)
class Owing:
    """A unit that did not report, how many headline figures it owes, and of which sectors."""

    name: str
    indicators: int
    sectors: list[Named]


@dataclass(frozen=True)
class List:
    """A heading, its lines, and what to say when there is none."""

    heading: str
    entries: list[Entry]
    none: str
    owing: list[Owing] = field(default_factory=list)
    more: int = 0  # units that owe, beside those named


def home(request: Asked) -> HttpResponse:
    """The ministry for a period."""
    state = read_state(request, find_newest_period(by=request.user))
    picture = draw_picture(state.period, by=request.user, known=state.known_on)
    findings = count_findings(by=request.user)
    lead, sectors = _split(picture)
    context = {
        **of_state(state),
        "lead": [_shown(lead, headline, state) for headline in lead.headlines[:LEAD]] if lead else [],
        "panels": [_panel(place, sector, state, findings) for place, sector in enumerate(sectors)],
        "lists": [
            List(
                _("Tốt lên"),
                _entries(picture.better(), state),
                _("Chưa có chỉ tiêu chính nào tốt lên so với cùng kỳ."),
            ),
            List(
                _("Xấu đi, chậm kế hoạch"),
                _entries(picture.worse(), state),
                _("Không có chỉ tiêu chính nào xấu đi hay chậm kế hoạch."),
            ),
            _lacking(picture, state),
        ],
        "findings": sum(findings.values()),
        "demo": any(headline.value.demo for sector in picture.sectors for headline in sector.headlines),
    }
    return render(request, "chair/home.html", context)


def home_table(request: Asked, ending: str) -> HttpResponse:
    """All headline figures of all sectors as a file."""
    state = read_state(request, find_newest_period(by=request.user))
    picture = draw_picture(state.period, by=request.user, known=state.known_on)
    return download(ministry_table(picture, state), ending)


def _split(picture: MinistryPicture) -> tuple[SectorPicture | None, list[SectorPicture]]:
    """The sector that speaks for the whole ministry, where the packs have one, and the others."""
    lead = next((sector for sector in picture.sectors if sector.sector.code == WHOLE), None)
    return lead, [sector for sector in picture.sectors if sector is not lead]


def _panel(place: int, picture: SectorPicture, state: State, findings: dict[str, int]) -> Panel:
    ranked = sorted(picture.headlines, key=lambda headline: STANDINGS.index(headline.standing))
    due = [headline for headline in picture.headlines if headline.standing != "not_due"]
    return Panel(
        NUMERALS[place] if place < len(NUMERALS) else str(place + 1),
        name_of(picture.sector),
        reverse("web:sector", args=[picture.sector.code]) + state.query(indicator=""),
        [_shown(picture, headline, state) for headline in ranked[:PER_SECTOR]],
        sum(headline.standing != "missing" for headline in due),
        len(due),
        len(picture.missing),
        findings.get(picture.sector.code, 0),
    )


def _shown(sector: SectorPicture, headline: Headline, state: State) -> ShownHeadline:
    code = headline.indicator.code
    return shown_headline(
        headline, state, reverse("web:sector", args=[sector.sector.code]) + state.query(indicator=code)
    )


def _entries(found: list[tuple[SectorPicture, Headline]], state: State) -> list[Entry]:
    return [_entry(sector, headline, state) for sector, headline in found[:PER_LIST]]


def _lacking(picture: MinistryPicture, state: State) -> List:
    """Who did not report, those that owe most first; then the indicators that were due and came from nobody."""
    missing = picture.missing()
    names = name_units(list(missing)[:PER_LIST], on=picture.period.end)
    owing = [Owing(name, len(missing[unit]), _sectors_of(missing[unit], state)) for unit, name in names.items()]
    silent = [(sector, headline) for sector in picture.sectors for headline in sector.unreported]
    entries = [_entry(sector, headline, state) for sector, headline in silent[: PER_LIST - len(owing)]]
    none = _("Các chỉ tiêu chính đến kỳ đều đủ số liệu.")
    return List(_("Còn thiếu"), entries, none, owing, max(0, len(missing) - len(owing)))


def _sectors_of(headlines: list[Headline], state: State) -> list[Named]:
    codes = dict.fromkeys(headline.indicator.sector for headline in headlines)
    owed = state.query(indicator="") + "#con-thieu"
    return [Named(name_of(load_packs().sector(code)), reverse("web:sector", args=[code]) + owed) for code in codes]


def _entry(sector: SectorPicture, headline: Headline, state: State) -> Entry:
    href = reverse("web:sector", args=[sector.sector.code]) + state.query(indicator="")
    return Entry(name_of(sector.sector), href, _shown(sector, headline, state), headline.indicator.responsible)
