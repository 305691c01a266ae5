"""The picture of a sector and of the ministry."""

from __future__ import annotations

from datetime import date

from desk import EAST, INDICATORS, NORTH, SOUTH, WHOLE, indicator, reckoner, row

from giaoban.core.periods import from_code
from giaoban.packs import Sector
from giaoban.warehouse import draw_ministry, draw_sector

POST = Sector("post", "Bưu chính")


def test_each_unit_that_owes_figures_is_named_with_what_it_owes() -> None:
    rows = [
        row("revenue", NORTH, "2025-01", 1),
        row("attacks", NORTH, "2025-01", 1),
        row("attacks", SOUTH, "2025-01", 1),
    ]
    picture = draw_sector(reckoner(rows), POST, INDICATORS.values(), from_code("2025-01"))
    assert [one.indicator.code for one in picture.missing[SOUTH]] == ["revenue"]


def test_what_nobody_ever_reported_is_silent_and_not_drawn() -> None:
    picture = draw_sector(
        reckoner([row("revenue", WHOLE, "2025-01", 1)]), POST, INDICATORS.values(), from_code("2025-01")
    )
    assert [one.indicator.code for one in picture.all] == ["revenue"]
    assert "points" in {one.code for one in picture.silent}


def test_an_indicator_that_was_not_yet_in_force_is_not_asked_for() -> None:
    late = indicator("late", valid_from=date(2026, 1, 1))
    picture = draw_sector(reckoner([]), POST, [late], from_code("2025-01"))
    assert picture.silent == ()


def test_the_ministry_names_the_largest_turns_first() -> None:
    rows = [row("revenue", WHOLE, "2024-01", 10), row("revenue", WHOLE, "2025-01", 11)]
    rows += [row("points", WHOLE, "2024-01", 10), row("points", WHOLE, "2025-01", 20)]
    rows += [row("attacks", WHOLE, "2024-01", 10), row("attacks", WHOLE, "2025-01", 15)]
    picture = draw_ministry(reckoner(rows), [(POST, INDICATORS.values())], from_code("2025-01"))
    assert [headline.indicator.code for _, headline in picture.better()] == ["points", "revenue"]
    assert [headline.indicator.code for _, headline in picture.worse()] == ["attacks"]


def test_what_rose_and_is_behind_its_plan_is_among_the_worse_after_what_fell() -> None:
    rows = [row("revenue", WHOLE, "2024-H1", 30), row("revenue", WHOLE, "2025-H1", 40)]
    rows += [row("revenue", WHOLE, "2025", 100, "plan")]
    rows += [row("attacks", WHOLE, "2024-H1", 10), row("attacks", WHOLE, "2025-H1", 11)]
    picture = draw_ministry(reckoner(rows), [(POST, INDICATORS.values())], from_code("2025-H1"))
    assert picture.better() == []
    assert [headline.indicator.code for _, headline in picture.worse()] == ["attacks", "revenue"]


def test_who_owes_most_is_named_first_and_what_is_not_due_is_owed_by_nobody() -> None:
    rows = [row(code, NORTH, "2025-01", 1) for code in ("revenue", "attacks")]
    rows += [row("attacks", EAST, "2025-01", 1), row("yearly", NORTH, "2024", 1)]
    picture = draw_ministry(reckoner(rows), [(POST, INDICATORS.values())], from_code("2025-01"))
    assert {unit: len(owed) for unit, owed in picture.missing().items()} == {SOUTH: 2, EAST: 1}
    assert next(iter(picture.missing())) == SOUTH
    assert picture.sectors[0].unreported == ()
