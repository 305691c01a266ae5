"""Say yes to whatever was read: the act that fits its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from giaoban.actions.accept_directive import accept_directive
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.confirm_finding import confirm_finding
from giaoban.records.models import Kind, ReadItem, User

BY_KIND: dict[str, Callable[..., Any]] = {
    Kind.FIGURE: accept_figure,
    Kind.TARGET: accept_figure,
    Kind.DIRECTIVE: accept_directive,
    Kind.FINDING: confirm_finding,
}


def accept_item(item: ReadItem, *, by: User) -> Any:
    """Do the accepting act of the item's kind; its errors are that act's."""
    return BY_KIND[item.kind](item, by=by)
