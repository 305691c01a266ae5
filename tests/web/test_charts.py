"""The line as a drawing: token colours, gaps, rings, words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from giaoban.web.charts import Drawing, Point, print_chart, trend_chart

WORDS = Drawing("line", "Doanh thu <quý>", "Từ 1 đến 6", "tỷ đồng")


def points(*values: int | None, partial: tuple[int, ...] = ()) -> list[Point]:
    return [
        Point(place, f"{place + 1}/2024", None if value is None else Decimal(value), partial=place in partial)
        for place, value in enumerate(values)
    ]


def strokes(svg: str) -> list[str]:
    """The line itself: unfilled paths of the accent, wider than a rule."""
    wide = svg[: svg.index("</svg>")]
    return re.findall(r'<path d="([^"]+)" stroke="var\(--accent\)" stroke-width="2"', wide)


def test_on_screen_every_colour_is_a_token_of_the_page() -> None:
    svg = trend_chart(points(1, 2, 4, 6), WORDS)
    assert "var(--accent)" in svg
    assert not re.search(r'="#[0-9a-fA-F]{3,6}"', svg)


def test_in_print_every_colour_is_ink() -> None:
    svg = print_chart(points(1, 2, 4, 6), WORDS, "svg").decode()
    assert "var(" not in svg
    assert "#0b5563" in svg


def test_nothing_in_the_drawing_needs_the_policy_to_be_loosened() -> None:
    svg = trend_chart(points(1, 2, 4, 6), WORDS)
    assert not re.search(r"style=|<script|<style|\son\w+=", svg)


def test_the_words_are_there_for_those_who_listen() -> None:
    svg = trend_chart(points(1, 2), WORDS)
    assert '<title id="line-wide-title">Doanh thu &lt;quý&gt;</title>' in svg
    assert 'aria-labelledby="line-wide-title line-wide-desc"' in svg


def test_a_period_that_was_not_reported_breaks_the_line() -> None:
    whole, broken = trend_chart(points(1, 2, 3, 4, 5), WORDS), trend_chart(points(1, 2, None, 4, 5), WORDS)
    assert strokes(whole)[0].count("M") == 1
    assert strokes(broken)[0].count("M") == 2


def test_a_period_that_lacks_units_stands_beside_the_line() -> None:
    svg = trend_chart(points(10, 11, 12, 3, partial=(3,)), WORDS)
    assert strokes(svg)[0].count("L") == 2


@pytest.mark.parametrize(("language", "mark"), [("vi", "1.500"), ("en", "1,500")])
def test_the_axis_is_written_in_the_marks_of_the_language(language, mark: str) -> None:
    assert f">{mark}</text>" in trend_chart(points(0, 500, 1500), WORDS, language=language)


def test_phones_get_a_drawing_of_their_own() -> None:
    svg = trend_chart(points(1, 2, 3), WORDS)
    assert re.findall(r'<svg [^>]*class="(\w+)"', svg) == ["wide", "narrow"]
