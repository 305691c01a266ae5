"""What the reader reads of our own short texts: every figure, its changes and shares of plan, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.reading.goldtexts import MEASURES, Gold, GoldText, load_texts

from giaoban.reading.model import Figure
from giaoban.reading.read import read_text

TEXTS = load_texts()

# What the grammar does not reach yet, each with its reason: text → quotes.
KNOWN_GAPS: dict[str, set[str]] = {
    "bao-chi": {"21 cơ quan báo chí"},  # "tăng 3 trường hợp" counts cases, not the bodies punished
    "xuat-ban": {"1.640 tỷ đồng"},  # "cùng bằng 48%" speaks of two figures
}
EXTRA = {"bao-chi": {"3 trường hợp"}}


def sizes(figure: Figure) -> list[tuple[str, Decimal]]:
    said = [
        (change.direction, change.percent if change.percent is not None else change.amount) for change in figure.changes
    ]
    return sorted((direction, size) for direction, size in said if size is not None)


@pytest.mark.parametrize("gold", TEXTS, ids=lambda gold: gold.name)
def test_every_figure_is_read_with_what_is_said_of_it(gold: GoldText) -> None:
    figures = list(read_text(gold.text).figures)
    for wanted in gold.figures:
        figure = next((one for one in figures if wanted.is_read_by(one)), None)
        assert figure is not None, wanted
        figures.remove(figure)
        assert (figure.unit if figure.unit in MEASURES else "counted") == (
            wanted.unit if wanted.unit in MEASURES else "counted"
        ), wanted
        if wanted.quote not in KNOWN_GAPS.get(gold.name, set()):
            check_said(figure, wanted)
    assert not [one.span.quote for one in figures if not is_free(gold, one)]


def check_said(figure: Figure, wanted: Gold) -> None:
    assert sizes(figure) == sorted(wanted.changes), wanted
    assert sorted(plan.percent for plan in figure.plans if plan.percent is not None) == sorted(wanted.plans), wanted


def is_free(gold: GoldText, figure: Figure) -> bool:
    known = figure.span.quote in EXTRA.get(gold.name, set())
    return known or any(figure.span.start < end and start < figure.span.end for start, end in gold.optional)


def test_the_reading_of_a_text_names_indicator_sector_and_period() -> None:
    text = "Lĩnh vực Bưu chính: 6 tháng đầu năm 2023, doanh thu dịch vụ bưu chính ước đạt 27.477 tỷ đồng, tăng 5,48%."
    (figure,) = read_text(text).figures
    assert figure.indicator is not None
    assert (figure.indicator.text, figure.indicator.code) == ("doanh thu dịch vụ bưu chính", "post.revenue")
    assert figure.sector == "bưu chính"
    assert figure.period is not None
    assert (figure.period.label, figure.period.inherited) == ("6 tháng đầu năm 2023", False)
    assert figure.hedge == "ước đạt"


def test_a_period_said_once_holds_for_the_sentences_after_it() -> None:
    text = "Quý I/2022 cả nước có 1.200 dự án.\nTrong đó, giải ngân 15 tỷ USD."
    last = read_text(text).figures[-1]
    assert last.period is not None
    assert (last.period.label, last.period.inherited) == ("Quý I/2022", True)


def test_a_figure_as_of_a_day_carries_the_day() -> None:
    (figure,) = read_text("Tính đến ngày 26/5/2022 đã có 26/63 tỉnh, thành phố kết nối.").figures
    assert figure.as_of is not None
    assert figure.as_of.isoformat() == "2022-05-26"
    assert (figure.numerator, figure.denominator) == (26, 63)
