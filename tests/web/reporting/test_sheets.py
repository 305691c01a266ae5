"""A long report by the sheet: every item on exactly one, and the text of all sheets is the text."""

from hypothesis import given
from hypothesis import strategies as st

from giaoban.web.reporting import sheets
from giaoban.web.reporting.sheets import sheet_of, sheet_with


@given(st.lists(st.integers(1, 12), min_size=0, max_size=1000))
def test_the_sheets_share_out_the_items_and_the_text(lengths: list[int]) -> None:
    text, starts = "", []
    for length in lengths:
        starts.append(len(text))
        text += "a" * length + "\n"
    everything = sheet_of(text, starts, 1).all
    cut = [sheet_of(text, starts, number) for number in range(1, everything + 1)]
    assert "".join(text[sheet.start : sheet.end] for sheet in cut) == text
    assert [place for sheet in cut for place in range(sheet.first, sheet.last + 1)] == list(range(1, len(starts) + 1))
    for sheet in cut:
        assert all(sheet.start <= starts[place - 1] < sheet.end for place in range(sheet.first, sheet.last + 1))
        assert all(sheet_with(place) == sheet.number for place in range(sheet.first, sheet.last + 1))


def test_a_paragraph_that_two_sheets_share_is_whole_on_both() -> None:
    text = "đầu\n" + "b" * 700 + "\ncuối\n"
    starts = list(range(4, 4 + 700))
    for number in (1, 2, 3):
        sheet = sheet_of(text, starts, number)
        assert "b" * 700 in text[sheet.start : sheet.end]


def test_a_sheet_that_is_not_there_is_the_nearest_one() -> None:
    assert sheet_of("a", [0], 99).number == 1
    assert sheet_of("", [], 0).number == 1


def test_a_text_without_end_is_cut_and_says_so() -> None:
    sheet = sheet_of("a" * (sheets.LONGEST_TEXT + 1), [], 1)
    assert (sheet.end, sheet.cut) == (sheets.LONGEST_TEXT, True)
