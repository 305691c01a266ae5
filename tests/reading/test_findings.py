"""What the reader finds wrong inside a report, and what it must leave alone."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from giaoban.reading.read import read_text

CASES = tomllib.loads((Path(__file__).parent / "findings.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_each_contradiction_is_found_and_a_sound_text_comes_out_clean(case):
    found = [each for each in read_text(case["text"]).findings if each.severity in ("error", "warning")]
    for words in case["find"]:
        start = case["text"].index(words)
        touching = [f for f in found if f.span.start < start + len(words) and start < f.span.end]
        assert touching, f"not found: {words}; found {[(f.rule, f.span.quote) for f in found]}"
    if not case["find"]:
        assert not found, [(f.rule, f.span.quote, f.message) for f in found]


@pytest.mark.parametrize("case", [case for case in CASES if case["find"]], ids=lambda case: case["say"])
def test_a_finding_is_one_sentence_that_says_what_to_do(case):
    for each in read_text(case["text"]).findings:
        assert "hãy" in each.message
        assert each.message.endswith(".")
        assert case["text"][each.span.start : each.span.end] == each.span.quote


def test_a_value_a_thousand_times_its_history_is_doubted():
    text = "Lĩnh vực Bưu chính: Doanh thu dịch vụ bưu chính tháng 5/2022 ước đạt 4.200.000 tỷ đồng."
    code = next(f.indicator.code for f in read_text(text).figures if f.indicator)
    history = {code: [Decimal("4.1e12"), Decimal("4.0e12"), Decimal("4.4e12")]}
    assert any(f.rule == "off-by-thousand" for f in read_text(text, history=history).findings)
    assert not read_text(text).findings


def test_the_proved_reading_becomes_the_value():
    case = next(case for case in CASES if "sum of the sectors" in case["say"])
    figure = next(f for f in read_text(case["text"]).figures if f.span.quote.startswith("27,477"))
    assert figure.value == Decimal("27477e9")
    assert Decimal("27.477e9") in figure.readings
