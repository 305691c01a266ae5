"""What was recorded stays recorded: observations and the trail are only ever added to."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from giaoban.records.models import AppendOnlyError, Observation

MARCH = datetime(2023, 3, 5, tzinfo=UTC)


@pytest.fixture
def make(people: dict[str, Any], units: dict[str, Any]) -> Any:
    def make(value: str | None, version: int = 1, replaces: Observation | None = None, days: int = 0) -> Observation:
        return Observation.objects.create(
            indicator="post.revenue",
            sector="post",
            entity=units["ministry"],
            period="2022",
            start="2022-01-01",
            end="2022-12-31",
            scenario="actual",
            status="official",
            value=None if value is None else Decimal(value),
            unit="VND",
            version=version,
            replaces=replaces,
            recorded_at=MARCH + timedelta(days=days),
            recorded_by=people["khue"],
        )

    return make


def test_an_observation_is_never_changed_or_removed(make: Any) -> None:
    kept = make("10")
    kept.value = Decimal(11)
    with pytest.raises(AppendOnlyError):
        kept.save()
    with pytest.raises(AppendOnlyError):
        kept.delete()
    with pytest.raises(AppendOnlyError):
        Observation.objects.update(value=Decimal(11))
    with pytest.raises(AppendOnlyError):
        Observation.objects.filter(pk=kept.pk).delete()


def test_the_current_version_is_the_one_nothing_replaces(make: Any) -> None:
    first = make("10")
    second = make("12", 2, first)
    assert list(Observation.objects.current()) == [second]


def test_a_figure_can_be_shown_as_it_was_known_on_a_day(make: Any) -> None:
    first = make("10")
    second = make("12", 2, first, days=10)
    third = make(None, 3, second, days=20)
    known = Observation.objects.known_at
    assert list(known(MARCH - timedelta(days=1))) == []
    assert list(known(MARCH + timedelta(days=1))) == [first]
    assert list(known(MARCH + timedelta(days=11))) == [second]
    assert list(known(MARCH + timedelta(days=30))) == [third]


def test_versions_of_one_figure_follow_one_another(make: Any) -> None:
    first = make("10")
    with pytest.raises(IntegrityError), transaction.atomic():
        make("11")
    make("11", 2, first)
    with pytest.raises(IntegrityError), transaction.atomic():
        make("12", 3, first)
