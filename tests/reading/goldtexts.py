"""Our own short texts with their gold, from texts/*.toml: quote | value | unit | changes | plans, a line a figure."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from giaoban.reading.model import Figure

MEASURES = ("VND", "USD", "percent", "percentage_points")
FOLDER = Path(__file__).parent / "texts"


@dataclass
class Gold:
    """One figure that a text holds."""

    quote: str
    start: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    changes: list[tuple[str, Decimal]] = field(default_factory=list)
    plans: list[Decimal] = field(default_factory=list)

    def is_read_by(self, figure: Figure) -> bool:
        """Whether a figure overlaps the quote and has the value, within 0.1%."""
        overlaps = figure.span.start < self.start + len(self.quote) and self.start < figure.span.end
        if self.value is None:
            return overlaps and (figure.value_min, figure.value_max) == (self.low, self.high)
        return overlaps and figure.value is not None and abs(figure.value - self.value) <= abs(self.value) / 1000


@dataclass
class GoldText:
    """A text, its figures, and the places where a figure is free to be read or not."""

    name: str
    text: str
    figures: list[Gold]
    optional: list[tuple[int, int]]


def load_texts() -> list[GoldText]:
    """Every text of the folder."""
    rows = [row for path in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["text"]]
    return [_text(row) for row in rows]


def _text(row: dict) -> GoldText:
    text, place, figures = row["text"].strip("\n"), 0, []
    for line in row["figures"].strip().splitlines():
        gold = _gold(line, text, place)
        place = max(place, gold.start + len(gold.quote))
        figures.append(gold)
    optional = [(text.index(words), text.index(words) + len(words)) for words in row.get("optional", [])]
    return GoldText(row["name"], text, figures, optional)


def _gold(line: str, text: str, place: int) -> Gold:
    quote, value, unit, changes, plans = (part.strip() for part in f"{line} ".split("|"))
    start = text.find(quote, place)
    gold = Gold(quote, start if start >= 0 else text.index(quote), None, unit=unit)
    if ".." in value:
        gold.low, gold.high = map(Decimal, value.split(".."))
    else:
        gold.value = Decimal(value)
    gold.changes = [_change(words) for words in changes.split(";") if words.strip()]
    gold.plans = [Decimal(words.strip()) for words in plans.split(";") if words.strip()]
    return gold


def _change(words: str) -> tuple[str, Decimal]:
    direction, _, size = words.strip().partition(" ")
    return direction, Decimal(size.split()[0]) if size else Decimal(0)
