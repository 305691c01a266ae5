"""The demonstration's figures add up to what was really published, to the last digit."""

from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from giaoban.core.periods import Period, from_code, month
from giaoban.core.units import find_unit
from giaoban.packs.load import load_packs, shipped
from giaoban.server.demo.figures import LAST_MONTH, MINISTRY, SEED, Figure, generate
from giaoban.server.demo.paths import apportion, meet_states, meet_totals
from giaoban.server.demo.profiles import load_profiles
from giaoban.server.demo.published import Published, load_published

PACKS = load_packs(shipped())


@pytest.fixture(scope="module")
def figures() -> list[Figure]:
    return generate(packs=PACKS)


@pytest.fixture(scope="module")
def standing(figures) -> dict[tuple[str, str, str, str], Figure]:
    """The version that stands, by indicator, entity, period and scenario."""
    return {(f.indicator, f.entity, f.period, f.scenario): f for f in sorted(figures, key=lambda f: f.version)}


@pytest.fixture(scope="module")
def totals(standing) -> dict[str, dict[Period, Decimal]]:
    """What the units generated come to, by indicator and period."""
    sums: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for (indicator, entity, period, scenario), figure in standing.items():
        if figure.demo and scenario == "actual" and not (entity == MINISTRY and _has_units(indicator)):
            sums[indicator][period] += figure.value
    return {code: {from_code(period): value for period, value in found.items()} for code, found in sums.items()}


def _has_units(indicator: str) -> bool:
    return any(profile.code == indicator and (profile.split or profile.of) for profile in load_profiles())


ANCHORED = [
    pytest.param(figure, id=f"{figure.indicator} {figure.period.code}")
    for figure in load_published()
    if figure.anchor and figure.indicator in {p.code for p in load_profiles() if p.split or p.of}
]
COMPARED = [pytest.param(f, id=f"{f.indicator} {f.period.code}") for f in load_published() if f.change is not None]
PLANNED = [pytest.param(f, id=f"{f.indicator} {f.period.code}") for f in load_published() if f.plan_share is not None]


def inside(period: Period, found: dict[Period, Decimal]) -> list[Decimal]:
    return [value for part, value in found.items() if period.start <= part.start and part.end <= period.end]


def generated(indicator: str, period: Period, totals: dict[str, dict[Period, Decimal]]) -> Decimal | None:
    """The figure of a period out of the generated ones; None where the published one stands alone for it."""
    found = totals.get(indicator, {})
    if PACKS.indicators[indicator].over_time == "sum":
        parts = inside(period, found)
        return sum(parts) if parts else None
    ending = [value for part, value in found.items() if part.end == period.end]
    return ending[0] if ending else None


@pytest.mark.parametrize("published", ANCHORED)
def test_what_the_units_reported_comes_to_the_published_total_exactly(totals, published: Published):
    assert generated(published.indicator, published.period, totals) == published.value


def test_what_the_ministry_reported_by_month_comes_to_the_published_total_too(totals):
    met = {
        (published.indicator, published.period.code): generated(published.indicator, published.period, totals)
        for published in load_published()
        if published.anchor
    }
    assert {key for key, value in met.items() if value is not None} >= {
        ("ict_industry.hardware_exports", "2022-C05"),
        ("ict_industry.hardware_exports", "2023-H1"),
        ("ict_industry.revenue_usd", "2022-C05"),
    }
    for published in load_published():
        assert met.get((published.indicator, published.period.code)) in (None, published.value), published


@pytest.mark.parametrize("published", COMPARED)
def test_the_published_change_comes_out_of_the_figures(standing, totals, published: Published):
    assert published.base is not None
    key = (published.indicator, MINISTRY, published.base.code, "actual")
    base = standing[key].value if key in standing else generated(published.indicator, published.base, totals)
    if base is None:
        pytest.skip("the base period is not reported for this indicator")
    change = published.value - base if published.absolute else (published.value / base - 1) * 100
    assert published.change is not None
    assert change.quantize(published.change, ROUND_HALF_UP) == published.change


@pytest.mark.parametrize("published", PLANNED)
def test_the_published_share_of_plan_comes_out_of_the_year_plan(standing, published: Published):
    plan = standing[published.indicator, MINISTRY, str(published.period.year), "plan"].value
    assert published.plan_share is not None
    share = (published.value / plan * 100).quantize(published.plan_share, ROUND_HALF_UP)
    assert share == published.plan_share


def test_every_published_figure_is_there_with_its_source_and_is_no_demonstration(figures):
    real = {(f.indicator, f.period): f for f in figures if not f.demo and f.scenario == "actual"}
    assert len(real) == len(load_published())
    for published in load_published():
        figure = real[published.indicator, published.told.code]
        assert (figure.value, figure.entity) == (published.value, MINISTRY)
        assert figure.citation
    assert all(f.citation for f in figures if not f.demo)


