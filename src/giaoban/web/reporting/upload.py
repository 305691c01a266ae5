"""Handing reports in: files by dragging or choosing, or text by pasting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban.actions.upload_document import Uploaded, upload_document
from giaoban.core.errors import GiaobanError
from giaoban.web.gate import SignedRequest
from giaoban.web.reporting.answers import wants_json
from giaoban.web.reporting.words import say
from giaoban.wording.numbers import format_moment

MOST_AT_ONCE = 50
ENDINGS = ".docx,.pdf,.txt,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff"


@dataclass(frozen=True)
class Outcome:
    """What became of one file: where it is, or why it is not kept."""

    name: str
    href: str = ""
    sentence: str = ""
    stored: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: SignedRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    outcomes = [_hand_in(request, name, content) for name, content in _handed(request)]
    if not outcomes:
        outcomes = [
            Outcome("", sentence=_("Chưa có tệp hay văn bản nào. Hãy chọn tệp, kéo tệp vào, hoặc dán văn bản."))
        ]
    if wants_json(request):
        return JsonResponse({"outcomes": [vars(outcome) for outcome in outcomes]}, status=_status(outcomes))
    return _answer(request, outcomes)


def _handed(request: SignedRequest) -> list[tuple[str, bytes]]:
    """Names and bytes of what came in: files, and the pasted text as a file of its own."""
    handed = [(file.name or "", _content(file)) for file in request.FILES.getlist("files")[:MOST_AT_ONCE]]
    pasted = request.POST.get("text", "")
    if pasted.strip():
        name = request.POST.get("title", "").strip()[:150] or _pasted_name()
        handed.append((f"{name}.txt", pasted.replace("\r\n", "\n").encode("utf-8", "replace")))
    return handed


def _content(file: Any) -> bytes:
    """The bytes, read one past the limit at most: the act says the sentence."""
    return bytes(file.read(settings.MAX_UPLOAD + 1))


def _pasted_name() -> str:
    return _("Văn bản dán lúc %(moment)s") % {"moment": format_moment(timezone.localtime())}


def _hand_in(request: SignedRequest, name: str, content: bytes) -> Outcome:
    try:
        uploaded = upload_document(name, content, by=request.user)
    except GiaobanError as error:
        return Outcome(name, sentence=say(error))
    document = uploaded.document
    return Outcome(document.name, reverse("web:document", args=[document.pk]), _sentence(uploaded), stored=True)


def _sentence(uploaded: Uploaded) -> str:
    document = uploaded.document
    if uploaded.already:
        moment = format_moment(timezone.localtime(document.uploaded_at))
        return _("Tệp này đã được gửi lúc %(moment)s với tên «%(name)s»; không lưu thêm bản nữa.") % {
            "moment": moment,
            "name": document.name,
        }
    counts = {kind: document.items.filter(kind=kind).count() for kind in ("figure", "directive", "finding")}
    return _("Đã đọc: %(figure)s số liệu, %(directive)s ý kiến chỉ đạo, %(finding)s mâu thuẫn.") % counts


def _status(outcomes: list[Outcome]) -> int:
    return 200 if any(outcome.stored for outcome in outcomes) else 422


def _answer(request: SignedRequest, outcomes: list[Outcome]) -> HttpResponse:
    """Without script: straight to the one report; to the list after several; back to the form with what was typed."""
    kept = [outcome for outcome in outcomes if outcome.stored]
    for outcome in outcomes:
        level = messages.SUCCESS if outcome.stored else messages.ERROR
        messages.add_message(
            request, level, f"{outcome.name}: {outcome.sentence}" if outcome.name else outcome.sentence
        )
    if not kept:
        return _form(request, status=422)
    return redirect(kept[0].href if len(outcomes) == 1 else "web:documents")


def _form(request: SignedRequest, status: int = 200) -> HttpResponse:
    shown = {"limit": settings.MAX_UPLOAD // 1024**2, "endings": ENDINGS, "most": MOST_AT_ONCE}
    typed = {"text": request.POST.get("text", ""), "title": request.POST.get("title", "")}
    return render(request, "reporting/upload.html", {**shown, **typed}, status=status)
