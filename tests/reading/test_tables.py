"""Figures of tables."""

from __future__ import annotations

from decimal import Decimal

from giaoban.exchange.document import Cell, Table
from giaoban.reading.model import Figure
from giaoban.reading.read import read_text

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2023", "Thực hiện 6 tháng 2023", "So cùng kỳ (%)", "So kế hoạch (%)"]
POST = ["1", "Doanh thu dịch vụ bưu chính", "tỷ đồng", "62.760", "27.477", "105,48", "43,78"]
ITEMS = ["2", "Tổng sản lượng bưu gửi", "triệu bưu gửi", "2.400", "1.098", "120", "45,74"]


def read_table(rows: list[list[str]], before: str = "", after: str = "") -> list[Figure]:
    text, made = before, []
    start = len(text)
    for number, row in enumerate(rows):
        cells = []
        for column, typed in enumerate(row):
            cells.append(Cell(typed, len(text), number, column))
            text += typed + ("\t" if column < len(row) - 1 else "\n")
        made.append(tuple(cells))
    reading = read_text(text + after, tables=(Table(tuple(made), start),))
    for figure in reading.figures:
        assert reading.text[figure.span.start : figure.span.end] == figure.span.quote
    return list(reading.figures)


def test_a_row_is_one_figure_with_its_change_and_its_plan() -> None:
    post, items = read_table([HEAD, POST, ITEMS])
    assert (post.value, post.unit, post.cell) == (Decimal("27477e9"), "VND", "bảng 1, hàng 2, cột 5")
    assert post.indicator is not None
    assert post.indicator.code == "post.revenue"
    assert post.period is not None
    assert post.period.label == "6 tháng đầu năm 2023"
    assert (items.value, items.unit) == (Decimal("1098e6"), "bưu gửi")


def test_a_column_of_ratios_states_changes() -> None:
    post, items = read_table([HEAD, POST, ITEMS])
    assert [(change.direction, change.percent) for change in post.changes] == [("up", Decimal("5.48"))]
    assert [(change.direction, change.percent) for change in items.changes] == [("up", Decimal(20))]


def test_a_column_of_rises_and_falls_states_changes_as_signed() -> None:
    rows = [["Chỉ tiêu", "Tháng 5/2022", "Tăng/giảm so cùng kỳ (%)"], ["Thuê bao", "1.200", "-3,5"], ["SIM", "90", "2"]]
    first, second = read_table(rows)
    assert [(change.direction, change.percent) for change in first.changes] == [("down", Decimal("3.5"))]
    assert [(change.direction, change.percent) for change in second.changes] == [("up", Decimal(2))]


def test_plan_and_share_of_plan_make_one_plan() -> None:
    post, _ = read_table([HEAD, POST, ITEMS])
    (plan,) = post.plans
    assert (plan.percent, plan.value) == (Decimal("43.78"), Decimal("62760e9"))


def test_the_unit_may_stand_above_the_table() -> None:
    rows = [["Tỉnh", "Doanh thu năm 2022"], ["Hà Nội", "1.234,5"], ["Huế", "…"]]
    (figure,) = read_table(rows, before="Bảng 2. Doanh thu\nĐơn vị tính: tỷ đồng\n")
    assert (figure.value, figure.unit) == (Decimal("1234.5e9"), "VND")


def test_a_cell_not_reported_is_no_figure() -> None:
    rows = [["Tỉnh", "Số vụ"], ["Hà Nội", "-"], ["Huế", ""], ["Cà Mau", "7"]]
    assert [figure.value for figure in read_table(rows)] == [Decimal(7)]


def test_sentences_around_a_table_are_read_as_sentences() -> None:
    figures = read_table([HEAD, POST], after="\nToàn ngành có 1.512 lao động.\n")
    assert [figure.span.quote for figure in figures] == ["27.477", "1.512 lao động"]


def test_a_table_without_numbers_gives_nothing() -> None:
    assert read_table([["Tỉnh", "Người ký"], ["Hà Nội", "Nguyễn Văn An"]]) == []
