"""Comparisons: the published test vectors, what cannot be reckoned, and laws that hold for all figures."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from worked_tables import number, rows

from giaoban.core.comparisons import (
    Measure,
    change,
    change_bounds,
    contribution,
    contribution_to_growth,
    round_half_up,
    share_of_plan,
)
from giaoban.core.errors import UnitError

FIGURES = st.decimals(-(10**15), 10**15, places=3)
POSITIVE = st.decimals("0.001", 10**15, places=3)


def by_measure(row: dict[str, str]) -> str:
    return row.get("measure", "")


@pytest.mark.parametrize("row", rows("changes"), ids=by_measure)
def test_a_published_change_follows_from_its_figures(row):
    result = change(number(row["value"]), number(row["base"]), unit=row["unit"])
    assert round_half_up(result.percent, 2) == number(row["reckoned"])
    printed = number(row["printed"])
    assert round_half_up(result.percent, -printed.as_tuple().exponent) == printed
    assert result.direction == ("up" if printed > 0 else "down")


@pytest.mark.parametrize("row", rows("rounded inputs"), ids=by_measure)
def test_rounded_figures_allow_a_range_of_changes(row):
    value, base, step = (number(row[name]) for name in ("value", "base", "step"))
    lowest, highest = change_bounds(value, base, value_step=step, base_step=step)
    assert round_half_up(change(value, base).percent, 2) == number(row["reckoned"])
    assert (round_half_up(lowest, 2), round_half_up(highest, 2)) == (number(row["lowest"]), number(row["highest"]))
    assert lowest < number(row["printed"]) < highest


@pytest.mark.parametrize("row", rows("restated bases"), ids=by_measure)
def test_a_change_names_the_version_of_its_base(row):
    result = change(number(row["value"]), number(row["base"]), base_label="cùng kỳ", base_version=row["base version"])
    assert round_half_up(result.percent, 2) == number(row["reckoned"])
    assert (result.base_label, result.base_version) == ("cùng kỳ", row["base version"])


@pytest.mark.parametrize("row", rows("shares of plan"), ids=by_measure)
def test_a_share_of_plan_names_the_version_of_the_plan(row):
    result = share_of_plan(number(row["value"]), number(row["plan"]), plan_version=row["plan version"])
    printed = number(row["printed"])
    assert round_half_up(result.percent, 2) == number(row["reckoned"])
    assert (round_half_up(result.percent, -printed.as_tuple().exponent) == printed) == (row["agrees"] == "yes")
    assert result.whole_version == row["plan version"]
    assert result.rest == number(row["plan"]) - number(row["value"])


@pytest.mark.parametrize("row", rows("implied plans"), ids=by_measure)
def test_an_implied_plan_gives_the_printed_share(row):
    plan = number(row["implied plan"])
    assert round_half_up(number(row["value"]) * 100 / number(row["printed"]), 0) == plan
    assert round_half_up(share_of_plan(number(row["value"]), plan).percent, 1) == number(row["printed"])


@pytest.mark.parametrize("row", rows("no answer"), ids=lambda row: row["why not"] or row["change"])
def test_what_cannot_be_reckoned_says_why(row):
    result = change(number(row["value"]), number(row["base"]), unit=row["unit"])
    told = result.points if result.measure is Measure.POINTS else result.percent
    assert told == number(row["change"])
    assert (result.why_not or "") == row["why not"]


@pytest.mark.parametrize("row", rows("rounding"), ids=lambda row: row["value"])
def test_a_half_rounds_away_from_zero(row):
    assert round_half_up(number(row["value"]), int(row["places"])) == number(row["rounded"])


def test_two_percentages_differ_in_points_unless_the_relative_change_is_asked():
    points = change(Decimal("93.5"), Decimal("85"), unit="percent")
    relative = change(Decimal("93.5"), Decimal("85"), unit="percent", measure=Measure.RELATIVE)
    assert (points.measure, points.points, points.percent) == (Measure.POINTS, Decimal("8.5"), None)
    assert (relative.measure, relative.points, relative.percent) == (Measure.RELATIVE, None, Decimal(10))


def test_a_count_does_not_change_in_points():
    with pytest.raises(UnitError) as refused:
        change(Decimal(5), Decimal(4), unit="thuê bao", measure=Measure.POINTS)
    assert refused.value.code == "points_need_percentages"


def test_not_reported_has_no_direction_and_no_times():
    result = change(None, Decimal(3))
    assert (result.direction, result.times, result.amount) == (None, None, None)
    assert change(Decimal(26), Decimal(10)).times == Decimal("2.6")


@given(POSITIVE, POSITIVE)
def test_the_base_grown_by_the_change_is_the_figure(value: Decimal, base: Decimal):
    result = change(value, base)
    assert abs(base + base * result.percent / 100 - value) <= abs(value + base) * Decimal("1e-20")
    assert result.direction == ("up" if value > base else "down" if value < base else "same")


@given(FIGURES, FIGURES)
def test_a_change_there_and_back_cancels(one: Decimal, other: Decimal):
    assert change(one, other).amount == -change(other, one).amount


@given(st.lists(st.tuples(POSITIVE, POSITIVE), min_size=1, max_size=12))
def test_contributions_add_up_to_the_growth_of_the_whole(parts):
    whole, whole_base = sum(now for now, _ in parts), sum(before for _, before in parts)
    told = sum(contribution_to_growth(now, before, whole_base) for now, before in parts)
    assert abs(told - change(whole, whole_base).percent) < Decimal("1e-12") * (1 + abs(told))
    weights = sum(contribution(now, whole).percent for now, _ in parts)
    assert abs(weights - 100) < Decimal("1e-20")


@given(POSITIVE, POSITIVE, st.integers(0, 3))
def test_the_bounds_hold_every_figure_that_prints_alike(value: Decimal, base: Decimal, places: int):
    step = Decimal(1).scaleb(-places)
    assume(round_half_up(base, places) > step)
    bounds = change_bounds(round_half_up(value, places), round_half_up(base, places), value_step=step, base_step=step)
    assert bounds[0] - Decimal("1e-12") <= change(value, base).percent <= bounds[1] + Decimal("1e-12")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30), st.integers(-3, 12))
def test_rounding_moves_a_figure_by_half_a_step_at_most(value: Decimal, places: int):
    assert abs(round_half_up(value, places) - value) <= Decimal(1).scaleb(-places) / 2 + Decimal("1e-20")
