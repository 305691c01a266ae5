"""All addresses. Every named one stands in the table of rights (access/rights.py)."""

from django.urls import include, path

urlpatterns = [path("", include("giaoban.web.urls"))]
handler400 = "giaoban.web.faults.bad_request"
handler403 = "giaoban.web.faults.forbidden"
handler404 = "giaoban.web.faults.not_found"
handler500 = "giaoban.web.faults.broken"
