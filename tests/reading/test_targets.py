"""Targets: what is to be reached, and not what was."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.reading.event import read_event
from giaoban.reading.layout import lay_out
from giaoban.reading.model import Figure, Span, Target
from giaoban.reading.targets import read_targets

TASKS = Path(__file__).parent / "tasks"
REPORTS: list[Any] = [
    pytest.param(report, id=f"{path.stem}: {report['name']}")
    for path in sorted(TASKS.glob("*.toml"))
    for report in tomllib.loads(path.read_text("utf-8"))["report"]
    if "targets" in report
]


def read(text: str) -> tuple[Target, ...]:
    doc = lay_out(text)
    return read_targets(doc, (), read_event(doc))


@pytest.mark.parametrize("report", REPORTS)
def test_every_target_of_the_text_is_read_and_nothing_else(report: dict[str, Any]) -> None:
    text = report["text"]
    rows = list(read(text))
    for gold in report["targets"]:
        start = text.index(gold["quote"])
        end = start + len(gold["quote"])
        row = next((row for row in rows if row.span.start < end and start < row.span.end), None)
        assert row is not None, gold["quote"]
        rows.remove(row)
        assert row.value == (Decimal(gold["value"]) if "value" in gold else None)
        assert row.by == gold.get("by")
    optional = report.get("optional_targets", [])
    assert [
        row.span.quote
        for row in rows
        if not any(words in row.span.quote or row.span.quote in words for words in optional)
    ] == []


def test_a_rank_to_enter_has_the_rank_as_its_value() -> None:
    (row,) = read("Bộ trưởng giao Cục Viễn thông lập lộ trình để viễn thông lọt vào top 30 thế giới vào năm 2025.")
    assert (row.value, row.unit, row.by) == (Decimal(30), "rank", "2025")


def test_a_share_laid_down_in_an_order_is_a_target_with_its_range() -> None:
    (row,) = read("Bộ trưởng nhấn mạnh, các công ty bưu chính phải dành 10 - 20% chi phí cho công nghệ.")
    assert (row.value, row.value_min, row.value_max) == (None, Decimal(10), Decimal(20))
    assert row.span.quote.startswith("10 - 20%")


def test_the_same_share_in_a_report_of_results_is_none() -> None:
    assert read("Các công ty bưu chính dành 10 - 20% chi phí cho công nghệ.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu đạt 95% mục tiêu năm.",
        "Đến năm 2021, 98% xã đã có cáp quang.",
        "Chiến lược an toàn thông tin đến năm 2025, tầm nhìn 2030 được ban hành.",
        "Chương trình mục tiêu quốc gia giải ngân 41%.",
    ],
)
def test_results_and_names_of_papers_are_no_targets(text: str) -> None:
    assert read(text) == ()


def test_a_goal_begins_with_who_becomes_what() -> None:
    (row,) = read("Để tỉnh trở thành trung tâm logistics cũng phải có kế hoạch dài hơi.")
    assert row.span.quote == "Để tỉnh trở thành trung tâm logistics"


def test_a_figure_already_read_lends_its_value_and_unit() -> None:
    text = "Ngành phấn đấu đạt 80 triệu thuê bao vào năm 2030."
    figure = Figure(Span("80 triệu thuê bao", text.index("80")), Decimal(80_000_000), "thuê bao")
    (row,) = read_targets(lay_out(text), (figure,))
    assert (row.value, row.unit, row.by) == (Decimal(80_000_000), "thuê bao", "2030")


@given(
    st.lists(
        st.sampled_from(
            [
                "mục tiêu",
                "phấn đấu",
                "top 3",
                "lọt vào",
                "đến năm 2025",
                "năm 9999",
                "10%",
                "1.2.3,4 - 5%",
                "trở thành",
                "Để",
                "đưa",
                "hoàn thành",
                ";",
                ". ",
                ", ",
                "phải",
                "Bộ trưởng yêu cầu",
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
@settings(max_examples=120, deadline=None)
def test_no_text_however_broken_raises_and_every_quote_stands_in_it(text: str) -> None:
    for row in read(text):
        assert text[row.span.start : row.span.end] == row.span.quote


def test_a_text_of_years_without_a_full_stop_is_read_in_its_turn() -> None:
    started = process_time()
    read("đến năm 2025 " * 20_000)
    assert process_time() - started < 10  # seconds; a search that grows with the square takes minutes
