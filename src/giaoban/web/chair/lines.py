"""The line of an indicator: its values as points in display units, with words to read it aloud by."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from giaoban.core.periods import Kind, Period
from giaoban.packs import Indicator
from giaoban.warehouse import Value
from giaoban.web.chair.printing import from_first, language, name_of, number_text, period_name, unit_words
from giaoban.web.chair.sector_tables import in_display_unit
from giaoban.web.charts import Drawing, Point, print_chart, trend_chart

ENOUGH = 2


def line_of(trend: Sequence[Value], indicator: Indicator) -> str:
    """The chart as SVG; empty where fewer than two periods have a figure."""
    if not _is_line(trend):
        return ""
    trend = from_first(trend)
    return trend_chart(_points(trend, indicator), _drawing(trend, indicator), language=language())


def line_file(trend: Sequence[Value], indicator: Indicator, ending: str) -> bytes | None:
    """The chart as a file; None where there is no line to draw."""
    if not _is_line(trend):
        return None
    trend = from_first(trend)
    return print_chart(_points(trend, indicator), _drawing(trend, indicator), ending, language=language())


def _is_line(trend: Sequence[Value]) -> bool:
    return sum(value.amount is not None for value in trend) >= ENOUGH


def _points(trend: Sequence[Value], indicator: Indicator) -> list[Point]:
    return [
        Point(place, short_name(value.period), in_display_unit(value.amount, indicator), partial=value.partial)
        for place, value in enumerate(trend)
    ]


def _drawing(trend: Sequence[Value], indicator: Indicator) -> Drawing:
    """The words the chart is read aloud by: where it begins and where it ends."""
    known = [value for value in trend if value.amount is not None]
    first, last = known[0], known[-1]
    unit = unit_words(indicator.unit, language())
    described = _("Từ %(first)s %(unit)s ở %(from)s đến %(last)s %(unit)s ở %(until)s.") % {
        "first": number_text(first.amount or Decimal(0), indicator.unit),
        "last": number_text(last.amount or Decimal(0), indicator.unit),
        "from": period_name(first.period),
        "until": period_name(last.period),
        "unit": unit,
    }
    return Drawing(
        "chart-" + indicator.code.replace(".", "-"),
        name_of(indicator),
        described,
        unit_words(indicator.unit, language()),
    )


def short_name(period: Period) -> str:
    """The name of a period under an axis: "4/2025", "Q1/2025", "2025"."""
    match period.kind:
        case Kind.MONTH:
            return f"{period.number}/{period.year}"
        case Kind.QUARTER:
            return f"Q{period.number}/{period.year}"
        case _:
            return str(period.year)
