"""From a figure and its comparisons to the sentence an office would write; reading it back gives the same figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from giaoban.core.comparisons import Change, Share
from giaoban.core.periods import Kind, Period, month
from giaoban.core.rounding import round_half_up
from giaoban.core.totals import Total
from giaoban.core.units import find_unit
from giaoban.packs.model import Indicator
from giaoban.wording.numbers import (
    NOT_REPORTED,
    format_amount,
    format_date,
    format_number,
    format_percent,
    format_points,
    format_ratio,
    printed_value,
)

RANK = "thứ hạng"
"""The unit of a place in a list: it has no amount, and a smaller number is a rise."""

MANY_TIMES = Decimal(200)
"""From this rise in percent on, offices say "gấp 3 lần" and not "tăng 200%". Source: habit of printed reports."""


@dataclass(frozen=True)
class Statement:
    """All that one sentence says. `value` is in the unit's own code (đồng for "tỷ đồng"); None is not reported.

    `stock` figures are counted up to a day and not over a period; `as_of` names that day where it is not the period's
    end. `places` rounds the figure to at most so many decimals of its scale; what rounding changed is said: "gần",
    "hơn". `whole` turns the value into the first part of "1.438/2.418".
    """

    subject: str
    value: Decimal | None
    unit: str
    period: Period | None = None
    estimate: bool = False
    stock: bool = False
    as_of: date | None = None
    good: Literal["up", "down", "none"] = "up"
    places: int | None = None
    whole: Decimal | None = None
    weight: Share | None = None
    changes: tuple[Change, ...] = ()
    plan: Share | None = None
    coverage: Total | None = None


def state(
    indicator: Indicator,
    value: Decimal | None,
    period: Period | None,
    *,
    estimate: bool = False,
    changes: tuple[Change, ...] = (),
    plan: Share | None = None,
    coverage: Total | None = None,
) -> Statement:
    """What is to be said of an indicator: its name, unit, good direction, and whether it is a stock."""
    return Statement(
        subject=indicator.name,
        value=value,
        unit=indicator.unit,
        period=period,
        estimate=estimate,
        stock=indicator.over_time == "last" and indicator.unit != RANK and find_unit(indicator.unit).kind == "count",
        good=indicator.good,
        changes=changes,
        plan=plan,
        coverage=coverage,
    )


def sentence(statement: Statement, *, with_period: bool = True, with_versions: bool = False) -> str:
    """One whole sentence: lead, subject, verb, figure, weight, changes, share of plan, coverage.

    `with_versions` adds in brackets which version of the base and of the plan the percentages were taken from.
    """
    opening = lead(statement) if with_period else ""
    subject = lower_first(statement.subject) if opening else upper_first(statement.subject)
    body = f"{subject} {said_figure(statement)}"
    if statement.value is not None:
        body += "".join(f", {part}" for part in _comparisons(statement))
    brackets = [*_coverage(statement.coverage), *(_versions(statement) if with_versions else ())]
    return f"{opening}{body}{''.join(f' ({bracket})' for bracket in brackets)}."


def lead(statement: Statement) -> str:
    """The words that say when, with the comma: "Trong tháng 5/2022, ", "Tính đến hết tháng 4/2022, "; or ""."""
    if statement.as_of:
        return f"Tính đến ngày {format_date(statement.as_of)}, "
    period = statement.period
    if period is None:
        return ""
    if statement.stock and period.months and period.calendar != "decree-09-2019":
        return f"Tính đến hết {_close(period)}, "
    if statement.stock:
        return f"Tính đến ngày {format_date(period.end)}, "
    if period.kind is Kind.DAY or period.label.startswith("từ "):
        return f"{upper_first(period.label)}, "
    return f"Trong {lower_first(period.label)}, "


def said_figure(statement: Statement) -> str:
    """Verb and figure: "ước đạt 27.477 tỷ đồng", "là 847 cuộc", "ở vị trí thứ 71", "chưa có số liệu"."""
    if statement.value is None:
        return NOT_REPORTED["vi"]
    if statement.unit == RANK:
        return f"ở vị trí thứ {format_number(statement.value)}"
    if statement.whole is not None:
        return f"{_verb(statement, '')} {format_ratio(statement.value, statement.whole, statement.unit)}"
    amount = format_amount(abs(statement.value), statement.unit, statement.places)
    hedge = _hedge(statement)
    if statement.value < 0:  # a loss is not reached, and a dash before a figure is passed over
        return " ".join(word for word in ("ước" if statement.estimate else "là", hedge, "âm", amount) if word)
    return " ".join(word for word in (_verb(statement, hedge), hedge, amount) if word)


def said_change(change: Change, unit: str) -> str:
    """A change and its base: "tăng 5,48% so với cùng kỳ năm 2022", "gấp 3 lần so với tháng 4/2022"; "" for none."""
    if change.direction is None or change.amount is None:
        return ""
    versus = f" so với {change.base_label}" if change.base_label else ""
    if change.direction == "same":
        return f"không đổi{versus}"
    if unit != RANK and change.percent is not None and change.percent >= MANY_TIMES and change.times is not None:
        return f"gấp {format_number(_short(change.times))} lần{versus}"
    verb = "tăng" if (change.direction == "up") != (unit == RANK) else "giảm"
    return f"{verb} {_size(change, unit)}{versus}"


def said_plan(plan: Share, good: Literal["up", "down", "none"] = "up") -> str:
    """A share of plan: "đạt 43,78% kế hoạch năm 2023", "vượt 10,8% kế hoạch năm 2024"; "" where there is none.

    Of what should fall, a plan is a ceiling and is neither reached nor passed: "bằng 43,78% kế hoạch".
    """
    if plan.percent is None:
        return ""
    name = plan.whole_label or "kế hoạch"
    over = round_half_up(plan.percent, 2) - 100
    if good == "down":
        return f"bằng {format_percent(plan.percent)} {name}"
    if 0 < over <= 100:
        return f"vượt {format_percent(over)} {name}"
    return f"đạt {format_percent(plan.percent)} {name}"


def lower_first(text: str) -> str:
    """A name inside a sentence: "doanh thu …"; names in capitals and Internet keep theirs."""
    word = text.split(" ", 1)[0]
    kept = word.isupper() or word == "Internet" or any(letter.isupper() or letter.isdigit() for letter in word[1:])
    return text if kept else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A name at the opening of a sentence."""
    return text[:1].upper() + text[1:]


