"""A reading as JSON: the contract `giaoban.reading/1`, described in docs/reading.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from .model import Change, Deadline, Directive, Event, Figure, Finding, PeriodRef, Plan, Reading, Span, Target

SCHEMA = "giaoban.reading/1"


def to_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain values for `json.dumps`; numbers are int where whole, else float."""
    return {
        "schema": SCHEMA,
        "file": reading.file,
        "characters": len(reading.text),
        "event": _event(reading.event),
        "figures": [_figure(figure) for figure in reading.figures],
        "directives": [_directive(directive) for directive in reading.directives],
        "targets": [_target(target) for target in reading.targets],
        "findings": [_finding(finding) for finding in reading.findings],
        "notes": list(reading.notes),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _numbers(values: Iterable[Decimal]) -> list[int | float | None]:
    return [_number(value) for value in values]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> dict[str, Any]:
    return {"quote": span.quote, "start": span.start}


def _period(period: PeriodRef | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "label": period.label,
        "start": _day(period.start),
        "end": _day(period.end),
        "inherited": period.inherited,
    }


def _event(event: Event | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {
        "kind": event.kind,
        "reporting_period": _period(event.reporting_period),
        "dates": [_day(day) for day in event.dates],
        "chair": event.chair,
        "online_points": event.online_points,
        "mode": event.mode,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    indicator = figure.indicator
    return {
        **_span(figure.span),
        "value": _number(figure.value),
        "unit": figure.unit,
        "value_min": _number(figure.value_min),
        "value_max": _number(figure.value_max),
        "readings": _numbers(figure.readings),
        "approx": figure.approx,
        "hedge": figure.hedge,
        "numerator": _number(figure.numerator),
        "denominator": _number(figure.denominator),
        "indicator": {"text": indicator.text, "code": indicator.code, "score": _number(indicator.score)}
        if indicator
        else None,
        "sector": figure.sector,
        "period": _period(figure.period),
        "as_of": _day(figure.as_of),
        "changes": [_change(change) for change in figure.changes],
        "plans": [_plan(plan) for plan in figure.plans],
        "confidence": _number(figure.confidence),
        "cell": figure.cell,
    }


def _change(change: Change) -> dict[str, Any]:
    amount = None if change.amount is None else {"value": _number(change.amount), "unit": change.amount_unit}
    return {
        "direction": change.direction,
        "percent": _number(change.percent),
        "amount": amount,
        "times": _number(change.times),
        "base": change.base,
        "base_value": _number(change.base_value),
        **_span(change.span),
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "percent": _number(plan.percent),
        "period": plan.period,
        "value": _number(plan.value),
        **_span(plan.span),
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {"text": deadline.text, "date": _day(deadline.date), "rhythm": deadline.rhythm}


def _directive(directive: Directive) -> dict[str, Any]:
    return {
        **_span(directive.span),
        "assignees": list(directive.assignees),
        "assignee_inferred": directive.assignee_inferred,
        "action": directive.action,
        "deadline": _deadline(directive.deadline),
        "sector": directive.sector,
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        **_span(target.span),
        "indicator": target.indicator,
        "value": _number(target.value),
        "unit": target.unit,
        "value_min": _number(target.value_min),
        "value_max": _number(target.value_max),
        "by": target.by,
        "sector": target.sector,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        **_span(finding.span),
        "message": finding.message,
        "figures": list(finding.figures),
        "computed": _number(finding.computed),
        "stated": _number(finding.stated),
    }
