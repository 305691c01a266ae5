"""A record for the pages: two provinces and the ministry, two half-years of post and a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from giaoban.actions._shelves import forget
from giaoban.core.periods import from_code
from giaoban.records.models import Entity, Observation, User

BILLION = Decimal(10**9)
Record = Callable[..., Observation]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What a test recorded is taken back, and numbers are given again: no picture may outlive its test."""
    forget()


@pytest.fixture
def record(people: dict[str, User], units: dict[str, Entity]) -> Record:
    """Put one figure on record; `value` in billions of đồng."""

    def put(unit: str, period: str, value: int | str | None, **more: Any) -> Observation:
        of = from_code(period)
        amount = None if value is None else Decimal(value) * BILLION
        known = {
            "indicator": "post.revenue",
            "sector": "post",
            "scenario": "actual",
            "status": "official",
            "unit": "VND",
        }
        known |= {"recorded_at": datetime(2024, 1, 1, tzinfo=UTC), "recorded_by": people["khue"], **more}
        return Observation.objects.create(
            entity=units[unit], period=of.code, start=of.start, end=of.end, value=amount, **known
        )

    return put


@pytest.fixture
def post(record: Record) -> dict[str, Observation]:
    """The post's published half-years of 2022 and 2023, the plan of 2023, and two provinces' January 2023."""
    return {
        "before": record("ministry", "2022-H1", 26_049),
        "now": record(
            "ministry", "2023-H1", 27_477, status="estimate", citation="Hội nghị sơ kết", url="https://mic.gov.vn/"
        ),
        "plan": record("ministry", "2023", 62_762, scenario="plan"),
        "hanoi": record("hanoi", "2023-01", 900, demo=True),
        "hoabinh": record("hoabinh", "2023-01", 100, demo=True),
    }


@pytest.fixture
def leader(client: Client, people: dict[str, User]) -> Client:
    """A leader's browser."""
    client.force_login(people["vinh"])
    return client
