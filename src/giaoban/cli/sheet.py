"""The figures of readings as CSV lines, one head for all files."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from giaoban.reading.model import Change, Figure, Plan, Reading

COLUMNS = (
    "file", "start", "quote", "value", "value_min", "value_max", "unit", "approx", "numerator", "denominator",
    "indicator", "code", "sector", "period", "period_start", "period_end", "as_of", "changes", "plans",
    "confidence", "cell",
)  # fmt: skip

# What a spreadsheet would run: words of a report are put in as words, by the mark that spreadsheets know.
FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d)")


class Sheet:
    """Writes readings one after the other; the head stands before the first."""

    def __init__(self) -> None:
        self._begun = False

    def lines(self, reading: Reading) -> str:
        """The figures of one reading, numbers in base units with a decimal point."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        if not self._begun:
            writer.writerow(COLUMNS)
            self._begun = True
        writer.writerows(_row(reading.file, figure) for figure in reading.figures)
        return buffer.getvalue()


def _row(file: str | None, figure: Figure) -> list[str]:
    indicator, period = figure.indicator, figure.period
    values = (
        file, figure.span.start, figure.span.quote, figure.value, figure.value_min, figure.value_max, figure.unit,
        "yes" if figure.approx else "no", figure.numerator, figure.denominator, indicator.text if indicator else None,
        indicator.code if indicator else None, figure.sector, period.label if period else None,
        period.start if period else None, period.end if period else None, figure.as_of,
        "; ".join(map(_change, figure.changes)), "; ".join(map(_plan, figure.plans)), figure.confidence, figure.cell,
    )  # fmt: skip
    return [_plain(value) for value in values]


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    text = "" if value is None else str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _change(change: Change) -> str:
    size = f"{_plain(change.percent)}%" if change.percent is not None else ""
    amount = f"{_plain(change.amount)} {change.amount_unit or ''}".strip() if change.amount is not None else ""
    times = f"×{_plain(change.times)}" if change.times is not None else ""
    parts = (change.direction, size, amount, times, f"({change.base})" if change.base else "")
    return " ".join(part for part in parts if part)


def _plan(plan: Plan) -> str:
    share = f"{_plain(plan.percent)}%" if plan.percent is not None else ""
    return " ".join(part for part in (share, f"({plan.period})" if plan.period else "") if part)
