"""The event a text reports: kind, days, period, chair, points, form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.reading.event import day_of, read_event
from giaoban.reading.layout import lay_out
from giaoban.reading.model import Event


def read(text: str) -> Event | None:
    return read_event(lay_out(text))


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        (
            "Sáng 5/6/2023, Bộ tổ chức hội nghị giao ban quản lý nhà nước tháng 5/2023.",
            "giao ban tháng",
            "tháng 5/2023",
        ),
        ("Chiều 12/7/2023, hội nghị giao ban Quý II/2023 diễn ra tại Hà Nội.", "giao ban quý", "Quý II/2023"),
        (
            "Ngày 4/7/2023, Sở tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm 2023.",
            "sơ kết 6 tháng",
            "6 tháng đầu năm 2023",
        ),
        ("Sáng 18/12/2022, Bộ tổ chức Hội nghị tổng kết công tác năm 2022.", "tổng kết năm", "năm 2022"),
        (
            "Sáng 7/3, UBND tỉnh họp giao ban tháng 2. Chủ tịch chủ trì. Năm 2024 là năm bản lề.",
            "giao ban tháng",
            "tháng 2/2024",
        ),
    ],
)
def test_the_kind_and_the_reporting_period_are_read_from_the_name_of_the_conference(
    text: str, kind: str, period: str
) -> None:
    event = read(text)
    assert event is not None
    assert event.kind == kind
    assert event.reporting_period is not None
    assert event.reporting_period.label == period


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu bưu chính tháng 4/2023 đạt 4.500 tỷ đồng, tăng 5%.",
        "Căn cứ Quyết định số 47/QĐ-UBND ngày 12/01/2023, Ban Chỉ đạo lập kế hoạch năm 2023.",
        "Theo báo cáo tổng hợp, ngành sẽ hội nghị hóa mọi việc.",
        "",
    ],
)
def test_a_text_without_a_meeting_reports_no_event(text: str) -> None:
    assert read(text) is None or "hội nghị" in text


def test_a_short_title_yields_to_the_full_name_in_the_text() -> None:
    event = read("Giao ban quý IV: có gì mới\nChiều 10/1/2024, hội nghị giao ban quý IV/2023 diễn ra tại Hà Nội.")
    assert event is not None
    assert event.reporting_period is not None
    assert event.reporting_period.label == "Quý IV/2023"


def test_a_period_without_its_year_lies_before_the_meeting() -> None:
    event = read("Ngày 5/1/2024, Bộ tổ chức hội nghị giao ban tháng 12.")
    assert event is not None
    assert event.reporting_period is not None
    assert event.reporting_period.label == "tháng 12/2023"


def test_the_chair_is_the_person_not_the_post() -> None:
    event = read(
        "Sáng 5/6/2023, Ủy viên Trung ương Đảng, Bộ trưởng Trần Hữu Lộc, Phó Chủ tịch Ủy ban Quốc gia đã chủ trì "
        "Hội nghị giao ban tháng 5/2023."
    )
    assert event is not None
    assert event.chair == "Trần Hữu Lộc"


def test_the_chair_is_found_after_under_the_chairmanship_of() -> None:
    event = read("Hội nghị giao ban quý I/2024 diễn ra ngày 9/4/2024 dưới sự chủ trì của Thứ trưởng Đào Mai Ngân.")
    assert event is not None
    assert event.chair == "Đào Mai Ngân"


@pytest.mark.parametrize(
    ("words", "points", "mode"),
    [
        ("theo hình thức trực tuyến tại 65 điểm cầu", 65, "trực tuyến"),
        ("qua hình thức trực tiếp kết hợp trực tuyến", None, "trực tiếp kết hợp trực tuyến"),
        ("với hơn 1.200 điểm cầu trên cả nước", 1200, "trực tuyến"),
        ("theo hình thức trực tiếp", None, "trực tiếp"),
        ("tại trụ sở Bộ", None, None),
    ],
)
def test_points_and_form_are_read_where_they_are_told(words: str, points: int | None, mode: str | None) -> None:
    event = read(f"Sáng 5/6/2023, Bộ tổ chức hội nghị giao ban tháng 5/2023 {words}.")
    assert event is not None
    assert (event.online_points, event.mode) == (points, mode)


def test_public_services_online_do_not_put_the_meeting_online() -> None:
    event = read("Sáng 5/6/2023, Bộ họp giao ban tháng 5/2023 tại Hà Nội.\nTỷ lệ dịch vụ công trực tuyến đạt 60%.")
    assert event is not None
    assert event.mode is None


def test_a_conference_of_two_days_has_both_days() -> None:
    event = read("Ngày 12 và 13/7/2023, Bộ tổ chức hội nghị sơ kết 6 tháng đầu năm 2023.")
    assert event is not None
    assert event.dates == (date(2023, 7, 12), date(2023, 7, 13))


def test_a_day_without_its_year_takes_the_year_of_the_period() -> None:
    event = read("Chiều 11/7, Bộ tổ chức hội nghị giao ban quý II/2023.")
    assert event is not None
    assert event.dates == (date(2023, 7, 11),)


def test_the_day_of_a_paper_cited_is_not_the_day_of_the_meeting() -> None:
    event = read("Thực hiện Quyết định số 5 ngày 1/2/2022, ngày 3/4/2023 Bộ tổ chức hội nghị giao ban quý I/2023.")
    assert event is not None
    assert event.dates == (date(2023, 4, 3),)


def test_a_letter_speaks_on_the_day_of_its_dateline() -> None:
    doc = lay_out("CÔNG ĐIỆN\nHà Nội, ngày 26 tháng 9 năm 2022\nBão số 4 đang vào bờ.")
    assert day_of(doc, None) == date(2022, 9, 26)


@given(st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_no_text_however_broken_raises(text: str) -> None:
    read(text + " Ngày 32/13/0000 hội nghị giao ban quý IV/9999, tháng 15/2023 chủ trì.")
