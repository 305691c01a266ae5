"""A request of somebody the gate let in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


class Asked(HttpRequest):
    """`user` is a signed-in person: the gate sends everybody else to sign in first."""

    user: Any
