"""What goes wrong in the pure rooms: a code and its details; `wording.errors` makes the Vietnamese sentence."""

from __future__ import annotations


class GiaobanError(ValueError):
    """An error that a person can mend; `code` names it, `details` fill its sentence."""

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        return ", ".join([self.code, *(f"{name}={value!r}" for name, value in self.details.items())])


class FigureError(GiaobanError):
    """A text that is not one figure."""


class UnitError(GiaobanError):
    """Units that do not convert or do not mix."""


class PeriodError(GiaobanError):
    """A period that does not exist or cannot be compared."""


class SuccessionError(GiaobanError):
    """Events that contradict one another."""


class PackError(GiaobanError):
    """A pack that cannot be loaded; `faults` in details."""


class DocumentError(GiaobanError):
    """A file that cannot be read."""
