"""Vietnamese words are compared after one spelling is made of them."""

from hypothesis import given
from hypothesis import strategies as st

from giaoban.packs.folding import Abbreviations, bare, words_of


def test_short_forms_are_written_out_wherever_they_stand() -> None:
    short = Abbreviations({"nsnn": "ngân sách nhà nước", "data center": "trung tâm dữ liệu"})
    assert short.expand(words_of("nộp NSNN, Data Center")) == words_of("nộp ngân sách nhà nước trung tâm dữ liệu")


def test_marks_and_the_letter_d_are_taken_off() -> None:
    assert bare("ĐIỆN TỬ Hoà") == "dien tu hoa"


def test_both_places_of_a_tone_mark_are_one_word() -> None:
    assert words_of("số hoá, thuỷ sản, Khánh Hoà") == words_of("số hóa, thủy sản, Khánh Hòa")
    assert words_of("quý") == ("quý",)


@given(st.text())
def test_no_text_breaks_folding(text: str) -> None:
    Abbreviations({"a b": "c"}).expand(words_of(text))
    assert bare(bare(text)) == bare(text)
