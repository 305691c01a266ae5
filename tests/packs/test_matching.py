"""Words of a report are matched to the indicator they mean."""

import pytest

from giaoban.packs import load_packs, shipped

MATCHER = load_packs(shipped()).matcher
SURE = 0.72


@pytest.mark.parametrize(
    ("words", "unit", "code"),
    [
        ("doanh thu dịch vụ bưu chính", "VND", "post.revenue"),
        ("nộp NSNN lĩnh vực bưu chính", "VND", "post.budget"),
        ("nộp ngân sách nhà nước lĩnh vực bưu chính", "VND", "post.budget"),
        ("thôn lõm sóng đã được phủ sóng", "thôn", "telecom.coverage.villages_covered"),
        ("SIM có thông tin thuê bao không đúng quy định còn lại", "SIM", "telecom.sim.wrong_data"),
        ("tin nhắn khảo sát gửi đến thuê bao nghi bị nhận cuộc gọi rác", "tin nhắn", "telecom.spam.survey_sent"),
        ("tin nhắn khảo sát được phản hồi", "tin nhắn", "telecom.spam.survey_answered"),
        ("thuê bao nghi phát tán cuộc gọi rác bị chặn", "thuê bao", "telecom.spam.blocked"),
        ("thuê bao 2G", "thuê bao", "telecom.subscribers_2g"),
        ("thuê bao 3G", "thuê bao", "telecom.subscribers_3g"),
        ("tổng giao dịch qua NDXP", "giao dịch", "digital_government.ndxp.transactions"),
        ("thành viên Tổ công nghệ số cộng đồng", "người", "digital_society.team_members"),
        ("cuộc tấn công mạng gây ra sự cố", "cuộc", "security.attacks"),
        ("kim ngạch xuất khẩu phần cứng, điện tử", "USD", "ict_industry.hardware_exports"),
        ("thuê bao truyền hình trả tiền", "thuê bao", "press.pay_tv_subscribers"),
        ("doanh thu lĩnh vực xuất bản, in và phát hành", "VND", "publishing.revenue_all"),
    ],
)
def test_published_words_find_their_indicator(words: str, unit: str, code: str) -> None:
    best, *_ = MATCHER.best(words, unit)
    assert (best.code, best.score > SURE) == (code, True)


@pytest.mark.parametrize(
    "words", ["diện tích lúa xuân", "khách quốc tế đến Hà Nội", "giá tiêu dùng", "sản lượng thủy sản", ""]
)
def test_words_of_another_field_find_nothing_sure(words: str) -> None:
    assert all(match.score < SURE for match in MATCHER.best(words))


def test_the_unit_decides_between_a_figure_and_its_share() -> None:
    words = "SIM có thông tin thuê bao không đúng quy định trên tổng số thuê bao di động"
    assert MATCHER.best(words, "percent")[0].code == "telecom.sim.wrong_data_share"


def test_bare_words_are_understood_by_their_sector() -> None:
    assert MATCHER.best("nộp ngân sách", "VND", "telecom")[0].code == "telecom.budget"
    assert MATCHER.best("doanh thu", "VND", "security")[0].code == "security.revenue"
    assert MATCHER.best("nộp ngân sách nhà nước toàn ngành", "VND", "whole_sector")[0].code == "whole_sector.budget"


def test_loose_marks_are_the_same_words() -> None:
    composed, loose = "tần số vô tuyến điện", "tâ\u0300n sô\u0301 vô tuyê\u0301n điê\u0323n"
    assert MATCHER.best(composed) == MATCHER.best(loose)


def test_no_indicator_is_named_twice_and_the_best_comes_first() -> None:
    found = MATCHER.best("doanh thu dịch vụ viễn thông", limit=10)
    assert len({match.code for match in found}) == len(found)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
