"""Numbers, dates and periods on screen and in print."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from giaoban.core.figures import parse_figure, read_amount
from giaoban.core.periods import from_code
from giaoban.core.units import find_unit
from giaoban.packs import load_packs
from giaoban.wording.numbers import (
    format_amount,
    format_cell,
    format_date,
    format_long_date,
    format_moment,
    format_number,
    format_percent,
    format_period,
    format_points,
    format_range,
    format_ratio,
    format_size,
    format_window,
    name_base,
    printed_value,
)

VALUES = st.decimals(-(10**18), 10**18, places=4)
UNITS = sorted({indicator.unit for indicator in load_packs().indicators.values()})
PRINTED_UNITS = [unit for unit in UNITS if find_unit(unit).kind != "rate" and unit != "thứ hạng"]


@pytest.mark.parametrize(
    ("value", "unit", "vietnamese", "english"),
    [
        ("27477000000000", "tỷ đồng", "27.477 tỷ đồng", "27,477 billion VND"),
        ("27477000000000", "VND", "27.477 tỷ đồng", "27,477 billion VND"),
        ("403000000", "VND", "403 triệu đồng", "403 million VND"),
        ("44800000000", "tỷ USD", "44,8 tỷ USD", "44.8 billion USD"),
        ("41460000", "triệu tin nhắn", "41,46 triệu tin nhắn", "41.46 million tin nhắn"),
        ("26000", "thuê bao", "26.000 thuê bao", "26,000 thuê bao"),
        ("82.14", "%", "82,14%", "82.14%"),
        ("0.24", "percentage_points", "0,24 điểm phần trăm", "0.24 percentage points"),
        ("1500000", "triệu đồng/người", "1,5 triệu đồng/người", "1.5 triệu đồng/người"),
        ("85.5", "thuê bao/100 dân", "85,5 thuê bao/100 dân", "85.5 thuê bao/100 dân"),
        ("-5000000000", "tỷ đồng", "-5 tỷ đồng", "-5 billion VND"),
        ("0", "bưu gửi", "0 bưu gửi", "0 bưu gửi"),
    ],
)
def test_a_figure_is_printed_in_its_unit(value: str, unit: str, vietnamese: str, english: str):
    assert format_amount(Decimal(value), unit) == vietnamese
    assert format_amount(Decimal(value), unit, language="en") == english


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        pytest.param("11496000000000", "nghìn tỷ đồng", "11.496 tỷ đồng", id="not 11,496 nghìn tỷ: a smaller scale"),
        pytest.param("1234567890", "tỷ đồng", "1.234.567.890 đồng", id="no scale is exact in two decimals: in full"),
        pytest.param("2000000000", "triệu thuê bao", "2 tỷ thuê bao", id="not 2.000 triệu: a slip of the pen looks so"),
        pytest.param("1098000000", "triệu bưu gửi", "1.098 triệu bưu gửi", id="not 1,098 tỷ: two readings"),
        pytest.param("12.345", "%", "12,3450%", id="no scale to choose: a fourth decimal makes it plain"),
        pytest.param("0.005", "%", "0,005%", id="a leading zero leaves one reading only"),
    ],
)
def test_no_print_can_be_read_in_two_ways(value: str, unit: str, printed: str):
    assert format_amount(Decimal(value), unit) == printed


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("41456789", 2, "41,46 triệu tin nhắn"),
        ("41456789", 0, "41 triệu tin nhắn"),
        ("4000", 1, "0,004 triệu tin nhắn"),
    ],
)
def test_places_round_in_the_scale_and_never_to_nothing(value: str, places: int, printed: str):
    assert format_amount(Decimal(value), "triệu tin nhắn", places) == printed


def test_not_reported_is_said_and_never_printed_as_zero():
    assert (format_number(None), format_cell(None), format_amount(None, "%")) == (
        "chưa có số liệu",
        "…",
        "chưa có số liệu",
    )
    assert format_percent(None, language="en") == "not reported"


@pytest.mark.parametrize(
    ("value", "printed"), [("5.475", "5,48%"), ("20.00", "20%"), ("0.0042", "0,004%"), ("0", "0%"), ("110.8", "110,8%")]
)
def test_a_percentage_keeps_two_decimals_at_most_and_a_rise_never_reads_as_none(value: str, printed: str):
    assert format_percent(Decimal(value)) == printed


def test_a_table_keeps_its_decimals_even():
    assert [format_number(Decimal(value), 1) for value in ("5", "5.25", "1234.06")] == ["5,0", "5,3", "1.234,1"]


def test_ranges_ratios_points_and_sizes():
    assert format_range(Decimal(10), Decimal(20), "%") == "10 - 20%"
    assert format_range(Decimal(5_500_000_000), Decimal(6_000_000_000), "tỷ đồng") == "5,5 - 6 tỷ đồng"
    assert format_ratio(Decimal(1438), Decimal(2418), "thôn") == "1.438/2.418 thôn"
    assert format_points(Decimal("-0.30")) == "-0,3 điểm phần trăm"
    assert [format_size(size) for size in (7, 1500, 62_500_000)] == ["7 byte", "1,5 kB", "62,5 MB"]


def test_dates_follow_the_office():
    day = date(2022, 2, 5)
    assert (format_date(day), format_date(day, language="en")) == ("5/2/2022", "5 February 2022")
    assert format_long_date(day) == "ngày 05 tháng 02 năm 2022"
    assert format_long_date(date(2022, 5, 26)) == "ngày 26 tháng 5 năm 2022"
    assert format_moment(datetime(2022, 5, 26, 14, 5, tzinfo=UTC)) == "14:05 ngày 26/5/2022"


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("2022-04", "tháng 4/2022", "April 2022"),
        ("2022-Q3", "Quý III/2022", "Q3 2022"),
        ("2022-H1", "6 tháng đầu năm 2022", "the first half of 2022"),
        ("2022-9M", "9 tháng đầu năm 2022", "the first 9 months of 2022"),
        ("2022-C05", "5 tháng đầu năm 2022", "the first 5 months of 2022"),
        ("2022", "năm 2022", "2022"),
        ("2022-W21", "tuần 21/2022", "week 21 of 2022"),
        ("2022-05-26", "ngày 26/5/2022", "26 May 2022"),
        ("2022-01-01..2022-05-26", "từ đầu năm 2022 đến 26/5/2022", "1 January 2022 to 26 May 2022"),
    ],
)
def test_a_period_has_a_name_in_both_languages(code: str, vietnamese: str, english: str):
    assert format_period(from_code(code)) == vietnamese
    assert format_period(from_code(code), language="en") == english


def test_a_cutoff_is_told_by_its_days():
    assert format_window(from_code("2022-04", "decree-09-2019")) == "từ 15/3/2022 đến 14/4/2022"


@pytest.mark.parametrize(
    ("base", "of", "name"),
    [
        ("2021-05", "2022-05", "cùng kỳ năm 2021"),
        ("2019-H1", "2022-H1", "cùng kỳ năm 2019"),
        ("2022-04", "2022-05", "tháng 4/2022"),
        ("2021", "2022", "năm 2021"),
        ("2022-Q2", "2022-Q3", "Quý II/2022"),
    ],
)
def test_a_base_is_named_as_an_office_names_it(base: str, of: str, name: str):
    assert name_base(from_code(base), from_code(of)) == name


@given(VALUES, st.sampled_from(PRINTED_UNITS))
def test_a_printed_figure_reads_back_exactly(value: Decimal, unit: str):
    read = read_amount(format_amount(abs(value), unit))
    assert read.value == abs(value)
    assert read.unit.code == find_unit(unit).code
    assert len(read.readings) <= 1


@given(VALUES, st.sampled_from(PRINTED_UNITS), st.integers(0, 3))
def test_a_rounded_print_reads_back_as_the_value_it_stands_for(value: Decimal, unit: str, places: int):
    value = abs(value)
    read = read_amount(format_amount(value, unit, places))
    assert read.value == printed_value(value, unit, places)


@given(VALUES)
def test_a_printed_number_reads_back_exactly(value: Decimal):
    printed = format_number(value)
    assume(not (printed.count(",") == 1 and len(printed.partition(",")[2]) == 3))
    assert parse_figure(printed) == value


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30), st.sampled_from(UNITS)
)
def test_no_value_breaks_the_print(value: Decimal, unit: str):
    for places in (None, 0, 2):
        assert format_amount(value, unit, places)
        assert format_amount(value, unit, places, language="en")
