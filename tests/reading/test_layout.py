"""Blocks, leads and sentences of a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.layout import lay_out


def sentences(text: str) -> list[str]:
    layout = lay_out(text)
    return [layout.composed[sentence.start : sentence.end] for sentence in layout.sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Thu 5 tỷ.Số này chưa đủ.", ["Thu 5 tỷ.", "Số này chưa đủ."], id="no space after the full stop"),
        pytest.param(
            "Tới 20.1.2017 có 1.234 dự án.", ["Tới 20.1.2017 có 1.234 dự án."], id="dots inside dates, figures"
        ),
        pytest.param("TP.HCM đón 11 triệu lượt. Hà Nội 8.", ["TP.HCM đón 11 triệu lượt.", "Hà Nội 8."], id="TP.HCM"),
        pytest.param(
            "2. Viễn thông: thu 11 tỷ. Băng rộng 5.", ["2. Viễn thông: thu 11 tỷ.", "Băng rộng 5."], id="numeral"
        ),
        pytest.param("Đạt 5%… Tăng 3%!", ["Đạt 5%…", "Tăng 3%!"], id="other closing marks"),
    ],
)
def test_sentences_close_where_a_reader_closes_them(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_wrapped_paragraph_is_one_sentence() -> None:
    text = (
        "Doanh thu dịch vụ bưu chính sáu tháng đầu năm 2023 trên toàn quốc ước đạt\n27.477 tỷ đồng.\nViễn thông tăng."
    )
    assert [len(lay_out(text).blocks), len(sentences(text))] == [2, 2]


def test_a_heading_heads_what_follows_and_a_lead_opens_its_block() -> None:
    layout = lay_out("Kết quả tháng 5\n\nLĩnh vực Viễn thông: phủ sóng 1.438 thôn.\n- Bưu chính: 5 điểm.")
    assert [block.kind for block in layout.blocks] == ["heading", "paragraph", "item"]
    assert layout.heading_of(layout.blocks[1]) == "kết quả tháng 5"
    assert [layout.lead_of(block) for block in layout.blocks[1:]] == ["lĩnh vực viễn thông", "bưu chính"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_quotes_are_cut_from_the_text_as_read(form: str) -> None:
    text = unicodedata.normalize(form, "Thuỷ sản:\u00a0hoà 5 tỷ đồng")
    layout = lay_out(text)
    start = layout.lower.index("hòa")
    span = layout.span(start, start + 3)
    assert text[span.start : span.end] == span.quote == unicodedata.normalize(form, "hoà")


@given(st.text(max_size=300))
def test_any_text_has_a_layout_whose_quotes_stand_in_it(text: str) -> None:
    layout = lay_out(text)
    assert len(layout.lower) == len(layout.composed)
    for sentence in layout.sentences:
        span = layout.span(sentence.start, sentence.end)
        assert text[span.start : span.end] == span.quote
