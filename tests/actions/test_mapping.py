"""What an item means: its indicator, its unit and its period, as an office writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import cast
from giaoban.reading.model import Figure, IndicatorMatch, Reading, Span, Target
from giaoban.records.models import ReadItem, User


def only_item(by: User, text: str, quote: str, **told: Any) -> ReadItem:
    """The one item of a text in which the reader saw one figure."""
    known = {"indicator": IndicatorMatch("", told.pop("code"), Decimal("0.9")), "sector": "khác", "period": None}
    figure = Figure(Span(quote, text.index(quote)), Decimal(told.pop("value")), **{**known, **told})
    return cast.document(by, Reading(text, figures=(figure,))).items.get()


def test_dollars_are_of_the_indicator_that_tells_the_same_in_dollars(people: dict[str, User]) -> None:
    text = "Tổng doanh thu công nghiệp CNTT tương đương 57 tỷ USD."
    item = only_item(people["khue"], text, "57 tỷ USD", value="57000000000", unit="USD", code="ict_industry.revenue")
    assert item.indicator == "ict_industry.revenue_usd"
    assert "value" not in item.faults


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Trung bình hằng ngày có 1,5 triệu giao dịch qua NDXP.", "giao dịch/ngày", id="an average"),
        pytest.param("Đã có 1,5 triệu giao dịch qua NDXP.", "giao dịch", id="a plain count is no average"),
    ],
)
def test_an_average_is_printed_without_its_per(people: dict[str, User], text: str, unit: str) -> None:
    code = "digital_government.ndxp.daily"
    item = only_item(people["khue"], text, "1,5 triệu giao dịch", value="1500000", unit="giao dịch", code=code)
    assert item.unit == unit
    assert ("value" in item.faults) == (unit == "giao dịch")


@pytest.mark.parametrize(
    ("text", "code", "day", "period"),
    [
        pytest.param("có 18 tổ", "digital_society.teams", date(2022, 5, 26), "2022-05-26", id="a day in a month"),
        pytest.param("có 18 tổ", "digital_society.teams", date(2022, 4, 30), "2022-04", id="a state at a month's end"),
        pytest.param(
            "từ đầu năm 2022 đến nay có 18 tổ",
            "digital_government.ndxp.transactions",
            date(2022, 5, 26),
            "2022-01-01..2022-05-26",
            id="a flow since new year",
        ),
        pytest.param(
            "có 18 tổ", "digital_government.ndxp.transactions", date(2022, 5, 26), "2022-05-26", id="a flow of a day"
        ),
    ],
)
def test_until_a_day_is_the_period_that_the_words_tell(
    people: dict[str, User], text: str, code: str, day: date, period: str
) -> None:
    item = only_item(people["khue"], text, "18 tổ", value="18", unit="tổ", code=code, as_of=day)
    assert item.period == period


def test_a_target_and_the_figure_in_it_are_one_row(people: dict[str, User]) -> None:
    text = "Viễn thông Việt Nam lọt vào top 30 thế giới vào năm 2025."
    figure = Figure(
        Span("top 30", text.index("top 30")),
        Decimal(30),
        unit="thứ hạng",
        indicator=IndicatorMatch("top", "telecom.world_rank", Decimal("0.8")),
        sector="viễn thông",
        period=None,
    )
    target = Target(Span(text[:-1], 0), "Viễn thông Việt Nam", Decimal(30), "rank", "2025", "viễn thông")
    item = cast.document(people["khue"], Reading(text, figures=(figure,), targets=(target,))).items.get()
    assert (item.kind, item.indicator, item.period, item.value) == ("target", "telecom.world_rank", "2025", 30)
    assert item.faults == {}


def test_the_clause_around_a_figure_is_kept_for_whoever_maps_it(people: dict[str, User]) -> None:
    text = "Đã phủ sóng. Đến tháng 4 chỉ còn 6.914 SIM có thông tin không đúng; đã chặn 26 nghìn thuê bao."
    item = only_item(people["khue"], text, "6.914 SIM", value="6914", unit="sim", code=None)
    assert item.content["around"] == "Đến tháng 4 chỉ còn 6.914 SIM có thông tin không đúng"
