"""No text, however broken, raises or hangs; every quote stands where it says."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.goldtexts import load_texts

from giaoban.reading.contract import to_json
from giaoban.reading.layout import lay_out
from giaoban.reading.lexer import scan
from giaoban.reading.read import read_text

TEXTS = [gold.text for gold in load_texts()]
PIECES = st.sampled_from(
    [word for text in TEXTS for word in text.split(" ")]
    + [
        "(",
        ")",
        "((",
        "[",
        "+",
        "-",
        "%",
        "/",
        "//",
        ";",
        "…",
        "\n",
        "\t",
        "\u00a0",
        "1/0",
        "0/0",
        "9" * 40,
        "1.,2",
        "từ",
        "đến",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_shuffled_words_of_reports_are_read_without_error(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read_without_error(text: str) -> None:
    check(text)


def check(text: str) -> None:
    reading = read_text(text)
    for figure in reading.figures:
        spans = [figure.span, *(change.span for change in figure.changes), *(plan.span for plan in figure.plans)]
        for span in spans:
            assert text[span.start : span.end] == span.quote
    json.dumps(to_json(reading))


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    for text in TEXTS:
        whole = read_text(unicodedata.normalize("NFC", text)).figures
        parted = read_text(unicodedata.normalize("NFD", text)).figures
        assert [figure.value for figure in whole] == [figure.value for figure in parted]


def test_long_runs_do_not_slow_the_reader_down() -> None:
    began = time.process_time()
    for run in (
        "1.",
        "(",
        "tăng ",
        "5% ",
        "từ 1 đến ",
        "a" * 50 + " ",
        "1/",
        "so với cùng kỳ ",
        "9",
        " ",
        "và 5 ",
        "(5%) ",
    ):
        lay_out(run * 4000)
        read_text((run * 20000)[:20000])
    assert time.process_time() - began < 60


def test_every_word_of_a_sentence_becomes_a_lexeme() -> None:
    layout = lay_out(TEXTS[0])
    for sentence in layout.sentences:
        lexemes = scan(layout.lower, layout.composed, sentence.start, sentence.end)
        assert "".join(layout.lower[lexeme.start : lexeme.end] for lexeme in lexemes).replace(" ", "") in layout.lower[
            sentence.start : sentence.end
        ].replace(" ", "")


def test_the_texts_folder_is_not_empty() -> None:
    assert len(TEXTS) >= 25
    assert (Path(__file__).parent / "texts").is_dir()
