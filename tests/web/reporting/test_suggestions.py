"""Which indicators a figure may mean: the reader's own first, then by shared words, with or without tone marks."""

import pytest

from giaoban.packs import load_packs
from giaoban.web.reporting.suggestions import MOST, suggest

WORDS = [
    ("doanh thu dịch vụ bưu chính", "VND", "post", "post.revenue"),
    ("doanh thu dich vu buu chinh", "VND", "", "post.revenue"),
    ("thuê bao nghi phát tán cuộc gọi rác bị chặn", "thuê bao", "telecom", "telecom.spam.blocked"),
    ("Doanh thu dịch vụ viễn thông", "VND", "telecom", "telecom.revenue"),
]


def codes(text: str, unit: str = "", sector: str = "", code: str | None = None) -> list[str]:
    content = {"indicator": {"text": text, "code": code}, "unit": unit}
    return [found.code for found in suggest(content, sector, load_packs())]


@pytest.mark.parametrize(("text", "unit", "sector", "wanted"), WORDS)
def test_the_words_of_an_indicator_suggest_it_first(text: str, unit: str, sector: str, wanted: str) -> None:
    assert codes(text, unit, sector)[0] == wanted


def test_the_readers_own_match_comes_first() -> None:
    assert codes("doanh thu dịch vụ bưu chính", code="telecom.revenue")[0] == "telecom.revenue"


def test_the_sector_decides_between_like_names() -> None:
    for sector in ("post", "telecom"):
        assert codes("doanh thu", "VND", sector)[0].startswith(f"{sector}.")


@pytest.mark.parametrize("text", ["", "xyz", "và của các"])
def test_words_that_say_nothing_suggest_nothing_far_fetched(text: str) -> None:
    assert len(codes(text)) <= MOST
    assert codes("") == []


def test_a_target_that_is_only_words_is_looked_up_too() -> None:
    found = suggest({"indicator": "doanh thu bưu chính", "unit": "VND"}, "post", load_packs())
    assert "post.revenue" in [one.code for one in found]


def test_an_indicator_named_after_its_figure_is_found_in_the_clause() -> None:
    content = {
        "indicator": {"text": "sim điện thoại", "code": None},
        "unit": "sim",
        "around": "chỉ còn 6.914 SIM điện thoại có thông tin thuê bao không đúng quy định, chiếm 0,005%",
    }
    assert suggest(content, "telecom", load_packs())[0].code == "telecom.sim.wrong_data"


def test_of_like_names_the_one_in_the_printed_money_comes_first() -> None:
    found = codes("tổng doanh thu công nghiệp CNTT quy đổi", "USD", "ict_industry")
    assert found[0] == "ict_industry.revenue_usd"
