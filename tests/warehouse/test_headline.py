"""A headline: change, judgement, share of plan, trend."""

from __future__ import annotations

from decimal import Decimal

import pytest
from desk import EAST, NORTH, SOUTH, WHOLE, reckoner, row

from giaoban.core.comparisons import round_half_up
from giaoban.core.periods import from_code
from giaoban.warehouse import draw_headline


def test_the_published_half_year_of_post_is_told_as_it_was_published() -> None:
    """H1/2023: 27,477 billion đồng; H1/2024: 33,790; the rise recomputed is 22.98 % (published as 22 %)."""
    rows = [row("revenue", WHOLE, "2023-H1", 27_477), row("revenue", WHOLE, "2024-H1", 33_790)]
    change = draw_headline(reckoner(rows), "revenue", from_code("2024-H1")).change
    assert round_half_up(change.percent or Decimal(0), 2) == Decimal("22.98")
    assert change.base_label == "6 tháng đầu năm 2023"


@pytest.mark.parametrize(
    ("code", "before", "now", "judged"),
    [
        pytest.param("revenue", 10, 12, "good", id="more revenue is good"),
        pytest.param("revenue", 12, 10, "bad", id="less revenue is bad"),
        pytest.param("attacks", 837, 915, "bad", id="more attacks are bad"),
        pytest.param("attacks", 10, 10, "even", id="no change is neither"),
        pytest.param("revenue", None, 10, "even", id="nothing to compare with is neither"),
    ],
)
def test_a_change_is_judged_by_the_direction_that_is_good(code: str, before: int | None, now: int, judged: str) -> None:
    rows = [row(code, WHOLE, "2023-11", now), row(code, WHOLE, "2022-11", before)]
    assert draw_headline(reckoner(rows), code, from_code("2023-11")).judged == judged


def test_a_month_is_set_against_the_years_plan_by_the_year_so_far() -> None:
    rows = [row("revenue", WHOLE, f"2024-{month:02}", 10) for month in (1, 2, 3)]
    headline = draw_headline(
        reckoner([*rows, row("revenue", WHOLE, "2024", 120, "plan")]), "revenue", from_code("2024-03")
    )
    assert (headline.value.amount, headline.done.amount, headline.share.percent) == (10, 30, 25)
    assert not headline.behind


def test_a_flow_short_of_the_years_pace_is_behind() -> None:
    rows = [row("revenue", WHOLE, "2024-H1", 40), row("revenue", WHOLE, "2024", 100, "plan")]
    headline = draw_headline(reckoner(rows), "revenue", from_code("2024-H1"))
    assert (headline.elapsed, headline.behind) == (50, True)


def test_without_a_figure_the_last_one_before_is_named() -> None:
    headline = draw_headline(reckoner([row("rank", WHOLE, "2022", 36)]), "rank", from_code("2024-03"))
    assert headline.value.amount is None
    assert headline.latest is not None
    assert (headline.latest.amount, headline.latest.period.code) == (36, "2022")


def test_a_trend_of_half_years_is_of_half_years_where_no_months_were_reported() -> None:
    rows = [row("revenue", WHOLE, f"{year}-H1", year) for year in range(2020, 2025)]
    trend = draw_headline(reckoner(rows), "revenue", from_code("2024-H1")).trend
    assert [value.amount for value in trend] == [None, 2020, 2021, 2022, 2023, 2024]


def test_a_trend_of_months_keeps_its_gaps() -> None:
    rows = [row("revenue", WHOLE, f"2024-{month:02}", month) for month in (1, 2, 4, 5, 6)]
    trend = draw_headline(reckoner(rows), "revenue", from_code("2024-06")).trend
    assert [value.amount for value in trend[-6:]] == [1, 2, None, 4, 5, 6]


def test_where_units_are_missing_the_same_units_are_compared() -> None:
    """Two of three provinces so far: 20 against 30 would read as a fall of a third, though both rose by a tenth."""
    rows = [row("revenue", unit, "2024-01", 10) for unit in (NORTH, SOUTH, EAST)]
    rows += [row("revenue", unit, "2025-01", 11) for unit in (NORTH, SOUTH)]
    headline = draw_headline(reckoner(rows), "revenue", from_code("2025-01"))
    assert (headline.value.amount, headline.change.percent, headline.compared) == (22, 10, 2)
    assert headline.judged == "good"


def test_where_all_reported_the_totals_are_compared() -> None:
    rows = [row("revenue", unit, f"{year}-01", 10) for unit in (NORTH, SOUTH, EAST) for year in (2024, 2025)]
    headline = draw_headline(reckoner(rows), "revenue", from_code("2025-01"))
    assert (headline.change.percent, headline.compared) == (0, 0)


def test_a_stock_that_is_told_each_quarter_has_a_line_of_quarters() -> None:
    rows = [row("points", WHOLE, f"{year}-Q{number}", number) for year in (2022, 2023, 2024) for number in range(1, 5)]
    trend = draw_headline(reckoner(rows), "points", from_code("2024")).trend
    assert [value.period.code for value in trend[-2:]] == ["2024-Q3", "2024-Q4"]
    assert None not in [value.amount for value in trend]


def test_a_figure_of_another_period_that_closes_in_the_month_is_near_with_its_own_change() -> None:
    rows = [row("revenue", WHOLE, "2022-C05", 1321), row("revenue", WHOLE, "2021-C05", 1200)]
    headline = draw_headline(reckoner(rows), "revenue", from_code("2022-05"))
    assert (headline.standing, headline.value.amount) == ("near", None)
    assert headline.near is not None
    assert (headline.near.value.period.code, headline.near.value.amount) == ("2022-C05", 1321)
    assert round_half_up(headline.near.change.percent or Decimal(0), 1) == Decimal("10.1")


def test_what_was_told_months_ago_is_not_near_but_missing() -> None:
    headline = draw_headline(reckoner([row("revenue", WHOLE, "2022-03", 10)]), "revenue", from_code("2022-05"))
    assert (headline.standing, headline.near) == ("missing", None)


def test_a_figure_that_nobody_owes_for_the_period_is_not_missing() -> None:
    desk = reckoner([row("yearly", WHOLE, "2021", 36)])
    assert draw_headline(desk, "yearly", from_code("2022-05")).standing == "not_due"
    assert draw_headline(desk, "yearly", from_code("2022")).standing == "missing"


def test_a_count_of_provinces_is_not_compared_across_a_merger() -> None:
    """Three provinces, then two: all of them both times, and no fall of a third."""
    rows = [row("provinces", WHOLE, "2024-12", 3), row("provinces", WHOLE, "2025-12", 2)]
    headline = draw_headline(reckoner(rows), "provinces", from_code("2025-12"))
    assert (headline.recounted, headline.change.percent, headline.judged) == ((3, 2), None, "even")
    assert [value.amount for value in headline.trend if value.amount is not None] == [2]


def test_a_count_of_provinces_is_compared_where_there_were_as_many() -> None:
    rows = [row("provinces", WHOLE, "2023-12", 1), row("provinces", WHOLE, "2024-12", 2)]
    headline = draw_headline(reckoner(rows), "provinces", from_code("2024-12"))
    assert (headline.recounted, headline.change.percent) == (None, 100)
