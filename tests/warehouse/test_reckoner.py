"""Figures of the whole: published ones, totals, and what travels with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from desk import EAST, JOINED, NORTH, SOUTH, WHOLE, reckoner, row
from hypothesis import given
from hypothesis import strategies as st

from giaoban.core.periods import from_code


def test_a_total_says_how_many_units_it_speaks_for_and_which_are_missing() -> None:
    value = reckoner([row("revenue", NORTH, "2025-01", 10), row("revenue", EAST, "2025-01", 5)]).whole(
        "revenue", from_code("2025-01")
    )
    assert (value.amount, value.reported, value.expected, value.missing) == (15, 2, 3, (SOUTH,))


def test_a_figure_published_for_the_period_stands_before_any_total() -> None:
    rows = [row("revenue", NORTH, "2025-01", 10), row("revenue", WHOLE, "2025-01", 99)]
    value = reckoner(rows).whole("revenue", from_code("2025-01"))
    assert (value.amount, value.observation) == (99, rows[1].id)


def test_what_nobody_reported_is_none_and_never_zero() -> None:
    assert reckoner([]).whole("revenue", from_code("2025-01")).amount is None


def test_five_months_of_six_are_not_a_half_year() -> None:
    rows = [row("revenue", WHOLE, f"2025-{month:02}", month) for month in (1, 2, 3, 4, 6)]
    value = reckoner(rows).whole("revenue", from_code("2025-H1"))
    assert value.amount is None
    assert [gap.code for gap in value.gaps] == ["2025-05"]


def test_a_withdrawn_figure_counts_as_not_reported() -> None:
    value = reckoner([row("revenue", NORTH, "2025-01", None), row("revenue", EAST, "2025-01", 5)]).whole(
        "revenue", from_code("2025-01")
    )
    assert (value.amount, value.missing) == (5, (NORTH, SOUTH))


def test_a_flow_is_added_over_months_and_a_stock_is_taken_at_the_close() -> None:
    rows = [row("revenue", WHOLE, f"2025-{month:02}", 10) for month in (1, 2, 3)]
    rows += [row("points", WHOLE, f"2025-{month:02}", 100 + month) for month in (1, 2, 3)]
    desk = reckoner(rows)
    assert desk.whole("revenue", from_code("2025-Q1")).amount == 30
    assert desk.whole("points", from_code("2025-Q1")).amount == 103


def test_a_ratio_is_made_of_its_sums_and_not_of_ratios() -> None:
    rows = [row("covered", NORTH, "2025-01", 1), row("planned", NORTH, "2025-01", 2)]
    rows += [row("covered", SOUTH, "2025-01", 90), row("planned", SOUTH, "2025-01", 98)]
    rows += [row("covered", EAST, "2025-01", 0), row("planned", EAST, "2025-01", 0)]
    assert reckoner(rows).whole("share", from_code("2025-01")).amount == Decimal(91)


def test_a_weighted_mean_uses_its_weights() -> None:
    rows = [row("speed", NORTH, "2025-01", 10), row("speed", SOUTH, "2025-01", 20), row("speed", EAST, "2025-01", 30)]
    rows += [row("points", NORTH, "2025-01", 1), row("points", SOUTH, "2025-01", 1), row("points", EAST, "2025-01", 2)]
    assert reckoner(rows).whole("speed", from_code("2025-01")).amount == Decimal("22.5")


def test_what_does_not_add_has_no_total_of_units() -> None:
    rows = [row("rank", NORTH, "2025-01", 1), row("rank", SOUTH, "2025-01", 2)]
    assert reckoner(rows).whole("rank", from_code("2025-01")).amount is None


def test_one_province_that_reported_the_half_year_does_not_hide_the_months_of_the_others() -> None:
    units = (NORTH, SOUTH, EAST)
    rows = [row("revenue", unit, f"2025-{month:02}", 1) for unit in units for month in range(1, 7)]
    rows.append(row("revenue", NORTH, "2025-H1", 6))
    value = reckoner(rows).whole("revenue", from_code("2025-H1"))
    assert (value.amount, value.reported, value.expected) == (18, 3, 3)


def test_a_year_through_a_merger_adds_both_halves() -> None:
    rows = [row("revenue", unit, "2025-H1", 10) for unit in (NORTH, SOUTH, EAST)]
    rows += [row("revenue", unit, "2025-H2", 10) for unit in (JOINED, EAST)]
    assert reckoner(rows).whole("revenue", from_code("2025")).amount == 50


def test_units_of_two_kinds_do_not_count_twice() -> None:
    rows = [row("revenue", NORTH, "2025-01", 10), row("revenue", "enterprise:post", "2025-01", 10)]
    assert reckoner(rows).whole("revenue", from_code("2025-01")).amount == 10


def test_a_figure_made_of_an_estimate_is_an_estimate() -> None:
    rows = [row("revenue", NORTH, "2025-01", 1, status="estimate"), row("revenue", EAST, "2025-01", 1)]
    value = reckoner(rows).whole("revenue", from_code("2025-01"))
    assert (value.estimate, value.version) == (True, "estimate")


def test_an_enterprise_that_never_reported_is_not_missing_one_that_did_is() -> None:
    rows = [row("attacks", "enterprise:a", "2025-01", 1), row("attacks", "enterprise:b", "2025-01", 2)]
    rows.append(row("attacks", "enterprise:a", "2025-02", 3))
    value = reckoner(rows).whole("attacks", from_code("2025-02"))
    assert (value.reported, value.expected, value.missing) == (1, 2, ("enterprise:b",))


def test_a_state_told_for_a_day_stands_for_its_month_where_nothing_else_does() -> None:
    value = reckoner([row("points", WHOLE, "2022-05-26", 26)]).whole("points", from_code("2022-05"))
    assert (value.amount, value.period.code, value.rows[0].period) == (26, "2022-05", "2022-05-26")


def test_a_state_of_a_day_stands_for_no_later_month_and_no_flow_is_a_state() -> None:
    desk = reckoner([row("points", WHOLE, "2022-05-26", 26), row("revenue", WHOLE, "2022-05-26", 26)])
    assert desk.whole("points", from_code("2022-06")).amount is None
    assert desk.whole("revenue", from_code("2022-05")).amount is None


@pytest.mark.parametrize(
    ("month", "stands"),
    [
        pytest.param({"demo": False}, 30, id="a real figure of the month stands before a day inside it"),
        pytest.param({"demo": True}, 26, id="a generated one gives way to the day that was really told"),
    ],
)
def test_of_a_month_and_a_day_inside_it_one_stands(month: dict[str, bool], stands: int) -> None:
    rows = [row("points", WHOLE, "2022-05", 30, **month), row("points", WHOLE, "2022-05-26", 26)]
    assert reckoner(rows).whole("points", from_code("2022-05")).amount == stands


def test_total_of_few_provinces_gives_way_to_the_state_told_for_the_whole() -> None:
    rows = [row("points", NORTH, "2022-05", 5), row("points", WHOLE, "2022-05-26", 26)]
    assert reckoner(rows).whole("points", from_code("2022-05")).amount == 26


LATER = st.lists(
    st.tuples(
        st.sampled_from(["revenue", "covered", "planned", "points"]),
        st.sampled_from([NORTH, SOUTH, EAST, WHOLE]),
        st.sampled_from(["2024-01", "2024-02", "2024-Q1", "2024-02-10"]),
        st.one_of(st.none(), st.integers(1, 50)),
    ),
    max_size=8,
)


@given(first=LATER, later=LATER)
def test_what_came_in_later_makes_the_same_picture_as_all_at_once(first: Any, later: Any) -> None:
    asked = [(code, period) for code in ("revenue", "share", "points") for period in ("2024-01", "2024-02", "2024-Q1")]
    before, after = [row(*told) for told in first], [row(*told) for told in later]
    grown = reckoner(before)
    for code, period in asked:
        grown.whole(code, from_code(period))
    grown = grown.after(after)
    whole = reckoner([*before, *after])
    for code, period in asked:
        assert grown.whole(code, from_code(period)).amount == whole.whole(code, from_code(period)).amount
