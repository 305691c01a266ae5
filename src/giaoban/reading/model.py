"""What the reader finds in a text. The JSON form of these is the contract `giaoban.reading/1` (docs/reading.md).

Offsets count Unicode characters of the text as read; `text[start:start + len(quote)] == quote` always holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Direction = Literal["up", "down", "same"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Span:
    """A stretch of the text that was read."""

    quote: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.quote)


@dataclass(frozen=True)
class PeriodRef:
    """The period a figure speaks of; `label` as an office writes it ("tháng 4/2022")."""

    label: str
    start: date
    end: date
    inherited: bool = False


@dataclass(frozen=True)
class Change:
    """A stated change: percent, or an amount in base units, or times ("gấp 2,6 lần")."""

    span: Span
    direction: Direction
    percent: Decimal | None = None
    amount: Decimal | None = None
    amount_unit: str | None = None
    times: Decimal | None = None
    base: str | None = None
    base_value: Decimal | None = None


@dataclass(frozen=True)
class Plan:
    """A stated share of plan, in percent; `value` is the plan itself where it is printed."""

    span: Span
    percent: Decimal | None
    period: str | None = None
    value: Decimal | None = None


@dataclass(frozen=True)
class IndicatorMatch:
    """The words that name the indicator, and the pack code they match best."""

    text: str
    code: str | None = None
    score: Decimal = Decimal(0)


@dataclass(frozen=True)
class Figure:
    """One figure; `value` in base units (đồng, not tỷ đồng), None for a range."""

    span: Span
    value: Decimal | None
    unit: str
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    readings: tuple[Decimal, ...] = ()
    hedge: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    indicator: IndicatorMatch | None = None
    sector: str = "khác"
    period: PeriodRef | None = None
    as_of: date | None = None
    changes: tuple[Change, ...] = ()
    plans: tuple[Plan, ...] = ()
    confidence: Decimal = Decimal(1)
    cell: str | None = None  # "bảng 1, hàng 2, cột 3" when it stood in a table

    @property
    def approx(self) -> bool:
        return self.hedge is not None


@dataclass(frozen=True)
class Deadline:
    """When a directive is due: the words, a date where they fix one, a rhythm where they repeat."""

    text: str
    date: date | None = None
    rhythm: str | None = None


@dataclass(frozen=True)
class Directive:
    """Somebody with authority telling somebody to do something."""

    span: Span
    assignees: tuple[str, ...]
    assignee_inferred: bool
    action: str
    deadline: Deadline | None
    sector: str


@dataclass(frozen=True)
class Target:
    """A goal for a future date."""

    span: Span
    indicator: str
    value: Decimal | None
    unit: str | None
    by: str | None
    sector: str
    value_min: Decimal | None = None
    value_max: Decimal | None = None


@dataclass(frozen=True)
class Finding:
    """A contradiction inside the text, in one Vietnamese sentence: where, what, what to do."""

    rule: str
    severity: Severity
    span: Span
    message: str
    figures: tuple[int, ...] = ()
    computed: Decimal | None = None
    stated: Decimal | None = None


@dataclass(frozen=True)
class Event:
    """The conference or meeting that the text reports."""

    kind: str
    dates: tuple[date, ...] = ()
    reporting_period: PeriodRef | None = None
    chair: str | None = None
    online_points: int | None = None
    mode: str | None = None


@dataclass(frozen=True)
class Reading:
    """Everything read from one text."""

    text: str
    file: str | None = None
    event: Event | None = None
    figures: tuple[Figure, ...] = ()
    directives: tuple[Directive, ...] = ()
    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = field(default=())