def test_the_same_seed_gives_the_same_figures_and_another_gives_others(figures):
    assert generate(SEED, PACKS) == figures
    assert generate(SEED + 1, PACKS) != figures


def test_units_are_those_of_the_day(figures):
    lineage = PACKS.entities
    reporting: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.indicator == "post.revenue" and figure.entity.startswith("province:"):
            reporting[figure.period].add(figure.entity)
    assert len(reporting["2025-06"]) == 63
    assert len(reporting["2025-07"]) == 34
    for period, entities in reporting.items():
        assert entities <= {unit.key for unit in lineage.at(from_code(period).end, "province")}
    assert {f.entity for f in figures} <= {unit.key for unit in lineage}


def test_a_merged_province_goes_on_at_the_size_of_its_forebears(totals, standing):
    lineage = PACKS.entities
    june = {
        entity: figure.value
        for (indicator, entity, period, _), figure in standing.items()
        if (indicator, period) == ("telecom.mobile_subscribers", "2025-06") and entity.startswith("province:")
    }
    told = lineage.restate(june, as_of=date(2025, 6, 30), boundaries=date(2025, 7, 31))
    for entity, value in told.values.items():
        july = standing.get(("telecom.mobile_subscribers", entity, "2025-07", "actual"))
        if july and value and not told.missing.get(entity):
            assert Decimal("0.95") < july.value / value < Decimal("1.05")


def test_a_part_is_never_more_than_its_whole(standing):
    for profile in load_profiles():
        if profile.of:
            for (indicator, entity, period, scenario), figure in standing.items():
                whole = standing.get((profile.of, entity, period, scenario))
                if indicator == profile.code and whole is not None and figure.demo and whole.demo:
                    assert figure.value <= whole.value, figure


def test_values_are_kept_in_the_unit_of_their_indicator_and_none_is_below_zero(figures):
    for figure in figures:
        assert figure.unit == find_unit(PACKS.indicators[figure.indicator].unit).code
        assert figure.value >= 0
        assert from_code(figure.period).end <= LAST_MONTH.end or figure.scenario == "plan"


def test_a_figure_has_one_version_of_each_number_and_a_later_one_is_recorded_later(figures):
    versions: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        versions[figure.indicator, figure.entity, figure.period, figure.scenario].append(figure)
    restated = [found for found in versions.values() if len(found) > 1]
    assert all([f.version for f in found] == list(range(1, len(found) + 1)) for found in versions.values())
    assert 10 <= len(restated) <= 20
    for first, second in restated:
        assert first.recorded_at < second.recorded_at
        assert first.value != second.value


def test_a_few_reports_are_missing_and_none_of_a_published_total(standing):
    def missing(code: str) -> set[str]:
        period = from_code(code)
        alive = {unit.key for unit in PACKS.entities.at(period.end, "province")}
        return {unit for unit in alive if ("post.revenue", unit, code, "actual") not in standing}

    assert len(missing(LAST_MONTH.code)) == 3
    assert all(not missing(month(2023, number).code) for number in range(1, 7))


def test_every_headline_indicator_has_figures(figures):
    covered = {figure.indicator for figure in figures}
    ratios = {"digital_government.services.full_share", "digital_government.services.online_files_share"}
    headlines = {code for code, indicator in PACKS.indicators.items() if indicator.headline}
    assert headlines - covered - ratios == set()


@pytest.mark.parametrize(
    ("total", "weights", "limits", "parts"),
    [
        (10, [1, 1, 1], None, [4, 3, 3]),
        (7, [5, 2, 0], None, [5, 2, 0]),
        (0, [1, 2], None, [0, 0]),
        (9, [8, 1, 1], [4, 9, 9], [4, 3, 2]),
    ],
)
def test_a_number_is_divided_without_remainder(total, weights, limits, parts):
    divided = apportion(total, weights, limits)
    assert sum(divided) == total
    assert limits is None or all(part <= limit for part, limit in zip(divided, limits, strict=True))
    if limits is None:
        assert divided == parts


def test_totals_inside_one_another_are_all_met():
    path = meet_totals([1.0] * 72, {(0, 4): 50, (0, 5): 70, (0, 11): 200, (3, 3): 1})
    assert (sum(path[0:5]), path[5], sum(path[0:12]), path[3]) == (50, 20, 200, 1)
    with pytest.raises(ValueError, match="cannot come to"):
        meet_totals([1.0] * 72, {(0, 0): 5, (0, 1): 3})


def test_stated_states_are_met_and_the_rest_bends_to_them():
    path = meet_states([100.0] * 72, {10: 200})
    assert path[10] == 200
    assert path[0] == path[71] == 200
