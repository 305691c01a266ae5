"""A figure comes back from the database with every digit it went in with."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

import cast
from giaoban.records.models import Observation
from giaoban.records.models.fields import ExactDecimalField, canonical

exact = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"))


class TestDigits(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(value=exact)
    def test_no_digit_is_lost(self, value: Decimal) -> None:
        units = cast.units()
        person = cast.people(units)["khue"]
        kept = Observation.objects.create(
            indicator="post.revenue",
            sector="post",
            entity=units["ministry"],
            period="2023",
            start="2023-01-01",
            end="2023-12-31",
            scenario="actual",
            status="official",
            value=value,
            unit="VND",
            recorded_at=timezone.now(),
            recorded_by=person,
        )
        assert Observation.objects.get(pk=kept.pk).value == value
        assert Observation.objects.filter(value=value).exists()


@pytest.mark.parametrize(("number", "text"), [("1.50E+3", "1500"), ("-0.00", "0"), ("0.10", "0.1"), ("-12.5", "-12.5")])
def test_one_number_has_one_text(number: str, text: str) -> None:
    assert canonical(Decimal(number)) == text


@pytest.mark.parametrize("odd", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(odd: str) -> None:
    with pytest.raises(ValidationError):
        ExactDecimalField().get_prep_value(Decimal(odd))
    with pytest.raises(ValidationError):
        ExactDecimalField().get_prep_value("mười hai")
