"""Correcting: what was typed is always kept; what it means is told at once; what makes no sense yet says why."""

from decimal import Decimal
from typing import Any

import pytest

import cast
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.correct_item import correct_item
from giaoban.actions.errors import ActError
from giaoban.records.models import AuditEntry, ReadItem


@pytest.fixture
def figure(people: dict[str, Any]) -> ReadItem:
    return cast.item(cast.document(people["khue"]), "figure", scenario="actual")


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("27.500 tỷ đồng", "27500000000000", "VND"),
        ("27,5 nghìn tỷ đồng", "27500000000000", "VND"),
        ("41,46 triệu tin nhắn", "41460000", "tin nhắn"),
        ("1.234,5", "1234.5", "VND"),
    ],
)
def test_a_value_is_read_as_offices_write_it(
    figure: ReadItem, people: dict[str, Any], typed: str, value: str, unit: str
) -> None:
    mended = correct_item(figure, {"value": typed}, by=people["khue"])
    assert (mended.value, mended.unit) == (Decimal(value), unit)


FAULTS = [
    ("value", "chưa rõ", "not_a_figure"),
    ("value", "1,234 tỷ đồng", "two_readings"),
    ("value", "10 - 20 tỷ đồng", "value_open"),
    ("value", "5 tỷ USD", "units_do_not_mix"),
    ("value", "43%", "units_do_not_mix"),
    ("indicator", "doanh thu gì đó", "indicator_unknown"),
    ("period", "tháng mười ba", "not_a_period"),
    ("period", "tháng 13/2023", "no_such_period"),
    ("entity", "Tỉnh Không Có", "entity_unknown"),
    ("scenario", "mơ ước", "scenario_unknown"),
    ("status", "chắc chắn", "status_unknown"),
]


@pytest.mark.parametrize(("field", "typed", "code"), FAULTS)
def test_what_makes_no_sense_yet_is_kept_and_says_why(
    figure: ReadItem, people: dict[str, Any], field: str, typed: str, code: str
) -> None:
    correct_item(figure, {field: typed}, by=people["khue"])
    kept = ReadItem.objects.get(pk=figure.pk)
    assert kept.typed == {field: typed}
    assert kept.faults[field][0] == code
    with pytest.raises(ActError) as refused:
        accept_figure(kept, by=people["khue"])
    assert refused.value.code == "item_incomplete"


def test_an_emptied_box_takes_the_readers_word_again(figure: ReadItem, people: dict[str, Any]) -> None:
    correct_item(figure, {"period": "quý I/2023"}, by=people["khue"])
    again = correct_item(figure, {"period": " "}, by=people["khue"])
    assert (again.period, again.typed) == ("2023-H1", {})


@pytest.mark.parametrize("typed", ["post.revenue", "Doanh thu dịch vụ bưu chính", "gì cũng được (post.revenue)"])
def test_an_indicator_is_known_by_code_or_name(figure: ReadItem, people: dict[str, Any], typed: str) -> None:
    assert correct_item(figure, {"indicator": typed}, by=people["khue"]).indicator == "post.revenue"


def test_a_name_that_two_units_bear_is_asked_for_again(
    figure: ReadItem, people: dict[str, Any], units: dict[str, Any]
) -> None:
    cast.Entity.objects.create(key="province:ha-noi-2025", kind="province", name="Thành phố Hà Nội")
    assert correct_item(figure, {"entity": "Thành phố Hà Nội"}, by=people["khue"]).faults["entity"][0] == "entity_twice"
    assert correct_item(figure, {"entity": "province:ha-noi"}, by=people["khue"]).entity == units["hanoi"]


def test_fields_that_are_not_the_readers_are_passed_over(figure: ReadItem, people: dict[str, Any]) -> None:
    correct_item(figure, {"state": "accepted", "decided_by": "1", "sector": "telecom"}, by=people["khue"])
    kept = ReadItem.objects.get(pk=figure.pk)
    assert (kept.state, kept.sector, kept.typed) == ("pending", "post", {})


def test_typing_the_same_again_leaves_no_trail(figure: ReadItem, people: dict[str, Any]) -> None:
    correct_item(figure, {"period": "quý I/2023"}, by=people["khue"])
    correct_item(figure, {"period": "quý I/2023"}, by=people["khue"])
    assert AuditEntry.objects.count() == 1


def test_a_figure_counted_in_another_noun_is_kept_in_the_indicators_unit(people: dict[str, Any]) -> None:
    text = "Các doanh nghiệp đã gửi 41,46 triệu tin trong tháng 5/2023."
    read = cast.revenue("41,46 triệu tin", "41460000", text, unit="tin", sector="viễn thông")
    report = cast.document(people["khue"], cast.Reading(text, figures=(read,)))
    item = correct_item(report.items.get(), {"indicator": "telecom.spam.survey_sent"}, by=people["khue"])
    kept = accept_figure(item, by=people["khue"])
    assert (kept.value, kept.unit) == (Decimal(41460000), "tin nhắn")
