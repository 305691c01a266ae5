"""What is owed for a period, and what is only not yet there."""

from __future__ import annotations

from datetime import date

import pytest
from desk import indicator

from giaoban.core.periods import from_code
from giaoban.warehouse.due import is_due


@pytest.mark.parametrize(
    ("frequency", "period", "due"),
    [
        pytest.param("year", "2025", True, id="a yearly rank is owed for the year"),
        pytest.param("year", "2025-05", False, id="and not for May"),
        pytest.param("year", "2025-C10", False, id="nor for ten months"),
        pytest.param("quarter", "2025-Q3", True, id="a share of each quarter is owed for a quarter"),
        pytest.param("quarter", "2025-H1", True, id="and for two quarters together"),
        pytest.param("quarter", "2025-C10", False, id="and not for ten months"),
        pytest.param("half_year", "2025-9M", False, id="a half-year does not close with nine months"),
        pytest.param("month", "2025-C10", True, id="what comes monthly closes with ten months"),
        pytest.param("month", "2025", True, id="and with the year"),
        pytest.param("cumulative", "2025-C10", True, id="what is told since new year is owed for ten months"),
        pytest.param("cumulative", "2025-10", False, id="and not for October alone"),
        pytest.param("month", "2025-04-01..2025-05-31", False, id="nobody owes a free span"),
        pytest.param("day", "2025-05-26", True, id="what comes daily is owed for a day"),
        pytest.param("month", "2025-05-26", False, id="what comes monthly is not"),
    ],
)
def test_the_frequency_tells_what_is_owed(frequency: str, period: str, due: bool) -> None:
    assert is_due(indicator("one", frequency=(frequency,)), from_code(period)) is due


def test_nothing_is_owed_before_its_period_is_over() -> None:
    one = indicator("one", frequency=("month",))
    assert not is_due(one, from_code("2025-05"), today=date(2025, 5, 30))
    assert is_due(one, from_code("2025-05"), today=date(2025, 5, 31))


def test_what_is_told_every_two_years_is_not_owed_the_year_after() -> None:
    one = indicator("one", frequency=("two_years",))
    assert not is_due(one, from_code("2025"), last=from_code("2024"))
    assert is_due(one, from_code("2026"), last=from_code("2024"))
