"""Drawing the picture: what it shows, to whom, and as known when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

import cast
from giaoban.access import Refused
from giaoban.actions._shelves import forget
from giaoban.actions.draw_picture import (
    draw_indicator,
    draw_picture,
    draw_sector_picture,
    draw_unit,
    draw_units,
    list_contributions,
)
from giaoban.actions.find_newest_period import find_newest_period
from giaoban.actions.list_findings import count_findings, list_findings
from giaoban.actions.name_units import name_units
from giaoban.actions.trace_indicator import trace_indicator
from giaoban.core.periods import from_code
from giaoban.records.models import Entity, Observation, User

REVENUE = "post.revenue"
MARCH, APRIL = date(2024, 3, 31), date(2024, 4, 30)
QUARTER = from_code("2024-Q1")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    forget()


@pytest.fixture
def restated(people: dict[str, User], units: dict[str, Entity]) -> tuple[Observation, Observation]:
    """The post's first quarter of 2024: 10 tỷ said in March, 12 in April."""

    def put(value: int, day: date, replaces: Observation | None) -> Observation:
        return Observation.objects.create(
            indicator=REVENUE,
            sector="post",
            entity=units["ministry"],
            period=QUARTER.code,
            start=QUARTER.start,
            end=QUARTER.end,
            scenario="actual",
            status="official",
            value=Decimal(value) * 10**9,
            unit="VND",
            version=2 if replaces else 1,
            replaces=replaces,
            recorded_at=datetime(day.year, day.month, day.day, 3, tzinfo=UTC),
            recorded_by=people["khue"],
        )

    first = put(10, MARCH, None)
    return first, put(12, APRIL, first)


def amount(people: dict[str, User], known: date | None) -> Decimal | None:
    return draw_indicator(REVENUE, QUARTER, by=people["vinh"], known=known).value.amount


def test_the_picture_shows_the_version_that_stands(people: dict[str, User], restated: object) -> None:
    assert amount(people, None) == 12 * 10**9


@pytest.mark.parametrize(
    ("known", "billions"),
    [
        pytest.param(date(2024, 3, 30), None, id="before it was recorded nothing was known"),
        pytest.param(MARCH, 10, id="on the day it was recorded"),
        pytest.param(date(2024, 4, 29), 10, id="until it was restated"),
        pytest.param(APRIL, 12, id="from the restatement on"),
    ],
)
def test_the_picture_of_a_past_day_can_be_drawn_again(
    people: dict[str, User], restated: object, known: date, billions: int | None
) -> None:
    assert amount(people, known) == (None if billions is None else billions * 10**9)


def test_every_version_is_traced_newest_first(
    people: dict[str, User], restated: tuple[Observation, Observation]
) -> None:
    versions = trace_indicator(REVENUE, by=people["vinh"])
    assert [(one.version, one.stands) for one in versions] == [(2, True), (1, False)]


def test_the_ministrys_picture_holds_every_sector(people: dict[str, User], restated: object) -> None:
    picture = draw_picture(QUARTER, by=people["vinh"])
    post = next(sector for sector in picture.sectors if sector.sector.code == "post")
    assert REVENUE in [headline.indicator.code for headline in post.headlines]


def test_the_page_opens_on_what_was_last_reported(people: dict[str, User], restated: object) -> None:
    assert find_newest_period("post", by=people["vinh"]).code == "2024-Q1"


def test_a_unit_outside_the_boundaries_has_no_figure(people: dict[str, User], restated: object) -> None:
    assert draw_unit(REVENUE, "province:phu-tho-2025", QUARTER, by=people["vinh"]) is None


ACTS: list[Callable[[User], object]] = [
    lambda by: draw_picture(QUARTER, by=by),
    lambda by: draw_sector_picture("post", QUARTER, by=by),
    lambda by: draw_indicator(REVENUE, QUARTER, by=by),
    lambda by: draw_units(REVENUE, QUARTER, by=by),
    lambda by: list_contributions(REVENUE, QUARTER, by=by),
    lambda by: trace_indicator(REVENUE, by=by),
    lambda by: find_newest_period("post", by=by),
    lambda by: list_findings("post", by=by),
    lambda by: count_findings(by=by),
]


@pytest.mark.parametrize("act", ACTS)
def test_the_public_is_refused(people: dict[str, User], act: Callable[[User], object]) -> None:
    with pytest.raises(Refused):
        act(people["dan"])


def test_what_the_whole_ministry_said_is_not_a_reporters_to_see(people: dict[str, User], restated: object) -> None:
    assert draw_indicator(REVENUE, QUARTER, by=people["ha"]).value.amount is None
    assert trace_indicator(REVENUE, by=people["ha"]) == []


def test_a_finding_that_was_set_aside_is_not_shown(people: dict[str, User]) -> None:
    found = cast.document(people["tho"]).items.get(kind="finding")
    sector = found.sector
    assert [one.position for one in list_findings(sector, by=people["vinh"])] == [found.position]
    assert count_findings(by=people["vinh"]) == {sector: 1}
    found.state = "rejected"
    found.save()
    assert list_findings(sector, by=people["vinh"]) == []


def test_units_are_called_as_they_were_on_the_day(units: dict[str, Entity]) -> None:
    assert name_units(["province:hoa-binh", "unknown:x"], on=date(2024, 1, 1)) == {
        "province:hoa-binh": "Hòa Bình",
        "unknown:x": "unknown:x",
    }
