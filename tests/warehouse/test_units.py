"""Units ranked in chosen boundaries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from desk import EAST, JOINED, MERGER, NORTH, SOUTH, WHOLE, reckoner, row
from hypothesis import given
from hypothesis import strategies as st

from giaoban.core.periods import from_code
from giaoban.warehouse import UnitTable, rank_units

BEFORE = date(2025, 6, 30)


def half_years() -> list:
    """H1/2025 of the three old provinces and H1/2026 of the two new ones."""
    rows = [
        row("revenue", NORTH, "2025-H1", 10),
        row("revenue", SOUTH, "2025-H1", 20),
        row("revenue", EAST, "2025-H1", 40),
    ]
    return [*rows, row("revenue", JOINED, "2026-H1", 33), row("revenue", EAST, "2026-H1", 50)]


def amounts(table: UnitTable) -> dict[str, Decimal | None]:
    return {unit.entity: unit.value.amount for unit in table.units}


def test_as_reported_the_units_are_those_of_the_day() -> None:
    table = rank_units(reckoner(half_years()), "revenue", from_code("2025-H1"))
    assert amounts(table) == {EAST: 40, SOUTH: 20, NORTH: 10}
    assert [unit.rank for unit in table.units] == [1, 2, 3]


def test_in_later_boundaries_a_merged_unit_has_the_sum_and_the_rows_of_both() -> None:
    table = rank_units(reckoner(half_years()), "revenue", from_code("2025-H1"), MERGER)
    joined = next(unit for unit in table.units if unit.entity == JOINED)
    assert (joined.value.amount, {row.entity for row in joined.value.rows}) == (30, {NORTH, SOUTH})


def test_a_change_through_a_merger_compares_like_with_like() -> None:
    table = rank_units(reckoner(half_years()), "revenue", from_code("2026-H1"))
    joined = next(unit for unit in table.units if unit.entity == JOINED)
    assert (joined.base.amount, joined.change.percent) == (30, 10)


def test_in_earlier_boundaries_a_merged_figure_is_unallocated_and_not_guessed() -> None:
    table = rank_units(reckoner(half_years()), "revenue", from_code("2026-H1"), BEFORE)
    assert amounts(table) == {EAST: 50, NORTH: None, SOUTH: None}
    assert table.unallocated == 33


def test_a_merged_unit_with_a_silent_forebear_is_partial() -> None:
    rows = [row("revenue", NORTH, "2025-H1", 10), row("revenue", EAST, "2025-H1", 40)]
    table = rank_units(reckoner(rows), "revenue", from_code("2025-H1"), MERGER)
    joined = next(unit for unit in table.units if unit.entity == JOINED)
    assert (joined.value.partial, joined.value.missing) == (True, (SOUTH,))


def test_a_ratio_of_a_merged_unit_is_made_again_from_its_sums() -> None:
    rows = [row("covered", NORTH, "2025-06", 1), row("planned", NORTH, "2025-06", 2)]
    rows += [row("covered", SOUTH, "2025-06", 90), row("planned", SOUTH, "2025-06", 98)]
    table = rank_units(reckoner(rows), "share", from_code("2025-06"), MERGER)
    assert amounts(table)[JOINED] == 91


def test_equal_figures_share_a_rank_and_silent_units_have_none() -> None:
    rows = [row("revenue", NORTH, "2025-01", 7), row("revenue", SOUTH, "2025-01", 7)]
    table = rank_units(reckoner(rows), "revenue", from_code("2025-01"))
    assert [unit.rank for unit in table.units] == [1, 1, None]


def test_a_published_total_says_nothing_of_a_province() -> None:
    rows = [
        row("revenue", WHOLE, "2025", 900),
        *(row("revenue", EAST, f"2025-{month:02}", 1) for month in range(1, 13)),
    ]
    assert amounts(rank_units(reckoner(rows), "revenue", from_code("2025")))[EAST] == 12


values = st.lists(st.integers(-(10**12), 10**12), min_size=3, max_size=3)


@given(values, st.sampled_from([None, BEFORE, MERGER, date(2030, 1, 1)]))
def test_no_boundaries_change_the_total(reported: Iterable[int], boundaries: date | None) -> None:
    rows = [row("revenue", unit, "2025-01", value) for unit, value in zip((NORTH, SOUTH, EAST), reported, strict=True)]
    table = rank_units(reckoner(rows), "revenue", from_code("2025-01"), boundaries)
    known = [amount for amount in amounts(table).values() if amount is not None]
    assert sum(known, table.unallocated) == sum(reported)


def test_a_stock_in_earlier_boundaries_keeps_what_cannot_be_told_apart() -> None:
    rows = [row("points", JOINED, "2026-06", 33), row("points", EAST, "2026-06", 50)]
    table = rank_units(reckoner(rows), "points", from_code("2026-H1"), BEFORE)
    north = next(unit for unit in table.units if unit.entity == NORTH)
    assert (north.value.amount, north.value.undivided, table.unallocated) == (None, (JOINED,), 33)
