"""The answer to an act that is not somebody's to do."""

from __future__ import annotations

from giaoban.core.errors import GiaobanError


class Refused(GiaobanError):  # noqa: N818 - reads as a sentence: `except Refused`
    """`by` may not do `act` to `subject`; codes: no_right, not_your_branch, not_your_sector, signed_out."""
