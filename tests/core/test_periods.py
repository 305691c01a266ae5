"""Periods: their days in each calendar, their names, and the way from one to another."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worked_tables import rows

from giaoban.core.calendars import CALENDARS
from giaoban.core.errors import PeriodError
from giaoban.core.periods import (
    Kind,
    Period,
    base_period,
    cumulative,
    day,
    from_code,
    half,
    in_calendar,
    last_periods,
    month,
    months_of,
    nine_months,
    parse_as_of,
    parse_period,
    period_holding,
    previous,
    quarter,
    same_period_last_year,
    span,
    week,
    year,
    year_to_date,
)

YEARS = st.integers(1990, 2090)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CODES = st.sampled_from([*CALENDARS, "opens-on-21"])
WHOLE = st.one_of(
    st.builds(month, YEARS, st.integers(1, 12), CODES),
    st.builds(quarter, YEARS, st.integers(1, 4), CODES),
    st.builds(half, YEARS, st.integers(1, 2), CODES),
    st.builds(nine_months, YEARS, CODES),
    st.builds(year, YEARS, CODES),
    st.builds(cumulative, YEARS, st.integers(1, 12), CODES),
)
SPANS = st.builds(lambda start, length: span(start, start + timedelta(days=length)), DAYS, st.integers(0, 900))
FREE = st.one_of(SPANS, st.builds(day, DAYS), st.builds(week, YEARS, st.integers(1, 52)))
PERIODS = st.one_of(WHOLE, FREE)


@pytest.mark.parametrize("row", rows("names"), ids=lambda row: row["wording"])
def test_a_wording_names_its_period(row):
    period = parse_period(row["wording"])
    assert (period.code, period.label) == (row["code"], row["label"])


@pytest.mark.parametrize("row", rows("windows"), ids=lambda row: f"{row['code']} {row['calendar']}")
def test_a_calendar_gives_a_period_its_days(row):
    period = in_calendar(from_code(row["code"]), row["calendar"])
    assert (period.start.isoformat(), period.end.isoformat()) == (row["start"], row["end"])


@pytest.mark.parametrize("row", rows("moves"), ids=lambda row: row["code"])
def test_a_period_knows_the_one_before_last_years_and_the_year_to_date(row):
    period = from_code(row["code"])
    assert previous(period).code == row["previous"]
    assert same_period_last_year(period).code == row["same last year"]
    assert year_to_date(period).code == row["year to date"]


@given(PERIODS)
def test_the_label_of_a_period_reads_back_as_the_period(period: Period):
    assert parse_period(period.label, calendar=period.calendar) == period


@given(PERIODS)
def test_the_code_of_a_period_leads_back_to_the_period(period: Period):
    assert from_code(period.code, period.calendar) == period


@given(WHOLE)
def test_months_fill_a_period_without_gap_or_overlap(period: Period):
    months = months_of(period)
    assert months[0].start == period.start
    assert months[-1].end == period.end
    assert sum(month.days for month in months) == period.days


@given(DAYS, CODES, st.sampled_from([Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR, Kind.CUMULATIVE]))
def test_every_day_is_counted_in_one_period_of_each_kind(on: date, calendar: str, kind: Kind):
    period = period_holding(on, kind, calendar)
    assert on in period
    assert on not in previous(period)


@given(
    st.one_of(st.builds(month, YEARS, st.integers(1, 12), CODES), st.builds(quarter, YEARS, st.integers(1, 4), CODES))
)
def test_the_period_before_ends_the_day_before(period: Period):
    assert previous(period).end == period.start - timedelta(days=1)


@given(WHOLE)
def test_the_year_to_date_opens_with_the_year_and_ends_with_the_period(period: Period):
    to_date = year_to_date(period)
    assert to_date.start == year(period.year, period.calendar).start
    assert to_date.end == period.end


@given(WHOLE, CODES)
def test_going_to_another_calendar_and_back_changes_nothing(period: Period, calendar: str):
    assert in_calendar(in_calendar(period, calendar), period.calendar) == period


@given(PERIODS, PERIODS)
def test_an_earlier_period_sorts_first(one: Period, other: Period):
    assert (one < other) == ((one.start, one.end) < (other.start, other.end)) or one.start == other.start


@given(st.text(alphabet="0123456789/-. đếnthángnămquýIVkỳlũykếtừđầu", max_size=40) | st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_period(text: str):
    with suppress(PeriodError):
        assert isinstance(parse_period(text, within=2022), Period)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("9 tháng", "period_without_year", id="a period without its year is not guessed"),
        pytest.param("tháng 13/2022", "no_such_period", id="there is no month 13"),
        pytest.param("quý V/2022", "not_a_period", id="there is no fifth quarter"),
        pytest.param("30/2/2022", "no_such_day", id="February has no 30th"),
        pytest.param("vụ xuân 2016", "not_a_period", id="a harvest is no reporting period"),
        pytest.param("từ 5/6/2022 đến 1/6/2022", "ends_before_it_starts", id="an end before the start is refused"),
    ],
)
def test_words_that_name_no_period_are_refused(text: str, code: str):
    with pytest.raises(PeriodError) as refused:
        parse_period(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9 tháng", "2022-9M"),
        ("tháng 3", "2022-03"),
        ("6 tháng đầu năm", "2022-H1"),
        ("cả năm", "2022"),
        ("năm nay", "2022"),
        ("năm trước", "2021"),
        ("từ đầu năm đến 26/5", "2022-01-01..2022-05-26"),
        ("lũy kế đến hết quý III", "2022-9M"),
    ],
)
def test_a_known_year_completes_a_wording(text: str, code: str):
    assert parse_period(text, within=2022).code == code


@pytest.mark.parametrize(
    ("text", "of", "code"),
    [
        pytest.param("cùng kỳ", "2022-05", "2021-05", id="cùng kỳ is last year's"),
        pytest.param("so với cùng kỳ năm trước", "2022-H1", "2021-H1", id="with the words around it"),
        pytest.param("cùng kỳ 2019", "2022-H1", "2019-H1", id="the same period of a stated year"),
        pytest.param("năm 2021", "2022-05", "2021-05", id="a bare year means its same period"),
        pytest.param("tháng trước", "2022-01", "2021-12", id="the month before January is December"),
        pytest.param("quý liền trước", "2022-Q3", "2022-Q2", id="the quarter just before"),
        pytest.param("tháng 12", "2022-03", "2021-12", id="a month still to come is last year's"),
        pytest.param("tháng 2", "2022-03", "2022-02", id="a month gone by is this year's"),
        pytest.param("nửa đầu 2016", "2017-H1", "2016-H1", id="a period named in full"),
    ],
)
def test_the_base_of_a_comparison_is_seen_from_the_period(text: str, of: str, code: str):
    assert base_period(text, from_code(of)).code == code


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("tính đến hết tháng 4/2022", date(2022, 4, 30)),
        ("đến ngày 26/5/2022", date(2022, 5, 26)),
        ("cuối tháng 6/2017", date(2017, 6, 30)),
        ("cuối năm 2021", date(2021, 12, 31)),
        ("đến hết quý III/2022", date(2022, 9, 30)),
    ],
)
def test_a_stock_is_counted_up_to_a_day(text: str, on: date):
    assert parse_as_of(text) == on


def test_a_trend_line_has_its_places_oldest_first():
    assert [period.code for period in last_periods(month(2022, 2), 4)] == ["2021-11", "2021-12", "2022-01", "2022-02"]


@pytest.mark.parametrize("code", ["lunar", "opens-on-31", "opens-on-1", ""])
def test_an_unknown_calendar_is_refused(code: str):
    with pytest.raises(PeriodError):
        month(2022, 1, code)
