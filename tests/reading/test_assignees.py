"""Names of bodies, posts and groups, and where they end."""

from __future__ import annotations

import pytest

from giaoban.reading.assignees import bodies_at
from giaoban.reading.plain import make_plain


def names(text: str) -> tuple[str, ...]:
    plain = make_plain(text)
    bodies = bodies_at(plain.lower, plain.composed, 0, len(plain.lower))
    return bodies.names if bodies else ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vụ Bưu chính và Thanh tra Bộ phải vào cuộc", ("Vụ Bưu chính", "Thanh tra Bộ")),
        ("Thứ trưởng Phan Văn Tú và Cục Viễn thông có vai trò dẫn dắt", ("Thứ trưởng Phan Văn Tú", "Cục Viễn thông")),
        ("Cục chuyển đổi số quốc gia xây dựng lộ trình", ("Cục chuyển đổi số quốc gia",)),
        ("các bộ, ngành, địa phương phân bổ xong vốn", ("các bộ, ngành, địa phương",)),
        ("các đơn vị gỡ ngay vướng mắc", ("các đơn vị",)),
        ("Sở Kế hoạch và Đầu tư chủ trì cùng các đơn vị", ("Sở Kế hoạch và Đầu tư",)),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Xây dựng lập hồ sơ", ("Sở Văn hóa, Thể thao và Du lịch", "Sở Xây dựng")),
        ("người đứng đầu các doanh nghiệp viễn thông.", ("người đứng đầu các doanh nghiệp viễn thông",)),
        ("UBND các huyện, thành phố rà soát", ("UBND các huyện, thành phố",)),
        ("Giám đốc Sở Y tế chịu trách nhiệm", ("Giám đốc Sở Y tế",)),
        ("4 đơn vị gồm Cục A, Vụ B và Vụ C rà soát", ("Cục A", "Vụ B", "Vụ C")),
        ("huyện nào còn nợ báo cáo", ("huyện nào",)),
        ("Sở Giáo dục và Đào tạo cho học sinh nghỉ", ("Sở Giáo dục và Đào tạo",)),
        ("Viettel, MobiFone phải báo cáo", ("Viettel", "MobiFone")),
        ("Tổng công ty Bưu điện Việt Nam rà soát", ("Tổng công ty Bưu điện Việt Nam",)),
    ],
)
def test_a_name_ends_where_its_verb_begins(text: str, wanted: tuple[str, ...]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text", ["hệ thống giám sát phải kết nối", "chuyển đổi số là tất yếu", "Việt Nam phải đi đầu", ""]
)
def test_things_and_countries_are_nobody_to_be_told(text: str) -> None:
    assert names(text) == ()
