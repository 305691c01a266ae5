"""Which reported periods make up a longer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.core.periods import from_code
from giaoban.warehouse.tiling import closing, tile

MONTHS = [f"2024-{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("period", "reported", "parts"),
    [
        pytest.param("2024-H1", ["2024-H1", *MONTHS], ["2024-H1"], id="a period reported as such is taken as it is"),
        pytest.param(
            "2024-H1",
            ["2024-Q1", *MONTHS],
            ["2024-Q1", "2024-04", "2024-05", "2024-06"],
            id="a quarter and three months",
        ),
        pytest.param("2024-9M", ["2024-H1", "2024-Q3"], ["2024-H1", "2024-Q3"], id="a half-year and a quarter"),
        pytest.param(
            "2024-C05",
            ["2024-C02", "2024-03", "2024-04", "2024-05"],
            ["2024-C02", "2024-03", "2024-04", "2024-05"],
            id="a running total and the months since",
        ),
        pytest.param(
            "2024",
            ["2024-Q1", "2024-C05", "2024-04", "2024-05", "2024-06", "2024-H2"],
            ["2024-C05", "2024-06", "2024-H2"],
            id="the fewest parts, none overlapping",
        ),
    ],
)
def test_a_longer_period_is_covered_by_reported_ones(period: str, reported: list[str], parts: list[str]) -> None:
    assert [part.code for part in tile(from_code(period), reported).parts] == parts


def test_months_that_nobody_reported_are_named() -> None:
    assert [gap.code for gap in tile(from_code("2024-Q1"), ["2024-01", "2024-03"]).gaps] == ["2024-02"]


def test_a_day_is_not_made_of_other_days() -> None:
    assert tile(from_code("2024-05-26"), ["2024-05-25"]).parts == ()


def test_the_close_of_a_period_is_the_shortest_reported_one_that_ends_with_it() -> None:
    assert closing(from_code("2024-H1"), ["2024-Q2", "2024-06", "2024-05"]).code == "2024-06"
    assert closing(from_code("2024-H1"), ["2024-05"]) is None


@given(
    st.sets(st.sampled_from([*MONTHS, "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-H2", "2024-C05"]))
)
def test_parts_and_gaps_are_the_year_exactly_once(reported: set[str]) -> None:
    tiling = tile(from_code("2024"), reported)
    months = [number for part in (*tiling.parts, *tiling.gaps) for number in range(part.months[0], part.months[1] + 1)]
    assert sorted(months) == list(range(1, 13))
