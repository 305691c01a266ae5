"""One grammar of charts, for screen and print: Vega-Lite through Altair, drawn offline to SVG by vl-convert.

A chart is drawn once in token colours. On screen they become the CSS variables of the page, so that one drawing suits
light, dark and high contrast; in print they become the light palette's ink. No script, no style attribute: the
page's content policy stays strict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from giaoban.wording.numbers import Language

FONTS = Path(__file__).parent / "fonts"
FONT = "Be Vietnam Pro"
WIDE, NARROW = (760, 280), (340, 220)

# token -> (colour in the drawing, colour in print). The first only marks the place.
TOKENS = {
    "ink-soft": ("#010102", "#44525d"),
    "rule": ("#010103", "#dcd8cc"),
    "rule-strong": ("#010104", "#14212b"),
    "accent": ("#010105", "#0b5563"),
}
COLOUR = {name: marked for name, (marked, _) in TOKENS.items()}
_VARIABLES = {marked: f"var(--{name})" for name, (marked, _) in TOKENS.items()}
_PRINTED = dict(TOKENS.values())

NUMBERS: dict[Language, dict[str, Any]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đ"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", " VND"]},
}


@dataclass(frozen=True)
class Point:
    """One period of a line: its place in time, its short name under the axis, its value in display units.

    A partial one lacks units: it is drawn as an open ring beside the line, for its fall would be no fall.
    """

    order: int
    label: str
    value: Decimal | None
    partial: bool = False


@dataclass(frozen=True)
class Drawing:
    """The words of a chart: those it is read aloud by, and those printed over it where it stands alone."""

    key: str
    title: str
    description: str
    unit: str = ""


def trend_chart(points: Sequence[Point], drawing: Drawing, *, language: Language = "vi", printed: bool = False) -> str:
    """A line over time for wide and for narrow pages; a period that was not reported is a gap, never a zero."""
    rows = tuple(_row(point) for point in points)
    sizes = (("wide", WIDE),) if printed else (("wide", WIDE), ("narrow", NARROW))
    heading = (drawing.title, drawing.unit) if printed else None
    shown = [_named(_trend(rows, size, language, heading), drawing, name, printed) for name, size in sizes]
    return mark_safe("".join(shown))  # noqa: S308 - drawn by us, the words escaped


Row = tuple[int, str, float | None, bool]


def _row(point: Point) -> Row:
    return point.order, point.label, None if point.value is None else float(point.value), point.partial


@lru_cache(maxsize=512)
def _trend(
    rows: tuple[Row, ...], size: tuple[int, int], language: Language, heading: tuple[str, str] | None = None
) -> str:
    lonely = sum(value is not None and not partial for _, _, value, partial in rows) < 2
    values = [
        {"order": order, "value": value, "whole": value if lonely or not partial else None}
        for order, _, value, partial in rows
    ]
    every = max(1, -(-len(rows) // (12 if size is WIDE else 5)))
    given = {
        "shown": [order for order, *_ in rows][::-1][::every],
        "names": {str(order): label for order, label, *_ in rows},
        "first": rows[0][0],
        "last": rows[-1][0],
    }
    spec = {**_pattern(size, _from_zero(rows)), "datasets": {"line": values}}
    spec["params"] = [{"name": name, "value": value} for name, value in given.items()]
    if heading:
        spec["title"] = {"text": heading[0], "subtitle": heading[1], "anchor": "start", "offset": 12}
    return render(spec, language)


@cache
def _pattern(size: tuple[int, int], from_zero: bool) -> dict[str, Any]:
    """The chart without its figures: made by Altair once, for Altair takes longer to write a chart than to draw it.

    The axis prints our own names of periods (`names`): Vega's dates would be written its own way.
    """
    import altair as alt  # a second of import that the command line never pays

    axis = alt.Axis(
        values=alt.ExprRef("shown"), labelExpr="names[datum.value]", title=None, grid=False, labelFlush=True
    )
    domain = [alt.ExprRef("first"), alt.ExprRef("last")]
    base = alt.Chart(alt.NamedData("line")).encode(
        x=alt.X("order:Q", axis=axis, scale=alt.Scale(domain=domain, nice=False)),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=from_zero), axis=alt.Axis(tickCount=5)),
    )
    teal = COLOUR["accent"]
    line = base.encode(y=alt.Y("whole:Q", title=None)).mark_line(
        color=teal, strokeWidth=2, invalid="break-paths-show-domains"
    )
    seen = base.transform_filter("isValid(datum.value)")
    dots = seen.transform_filter("isValid(datum.whole)").mark_circle(color=teal, size=22, opacity=1)
    rings = seen.transform_filter("!isValid(datum.whole)").mark_point(color=teal, size=55, opacity=1)
    last = seen.transform_filter("isValid(datum.whole) && datum.order == last")
    marks = alt.layer(line, dots, rings, last.mark_circle(color=teal, size=90, opacity=1))
    spec: dict[str, Any] = marks.properties(width=size[0] - 70, height=size[1] - 40).to_dict(validate=False)
    return spec


def _from_zero(rows: Sequence[Row]) -> bool:
    """A line may leave zero where its whole movement is under a third of its height: else it would look flat."""
    known = [value for _, _, value, _ in rows if value is not None]
    return not known or min(known) <= 0 or (max(known) - min(known)) > max(known) / 3


def render(spec: dict[str, Any], language: Language) -> str:
    """A Vega-Lite spec as bare SVG in token colours, its numbers in the marks of the language."""
    import vl_convert

    _fonts()
    spec = {**spec, "config": CONFIG, "background": None}
    svg: str = vl_convert.vegalite_to_svg(spec, format_locale=NUMBERS[language])
    return svg


def print_chart(points: Sequence[Point], drawing: Drawing, ending: str, *, language: Language = "vi") -> bytes:
    """The chart as a file for print, in the light palette's ink: svg, pdf or png."""
    import vl_convert

    svg = trend_chart(points, drawing, language=language, printed=True)
    made: bytes = {
        "svg": lambda: svg.encode(),
        "pdf": lambda: vl_convert.svg_to_pdf(svg),
        "png": lambda: vl_convert.svg_to_png(svg, scale=3),
    }[ending]()
    return made


