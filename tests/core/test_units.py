"""Units as offices write them."""

from dataclasses import replace
from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.core.errors import UnitError
from giaoban.core.units import UNITS, convert, find_unit


@pytest.mark.parametrize(
    ("name", "code", "kind", "scale"),
    [
        ("tỷ đồng", "VND", "money", "1000000000"),
        ("nghìn tỉ đồng", "VND", "money", "1000000000000"),
        ("triệu USD", "USD", "money", "1000000"),
        ("%", "percent", "percent", "1"),
        ("điểm phần trăm", "percentage_points", "percentage_points", "1"),
        ("nghìn tấn", "tấn", "measure", "1000"),
        ("triệu bưu gửi", "bưu gửi", "count", "1000000"),
        ("thuê bao", "thuê bao", "count", "1"),
        ("triệu đồng/người/tháng", "VND/người/tháng", "rate", "1000000"),
        ("thuê bao/100 dân", "thuê bao/100 dân", "rate", "1"),
    ],
)
def test_a_display_unit_is_found(name: str, code: str, kind: str, scale: str) -> None:
    unit = find_unit(name)
    assert (unit.code, unit.kind, unit.scale) == (code, kind, Decimal(scale))


def test_the_factor_leads_to_base_units() -> None:
    assert find_unit("nghìn tấn").factor == Decimal(10**6)  # kilograms


def test_units_of_one_base_convert() -> None:
    assert convert(Decimal("27477"), find_unit("tỷ đồng"), find_unit("nghìn tỷ đồng")) == Decimal("27.477")
    assert convert(Decimal(5), find_unit("tạ"), find_unit("kg")) == 500
    assert convert(Decimal(83), find_unit("thuê bao/100 dân"), find_unit("thuê bao/dân")) == Decimal("0.83")


@pytest.mark.parametrize(
    ("source", "target"), [("đồng", "USD"), ("%", "điểm phần trăm"), ("thuê bao", "người"), ("tấn", "ha")]
)
def test_units_of_different_bases_do_not_mix(source: str, target: str) -> None:
    with pytest.raises(UnitError) as caught:
        convert(Decimal(1), find_unit(source), find_unit(target))
    assert caught.value.code == "units_do_not_mix"


def test_compound_units_convert_by_what_they_are_per() -> None:
    per_head, in_millions = find_unit("đồng/người"), find_unit("triệu đồng/người")
    assert convert(Decimal("51.5"), in_millions, per_head) == 51_500_000
    assert convert(Decimal(5), find_unit("doanh nghiệp/1.000 dân"), find_unit("doanh nghiệp/100 dân")) == Decimal("0.5")
    assert find_unit("người/km²") == replace(find_unit("người/km2"), name="người/km²")


@pytest.mark.parametrize(
    ("source", "target"), [("đồng/người", "USD/người"), ("đồng/người", "đồng/hộ"), ("thuê bao/100 dân", "thuê bao")]
)
def test_compound_units_mix_only_with_their_like(source: str, target: str) -> None:
    with pytest.raises(UnitError):
        convert(Decimal(1), find_unit(source), find_unit(target))


def test_converting_loses_no_digit_of_a_long_figure() -> None:
    long = Decimal("12345678901234567890123456789012345678.12345678901234567890")
    assert convert(long, find_unit("tỷ đồng"), find_unit("đồng")) == long.scaleb(9, Context(prec=80))


def test_no_unit_is_no_unit() -> None:
    with pytest.raises(UnitError):
        find_unit("  ")


@pytest.mark.parametrize("code", sorted(UNITS))
def test_a_code_is_its_own_name(code: str) -> None:
    assert find_unit(code).code == code


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from(["kg", "tạ", "tấn", "nghìn tấn"]))
def test_converting_there_and_back_changes_nothing(value: Decimal, name: str) -> None:
    unit, other = find_unit(name), find_unit("tấn")
    assert convert(convert(value, unit, other), other, unit) == value
