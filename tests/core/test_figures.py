"""Figures as offices write them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.core.errors import FigureError
from giaoban.core.figures import number_in_words, parse_figure, read_amount, readings_of


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        pytest.param("1.234.567,8", "1234567.8", id="dots group, the comma opens the decimals"),
        pytest.param("1.234", "1234", id="one dot before three digits groups"),
        pytest.param("1,5", "1.5", id="a comma opens the decimals"),
        pytest.param("12.5", "12.5", id="a dot before one digit can only be an English point"),
        pytest.param("1,234,567.8", "1234567.8", id="English marks throughout"),
        pytest.param("0,125", "0.125", id="no thousands begin with a zero"),
        pytest.param("(5)", "-5", id="accountants' minus"),
        pytest.param("−3,2", "-3.2", id="a printed minus sign"),
        pytest.param("59,5%", "59.5", id="a percent sign is no part of the number"),
        pytest.param("1 234 567", "1234567", id="spaces group"),
    ],
)
def test_a_cell_is_read_as_typed(typed: str, value: str) -> None:
    assert parse_figure(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", " ", "-", "–", "…", "..."])
def test_an_empty_cell_is_not_reported_never_zero(typed: str) -> None:
    assert parse_figure(typed) is None


def test_one_comma_before_three_digits_has_two_readings() -> None:
    with pytest.raises(FigureError) as caught:
        parse_figure("1,234")
    assert caught.value.code == "two_readings"
    assert caught.value.details["readings"] == (Decimal("1.234"), Decimal("1234"))


@pytest.mark.parametrize("typed", ["abc", "12 con", "1..2", "1,23,4", "5/6"])
def test_other_text_is_no_figure(typed: str) -> None:
    with pytest.raises(FigureError) as caught:
        parse_figure(typed)
    assert caught.value.code == "not_a_figure"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41,46 triệu tin nhắn", "41460000", "tin nhắn"),
        ("1,321 triệu tỷ đồng", "1321000000000000", "VND"),
        ("6 tỷ 973 triệu đô-la Mỹ", "6973000000", "USD"),
        ("12 nghìn tỷ", "12000000000000", ""),
        ("11,496 nghìn tỉ đồng", "11496000000000", "VND"),
        ("7 triệu 520 nghìn con", "7520000", "con"),
        ("2 tỷ rưỡi đồng", "2500000000", "VND"),
        ("59,5%", "59.5", "percent"),
        ("0,24 điểm phần trăm", "0.24", "percentage_points"),
        ("18,3 thuê bao/100 dân", "18.3", "thuê bao/100 dân"),
        ("51 triệu đồng/người", "51000000", "VND/người"),
        ("hai mươi ba dự án", "23", "dự án"),
        ("650kg", "650", "kg"),
    ],
)
def test_a_whole_figure_phrase_is_read_in_base_units(text: str, value: str, unit: str) -> None:
    amount = read_amount(text)
    assert (amount.value, amount.unit.code) == (Decimal(value), unit)


def test_a_hedge_is_kept_beside_the_figure() -> None:
    amount = read_amount("ước đạt gần 44,8 tỷ USD")
    assert (amount.hedge, amount.quote, amount.value) == ("ước đạt gần", "44,8 tỷ USD", Decimal("44.8e9"))


def test_x_of_y_keeps_both_numbers() -> None:
    amount = read_amount("1.438/2.418 thôn")
    assert (amount.value, amount.numerator, amount.denominator) == (1438, 1438, 2418)


def test_a_range_has_two_ends_and_no_value() -> None:
    amount = read_amount("2 - 2,5 lần")
    assert (amount.value, amount.low, amount.high, amount.unit.code) == (None, 2, Decimal("2.5"), "lần")


def test_every_reading_of_a_doubtful_print_travels_with_it() -> None:
    assert read_amount("27,477 tỷ đồng").readings == (Decimal("27.477e9"), Decimal("27477e9"))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mươi mốt", 21),
        ("một trăm linh năm", 105),
        ("ba triệu rưỡi", 3500000),
        ("mười lăm", 15),
        ("doanh nghiệp", None),
    ],
)
def test_numbers_written_out(words: str, value: int | None) -> None:
    assert number_in_words(words.split()) == value


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=99))
def test_what_an_office_prints_reads_back(whole: int, cents: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert parse_figure(printed) == Decimal(f"{whole}.{cents:02}")


@given(st.text(max_size=40))
def test_no_text_does_more_than_refuse(text: str) -> None:
    for read in (parse_figure, read_amount):
        with suppress(FigureError):
            read(text)


@given(st.from_regex(r"[0-9.,]{1,30}", fullmatch=True))
def test_any_run_of_digits_and_marks_has_few_readings(digits: str) -> None:
    assert len(readings_of(digits)) <= 2
