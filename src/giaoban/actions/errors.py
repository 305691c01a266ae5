"""What stops an act, besides the right."""

from __future__ import annotations

from giaoban.core.errors import GiaobanError


class ActError(GiaobanError):
    """The rule of an act says no: item_incomplete, wrong_kind, file_too_large, file_empty."""