def _comparisons(statement: Statement) -> Iterable[str]:
    weight = statement.weight
    if weight and weight.percent is not None:
        yield f"chiếm {format_percent(weight.percent)} {weight.whole_label}".rstrip()
    changes = [said for change in statement.changes if (said := said_change(change, statement.unit))]
    if changes:
        yield " và ".join(changes)
    if statement.plan and statement.unit != RANK and (plan := said_plan(statement.plan, statement.good)):
        yield plan


def _verb(statement: Statement, hedge: str) -> str:
    """What should rise is reached (đạt); what should fall, or is neither, simply is (là)."""
    if statement.good == "up":
        return "ước đạt" if statement.estimate else "đạt"
    if statement.estimate:
        return "ước" if hedge else "ước khoảng"
    return "là"


def _hedge(statement: Statement) -> str:
    """ "gần" where rounding went up, "hơn" where it went down, nothing where it changed nothing."""
    if statement.value is None:
        return ""
    printed = printed_value(statement.value, statement.unit, statement.places)
    if printed == statement.value:
        return ""
    return "gần" if abs(printed) > abs(statement.value) else "hơn"


def _size(change: Change, unit: str) -> str:
    amount = abs(change.amount or Decimal(0))
    if unit == RANK:
        return f"{format_number(amount)} bậc"
    if change.points is not None:
        return format_points(abs(change.points))
    if change.percent is not None:
        return format_percent(abs(change.percent))
    in_points = find_unit(unit).kind == "percent" if unit else False
    return format_points(amount) if in_points else format_amount(amount, unit)


def _short(times: Decimal) -> Decimal:
    """Times are told with one decimal, as in "gấp 2,6 lần"."""
    return round_half_up(times, 1)


def _close(period: Period) -> str:
    """What a stock is counted up to: the year or quarter itself, else the last month: "hết tháng 6/2024"."""
    if period.kind in {Kind.YEAR, Kind.QUARTER}:
        return lower_first(period.label)
    months = period.months or (1, 12)
    return month(period.year, months[1]).label


def _coverage(coverage: Total | None) -> list[str]:
    return [] if coverage is None or coverage.complete else [f"số liệu của {coverage.coverage_label}"]


def _versions(statement: Statement) -> list[str]:
    told = [
        f"{change.base_label or 'gốc so sánh'}: {change.base_version}"
        for change in statement.changes
        if change.base_version
    ]
    if statement.plan and statement.plan.whole_version:
        told.append(f"{statement.plan.whole_label or 'kế hoạch'}: {statement.plan.whole_version}")
    return ["; ".join(told)] if told else []
