"""Which reported periods make up a longer one: a half-year out of two quarters, or a quarter and three months."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from giaoban.core.periods import Period, month
from giaoban.warehouse.rows import period_of


@dataclass(frozen=True)
class Tiling:
    """The periods found, in order, and the months between them that nobody reported."""

    parts: tuple[Period, ...]
    gaps: tuple[Period, ...] = ()


def tile(period: Period, codes: Collection[str]) -> Tiling:
    """Cover a period with reported ones: itself where it was reported, else as few as possible, none overlapping."""
    if period.code in codes:
        return Tiling((period,))
    if period.months is None:
        return Tiling((), (period,))
    windows = _windows(frozenset(codes), period.year)
    return _cover(period.year, *period.months, windows)


def closing(period: Period, codes: Collection[str]) -> Period | None:
    """The reported period that ends when this one does, the shortest of them: the state of a stock at the close."""
    if period.code in codes:
        return period
    if period.months is None:
        return None
    last = period.months[1]
    ending = [(first, part) for (first, end), part in _windows(frozenset(codes), period.year).items() if end == last]
    return max(ending, key=lambda pair: pair[0])[1] if ending else None


def tile_for(over_time: str, period: Period, codes: Collection[str]) -> Tiling:
    """The reported periods that a rule over time needs: the closing one for a stock, all of them for a flow."""
    if over_time != "last":
        return tile(period, codes)
    last = closing(period, codes)
    return Tiling((last,)) if last else Tiling((), (period,))


_month = lru_cache(maxsize=1024)(month)


def last_month(period: Period) -> Period:
    """The month that a period of months ends with; any other period itself."""
    return _month(period.year, period.months[1]) if period.months else period


Windows = dict[tuple[int, int], Period]  # first and last month of the year -> the reported period


@lru_cache(maxsize=4096)
def _windows(codes: frozenset[str], year: int) -> Windows:
    periods = (period_of(code) for code in codes if code.startswith(f"{year:04}"))
    return {period.months: period for period in periods if period.months}


def _cover(year: int, first: int, last: int, windows: Windows) -> Tiling:
    """The best cover of the months first..last: fewest gaps, then fewest parts. Reckoned from the last month back."""
    best: dict[int, tuple[int, int, tuple[Period, ...], tuple[int, ...]]] = {last + 1: (0, 0, (), ())}
    for start in range(last, first - 1, -1):
        gaps, count, parts, holes = best[start + 1]
        options = [(gaps + 1, count, parts, (start, *holes))]
        for end in range(start, last + 1):
            if (start, end) in windows:
                gaps, count, parts, holes = best[end + 1]
                options.append((gaps, count + 1, (windows[start, end], *parts), holes))
        best[start] = min(options, key=lambda option: option[:2])
    _, _, parts, holes = best[first]
    return Tiling(parts, tuple(_month(year, hole) for hole in holes))
