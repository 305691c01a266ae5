"""The gate before every page: it asks the table of rights, so that no page can forget to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from giaoban.access import User, route_open_to


class SignedRequest(HttpRequest):
    """A request that came through the gate: there is a person behind it."""

    user: User


class Gate:
    """Send strangers to sign in; answer 404 where the table does not let a role in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            # What one person saw stays out of shared and back-button caches.
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        route = match.view_name if match else ""
        role = request.user.role if request.user.is_authenticated else None
        if route_open_to(route, role):
            return None
        if role is None:
            return redirect_to_login(request.get_full_path())
        raise Http404
