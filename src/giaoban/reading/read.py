"""Read a text: figures, directives, targets, the event, and what contradicts what."""

from __future__ import annotations

import re

from .figures.build import build_figure
from .figures.compose import Composer, Memory
from .layout import Layout, lay_out
from .model import Figure, Reading

_SPEAKS_OF_FIGURES = re.compile(r"\d|gấp (?:đôi|rưỡi|ba|bốn|năm)|(?:mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ) \w|cùng kỳ|kế hoạch")


def read_text(text: str, *, file: str | None = None) -> Reading:
    """Read a whole text."""
    layout = lay_out(text)
    return Reading(text=text, file=file, figures=read_figures(layout))


def read_figures(layout: Layout) -> tuple[Figure, ...]:
    """The figures of a text, in its order."""
    memory = Memory()
    for number, sentence in enumerate(layout.sentences):
        if _SPEAKS_OF_FIGURES.search(layout.lower, sentence.start, sentence.end):
            Composer(layout, sentence, number, memory).compose()
    return tuple(build_figure(layout, draft) for draft in memory.drafts)
