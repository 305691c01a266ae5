"""Directives: read from speeches, conclusions, letters and news, and not from talk."""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from giaoban.reading.directives import read_directives
from giaoban.reading.event import read_event
from giaoban.reading.layout import lay_out
from giaoban.reading.model import Directive

TASKS = Path(__file__).parent / "tasks"
REPORTS: list[Any] = [
    pytest.param(report, id=f"{path.stem}: {report['name']}")
    for path in sorted(TASKS.glob("*.toml"))
    for report in tomllib.loads(path.read_text("utf-8"))["report"]
]


def read(text: str) -> tuple[Directive, ...]:
    doc = lay_out(text)
    return read_directives(doc, read_event(doc))


def overlaps(start: int, end: int, row: Directive) -> bool:
    """Half of the shorter of the two is shared."""
    shared = min(end, row.span.end) - max(start, row.span.start)
    return 2 * shared >= min(end - start, len(row.span.quote))


@pytest.mark.parametrize("report", REPORTS)
def test_every_directive_of_the_text_is_read_and_nothing_else(report: dict[str, Any]) -> None:
    text = report["text"]
    read_rows = list(read(text))
    for gold in report["directives"]:
        start = text.index(gold["quote"])
        row = next((row for row in read_rows if overlaps(start, start + len(gold["quote"]), row)), None)
        assert row is not None, gold["quote"]
        read_rows.remove(row)
        check(gold, row)
    optional = [(text.index(words), text.index(words) + len(words)) for words in report.get("optional", [])]
    rest = [row for row in read_rows if not any(overlaps(*span, row) for span in optional)]
    assert [row.span.quote for row in rest] == []


def check(gold: dict[str, Any], row: Directive) -> None:
    if "assignee" in gold:
        assert any(
            gold["assignee"].lower() in name.lower() or name.lower() in gold["assignee"].lower()
            for name in row.assignees
        )
    if "deadline" in gold:
        assert row.deadline is not None, gold["quote"]
        assert gold["deadline"].lower() in row.deadline.text.lower()
    if "date" in gold:
        assert row.deadline is not None
        assert row.deadline.date == gold["date"]
    if "rhythm" in gold:
        assert row.deadline is not None
        assert row.deadline.rhythm == gold["rhythm"]


def test_a_body_told_in_the_same_sentence_is_inferred_for_the_task_that_follows() -> None:
    first, second = read(
        "Sáng 3/4/2023, Bộ trưởng chủ trì họp giao ban tháng 3/2023. Bộ trưởng yêu cầu Cục Viễn thông rà soát quy "
        "định, đồng thời trình phương án trước ngày 30/4."
    )
    assert first.assignees == ("Cục Viễn thông",)
    assert not first.assignee_inferred
    assert second.assignees == ("Cục Viễn thông",)
    assert second.assignee_inferred
    assert second.deadline is not None
    assert second.deadline.date == date(2023, 4, 30)


def test_the_same_words_order_in_a_closing_speech_and_only_opine_in_a_talk() -> None:
    words = "các doanh nghiệp viễn thông phải chuyển toàn bộ hoạt động lên môi trường số."
    assert len(read(f"Kết luận hội nghị, Bộ trưởng nhấn mạnh, {words}")) == 1
    assert read(f"Trình bày tham luận, đại diện một hiệp hội cho rằng {words}") == ()


def test_a_minister_who_only_judges_assigns_nothing() -> None:
    assert read("Bộ trưởng lưu ý, thị trường chuyển phát có dấu hiệu cạnh tranh không lành mạnh.") == ()


def test_every_item_after_a_formula_is_a_task_whatever_its_verb() -> None:
    rows = read("Chủ tịch UBND tỉnh kết luận: Sở A nhẩm lại số nợ; UBND huyện B thôi xây mới. Cùng kỳ nợ 30 tỷ đồng.")
    assert [row.assignees for row in rows] == [("Sở A",), ("UBND huyện B",)]


def test_a_result_inside_a_conclusion_assigns_nothing() -> None:
    assert read("Trước đó, Ban An toàn giao thông cho hay toàn tỉnh xảy ra 39 vụ tai nạn, ít hơn cùng kỳ 7 vụ.") == ()


def test_what_a_minister_praises_or_blames_is_done_already() -> None:
    assert read("Kết luận hội nghị, Bộ trưởng nhận xét các đơn vị làm báo cáo còn dài, ít số liệu.") == ()


def test_the_action_is_told_without_who_and_must() -> None:
    (row,) = read("Bộ trưởng chỉ đạo, Cục Viễn thông phải tổ chức hội nghị về trung tâm dữ liệu trong tháng 11/2022.")
    assert row.action == "tổ chức hội nghị về trung tâm dữ liệu trong tháng 11/2022"


def test_two_bodies_told_by_name_are_two_assignees() -> None:
    (row,) = read("Bộ trưởng yêu cầu Vụ Bưu chính và Thanh tra Bộ làm rõ các vấn đề của thị trường.")
    assert row.assignees == ("Vụ Bưu chính", "Thanh tra Bộ")


def test_the_sector_is_asked_of_the_place_where_the_directive_begins() -> None:
    doc = lay_out("Bộ trưởng yêu cầu Cục Viễn thông xử lý triệt để SIM rác.")
    (row,) = read_directives(doc, sector_at=lambda place: f"ở {place}")
    assert row.sector == f"ở {doc.lower.index('yêu cầu')}"


def test_decomposed_letters_are_quoted_as_they_stand() -> None:
    text = unicodedata.normalize("NFD", "Bộ trưởng yêu cầu Cục Viễn thông báo cáo trước ngày 30/6/2023.")
    (row,) = read(text)
    assert text[row.span.start : row.span.end] == row.span.quote
    assert row.assignees == ("Cục Viễn thông",)


FRAGMENTS = st.sampled_from(
    [
        "Bộ trưởng",
        "yêu cầu",
        "giao",
        "Cục",
        "Viễn thông",
        "các đơn vị",
        "phải",
        "cần",
        "trước ngày 31/2",
        ", ",
        ". ",
        ";",
        ": ",
        "\n",
        "\n- ",
        "1. ",
        "a) ",
        "đồng thời",
        "và",
        "là nhiệm vụ của",
        "thì",
        "Đơn vị chủ trì:",
        "Thời hạn:",
        "?",
        "theo",
        "ông",
        "“",
        "”",
        "́",
        "\xa0",
        "İ",
        "quý IX",
        "tháng 13",
        "năm 0000",
        "20000",
        "99/99/9999",
        "mỗi tháng",
        "đề nghị",
        "Ý",
        "%",
        "(",
        ")",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=60).map(" ".join)))
@example("Bộ trưởng giao")
@example("giao:" * 40)
@example("Đơn vị chủ trì: ")
@settings(max_examples=150, deadline=None)
def test_no_text_however_broken_raises_and_every_quote_stands_in_it(text: str) -> None:
    for row in read(text):
        assert text[row.span.start : row.span.end] == row.span.quote
