"""Where the figures accepted from a report are to be seen: the picture of each sector, for the period they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from giaoban.access import User, visible
from giaoban.core.periods import Kind, Period, from_code, period_holding
from giaoban.packs import load_packs
from giaoban.web.reporting.figures import period_label, sector_name


class Picture(NamedTuple):
    """A sector for a period, and how many figures of the report it shows."""

    sector: str
    period: str
    href: str
    figures: int


def pictures_of(documents: Iterable[int], user: User) -> dict[int, list[Picture]]:
    """The pictures that each report feeds, in the ministry's order of sectors; none where nothing was accepted yet."""
    sources = visible("Source", user).filter(
        item__document__in=list(documents), withdrawn_at=None, observation__scenario="actual"
    )
    placed = sources.values_list("item__document_id", "observation__sector", "observation__period")
    counted = Counter((document, sector, shown_in(from_code(code)).code) for document, sector, code in placed)
    order = {sector.code: sector.order for sector in load_packs().sectors}
    found: dict[int, list[Picture]] = {}
    for (document, sector, code), figures in sorted(counted.items(), key=lambda pair: (order.get(pair[0][1], 0), pair)):
        found.setdefault(document, []).append(
            Picture(sector_name(sector), period_label(code), address_of(sector, code), figures)
        )
    return found


def shown_in(period: Period) -> Period:
    """The period whose page shows a figure: a state told for a day stands for its month."""
    return period_holding(period.end, Kind.MONTH) if period.kind in (Kind.DAY, Kind.WEEK) else period


def address_of(sector: str, code: str) -> str:
    """The page of a sector for a period; `code` is that of the period."""
    return f"{reverse('web:sector', args=[sector])}?ky={code}"
