"""The pages for what went wrong: what happened and what to do, and never a trace."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400, _("Yêu cầu không đọc được"), _("Hãy tải lại trang và thử lần nữa."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        403,
        _("Chưa làm được việc này"),
        str(exception) or _("Tài khoản của bạn chưa được giao việc này. Hãy liên hệ Văn phòng Bộ."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("Không tìm thấy trang"),
        _("Địa chỉ này không có, hoặc không thuộc phạm vi của bạn. Hãy quay về trang chủ."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("Phiên làm việc đã đổi"),
        _("Trang này được mở từ một phiên cũ. Hãy quay lại, tải lại trang rồi gửi lần nữa; nội dung đã gõ vẫn còn."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        _("Hệ thống gặp lỗi"),
        _("Việc vừa làm chưa được ghi. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm giờ xảy ra."),
    )


def _page(request: HttpRequest, status: int, heading: str, sentence: str) -> HttpResponse:
    return render(request, "faults.html", {"heading": heading, "sentence": sentence}, status=status)
