"""Deadlines: the words, the day they fix, the rhythm they repeat in."""

from __future__ import annotations

from datetime import date

import pytest

from giaoban.reading.deadlines import read_deadline

TODAY = date(2022, 10, 17)  # a Monday


@pytest.mark.parametrize(
    ("words", "text", "day"),
    [
        ("gửi Bộ trước ngày 28/9/2018", "trước ngày 28/9/2018", date(2018, 9, 28)),
        ("hoàn thành trước 30/6", "trước 30/6", date(2023, 6, 30)),
        ("xong chậm nhất ngày 5 tháng 11 năm 2022", "chậm nhất ngày 5 tháng 11 năm 2022", date(2022, 11, 5)),
        ("Trong Quý IV, Vụ Bưu chính phải vào cuộc", "Quý IV", date(2022, 12, 31)),
        ("trình Thủ tướng trong tháng 10/2022", "tháng 10/2022", date(2022, 10, 31)),
        ("tổ chức hội nghị trong năm nay", "trong năm nay", date(2022, 12, 31)),
        ("hoàn thành trước năm 2026", "trước năm 2026", date(2025, 12, 31)),
        ("xong trước tháng 7", "trước tháng 7", date(2023, 6, 30)),
        ("hạn chót 31.12", "hạn chót 31.12", date(2022, 12, 31)),
        ("báo cáo trong tuần này", "trong tuần này", date(2022, 10, 23)),
        ("trả lời trong vòng 3 ngày làm việc", "trong vòng 3 ngày làm việc", date(2022, 10, 20)),
        ("Thời hạn: 30/6/2023", "Thời hạn: 30/6/2023", date(2023, 6, 30)),
        ("gỡ thủ tục trước Tết", "trước Tết", None),
        ("trình trước ngày 31/2", "trước ngày 31/2", None),
        ("cấm biển kể từ 19 giờ ngày 20/10", "kể từ 19 giờ ngày 20/10", date(2022, 10, 20)),
        ("soạn xong đề khảo sát (25/11)", "25/11", date(2022, 11, 25)),
        ("lo đủ thuốc trong 48 giờ", "trong 48 giờ", date(2022, 10, 19)),
        ("gửi báo cáo ngay trong ngày", "ngay trong ngày", date(2022, 10, 17)),
        ("tổng hợp kết quả vào kỳ giao ban tới", "vào kỳ giao ban tới", None),
        ("chống đổ cây xong trước mùa bão", "trước mùa bão", None),
    ],
)
def test_the_words_and_the_day_they_fix(words: str, text: str, day: date | None) -> None:
    deadline = read_deadline(words, TODAY)
    assert deadline is not None
    assert (deadline.text, deadline.date) == (text, day)


@pytest.mark.parametrize(
    ("words", "text", "rhythm"),
    [
        ("báo cáo đánh giá hàng quý", "hàng quý", "quarterly"),
        ("mỗi tháng phải có một buổi trao đổi", "mỗi tháng", "monthly"),
        ("gửi Bộ trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", "monthly"),
        ("định kỳ 6 tháng rà soát", "định kỳ 6 tháng", "half-yearly"),
        ("cứ 3 giờ một lần gửi bản tin", "cứ 3 giờ một lần", None),
        ("mỗi chiều thứ Sáu gửi báo cáo", "mỗi chiều thứ Sáu", "weekly"),
        ("mỗi sáng báo số gia súc", "mỗi sáng", "daily"),
        ("3 tháng một lần công bố", "3 tháng một lần", "quarterly"),
    ],
)
def test_a_rhythm_has_no_day(words: str, text: str, rhythm: str) -> None:
    deadline = read_deadline(words, TODAY)
    assert deadline is not None
    assert (deadline.text, deadline.rhythm, deadline.date) == (text, rhythm, None)


@pytest.mark.parametrize(
    "words",
    [
        "xây dựng Chiến lược an toàn thông tin đến năm 2025, tầm nhìn 2030",
        "theo Quyết định số 47/QĐ-UBND ngày 12/01/2023",
        "giải quyết kiến nghị của doanh nghiệp",
        "",
    ],
)
def test_names_and_days_of_papers_are_no_deadlines(words: str) -> None:
    assert read_deadline(words, TODAY) is None


def test_urgency_is_a_deadline_only_where_no_day_is_set() -> None:
    urgent = read_deadline("phải lập kế hoạch và làm ngay", TODAY)
    assert urgent is not None
    assert urgent.text == "ngay"
    dated = read_deadline("khẩn trương hoàn thành trước 30/11", TODAY)
    assert dated is not None
    assert dated.text == "trước 30/11"


def test_without_a_day_of_speaking_only_full_dates_are_fixed() -> None:
    bare = read_deadline("xong trước ngày 31/3")
    assert bare is not None
    assert bare.date is None
    full = read_deadline("xong trước ngày 31/3/2025")
    assert full is not None
    assert full.date == date(2025, 3, 31)
