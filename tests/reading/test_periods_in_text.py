"""The period each figure speaks of."""

from __future__ import annotations

import pytest

from giaoban.reading.read import read_text


def periods(text: str) -> list[str | None]:
    """The label of the period, or the day, of every figure."""
    said = []
    for figure in read_text(text).figures:
        day = figure.as_of.isoformat() if figure.as_of else None
        said.append(figure.period.label if figure.period else day)
    return said


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("Tháng 4/2022 đạt 5 tỷ đồng.", ["tháng 4/2022"], id="before the figure"),
        pytest.param("Đi từ 11,91% (2021) lên 14,26% (2022).", ["năm 2021", "năm 2022"], id="in the bracket after it"),
        pytest.param(
            "Quý I/2017 tăng 2%, yếu hơn mức 9,7% của quý I/2015.", ["Quý I/2017", "Quý I/2015"], id="named after it"
        ),
        pytest.param("Tới 20.1.2017 có 175 dự án.", ["2017-01-20"], id="up to a day with dots"),
        pytest.param(
            "Tháng 9/2023 thu 3 tỷ đồng; lũy kế 9 tháng 25 tỷ đồng.",
            ["tháng 9/2023", "9 tháng đầu năm 2023"],
            id="the year is the one printed before",
        ),
        pytest.param("Doanh thu 5 tỷ đồng, tăng 3% so với tháng 3/2022.", [None], id="the base is not its own period"),
        pytest.param(
            "Sơ kết nửa đầu 2025\n\na) Thu 5 tỷ đồng.\nb) Chi 4 tỷ đồng.",
            ["6 tháng đầu năm 2025", "6 tháng đầu năm 2025"],
            id="the heading holds for what stands under it",
        ),
    ],
)  # fmt: skip
def test_a_figure_speaks_of_the_period_said_nearest(text: str, labels: list[str | None]) -> None:
    assert periods(text) == labels


def test_a_plan_says_its_year() -> None:
    (figure,) = read_text("6 tháng đầu năm 2023 đạt 5 tỷ đồng, bằng 44% kế hoạch.").figures
    assert [plan.period for plan in figure.plans] == ["năm 2023"]


def test_a_budget_keeps_the_name_of_who_set_it() -> None:
    (figure,) = read_text("Năm 2023 thu 5 tỷ đồng, bằng 104% dự toán Trung ương giao.").figures
    assert [plan.period for plan in figure.plans] == ["dự toán trung ương giao"]
