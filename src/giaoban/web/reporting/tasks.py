"""The drafts of tasks that came out of reports."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from giaoban.access import visible
from giaoban.web.gate import SignedRequest
from giaoban.web.reporting.figures import sector_name

PER_PAGE = 100


@require_safe
def tasks(request: SignedRequest) -> HttpResponse:
    """Those with a deadline first; overdue is reckoned today, never stored."""
    drafts = visible("DirectiveDraft", request.user).filter(state="draft")
    drafts = drafts.select_related("item__document", "accepted_by").order_by("deadline", "pk")
    drafts = drafts.defer("item__document__text", "item__document__reading")
    page = Paginator(drafts, PER_PAGE).get_page(request.GET.get("trang"))
    today = timezone.localdate()
    rows = [(draft, sector_name(draft.sector), bool(draft.deadline and draft.deadline < today)) for draft in page]
    return render(request, "reporting/tasks.html", {"page": page, "rows": rows, "today": today})
