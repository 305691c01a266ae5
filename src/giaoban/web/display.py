"""How one reader wants the pages shown: colours, projector size, language. Kept in cookies, no script needed."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

YEAR = 365 * 24 * 3600
THEMES = ("auto", "light", "dark", "contrast")
MODES = ("desk", "projector")
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
CHOICES = {"theme": THEMES, "mode": MODES, "language": LANGUAGES}
COOKIES = {"theme": "giaoban_theme", "mode": "giaoban_mode", "language": settings.LANGUAGE_COOKIE_NAME}


def chosen(request: HttpRequest, what: str) -> str:
    """The reader's choice of `theme`, `mode` or `language`; the first of the choices where none was made."""
    kept = request.COOKIES.get(COOKIES[what], "")
    return kept if kept in CHOICES[what] else CHOICES[what][0]


@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Remember what was chosen and go back to the page it was chosen on."""
    goal = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure())
    answer = HttpResponseRedirect(goal if safe else "/")
    for what, choices in CHOICES.items():
        if request.POST.get(what) in choices:
            answer.set_cookie(
                COOKIES[what], request.POST[what], max_age=YEAR, samesite="Lax", secure=request.is_secure()
            )
    return answer


def speak_chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Vietnamese unless the reader switched: a browser that asks for English has often not been asked itself."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = chosen(request, "language")
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response

    return middleware
