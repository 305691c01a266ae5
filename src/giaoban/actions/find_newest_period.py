"""Which period a page opens on: the year so far, up to the last month that was reported."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from giaoban.access import require, visible
from giaoban.actions._shelves import keep, newest, reach
from giaoban.core.periods import Kind, Period, period_holding, year_to_date
from giaoban.records.models import Observation, User


def find_newest_period(sector: str | None = None, *, by: User) -> Period:
    """The year to the last reported month, of one sector or of all; to this month where nothing was. Raises Refused."""
    require(by, "see_picture")
    key = ("newest period", newest(), reach(by), sector)
    return keep(key, lambda: _newest(sector, by))


def _newest(sector: str | None, by: User) -> Period:
    rows = visible(Observation, by).filter(scenario="actual", end__lte=timezone.localdate())
    if sector is not None:
        rows = rows.filter(sector=sector)
    last = rows.aggregate(last=Max("end"))["last"] or timezone.localdate()
    return year_to_date(period_holding(last, Kind.MONTH))
