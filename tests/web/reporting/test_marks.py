"""The text cut where items begin and end: nothing lost, nothing twice."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.web.reporting.marks import excerpt, stretches


@dataclass(frozen=True)
class Item:
    start: int
    end: int


texts = st.text(min_size=1, max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Item]]:
    text = draw(texts)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda p: p[0] < p[1])
    return text, [Item(*span) for span in draw(st.lists(spans, max_size=8))]


@given(marked())
def test_the_stretches_join_to_the_whole_text(case: tuple[str, list[Item]]) -> None:
    text, items = case
    assert "".join(stretch.text for stretch in stretches(text, items)) == text


@given(marked())
def test_every_character_carries_exactly_the_items_over_it(case: tuple[str, list[Item]]) -> None:
    text, items = case
    place = 0
    for stretch in stretches(text, items):
        for offset in range(place, place + len(stretch.text)):
            over = [item for item in items if item.start <= offset < item.end]
            assert sorted(stretch.covering, key=repr) == sorted(over, key=repr)
        place += len(stretch.text)


@given(marked())
def test_every_item_opens_once(case: tuple[str, list[Item]]) -> None:
    text, items = case
    opened = [item for stretch in stretches(text, items) for item in stretch.opens]
    assert sorted(opened, key=repr) == sorted(items, key=repr)


@given(marked(), st.integers(1, 30))
def test_an_excerpt_holds_the_whole_of_its_item(case: tuple[str, list[Item]], around: int) -> None:
    text, items = case
    for item in items:
        left, right = excerpt(text, item.start, item.end, around)
        assert 0 <= left <= item.start < item.end <= right <= len(text)
        cut = "".join(stretch.text for stretch in stretches(text, [item], start=left, end=right))
        assert cut == text[left:right]


@pytest.mark.parametrize("around", [5, 400])
def test_an_excerpt_keeps_to_its_paragraph(around: int) -> None:
    text = "Một.\nHai ba bốn năm sáu bảy tám chín mười.\nHết."
    start = text.index("năm")
    left, right = excerpt(text, start, start + 3, around)
    assert "\n" not in text[left:right]


def test_an_excerpt_out_of_a_table_brings_its_head_along() -> None:
    text = "Một đoạn văn.\n\nLĩnh vực\tDoanh thu\nBưu chính\t27.477\nViễn thông\t74.473\n\nĐoạn sau."
    start = text.index("74.473")
    left, right = excerpt(text, start, start + 6)
    assert text[left:right] == "Lĩnh vực\tDoanh thu\nBưu chính\t27.477\nViễn thông\t74.473"
