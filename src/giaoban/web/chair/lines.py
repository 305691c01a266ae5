"""The line of an indicator: its values as points in display units, with words to read it aloud by."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from giaoban.core.periods import Kind, Period
from giaoban.packs import Indicator
from giaoban.warehouse import Value
from giaoban.web.chair.printing import language, name_of, number_text, period_name, unit_words
from giaoban.web.chair.sector_tables import in_display_unit
from giaoban.web.charts import Drawing, Point, trend_chart

ENOUGH = 2


def line_of(trend: Sequence[Value], indicator: Indicator) -> str:
    """The chart as SVG; empty where fewer than two periods have a figure."""
    known = [value for value in trend if value.amount is not None]
    if len(known) < ENOUGH:
        return ""
    points = [
        Point(place, short_name(value.period), in_display_unit(value.amount, indicator), partial=value.partial)
        for place, value in enumerate(trend)
    ]
    first, last = known[0], known[-1]
    described = _("Từ %(first)s %(unit)s ở %(from)s đến %(last)s %(unit)s ở %(until)s.") % {
        "first": number_text(first.amount, indicator.unit) if first.amount is not None else "",
        "last": number_text(last.amount, indicator.unit) if last.amount is not None else "",
        "from": period_name(first.period),
        "until": period_name(last.period),
        "unit": unit_words(indicator.unit, language()),
    }
    drawing = Drawing("chart-" + indicator.code.replace(".", "-"), name_of(indicator), described)
    return trend_chart(points, drawing, language=language())


def short_name(period: Period) -> str:
    """The name of a period under an axis: "T4/25", "QI/25", "2025"."""
    match period.kind:
        case Kind.MONTH:
            return f"{period.number}/{period.year}"
        case Kind.QUARTER:
            return f"Q{period.number}/{period.year}"
        case _:
            return str(period.year)
