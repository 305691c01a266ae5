"""Totals over units and over time, each with what it was made of: "61/63 đơn vị". Worked tables: docs/reckoning.md.

What is not reported is left out and named, never counted as 0; a total of nothing is None.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from giaoban.core.errors import PeriodError
from giaoban.core.periods import Kind, Period, run_of_months
from giaoban.core.rounding import add, divide, multiply, subtract

Parts = Mapping[str, Decimal | None]


class Rule(StrEnum):
    """How an indicator is put together from its parts; a pack states one for units and one for time."""

    SUM = "sum"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"
    RATIO_OF_SUMS = "ratio_of_sums"
    LAST = "last"
    MAX = "max"
    NOT_ADDITIVE = "not_additive"


@dataclass(frozen=True)
class Total:
    """A total and its coverage: how many parts were reported, how many were expected, which are missing, in order.

    `taken_from` is the part that gave the value, for the rules that choose one (last, max).
    """

    rule: Rule
    value: Decimal | None
    reported: int
    expected: int
    missing: tuple[str, ...] = ()
    taken_from: str | None = None

    @property
    def complete(self) -> bool:
        return self.reported == self.expected

    @property
    def coverage_label(self) -> str:
        """ "61/63 đơn vị"."""
        return self.coverage("đơn vị")

    def coverage(self, noun: str) -> str:
        """The coverage with another noun: "4/5 tháng", "30/34 tỉnh, thành phố"."""
        return f"{self.reported}/{self.expected} {noun}"


def total(
    rule: Rule | str,
    parts: Parts,
    *,
    weights: Parts | None = None,
    numerators: Parts | None = None,
    denominators: Parts | None = None,
    per: Decimal = Decimal(100),
) -> Total:
    """Put parts together by a rule; the order of `parts` is the order of time for `last`.

    `weighted_mean` needs `weights`; `ratio_of_sums` needs `numerators` and `denominators` and gives `per` × their
    ratio (100 for a percentage and for "thuê bao/100 dân"), the parts' own values playing no role. A part whose
    weight, numerator or denominator is missing counts as not reported. `not_additive` gives no value, unless there is
    only one part. Raises TypeError when what a rule needs is not given.
    """
    rule = Rule(rule)
    if rule is Rule.RATIO_OF_SUMS:
        return _ratio_of_sums(parts, _needed(numerators, rule), _needed(denominators, rule), per)
    if rule is Rule.WEIGHTED_MEAN:
        return _weighted_mean(parts, _needed(weights, rule))
    known = {name: value for name, value in parts.items() if value is not None}
    value, taken_from = _plain_total(rule, known, only_one=len(parts) == 1)
    return _covered(rule, value, parts, known.keys(), taken_from)


def accumulate(rule: Rule | str, months: Mapping[Period, Decimal | None]) -> dict[Period, Total]:
    """Running totals from the first month of a year: for each month given, the period to date and its total.

    The months from January that are not in `months` count as not reported. Only for rules without weights.
    Raises PeriodError `not_months_of_one_year`.
    """
    if any(period.kind is not Kind.MONTH for period in months) or len({(m.year, m.calendar) for m in months}) > 1:
        raise PeriodError("not_months_of_one_year", periods=", ".join(period.label for period in months))
    by_number = {period.number: value for period, value in months.items()}
    running = {}
    for period in sorted(months):
        parts = {f"tháng {number}": by_number.get(number) for number in range(1, period.number + 1)}
        running[run_of_months(period.year, 1, period.number, period.calendar)] = total(rule, parts)
    return running


def increment(to_date: Decimal | None, to_date_before: Decimal | None) -> Decimal | None:
    """One month out of two cumulative figures; None where either is not reported."""
    return None if to_date is None or to_date_before is None else subtract(to_date, to_date_before)


def _plain_total(rule: Rule, known: Mapping[str, Decimal], *, only_one: bool) -> tuple[Decimal | None, str | None]:
    if not known:
        return None, None
    match rule:
        case Rule.SUM:
            return add(known.values()), None
        case Rule.MEAN:
            return divide(add(known.values()), Decimal(len(known))), None
        case Rule.LAST:
            name = list(known)[-1]
            return known[name], name
        case Rule.MAX:
            name = max(known, key=known.__getitem__)
            return known[name], name
        case _:
            return (next(iter(known.values())) if only_one else None), None


def _weighted_mean(parts: Parts, weights: Parts) -> Total:
    known = {
        name: (value, weight)
        for name, value in parts.items()
        if value is not None and (weight := weights.get(name)) is not None
    }
    whole = add(weight for _, weight in known.values())
    weighed = add(multiply(value, weight) for value, weight in known.values())
    return _covered(Rule.WEIGHTED_MEAN, divide(weighed, whole) if whole else None, parts, known.keys())


def _ratio_of_sums(parts: Parts, numerators: Parts, denominators: Parts, per: Decimal) -> Total:
    expected = parts or {**numerators, **denominators}
    known = {
        name: (over, under)
        for name in expected
        if (over := numerators.get(name)) is not None and (under := denominators.get(name)) is not None
    }
    whole = add(under for _, under in known.values())
    value = divide(multiply(add(over for over, _ in known.values()), per), whole) if whole else None
    return _covered(Rule.RATIO_OF_SUMS, value, expected, known.keys())


def _covered(
    rule: Rule, value: Decimal | None, expected: Parts, known: Collection[str], taken_from: str | None = None
) -> Total:
    missing = tuple(name for name in expected if name not in known)
    return Total(rule, value, len(expected) - len(missing), len(expected), missing, taken_from)


def _needed(given: Parts | None, rule: Rule) -> Parts:
    if given is None:
        raise TypeError(f"{rule.value} needs weights, or numerators and denominators")
    return given
