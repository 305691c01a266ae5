"""One page, two ways to ask: a form that loads the next page, or script that changes a part of this one."""

from __future__ import annotations

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
