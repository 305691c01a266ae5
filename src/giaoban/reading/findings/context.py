"""The text around the figures: sentences, neighbours, and how a number is shown in a message."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from giaoban.core.printing import print_number
from giaoban.core.rounding import round_half_up
from giaoban.reading.model import Figure, Finding, Severity, Span
from giaoban.reading.patterns import later

SENTENCE_END = later(r"[.!?…](?=\s|$|[A-ZĐÂÊÔƠƯÁÀẢÃẠ])|\n")
LONGEST = 2_500  # characters of a sentence
MONEY = ("VND", "USD")
SHARES = ("percent", "percentage_points")
SCALES = ((Decimal(10) ** 15, "triệu tỷ"), (Decimal(10) ** 9, "tỷ"), (Decimal(10) ** 6, "triệu"))


@dataclass(frozen=True)
class Context:
    """The text, its figures in order of place, and what earlier periods said (`history`, by indicator code)."""

    text: str
    figures: tuple[Figure, ...]
    history: dict[str, tuple[Decimal, ...]]

    @cached_property
    def breaks(self) -> list[int]:
        """Offsets at which a sentence begins; an endless one is cut, or every rule would look at all of it each time."""
        places = [0]
        for stop in (*(match.end() for match in SENTENCE_END.finditer(self.text)), len(self.text) + 1):
            places += range(places[-1] + LONGEST, stop, LONGEST)
            places.append(stop)
        return places

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence that holds the offset."""
        index = bisect_right(self.breaks, offset)
        return self.breaks[index - 1], min(self.breaks[index], len(self.text)) if index < len(self.breaks) else len(
            self.text
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures stand, in order."""
        return [figure.span.start for figure in self.figures]

    def within(self, start: int, end: int) -> list[int]:
        """Indices of the figures that stand between two offsets."""
        return list(range(bisect_left(self.starts, start), bisect_left(self.starts, end)))

    def before(self, figure: Figure, reach: int = 60) -> str:
        """The words before a figure, in lower case, not beyond its sentence."""
        start = max(self.sentence(figure.span.start)[0], figure.span.start - reach)
        return self.text[start : figure.span.start].lower()

    def between(self, first: Figure, second: Figure) -> str:
        return self.text[first.span.end : second.span.start].lower()

    def span(self, start: int, end: int) -> Span:
        return Span(self.text[start:end], start)


def finding(
    rule: str,
    severity: Severity,
    span: Span,
    message: str,
    *figures: int,
    computed: Decimal | None = None,
    stated: Decimal | None = None,
) -> Finding:
    """Make a finding; numbers are kept to six significant digits, enough to reckon again."""
    return Finding(rule, severity, span, message, figures, short(computed), short(stated))


def short(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.6g}")


def shown(value: Decimal, unit: str = "") -> str:
    """A value as a message shows it: 27.477 tỷ đồng, 59,5%, 3.600 lao động."""
    if unit == "percent":
        return trimmed(value) + "%"
    if unit == "percentage_points":
        return trimmed(value) + " điểm phần trăm"
    name = {"VND": "đồng"}.get(unit, unit)
    if unit in MONEY:
        for size, word in SCALES:
            if abs(value) >= size:
                return f"{trimmed(value / size, 3 if word == 'triệu tỷ' else 2)} {word} {name}"
    return f"{trimmed(value)} {name}".strip()


def trimmed(value: Decimal, places: int = 2) -> str:
    """Print with at most so many decimals, and none that say nothing."""
    return print_number(round_half_up(value, places))


def akin(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same kind of thing: "trạm 4G" and "trạm BTS" do."""
    first, second = one.unit.split(), other.unit.split()
    return one.unit == other.unit or bool(
        first and second and first[0] == second[0] and "/" not in one.unit + other.unit
    )