def warm_up() -> None:
    """Draw a chart nobody sees: the libraries take a second to load, which the first reader need not wait."""
    trend_chart([Point(0, "", Decimal(0)), Point(1, "", Decimal(1))], Drawing("warm", "", ""))


@cache
def _fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelFont": FONT,
        "labelFontSize": 12,
        "labelColor": COLOUR["ink-soft"],
        "gridColor": COLOUR["rule"],
        "domainColor": COLOUR["rule-strong"],
        "tickColor": COLOUR["rule-strong"],
        "labelPadding": 6,
    },
    "title": {
        "font": FONT,
        "fontSize": 15,
        "fontWeight": 600,
        "color": COLOUR["rule-strong"],
        "subtitleFont": FONT,
        "subtitleColor": COLOUR["ink-soft"],
    },
    "axisY": {"domain": False, "ticks": False},
    "axisX": {"tickSize": 4},
}


def _named(svg: str, drawing: Drawing, size: str, printed: bool) -> str:
    """Give the drawing its words and its colours, and take from it what a reader's machine would stumble over."""
    identity = f"{drawing.key}-{size}"
    inside = re.sub(r' (?:role|aria-[a-z]+|class)="[^"]*"', "", svg[svg.index(">") + 1 :])
    width, height = re.findall(r'(?:width|height)="([\d.]+)"', svg[: svg.index(">")])[:2]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{size}" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{identity}-title {identity}-desc">'
        f'<title id="{identity}-title">{escape(drawing.title)}</title>'
        f'<desc id="{identity}-desc">{escape(drawing.description)}</desc>'
    )
    return coloured(head + inside, _PRINTED if printed else _VARIABLES)


def coloured(svg: str, colours: dict[str, str]) -> SafeString:
    """The drawing with the marks of the tokens turned into colours."""
    marks = re.compile("|".join(map(re.escape, colours)))
    return mark_safe(marks.sub(lambda found: colours[found[0]], svg))  # noqa: S308 - drawn by us
