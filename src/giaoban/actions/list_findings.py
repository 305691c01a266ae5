"""The contradictions that stand in the reports of a sector: what a chair should ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from giaoban.access import require, visible
from giaoban.core.periods import Period, from_code
from giaoban.records.models import ReadItem, User

MOST = 50
PLACED = ("document_id", "position", "period")


@dataclass(frozen=True)
class Standing:
    """One contradiction that nobody has set aside: its sentence, how grave it is, and the report it stands in.

    `period` is that of the figure it speaks of; None where it speaks of none that has one.
    """

    document: int
    position: int
    report: str
    unit: str
    handed_in: datetime
    sector: str
    severity: str
    message: str
    quote: str
    demo: bool
    period: Period | None


def list_findings(sector: str | None = None, *, by: User) -> list[Standing]:
    """The findings not rejected, newest report first, of one sector or of all; at most 50. Raises Refused."""
    require(by, "see_picture")
    items = visible(ReadItem, by).filter(kind="finding").exclude(state="rejected")
    if sector is not None:
        items = items.filter(sector=sector)
    items = items.select_related("document__entity").defer("document__text", "document__reading")
    found = list(items.order_by("-document__uploaded_at", "position")[:MOST])
    periods = _periods(found, by)
    return [_standing(item, periods) for item in found]


def count_findings(*, by: User) -> dict[str, int]:
    """How many findings stand in each sector."""
    require(by, "see_picture")
    sectors = visible(ReadItem, by).filter(kind="finding").exclude(state="rejected").values_list("sector", flat=True)
    counted: dict[str, int] = {}
    for sector in sectors:
        counted[sector] = counted.get(sector, 0) + 1
    return counted


Periods = dict[tuple[int, int], str]  # document and position of a figure -> the code of its period


def _periods(found: list[ReadItem], by: User) -> Periods:
    figures = visible(ReadItem, by).filter(document__in={item.document_id for item in found}).exclude(period="")
    return {(document, position): code for document, position, code in figures.values_list(*PLACED)}


def _standing(item: ReadItem, periods: Periods) -> Standing:
    document = item.document
    codes = [periods.get((document.pk, place)) for place in item.content.get("positions") or ()]
    code = next((code for code in codes if code), None)
    return Standing(
        document.pk,
        item.position,
        document.name,
        document.entity.name,
        document.uploaded_at,
        item.sector,
        str(item.content.get("severity", "warning")),
        str(item.content.get("message", item.quote)),
        item.quote,
        document.demo,
        from_code(code) if code else None,
    )
