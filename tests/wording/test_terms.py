"""Words for codes, and the glossary that explains them."""

from pathlib import Path

import pytest

from giaoban.core.comparisons import Measure, WhyNot
from giaoban.core.periods import Kind
from giaoban.core.totals import Rule
from giaoban.wording.terms import term

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [*Kind, *Rule, *Measure, *WhyNot], ids=str)
def test_every_code_has_a_word_in_both_languages_and_a_line_in_the_glossary(code):
    vietnamese, english = term(code), term(code, language="en")
    assert vietnamese != english
    assert f"`{code.value}`" in GLOSSARY
    assert vietnamese in GLOSSARY
