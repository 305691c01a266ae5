"""The contradictions that stand in the reports of a sector: what a chair should ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from giaoban.access import require, visible
from giaoban.records.models import ReadItem, User

MOST = 50


@dataclass(frozen=True)
class Standing:
    """One contradiction that nobody has set aside: its sentence, how grave it is, and the report it stands in."""

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


def list_findings(sector: str | None = None, *, by: User) -> list[Standing]:
    """The findings not rejected, newest report first, of one sector or of all; at most 50. Raises Refused."""
    require(by, "see_picture")
    items = visible(ReadItem, by).filter(kind="finding").exclude(state="rejected")
    if sector is not None:
        items = items.filter(sector=sector)
    items = items.select_related("document__entity").order_by("-document__uploaded_at", "position")[:MOST]
    return [_standing(item) for item in items]


def count_findings(*, by: User) -> dict[str, int]:
    """How many findings stand in each sector."""
    require(by, "see_picture")
    sectors = visible(ReadItem, by).filter(kind="finding").exclude(state="rejected").values_list("sector", flat=True)
    counted: dict[str, int] = {}
    for sector in sectors:
        counted[sector] = counted.get(sector, 0) + 1
    return counted


def _standing(item: ReadItem) -> Standing:
    document = item.document
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
    )
