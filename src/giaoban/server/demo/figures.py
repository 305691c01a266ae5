"""The figures of the demonstration ministry, 2021-01 to 2026-10: the same for the same seed, to the last digit.

They add up exactly to what was really published; the published figures themselves come with their citation, the
rest is marked as demonstration. Units are those of the day: 63 provinces until June 2025, 34 from July.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from random import Random

from giaoban.core.periods import Period, from_code, half, month, quarter, year
from giaoban.core.rounding import round_half_up
from giaoban.core.units import Unit, find_unit
from giaoban.packs.load import Packs, load_packs
from giaoban.packs.model import Indicator
from giaoban.server.demo.division import Division, drawn
from giaoban.server.demo.paths import meet_states, meet_totals, rough_path
from giaoban.server.demo.profiles import FIRST_YEAR, MONTHS, Profile, load_profiles
from giaoban.server.demo.published import Published, anchors, load_published

MINISTRY = "ministry:tttt"
SEED = 2022
LAST_MONTH = month(2026, 10)
_HANOI = timezone(timedelta(hours=7))
# The step of a figure, in the unit it is kept in: a million đồng, ten thousand dollars, a hundredth of a percent.
_STEPS = {"VND": Decimal(1_000_000), "USD": Decimal(10_000), "percent": Decimal("0.01"), "điểm": Decimal("0.0001")}
_STEPS["bản/người"] = Decimal("0.01")
# Reports that never came: three provinces' in the last month, and some single ones of recent years.
_LATE, _LOST, _FULL_UNTIL = 3, 24, 2023
_RESTATED = 14
# 100 % in hundredths of a percent, and a full score in ten thousandths.
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation to record. `value` in the unit figures are kept in (`unit`); citation and url where published."""

    indicator: str
    entity: str
    period: str
    scenario: str
    status: str
    value: Decimal
    unit: str
    recorded_at: datetime
    citation: str = ""
    url: str = ""
    demo: bool = True
    version: int = 1


def generate(seed: int = SEED, packs: Packs | None = None) -> list[Figure]:
    """Every figure of the demonstration; of a restated one both versions, the earlier first."""
    return list(_World(seed, packs or load_packs()).figures())


@dataclass(frozen=True)
class _Base:
    """The shortest period an indicator is reported for, and how months make it up."""

    months: int

    def windows(self) -> Iterator[tuple[Period, int, int]]:
        for first in range(0, MONTHS, self.months):
            period = self._period(first)
            if period.end <= LAST_MONTH.end:
                yield period, first, first + self.months - 1

    def _period(self, first: int) -> Period:
        of_year, number = FIRST_YEAR + first // 12, first % 12 // self.months + 1
        makers = {1: month, 3: quarter, 6: half}
        return makers[self.months](of_year, number) if self.months in makers else year(of_year)


_BASES = {"month": _Base(1), "quarter": _Base(3), "half_year": _Base(6)}


