"""Patterns compile at their first question, so a fault in one would show late; here all are asked."""

import pkgutil
import re
from importlib import import_module

import giaoban.reading
from giaoban.reading.patterns import later


def test_every_pattern_of_the_grammar_compiles():
    asked = 0
    for module in pkgutil.walk_packages(giaoban.reading.__path__, "giaoban.reading."):
        for value in vars(import_module(module.name)).values():
            if type(value).__name__ == "_Later":
                assert re.compile(value.pattern, value.flags & ~re.UNICODE)
                asked += 1
    assert asked > 100


def test_a_pattern_made_later_answers_like_any_other():
    pattern = later(r"(\d+) tỷ", re.IGNORECASE)
    assert pattern.search("27 TỶ đồng").group(1) == "27"
    assert pattern.findall("1 tỷ, 2 tỷ") == ["1", "2"]
