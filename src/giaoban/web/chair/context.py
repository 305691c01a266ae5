"""What every page of the picture tells its template: the state, the bar, and the names of the period."""

from __future__ import annotations

from typing import Any

from giaoban.web.chair.picker import picker_of
from giaoban.web.chair.printing import period_name
from giaoban.web.chair.state import State


def of_state(state: State, *, with_boundaries: bool = False) -> dict[str, Any]:
    """The part of the context that all pages share."""
    named = period_name(state.period)
    return {
        "state": state,
        "picker": picker_of(state, with_boundaries=with_boundaries),
        "period": named,
        "period_head": named[:1].upper() + named[1:],
        "query": state.query(),
        "home_query": state.query(indicator="", boundaries="theo-bao-cao"),
    }
