"""Read a text: figures, directives, targets, the event, and what contradicts what."""

from __future__ import annotations

from .layout import lay_out
from .model import Reading


def read_text(text: str, *, file: str | None = None) -> Reading:
    """Read a whole text."""
    lay_out(text)
    return Reading(text=text, file=file)
