"""The map of the provinces as one accessible SVG: links, words and marks beside colour, and no inline style.

Colours come from classes in `static/giaoban/map.css`, so that themes and print change them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path

from giaoban.core.succession import Entity
from giaoban.exchange.boundary_store import find_boundaries
from giaoban.packs.load import Packs, load_packs
from giaoban.packs.tiles import layout_of
from giaoban.web.map_scale import STEPS, Scale, scale_of
from giaoban.web.map_sheet import GAP, TILE_HEIGHT, TILE_WIDTH, IslandShape, Shape, Sheet, outline_sheet, tile_sheet

_LINE = 26


@dataclass(frozen=True)
class Words:
    """What the map says besides names and figures; templates pass the translated ones."""

    missing: str = "chưa có số liệu"
    group: str = "nhóm {number}/{steps}"
    legend: str = "Chú giải"
    units: str = "{units} đơn vị"
    sea: str = "Biển Đông"
    of: str = "({name})"
    partial: str = "còn thiếu đơn vị hợp thành"


def draw_map(
    values: Mapping[str, Decimal | None],
    *,
    on: date,
    title: str,
    description: str = "",
    say: Callable[[Decimal], str] = str,
    brief: Callable[[Decimal], str] | None = None,
    link: Callable[[str], str] | None = None,
    scale: Scale | None = None,
    ident: str = "map",
    words: Words = Words(),
    partial: Mapping[str, str] | None = None,
    packs: Packs | None = None,
    kind: str = "province",
) -> str:
    """Draw the units alive on a day with their figures (unit key → figure, None or absent: not reported).

    `say` writes a figure in full, with its unit; `brief` writes the few characters that fit a tile.
    `link` gives the address of a unit. `partial` says of a unit what its figure lacks; such a unit is hatched.
    An imported boundary file of the same units is drawn instead of tiles.
    Raises PackError `no_layout` when the day's units have neither tiles nor outlines.
    """
    packs = packs or load_packs()
    units = {unit.key: unit for unit in packs.entities.at(on, kind)}
    sheet = _sheet(packs, units)
    scale = scale or scale_of({key: values.get(key) for key in units})
    artist = _Artist(values, say, brief or say, link, scale, ident, words, units, partial or {})
    return "".join(artist.draw(sheet, title, description))


def boundary_folder() -> Path:
    """Where imported boundary files are kept: `boundaries` under GIAOBAN_VAR, or under `var`."""
    return Path(os.environ.get("GIAOBAN_VAR", "var")) / "boundaries"


def _sheet(packs: Packs, units: Mapping[str, Entity]) -> Sheet:
    outlines = find_boundaries(boundary_folder(), units)
    return outline_sheet(outlines, units) if outlines else tile_sheet(layout_of(packs.root, units), units)


@dataclass(frozen=True)
class _Artist:
    """One drawing: the figures and how they are said."""

    values: Mapping[str, Decimal | None]
    say: Callable[[Decimal], str]
    brief: Callable[[Decimal], str]
    link: Callable[[str], str] | None
    scale: Scale
    ident: str
    words: Words
    units: Mapping[str, Entity]
    partial: Mapping[str, str]

    def draw(self, sheet: Sheet, title: str, description: str) -> Iterator[str]:
        ident = escape(self.ident)
        yield f'<div class="province-map {sheet.style}">'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 {sheet.width + 4:g} {sheet.height + 4:g}" '
            f'role="group" aria-labelledby="{ident}-title {ident}-desc">'
        )
        yield f'<title id="{ident}-title">{escape(title)}</title>'
        yield f'<desc id="{ident}-desc">{escape(description or self._summary())}</desc>'
        if self.partial:
            yield self._hatch()
        yield _text("map-sea", *sheet.sea, self.words.sea)
        yield from self._legend(*sheet.legend)
        for shape in sheet.shapes:
            yield self._unit(shape, sheet.style)
        for islands in sheet.islands:
            yield self._islands(islands)
        yield "</svg></div>"

    def _summary(self) -> str:
        """The extremes in words: what a listener needs before walking through the units."""
        known = [(value, key) for key in self.units if (value := self.values.get(key)) is not None]
        if not known:
            return self.words.missing
        (low, lowest), (high, highest) = min(known), max(known)
        said = (f"{self.units[lowest].name}: {self.say(low)}", f"{self.units[highest].name}: {self.say(high)}")
        return f"{len(known)}/{len(self.units)}; {said[0]} – {said[1]}"

    def _spoken(self, key: str) -> str:
        value = self.values.get(key)
        if value is None:
            return f"{self.units[key].name}: {self.words.missing}"
        group = self.words.group.format(number=self.scale.number(value), steps=len(self.scale.steps))
        lacks = f"; {self.partial[key]}" if key in self.partial else ""
        return f"{self.units[key].name}: {self.say(value)} ({group}){lacks}"

    def _hatch(self) -> str:
        """Thin slanted lines over a unit whose figure lacks a part: seen in any colours, and in print."""
        return (
            f'<defs><pattern id="{escape(self.ident)}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><path class="map-hatch" d="M0 0V7"/></pattern></defs>'
        )

    def _hatched(self, path: str, strip: str) -> str:
        """The dashed edge of the unit and the hatched part of it: of a tile a strip that leaves its words clear."""
        hatch = f'<path fill="url(#{escape(self.ident)}-hatch)" d="{strip}"/>'
        return f'{hatch}<path class="map-partial" d="{path}"/>'

    def _linked(self, key: str, drawn: str, spoken: str) -> str:
        said = escape(spoken)
        if self.link is None:
            return f'<g role="img" aria-label="{said}" data-unit="{escape(key)}">{drawn}</g>'
        return f'<a href="{escape(self.link(key))}" aria-label="{said}" data-unit="{escape(key)}">{drawn}</a>'

    def _unit(self, shape: Shape, style: str) -> str:
        value, number = self.values.get(shape.key), self.scale.number(self.values.get(shape.key))
        spoken = self._spoken(shape.key)
        drawn = f'<title>{escape(spoken)}</title><path class="{_step_class(number)}" d="{shape.path}"/>'
        if shape.key in self.partial:
            drawn += self._hatched(shape.path, _strip(shape) if style == "tiles" else shape.path)
        drawn += self._tile_words(shape, value, number) if style == "tiles" else self._outline_words(shape, number)
        return self._linked(shape.key, drawn, spoken)

    def _tile_words(self, shape: Shape, value: Decimal | None, number: int | None) -> str:
        figure = "–" if value is None else self.brief(value)
        ink = _ink_class(number)
        return (
            _text(f"map-name {ink}", shape.x, shape.y - 6, self.units[shape.key].short or shape.name)
            + _text(f"map-abbr {ink}", shape.x, shape.y - 3, shape.short)
            + _text(f"map-figure {ink}", shape.x, shape.y + 10, figure)
            + _marks(shape.x, shape.y + 18, number, ink)
        )

    def _outline_words(self, shape: Shape, number: int | None) -> str:
        mark = "–" if number is None else str(number)
        ink = _ink_class(number)
        if not shape.roomy:
            return _text(f"map-mark {ink}", shape.x, shape.y + 4, mark)
        return _text(f"map-name {ink}", shape.x, shape.y - 4, shape.short) + _text(
            f"map-mark {ink}", shape.x, shape.y + 10, mark
        )

    def _islands(self, islands: IslandShape) -> str:
        number = self.scale.number(self.values.get(islands.of))
        owner = self.units[islands.of]
        spoken = f"{islands.name} – {self._spoken(islands.of)}"
        drawn = (
            f'<title>{escape(spoken)}</title><path class="map-isles {_step_class(number)}" d="{islands.path}"/>'
            + _text("map-islands", islands.x, islands.y + 64, islands.name)
            + _text("map-owner", islands.x, islands.y + 79, self.words.of.format(name=owner.short or owner.name))
        )
        return self._linked(islands.of, drawn, spoken)

    def _legend(self, x: float, y: float) -> Iterator[str]:
        yield f'<g class="map-legend" role="list" aria-label="{escape(self.words.legend)}">'
        for line, step in enumerate(reversed(self.scale.steps)):
            says = (
                self.brief(step.low) if step.low == step.high else f"{self.brief(step.low)} – {self.brief(step.high)}"
            )
            yield self._legend_line(x, y + line * _LINE, step.number, says, self.words.units.format(units=step.units))
        below = y + len(self.scale.steps) * _LINE
        missing = sum(1 for key in self.units if self.values.get(key) is None)
        if missing:
            yield self._legend_line(x, below, None, self.words.missing, self.words.units.format(units=missing))
            below += _LINE
        if self.partial:
            said = self.words.units.format(units=len(self.partial))
            box = f"M{x:g} {below:g}h46v20h-46z"
            yield (
                f'<g role="listitem"><path class="map-unit map-step-1" d="{box}"/>{self._hatched(box, box)}'
                + _text("map-range", x + 54, below + 14, self.words.partial)
                + f"<title>{escape(f'{self.words.partial}: {said}')}</title></g>"
            )
        yield "</g>"

    def _legend_line(self, x: float, y: float, number: int | None, says: str, count: str) -> str:
        ink = _ink_class(number)
        return (
            f'<g role="listitem"><path class="{_step_class(number)}" d="M{x:g} {y:g}h46v20h-46z"/>'
            + _text(f"map-number {ink}", x + 10, y + 14, "–" if number is None else str(number))
            + _marks(x + 30, y + 10, number, ink, small=True)
            + _text("map-range", x + 54, y + 14, says)
            + f"<title>{escape(f'{says}: {count}')}</title></g>"
        )


def _strip(shape: Shape) -> str:
    """The left edge of a tile."""
    left, top = shape.x - (TILE_WIDTH - GAP) / 2, shape.y - (TILE_HEIGHT - GAP) / 2
    return f"M{left + 1:g} {top + 5:g}h10v{TILE_HEIGHT - GAP - 10}h-10z"


def _text(style: str, x: float, y: float, words: str) -> str:
    return f'<text class="{style}" x="{x:g}" y="{y:g}" aria-hidden="true">{escape(words)}</text>'


def _step_class(number: int | None) -> str:
    return "map-unit map-missing" if number is None else f"map-unit map-step-{number}"


def _ink_class(number: int | None) -> str:
    return "map-ink-low" if number is None or number < STEPS - 1 else "map-ink-high"


def _marks(x: float, y: float, number: int | None, ink: str, *, small: bool = False) -> str:
    """As many small bars as the number of the class: told without colour, on paper too."""
    if number is None:
        return ""
    wide, high, gap = (3, 8, 2) if small else (7, 3, 3)
    left = x - (number * wide + (number - 1) * gap) / 2
    bars = "".join(f"M{left + bar * (wide + gap):g} {y - high / 2:g}h{wide}v{high}h{-wide}z" for bar in range(number))
    return f'<path class="map-marks {ink}" d="{bars}" aria-hidden="true"/>'


__all__ = ["TILE_HEIGHT", "TILE_WIDTH", "Words", "boundary_folder", "draw_map"]
