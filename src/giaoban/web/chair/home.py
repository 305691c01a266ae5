"""Toàn ngành: every sector at a glance, plain where a minister looks."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.actions.draw_picture import draw_picture
from giaoban.actions.find_newest_period import find_newest_period
from giaoban.actions.list_findings import count_findings
from giaoban.warehouse import Headline, MinistryPicture, SectorPicture
from giaoban.web.chair.asking import Asked
from giaoban.web.chair.context import of_state
from giaoban.web.chair.downloads import download
from giaoban.web.chair.printing import name_of, shown_headline
from giaoban.web.chair.sector_tables import ministry_table
from giaoban.web.chair.shown import ShownHeadline
from giaoban.web.chair.state import State, read_state

WHOLE = "whole_sector"
LEAD, PER_SECTOR, PER_LIST = 4, 3, 5
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
    """One line of "better", "worse" or "missing"."""

    sector: str
    href: str
    headline: ShownHeadline


@dataclass(frozen=True)
class List:
    """A heading, its lines, and what to say when there is none."""

    heading: str
    entries: list[Entry]
    none: str


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
                _("Tốt lên"), _entries(picture, "good", state), _("Chưa có chỉ tiêu chính nào tốt lên so với cùng kỳ.")
            ),
            List(_("Xấu đi"), _entries(picture, "bad", state), _("Không có chỉ tiêu chính nào xấu đi.")),
            List(_("Còn thiếu"), _lacking(picture, state), _("Các chỉ tiêu chính đều đủ số liệu.")),
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
    ranked = sorted(picture.headlines, key=lambda headline: headline.value.amount is None)
    return Panel(
        NUMERALS[place] if place < len(NUMERALS) else str(place + 1),
        name_of(picture.sector),
        reverse("web:sector", args=[picture.sector.code]) + state.query(indicator=""),
        [_shown(picture, headline, state) for headline in ranked[:PER_SECTOR]],
        sum(headline.value.amount is not None for headline in picture.headlines),
        len(picture.headlines),
        len(picture.missing),
        findings.get(picture.sector.code, 0),
    )


def _shown(sector: SectorPicture, headline: Headline, state: State) -> ShownHeadline:
    code = headline.indicator.code
    return shown_headline(
        headline, state, reverse("web:sector", args=[sector.sector.code]) + state.query(indicator=code)
    )


def _entries(picture: MinistryPicture, verdict: str, state: State) -> list[Entry]:
    return [_entry(sector, headline, state) for sector, headline in picture.judged(verdict)[:PER_LIST]]


def _lacking(picture: MinistryPicture, state: State) -> list[Entry]:
    """Headlines without a figure first, then those that speak for too few units."""
    found = [(sector, headline) for sector in picture.sectors for headline in sector.headlines]
    wanting = [pair for pair in found if pair[1].value.amount is None or pair[1].value.partial]
    wanting.sort(key=lambda pair: (pair[1].value.amount is not None, -len(pair[1].value.missing)))
    return [_entry(sector, headline, state) for sector, headline in wanting[:PER_LIST]]


def _entry(sector: SectorPicture, headline: Headline, state: State) -> Entry:
    href = reverse("web:sector", args=[sector.sector.code]) + state.query(indicator="")
    return Entry(name_of(sector.sector), href, _shown(sector, headline, state))
