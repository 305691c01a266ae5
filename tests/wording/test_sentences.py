"""Sentences an office would write."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.core.comparisons import Measure, change, contribution, share_of_plan
from giaoban.core.periods import day, from_code, half, month, parse_period, year
from giaoban.core.totals import total
from giaoban.packs import load_packs
from giaoban.wording.paragraphs import paragraph, section
from giaoban.wording.sentences import Statement, lower_first, said_change, said_plan, sentence, state

INDICATORS = load_packs().indicators
BILLION = 10**9


def grown(value: str, base: str, name: str = "cùng kỳ năm 2022", **how):
    return change(Decimal(value), Decimal(base), base_label=name, **how)


def revenue(**more) -> Statement:
    plan = share_of_plan(
        Decimal(27477), Decimal("62761.5"), plan_label="kế hoạch năm 2023", plan_version="giao đầu năm"
    )
    changes = (grown("27477", "26049.5", base_version="công bố 7/2022"),)
    value = Decimal(27477 * BILLION)
    return state(
        INDICATORS["post.revenue"], value, half(2023, 1), **{"estimate": True, "changes": changes, "plan": plan, **more}
    )


def test_an_office_sentence_gives_figure_change_and_share_of_plan():
    assert sentence(revenue(), with_period=False) == (
        "Doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng, tăng 5,48% so với cùng kỳ năm 2022, "
        "đạt 43,78% kế hoạch năm 2023."
    )


def test_the_period_leads_where_it_is_asked():
    assert sentence(revenue(changes=(), plan=None)) == (
        "Trong 6 tháng đầu năm 2023, doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng."
    )


def test_a_loss_is_said_in_words():
    loss = Statement("Lợi nhuận trước thuế", Decimal(-12 * BILLION), "tỷ đồng", month(2024, 5))
    assert sentence(loss) == "Trong tháng 5/2024, lợi nhuận trước thuế là âm 12 tỷ đồng."


@pytest.mark.parametrize(
    ("code", "close"),
    [("2024", "năm 2024"), ("2024-Q2", "quý II/2024"), ("2024-H1", "tháng 6/2024"), ("2024-05", "tháng 5/2024")],
)
def test_a_stock_is_counted_up_to_the_close_of_its_period(code: str, close: str):
    stations = Statement("Số trạm 5G", Decimal(38365), "trạm", from_code(code), stock=True)
    assert sentence(stations) == f"Tính đến hết {close}, số trạm 5G đạt 38.365 trạm."


def test_a_place_in_a_list_has_no_share_of_plan():
    plan = share_of_plan(Decimal(71), Decimal(60), plan_label="kế hoạch năm 2024")
    rank = Statement("Xếp hạng chính phủ điện tử", Decimal(71), "thứ hạng", year(2024), good="down", plan=plan)
    assert sentence(rank) == "Trong năm 2024, xếp hạng chính phủ điện tử ở vị trí thứ 71."


def test_the_versions_of_base_and_plan_are_told_where_they_are_asked():
    assert sentence(revenue(), with_period=False, with_versions=True).endswith(
        " (cùng kỳ năm 2022: công bố 7/2022; kế hoạch năm 2023: giao đầu năm)."
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(grown("90.3", "100"), "giảm 9,7% so với cùng kỳ năm 2022", id="a fall is giảm and has no sign"),
        pytest.param(grown("5", "5"), "không đổi so với cùng kỳ năm 2022", id="no change is said in words"),
        pytest.param(grown("310", "100"), "gấp 3,1 lần so với cùng kỳ năm 2022", id="threefold is told in times"),
        pytest.param(grown("299", "100"), "tăng 199% so với cùng kỳ năm 2022", id="less is told in percent"),
        pytest.param(grown("100004", "100000"), "tăng 0,004% so với cùng kỳ năm 2022", id="a tiny rise is not 0"),
        pytest.param(
            grown("66027", "65479", "tháng 3/2022", measure=Measure.AMOUNT),
            "tăng 548 doanh nghiệp so với tháng 3/2022",
            id="a change in the unit itself",
        ),
        pytest.param(
            grown("7", "0"), "tăng 7 doanh nghiệp so với cùng kỳ năm 2022", id="from 0 there is no percentage"
        ),
        pytest.param(change(Decimal(7), None, base_label="cùng kỳ"), "", id="without a base nothing is said"),
        pytest.param(change(Decimal(6), Decimal(5)), "tăng 20%", id="a base without a name is not named"),
    ],
)
def test_the_verb_follows_the_direction(said, expected: str):
    assert said_change(said, "doanh nghiệp") == expected


def test_percentages_change_in_points():
    points = change(Decimal("97.1"), Decimal("97.5"), unit="percent", base_label="tháng 4/2022")
    assert said_change(points, "%") == "giảm 0,4 điểm phần trăm so với tháng 4/2022"


def test_a_smaller_rank_is_a_rise():
    better = change(Decimal(31), Decimal(33), base_label="năm 2021")
    said = sentence(state(INDICATORS["post.upu_rank"], Decimal(31), year(2022), changes=(better,)))
    assert said.endswith("ở vị trí thứ 31, tăng 2 bậc so với năm 2021.")
    assert (
        said_change(change(Decimal(40), Decimal(10), base_label="năm 2021"), "thứ hạng")
        == "giảm 30 bậc so với năm 2021"
    )


@pytest.mark.parametrize(
    ("done", "good", "said"),
    [
        ("43.78", "up", "đạt 43,78% kế hoạch năm 2023"),
        ("100", "up", "đạt 100% kế hoạch năm 2023"),
        ("110.8", "up", "vượt 10,8% kế hoạch năm 2023"),
        ("100.004", "up", "đạt 100% kế hoạch năm 2023"),
        ("350", "up", "đạt 350% kế hoạch năm 2023"),
        ("43.78", "down", "bằng 43,78% kế hoạch năm 2023"),
    ],
)
def test_a_plan_is_reached_passed_or_not(done: str, good, said: str):
    assert said_plan(share_of_plan(Decimal(done), Decimal(100), plan_label="kế hoạch năm 2023"), good) == said


def test_a_plan_that_is_not_known_is_not_mentioned():
    assert sentence(revenue(plan=share_of_plan(Decimal(5), None), changes=()), with_period=False) == (
        "Doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng."
    )


def test_what_should_fall_is_and_what_should_rise_is_reached():
    complaints = state(INDICATORS["post.complaints"], Decimal(847), month(2022, 5))
    assert sentence(complaints) == "Trong tháng 5/2022, số khiếu nại về dịch vụ bưu chính là 847 khiếu nại."
    estimated = state(INDICATORS["post.complaints"], Decimal(847), month(2022, 5), estimate=True)
    assert "ước khoảng 847 khiếu nại" in sentence(estimated)


def test_rounding_is_owned_up_to():
    messages = Statement("Số tin nhắn", Decimal(41_456_789), "triệu tin nhắn", month(2022, 4), places=2, good="none")
    assert sentence(messages) == "Trong tháng 4/2022, số tin nhắn là gần 41,46 triệu tin nhắn."
    fewer = Statement("Số tin nhắn", Decimal(41_463_000), "triệu tin nhắn", month(2022, 4), places=2, estimate=True)
    assert "ước đạt hơn 41,46 triệu" in sentence(fewer)
    exact = Statement("Số tin nhắn", Decimal(41_460_000), "triệu tin nhắn", month(2022, 4), places=2)
    assert "đạt 41,46 triệu" in sentence(exact)


@pytest.mark.parametrize(
    ("more", "opening"),
    [
        ({"period": month(2022, 4), "stock": True}, "Tính đến hết tháng 4/2022, số"),
        ({"period": half(2022, 1), "stock": True}, "Tính đến hết tháng 6/2022, số"),
        ({"period": from_code("2022-04", "decree-09-2019"), "stock": True}, "Tính đến ngày 14/4/2022, số"),
        ({"period": month(2022, 4), "as_of": date(2022, 4, 26)}, "Tính đến ngày 26/4/2022, số"),
        ({"period": parse_period("từ đầu năm 2022 đến 26/5/2022")}, "Từ đầu năm 2022 đến 26/5/2022, số"),
        ({"period": day(date(2022, 5, 26))}, "Ngày 26/5/2022, số"),
        ({"period": from_code("2022-Q3")}, "Trong quý III/2022, số"),
        ({}, "Số"),
    ],
)
def test_the_lead_says_when(more, opening: str):
    assert sentence(Statement("Số thuê bao", Decimal(5), "thuê bao", **more)).startswith(f"{opening} thuê bao")


def test_a_part_of_a_whole_and_its_weight():
    villages = Statement("Số thôn được phủ sóng", Decimal(1438), "thôn", whole=Decimal(2418))
    assert sentence(villages) == "Số thôn được phủ sóng đạt 1.438/2.418 thôn."
    weight = contribution(Decimal("30.1"), Decimal(100), whole_label="tổng giá trị xuất khẩu của cả nước")
    export = Statement("Xuất khẩu phần cứng", Decimal("44.8") * BILLION, "tỷ USD", weight=weight)
    assert sentence(export) == "Xuất khẩu phần cứng đạt 44,8 tỷ USD, chiếm 30,1% tổng giá trị xuất khẩu của cả nước."


def test_a_total_that_is_not_complete_says_so():
    parts = {"Huế": Decimal(3), "Cà Mau": None}
    part = state(INDICATORS["post.enterprises"], Decimal(3), month(2022, 4), coverage=total("sum", parts))
    assert sentence(part).endswith(" (số liệu của 1/2 đơn vị).")
    whole = state(
        INDICATORS["post.enterprises"], Decimal(3), month(2022, 4), coverage=total("sum", {"Huế": Decimal(3)})
    )
    assert "số liệu của" not in sentence(whole)


def test_not_reported_is_said_in_words():
    silent = state(INDICATORS["post.profit"], None, half(2023, 1), changes=(change(None, Decimal(3)),))
    assert sentence(silent) == "Trong 6 tháng đầu năm 2023, lợi nhuận dịch vụ bưu chính chưa có số liệu."


@pytest.mark.parametrize(("name", "inside"), [("Doanh thu", "doanh thu"), ("DTI - Thể chế số", "DTI - Thể chế số")])
def test_a_name_in_capitals_keeps_them(name: str, inside: str):
    assert lower_first(name) == inside


def test_a_paragraph_says_the_period_once_and_closes_with_what_is_missing():
    items = state(INDICATORS["post.items"], Decimal(1_098_000_000), half(2023, 1))
    silent = state(INDICATORS["post.profit"], None, half(2023, 1))
    assert paragraph([revenue(changes=(), plan=None), silent, items]) == (
        "Trong 6 tháng đầu năm 2023, doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng. "
        "Sản lượng bưu gửi đạt 1.098 triệu bưu gửi. Chưa có số liệu về lợi nhuận dịch vụ bưu chính."
    )
    assert paragraph([]) == ""


def test_a_section_parts_periods_from_stocks():
    stock = state(INDICATORS["post.enterprises"], Decimal(720), half(2023, 1))
    assert section("Bưu chính", [stock, revenue(changes=(), plan=None)]) == (
        "Lĩnh vực Bưu chính\n\n"
        "Trong 6 tháng đầu năm 2023, doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng.\n\n"
        "Tính đến hết tháng 6/2023, số doanh nghiệp bưu chính là 720 doanh nghiệp."
    )
