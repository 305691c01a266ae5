"""A small country for the tests of the picture: three provinces of which two merge, and a handful of indicators."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count

from giaoban.core.succession import Entity, Event, EventKind, Lineage
from giaoban.packs import Indicator, Source
from giaoban.warehouse import Frame, Reckoner, Row, Shelf

MERGER = date(2025, 7, 1)
NORTH, SOUTH, EAST, WHOLE = "province:north", "province:south", "province:east", "ministry:own"
JOINED = "province:joined-2025"
_numbers = count(1)


def indicator(code: str, rollup: str = "sum", over_time: str = "sum", **more: object) -> Indicator:
    given = {"unit": "tỷ đồng", "name": code, "good": "up", "headline": True, "frequency": ("month",), **more}
    return Indicator(code=code, sector="post", rollup=rollup, over_time=over_time, source=Source(""), **given)


INDICATORS = {
    one.code: one
    for one in (
        indicator("revenue"),
        indicator("points", over_time="last", unit="điểm"),
        indicator("covered", over_time="last", unit="thôn"),
        indicator("planned", over_time="last", unit="thôn"),
        indicator("share", "ratio_of_sums", "last", unit="%", numerator="covered", denominator="planned"),
        indicator("speed", "weighted_mean", "mean", unit="Mbps", weight="points"),
        indicator("rank", "not_additive", "last", unit="thứ hạng", good="down"),
        indicator("attacks", unit="cuộc", good="down"),
        indicator("yearly", over_time="last", unit="thứ hạng", frequency=("year",)),
        indicator("provinces", over_time="last", unit="tỉnh, thành phố"),
    )
}


def lineage() -> Lineage:
    provinces = [Entity(key, "province", key.partition(":")[2]) for key in (NORTH, SOUTH, EAST, JOINED)]
    return Lineage(provinces, [Event(EventKind.MERGE, MERGER, predecessors=(NORTH, SOUTH), successors=(JOINED,))])


def row(code: str, unit: str, period: str, value: str | int | None, scenario: str = "actual", **more: object) -> Row:
    amount = None if value is None else Decimal(value)
    given = {"status": "official", "demo": False, **more}
    return Row(next(_numbers), code, unit, period, scenario, value=amount, **given)


def reckoner(rows: Iterable[Row]) -> Reckoner:
    return Reckoner(Shelf(rows), Frame(INDICATORS, lineage()))
