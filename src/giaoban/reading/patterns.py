"""Patterns compiled when they are first asked.

The grammar holds some two hundred patterns; compiling them all costs more than reading a short report. A pattern made by
`later` looks and answers like `re.Pattern` and compiles itself at the first question.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern until somebody asks it something; afterwards each method is the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        answer = getattr(re.compile(*self._made), name)
        setattr(self, name, answer)  # the next question goes straight to it
        return answer


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Make a pattern that is compiled at its first use. A fault in it shows there; a test compiles them all."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
