"""The addresses of the pages, by reader: chair, reporting, sign-in."""

from django.urls import URLPattern, path

from giaoban.web import display
from giaoban.web.reporting import signin

app_name = "web"

chair: list[URLPattern] = []

reporting: list[URLPattern] = []

everyone = [
    path("dang-nhap/", signin.Login.as_view(), name="login"),
    path("dang-xuat/", signin.Logout.as_view(), name="logout"),
    path("hien-thi/", display.display, name="display"),
]

urlpatterns = [*chair, *reporting, *everyone]
