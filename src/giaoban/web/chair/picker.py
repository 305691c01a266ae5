"""The bar that says what a page is of: period, boundaries, known-as-of; and the way to the period before and after."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from giaoban.core.periods import (
    Kind,
    Period,
    cumulative,
    half,
    month,
    nine_months,
    previous,
    quarter,
    same_period_last_year,
    year,
)
from giaoban.web.chair.printing import period_name
from giaoban.web.chair.state import MERGER, REPORTED, TODAY, State

FIRST_YEAR = 2019


@dataclass(frozen=True)
class Option:
    value: str
    name: str
    chosen: bool = False


@dataclass(frozen=True)
class Group:
    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Step:
    name: str
    href: str


@dataclass(frozen=True)
class Picker:
    """Everything the bar shows; `boundaries` is empty on pages that have no units."""

    years: tuple[Option, ...]
    parts: tuple[Group, ...]
    boundaries: tuple[Option, ...]
    state: State
    back: Step
    forward: Step | None
    year_ago: Step


def picker_of(state: State, *, with_boundaries: bool = False) -> Picker:
    """The bar for a state."""
    back, ago = previous(state.period), same_period_last_year(state.period)
    ahead = _next(state.period)
    return Picker(
        _years(state.period.year),
        _parts(state.period),
        _boundaries(state.boundaries) if with_boundaries else (),
        state,
        Step(period_name(back), state.query(period=back)),
        Step(period_name(ahead), state.query(period=ahead)) if ahead else None,
        Step(period_name(ago), state.query(period=ago)),
    )


def _years(chosen: int) -> tuple[Option, ...]:
    this = timezone.localdate().year
    years = sorted({*range(FIRST_YEAR, this + 1), chosen}, reverse=True)
    return tuple(Option(str(year), str(year), year == chosen) for year in years)


def _parts(period: Period) -> tuple[Group, ...]:
    chosen = period.code.partition("-")[2]
    kinds = {
        _("Cả năm, 6 tháng, 9 tháng"): {
            "": _("Cả năm"),
            "H1": _("6 tháng đầu năm"),
            "H2": _("6 tháng cuối năm"),
            "9M": _("9 tháng đầu năm"),
        },
        _("Quý"): {f"Q{number}": _("Quý %(roman)s") % {"roman": roman} for number, roman in enumerate(ROMAN, start=1)},
        _("Tháng"): {f"{number:02}": _("Tháng %(number)d") % {"number": number} for number in range(1, 13)},
        _("Lũy kế từ đầu năm"): {
            f"C{number:02}": _("%(number)d tháng đầu năm") % {"number": number} for number in (2, 4, 5, 7, 8, 10, 11)
        },
    }
    groups = [
        Group(name, tuple(Option(part, said, part == chosen) for part, said in parts.items()))
        for name, parts in kinds.items()
    ]
    if not any(option.chosen for group in groups for option in group.options):
        groups.append(Group(_("Kỳ khác"), (Option(chosen, period_name(period), True),)))
    return tuple(groups)


ROMAN = ("I", "II", "III", "IV")


def _boundaries(chosen: str) -> tuple[Option, ...]:
    merger = MERGER.isoformat()
    names = {
        REPORTED: _("Như đã báo cáo"),
        "2025-06-30": _("63 tỉnh, thành phố (trước 01/7/2025)"),
        merger: _("34 tỉnh, thành phố (từ 01/7/2025)"),
        TODAY: _("Hôm nay"),
    }
    if chosen not in names:
        names[chosen] = chosen
    return tuple(Option(value, name, value == chosen) for value, name in names.items())


def _next(period: Period) -> Period | None:
    """The period that has this one just before it; None where it has not begun."""
    ahead = _after(period)
    return ahead if ahead is not None and ahead.start <= timezone.localdate() else None


def _after(period: Period) -> Period | None:
    match period.kind:
        case Kind.MONTH:
            return month(period.year + period.number // 12, period.number % 12 + 1)
        case Kind.QUARTER:
            return quarter(period.year + period.number // 4, period.number % 4 + 1)
        case Kind.HALF:
            return half(period.year + period.number // 2, period.number % 2 + 1)
        case Kind.NINE_MONTHS:
            return nine_months(period.year + 1)
        case Kind.YEAR:
            return year(period.year + 1)
        case Kind.CUMULATIVE:
            return cumulative(period.year + 1, period.number)
        case _:
            return None


__all__ = ["Picker", "picker_of"]
