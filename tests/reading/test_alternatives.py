"""Long alternations: grouped by their letters they match the same words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.alternatives import by_first_letter

WORDS = st.lists(st.text(alphabet="abc ", min_size=1, max_size=5), min_size=1, max_size=8)


def test_words_that_begin_alike_stand_together() -> None:
    assert by_first_letter("cục|sở|chi cục|chi nhánh") == "c(?:ục|hi (?:cục|nhánh))|sở"


def test_an_optional_opening_is_tried_first_as_before() -> None:
    assert by_first_letter("(?:phó )?giám đốc|sở") == "phó giám đốc|giám đốc|sở"


def test_what_may_not_follow_a_word_still_may_not() -> None:
    grouped = re.compile(by_first_letter("giao(?! ban)|giao hẹn"))
    assert grouped.match("giao việc")
    assert not grouped.match("giao ban")


@given(WORDS, st.text(alphabet="abc ", max_size=20))
def test_the_same_words_are_found_in_the_same_places(words: list[str], text: str) -> None:
    plain = [found.span() for found in re.finditer("|".join(words), text)]
    assert [found.span() for found in re.finditer(by_first_letter("|".join(words)), text)] == plain
