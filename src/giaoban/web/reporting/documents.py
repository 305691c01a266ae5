"""The reports that were handed in."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoban.access import may, visible
from giaoban.web.gate import SignedRequest
from giaoban.web.reporting.pictures import pictures_of

PER_PAGE = 50


@require_safe
def documents(request: SignedRequest) -> HttpResponse:
    """All reports the person may see, newest first, with how much of each is decided."""
    waiting = Count("items", filter=Q(items__state="pending") & ~Q(items__kind="finding"))
    open_findings = Count("items", filter=Q(items__kind="finding") & ~Q(items__state="rejected"))
    found = (
        visible("Document", request.user)
        .select_related("entity", "uploaded_by")
        .annotate(read=Count("items"), waiting=waiting, accepted=Count("items", filter=Q(items__state="accepted")))
        .annotate(findings=open_findings)
        .order_by("-uploaded_at", "-pk")
        .defer("text", "reading")
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    can_upload = may(request.user, "upload_document")
    fed = pictures_of([document.pk for document in page], request.user)
    rows = [(document, fed.get(document.pk, [])) for document in page]
    return render(request, "reporting/documents.html", {"page": page, "rows": rows, "can_upload": can_upload})


@require_safe
def document_file(request: SignedRequest, pk: int) -> FileResponse:
    """The file as it came in; always as a download, so that nothing in it runs here."""
    found = get_object_or_404(visible("Document", request.user), pk=pk)
    return FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
