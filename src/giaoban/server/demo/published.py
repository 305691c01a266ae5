"""The figures that were really published, and what the monthly figures must add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import rtoml

from giaoban.core.periods import Period, from_code
from giaoban.core.rounding import round_half_up
from giaoban.core.units import find_unit

_FILE = Path(__file__).with_name("published.toml")


@dataclass(frozen=True)
class Published:
    """One published figure; `value`, `base_value` and `plan` in the unit figures are kept in (đồng, not tỷ đồng)."""

    indicator: str
    period: Period
    told: Period  # as the source tells it: a day inside `period`, the period itself for most
    value: Decimal
    scale: Decimal
    status: str
    citation: str
    url: str
    recorded: date
    anchor: bool = True
    change: Decimal | None = None
    absolute: bool = False
    base: Period | None = None
    base_value: Decimal | None = None
    plan_share: Decimal | None = None
    plan: Decimal | None = None
    note: str = ""

    def derived_base(self) -> Decimal | None:
        """A figure of the base period that gives the published change, to its last printed digit."""
        if self.base_value is not None or self.change is None:
            return self.base_value
        if self.absolute:
            return self.value - self.change
        exact = self.value / (1 + self.change / 100)
        return _shortest(exact, self.scale, lambda base: (self.value / base - 1) * 100, self.change)

    def derived_plan(self) -> Decimal | None:
        """The published plan of the year, or one that gives the published share of plan."""
        if self.plan is not None or self.plan_share is None:
            return self.plan
        exact = self.value / (self.plan_share / 100)
        return _shortest(exact, self.scale, lambda plan: self.value / plan * 100, self.plan_share)


def _shortest(exact: Decimal, scale: Decimal, compare: Any, printed: Decimal) -> Decimal:
    """The roundest figure that still gives the printed comparison: whole display units where they suffice."""
    places = -int(printed.as_tuple().exponent)
    for digits in range(7):
        step = scale.scaleb(-digits)
        figure = round_half_up(exact / step, 0) * step
        if figure and round_half_up(compare(figure), places) == printed:
            return figure
    return round_half_up(exact, 0)


@lru_cache(maxsize=1)
def load_published() -> tuple[Published, ...]:
    """Every published figure, in the order of the file."""
    content = rtoml.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_published(row, content["sources"]) for row in content["figure"])


def _published(row: Mapping[str, Any], sources: Mapping[str, Any]) -> Published:
    scale = find_unit(row["unit"]).scale
    source = sources[row["source"]]

    def kept(name: str) -> Decimal | None:
        return Decimal(row[name]) * scale if name in row else None

    return Published(
        indicator=row["indicator"],
        period=from_code(row["period"]),
        told=from_code(row.get("told", row["period"])),
        value=Decimal(row["value"]) * scale,
        scale=scale,
        status=row["status"],
        citation=source["text"],
        url=source.get("url", ""),
        recorded=source["recorded"],
        anchor=row.get("anchor", True),
        change=Decimal(row["change"]) * (scale if "change_unit" in row else 1) if "change" in row else None,
        absolute=row.get("change_unit") == "absolute",
        base=from_code(row["base"]) if "base" in row else None,
        base_value=kept("base_value"),
        plan_share=Decimal(row["plan_share"]) if "plan_share" in row else None,
        plan=kept("plan"),
        note=row.get("note", ""),
    )


def anchors(indicator: str) -> dict[Period, Decimal]:
    """What the figures of an indicator must come to, by period: published ones, then the bases of their changes."""
    return dict(_anchors(indicator))


def _anchors(indicator: str) -> Iterator[tuple[Period, Decimal]]:
    own = [figure for figure in load_published() if figure.indicator == indicator and figure.anchor]
    stated = {figure.period for figure in own}
    for figure in own:
        yield figure.period, figure.value
        base = figure.derived_base()
        if base is not None and figure.base is not None and figure.base not in stated:
            yield figure.base, base
