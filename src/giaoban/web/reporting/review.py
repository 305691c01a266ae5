"""The review page: the text on the left, what was read on the right, and a person's yes or no to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.access import may, visible
from giaoban.actions.accept_item import accept_item
from giaoban.actions.correct_item import correct_item
from giaoban.actions.reject_item import reject_item
from giaoban.core.errors import GiaobanError
from giaoban.packs import load_packs
from giaoban.web.gate import SignedRequest
from giaoban.web.reporting.answers import wants_json
from giaoban.web.reporting.marks import stretches
from giaoban.web.reporting.pictures import pictures_of
from giaoban.web.reporting.rows import rows_of
from giaoban.web.reporting.sheets import Sheet, sheet_of, sheet_with
from giaoban.web.reporting.words import say

DECISIONS: dict[str, Callable[..., Any]] = {"accept": accept_item, "reject": reject_item}
SHOWN_FAULTS = 5


@require_safe
def document(request: SignedRequest, pk: int) -> HttpResponse:
    """The whole page; `?xem=` keeps the kind that is looked at, so that a link shows the same."""
    found = get_object_or_404(visible("Document", request.user).select_related("entity", "uploaded_by"), pk=pk)
    sheet = _sheet(request, found)
    items = list(_items(request).filter(document=found, position__range=(sheet.first, sheet.last)))
    opened = request.GET.get("sua", "")
    shown = {
        "document": found,
        "sheet": sheet,
        "rows": rows_of(items, request.user, int(opened) if opened.isdecimal() else None),
        "stretches": stretches(found.text, items, start=sheet.start, end=sheet.end),
        "counts": _counts(found),
        "event": found.reading.get("event"),
        "notes": found.reading.get("notes") or [],
        "indicators": load_packs().indicators.values(),
        "entities": visible("Entity", request.user).filter(valid_to=None).values_list("name", flat=True).distinct(),
        "can_decide": may(request.user, "correct_item"),
        "xem": request.GET.get("xem", ""),
        "pictures": pictures_of([pk], request.user).get(pk, []),
    }
    return render(request, "reporting/document.html", shown)


def _sheet(request: SignedRequest, found: Any) -> Sheet:
    """The sheet that is asked for by its number (`trang`) or by an item on it (`muc`)."""
    starts = list(found.items.order_by("position").values_list("start", flat=True))
    item, number = request.GET.get("muc", ""), request.GET.get("trang", "")
    if item.isdecimal():
        return sheet_of(found.text, starts, sheet_with(int(item)))
    return sheet_of(found.text, starts, int(number) if number.isdecimal() else 1)


@require_POST
def decide(request: SignedRequest, pk: int) -> HttpResponse:
    """Accept or reject one item or all chosen ones; each is an act of its own, so one that fails stops no other."""
    found = get_object_or_404(visible("Document", request.user), pk=pk)
    verb, chosen = _decision(request)
    items = list(_items(request).filter(document=found, pk__in=chosen))
    failed = [fault for item in items if (fault := _try(DECISIONS[verb], item, request)) is not None]
    if wants_json(request):
        return _changed(request, found, items, failed)
    done = len(items) - len(failed)
    if done:
        said = _("Đã nhận %(n)s mục.") if verb == "accept" else _("Đã bỏ %(n)s mục.")
        messages.success(request, said % {"n": done})
    for fault in failed[:SHOWN_FAULTS]:
        messages.error(request, fault)
    return redirect(place_of(items[0]) if items else reverse("web:document", args=[found.pk]))


def place_of(item: Any, *, opened: bool = False) -> str:
    """Where an item is on the review page, whatever its sheet."""
    asked = f"?muc={item.position}" + (f"&sua={item.pk}" if opened else "")
    return f"{reverse('web:document', args=[item.document_id])}{asked}#muc-{item.position}"


def _decision(request: SignedRequest) -> tuple[str, list[int]]:
    """Which verb, for which items: a row's own button names its item, the buttons above take the chosen ones."""
    for verb in DECISIONS:
        value = request.POST.get(verb, "")
        if value.isdecimal():
            return verb, [int(value)]
        if value == "chosen":
            return verb, [int(pk) for pk in request.POST.getlist("chosen") if pk.isdecimal()]
    return "accept", []


def _try(do: Callable[..., Any], item: Any, request: SignedRequest) -> str | None:
    try:
        do(item, by=request.user)
    except GiaobanError as error:
        return say(error)
    return None


@require_http_methods(["GET", "POST"])
def correct(request: SignedRequest, pk: int) -> HttpResponse:
    """GET: the row with its boxes open. POST: keep what was typed; `pick` names an indicator, `accept` says yes too."""
    item = get_object_or_404(_items(request), pk=pk)
    if request.method == "GET":
        return _changed(request, item.document, [item], [], opened=pk) if wants_json(request) else _opened(item)
    typed = {name: str(value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    if "pick" in typed:
        typed["indicator"] = typed.pop("pick")
    fault = _try(lambda item, by: correct_item(item, typed, by=by), item, request)
    if fault is None and "accept" in typed:
        fault = _try(accept_item, item, request)
    if wants_json(request):
        return _changed(request, item.document, [item], [fault] if fault else [], opened=pk if fault else None)
    if fault:
        messages.error(request, fault)
        return _opened(item)
    return redirect(place_of(item))


def _opened(item: Any) -> HttpResponse:
    return redirect(place_of(item, opened=True))


def _items(request: SignedRequest) -> QuerySet[Any]:
    """Items without the text and the reading of their report: those are as long as the report, once for each item."""
    items = visible("ReadItem", request.user).select_related("document__entity__parent", "entity", "decided_by")
    return items.defer("document__text", "document__reading")


def _counts(found: Any) -> dict[str, int]:
    """How many of each kind, and how many wait; findings are advice and make nobody wait."""
    pairs = list(found.items.values_list("kind", "state"))
    counts = Counter(kind for kind, _ in pairs)
    return {kind: counts[kind] for kind in ("figure", "directive", "target", "finding")} | {
        "pending": sum(state == "pending" and kind != "finding" for kind, state in pairs),
        "accepted": sum(state == "accepted" for _, state in pairs),
        "all": len(pairs),
    }


def _changed(
    request: SignedRequest, found: Any, touched: list[Any], faults: list[str], opened: int | None = None
) -> JsonResponse:
    """The rows that were touched, printed anew; what they mean now; and the counts."""
    rows = rows_of(_items(request).filter(pk__in=[item.pk for item in touched]), request.user, opened)
    shown = {"document": found, "can_decide": may(request.user, "correct_item")}
    answer: dict[str, Any] = {"counts": _counts(found), "faults": faults, "rows": {}, "meanings": {}}
    fed = {"pictures": pictures_of([found.pk], request.user).get(found.pk, [])}
    answer["pictures"] = render_to_string("reporting/_pictures.html", fed)
    for row in rows:
        answer["rows"][row.item.pk] = render_to_string("reporting/_row.html", {**shown, "row": row}, request)
        answer["meanings"][row.item.pk] = {"state": row.item.state, "faults": row.faults, "says": row.says}
    return JsonResponse(answer)
