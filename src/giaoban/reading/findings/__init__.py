"""What is wrong inside a report: every rule one file, every finding one Vietnamese sentence with its reckoning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from giaoban.reading.model import Figure, Finding

from . import changes, dates, directions, history, lists, magnitudes, marks, plans, ratios, sums, twice, units, wholes
from .context import Context

RULES = (marks, magnitudes, ratios, plans, changes, wholes, sums, lists, units, directions, twice, dates, history)


def settle_prints(text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures with every doubtful print at the value that the rest of the report proves."""
    return marks.settle(Context(text, tuple(figures), {}))


def find_contradictions(
    text: str, figures: Iterable[Figure], *, history: Mapping[str, Sequence[Decimal]] | None = None
) -> tuple[Finding, ...]:
    """Find what cannot be true in a text, in order of place.

    `history` holds earlier values by indicator code, in base units; without it no figure is compared with the past.
    A figure already shown to be misprinted is not blamed again by the rules that come after.
    """
    context = Context(text, tuple(figures), {code: tuple(values) for code, values in (history or {}).items()})
    found: list[Finding] = []
    blamed: set[int] = set()
    for rule in RULES:
        found += [each for each in rule.find(context) if not blamed.intersection(each.figures)]
        blamed = {index for each in found if each.rule in ("scaled-twice", "thousands-mark") for index in each.figures}
    return tuple(sorted(found, key=lambda each: (each.span.start, each.rule)))
