"""The sentence of an error in the reader's language: the Vietnamese ones are the message ids of the translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from giaoban.core.errors import GiaobanError
from giaoban.wording.errors import SENTENCES, UNKNOWN, fill


def say(error: GiaobanError) -> str:
    """What an error tells the person at the screen: where, what is wrong, what to do."""
    return sentence(error.code, error.details)


def sentence(code: str, details: Mapping[str, Any]) -> str:
    """The sentence of a code, its details filled in."""
    where, wrong, remedy = (gettext(part) for part in SENTENCES.get(code, UNKNOWN))
    return fill(f"{where} {wrong}. {remedy}.", {"code": code, **details})
