"""The English switch: no sentence of the pages is left in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from giaoban import web

ROOM = Path(web.__file__).parent
CATALOGUE = ROOM / "locale" / "en" / "LC_MESSAGES" / "django.po"
IN_PYTHON = re.compile(r'(?<![\w.])_\(\s*"((?:[^"\\]|\\.)*)"\s*\)')
IN_TEMPLATE = re.compile(r"""\{%\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def sentences() -> Iterator[str]:
    for path in sorted(ROOM.rglob("*.py")):
        yield from IN_PYTHON.findall(path.read_text(encoding="utf-8"))
    for path in sorted(ROOM.rglob("*.html")):
        yield from ("".join(found) for found in IN_TEMPLATE.findall(path.read_text(encoding="utf-8")))


def test_every_sentence_of_the_pages_has_its_english(catalogue: Catalog) -> None:
    missing = [said for said in dict.fromkeys(sentences()) if catalogue.get(said) is None]
    assert missing == [], "run bin/messages.py and translate what is empty"


def test_nothing_in_the_catalogue_is_empty_or_only_guessed(catalogue: Catalog) -> None:
    def empty(message) -> bool:
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        return not all(said) or message.fuzzy

    assert [message.id for message in catalogue if message.id and empty(message)] == []


def test_english_keeps_the_places_of_the_figures(catalogue: Catalog) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))

    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert places(message.id) == places(message.string), message.id