class _World:
    def __init__(self, seed: int, packs: Packs) -> None:
        self.seed = seed
        self.packs = packs
        self.division = Division(seed, packs.entities)
        self.paths: dict[str, list[int]] = {}

    def figures(self) -> Iterator[Figure]:
        stated = [_stated(figure, self.packs.indicators[figure.indicator]) for figure in load_published()]
        taken = {(figure.indicator, figure.entity, figure.period) for figure in stated}
        yield from stated
        generated: list[Figure] = []
        for profile in load_profiles():
            generated += self._of_profile(profile)
            yield from self._plans(profile)
        generated = [f for f in generated if (f.indicator, f.entity, f.period) not in taken]
        yield from _restated(self._reported(generated), self._random("restated"))

    # The whole, month by month.

    def _of_profile(self, profile: Profile) -> Iterator[Figure]:
        indicator = self.packs.indicators[profile.code]
        self.paths[profile.code] = self._path(profile, indicator)
        base = next((base for name, base in _BASES.items() if name in indicator.frequency), _Base(12))
        for period, first, last in base.windows():
            if (last < profile.points[0][0] and profile.ramp) or not _due(indicator, period):
                continue
            whole = _over_time(indicator.over_time, self.paths[profile.code][first : last + 1])
            yield from self._figures_of(profile, indicator, period, whole)

    def _path(self, profile: Profile, indicator: Indicator) -> list[int]:
        step, scale = _step(indicator), find_unit(indicator.unit).scale
        rough = rough_path(profile, self._random(profile.code))
        if profile.of:
            return self._part_path(profile, rough)
        path = [value * float(scale) / float(step) for value in rough]
        met = {period: int(value / step) for period, value in anchors(profile.code).items()}
        if indicator.over_time == "sum":
            return meet_totals(path, {_window(period): total for period, total in met.items()})
        return meet_states(path, {_window(period)[1]: state for period, state in met.items()})

    def _part_path(self, profile: Profile, shares: Sequence[float]) -> list[int]:
        """A part of another path: never more than it, and as published where it was."""
        indicator = self.packs.indicators[profile.code]
        whole = self.paths[profile.of]
        path = [round(total * min(share, 100) / 100) for total, share in zip(whole, shares, strict=True)]
        for period, value in anchors(profile.code).items():
            path[_window(period)[1]] = int(value / _step(indicator))
        return path

    # The units of the day.

    def _figures_of(self, profile: Profile, indicator: Indicator, period: Period, whole: int) -> Iterator[Figure]:
        units = self.division.parts(profile, period, whole)
        if not units and profile.whole:
            yield _figure(indicator, MINISTRY, period, whole)
        for entity, part in units.items():
            yield _figure(indicator, entity, period, part)
        if profile.spread:
            # Where hardly anybody has it yet, provinces cannot differ much either.
            reach = profile.spread / float(_step(indicator)) * min(1.0, whole / 500)
            for entity, share in self.division.around(profile, period, whole, reach, _ALL):
                yield _figure(indicator, entity, period, share)

    # What did not arrive, and plans.

    def _reported(self, figures: Sequence[Figure]) -> Iterator[Figure]:
        """Leave out some reports: a few in the past, never of a published total, and three provinces' last month."""
        random = self._random("missing")
        late = set(random.sample(sorted(unit.key for unit in self.division.provinces(LAST_MONTH.end)), _LATE))
        closed = {code: _months_of(anchors(code)) for code in self.packs.indicators}
        open_to_loss = [
            place
            for place, figure in enumerate(figures)
            if figure.entity.startswith("province:")
            and figure.recorded_at.year > _FULL_UNTIL
            and not closed[figure.indicator] & _months_of([from_code(figure.period)])
        ]
        lost = set(random.sample(open_to_loss, _LOST))
        for place, figure in enumerate(figures):
            if place not in lost and not (figure.period == LAST_MONTH.code and figure.entity in late):
                yield figure

    def _plans(self, profile: Profile) -> Iterator[Figure]:
        """A plan for each year: as published, or from the published share of it, or a little above the figure."""
        indicator = self.packs.indicators[profile.code]
        stated = {f.period.year: f for f in reversed(load_published()) if f.indicator == profile.code and f.plan_share}
        for number in range(FIRST_YEAR, FIRST_YEAR + MONTHS // 12):
            published = stated.get(number)
            if published and (plan := published.derived_plan()) is not None:
                yield _plan(indicator, number, plan, published)
            elif profile.plan is not None:
                yield _plan(indicator, number, self._planned(profile, indicator, number), None)

    def _planned(self, profile: Profile, indicator: Indicator, number: int) -> Decimal:
        first = (number - FIRST_YEAR) * 12
        whole = _over_time(indicator.over_time, self.paths[profile.code][first : first + 12])
        off = self._random(f"{profile.code}:{number}:plan").uniform(-0.04, 0.04)
        # Offices plan in round figures: three digits that count.
        figure = Decimal(whole) * _step(indicator) * Decimal(str(round(1 + (profile.plan or 0) / 100 + off, 3)))
        return round_half_up(round_half_up(figure, min(0, 2 - figure.adjusted())), 0)  # 123000, not 1.23E+5

    def _random(self, name: str) -> Random:
        return drawn(self.seed, name)


def _due(indicator: Indicator, period: Period) -> bool:
    """The e-government survey comes out in even years only."""
    return "two_years" not in indicator.frequency or period.year % 2 == 0


def _over_time(rule: str, months: Sequence[int]) -> int:
    if rule == "sum":
        return sum(months)
    return round(sum(months) / len(months)) if rule == "mean" else months[-1]


def _window(period: Period) -> tuple[int, int]:
    return _number(period.start), _number(period.end)


def _number(day: date) -> int:
    return (day.year - FIRST_YEAR) * 12 + day.month - 1


def _months_of(periods: Mapping[Period, object] | Sequence[Period]) -> set[int]:
    return {number for first, last in map(_window, periods) for number in range(first, last + 1)}


def _step(indicator: Indicator) -> Decimal:
    return _STEPS.get(_unit(indicator).code, Decimal(1))


def _unit(indicator: Indicator) -> Unit:
    return find_unit(indicator.unit)


def _figure(indicator: Indicator, entity: str, period: Period, steps: int) -> Figure:
    value = steps * _step(indicator)
    lag = 3 + (len(entity) * 7 + period.end.month) % 12
    return Figure(
        indicator.code,
        entity,
        period.code,
        "actual",
        _status(period.end),
        value,
        _unit(indicator).code,
        _moment(period.end + timedelta(days=lag)),
    )


def _status(end: date) -> str:
    if end.year < LAST_MONTH.year:
        return "official"
    return "preliminary" if end.month < LAST_MONTH.end.month - 1 else "estimate"


def _moment(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), _HANOI)


def _stated(figure: Published, indicator: Indicator) -> Figure:
    citation = f"{figure.citation} ({figure.note})" if figure.note else figure.citation
    return Figure(
        figure.indicator,
        MINISTRY,
        figure.told.code,
        "actual",
        figure.status,
        figure.value,
        _unit(indicator).code,
        _moment(figure.recorded, 17),
        citation,
        figure.url,
        demo=False,
    )


def _plan(indicator: Indicator, number: int, value: Decimal, published: Published | None) -> Figure:
    given = published is not None and published.plan is not None
    citation = published.citation if published else ""
    if published and not given:
        citation = f"Suy ra từ tỷ lệ {published.plan_share}% kế hoạch: {citation}".replace(".", ",", 1)
    return Figure(
        indicator.code,
        MINISTRY,
        year(number).code,
        "plan",
        "official",
        value,
        _unit(indicator).code,
        _moment(date(number, 1, 10)),
        citation,
        published.url if published else "",
        demo=not given,
    )


def _restated(figures: Iterator[Figure], random: Random) -> Iterator[Figure]:
    """Some figures were first reported otherwise and corrected some weeks later; what stands is the correction."""
    everyone = list(figures)
    places = [place for place, figure in enumerate(everyone) if figure.entity.startswith("province:") and figure.value]
    chosen = set(random.sample(places, min(_RESTATED, len(places))))
    for place, figure in enumerate(everyone):
        if place not in chosen:
            yield figure
            continue
        step = _STEPS.get(figure.unit, Decimal(1))
        first = round_half_up(figure.value * Decimal(str(round(random.uniform(0.9, 0.98), 3))) / step, 0) * step
        yield replace(figure, value=first, status="estimate")
        yield replace(figure, version=2, recorded_at=figure.recorded_at + timedelta(days=random.randint(12, 20)))
