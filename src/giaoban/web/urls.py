"""The addresses of the pages, by reader: chair, reporting, sign-in."""

from django.urls import URLPattern, path

from giaoban.web import display
from giaoban.web.chair import design, home, indicator, sector
from giaoban.web.reporting import documents, lineage, review, signin, tasks, upload

app_name = "web"

chair: list[URLPattern] = [
    path("", home.home, name="home"),
    path("bang/toan-nganh.<str:ending>", home.home_table, name="home_table"),
    path("linh-vuc/<str:code>/", sector.sector, name="sector"),
    path("linh-vuc/<str:code>/bang.<str:ending>", sector.sector_file, name="sector_table"),
    path("chi-tieu/<str:code>/", indicator.indicator, name="indicator"),
    path("chi-tieu/<str:code>/dong-gop/", indicator.contributions, name="contributions"),
    path("chi-tieu/<str:code>/bang/<str:name>.<str:ending>", indicator.indicator_file, name="indicator_table"),
    path("chi-tieu/<str:code>/bieu-do.<str:ending>", indicator.indicator_chart, name="indicator_chart"),
    path("thiet-ke/", design.design, name="design"),
]

reporting = [
    path("bao-cao/", documents.documents, name="documents"),
    path("bao-cao/gui/", upload.upload, name="upload"),
    path("bao-cao/<int:pk>/", review.document, name="document"),
    path("bao-cao/<int:pk>/tep/", documents.document_file, name="document_file"),
    path("bao-cao/<int:pk>/quyet-dinh/", review.decide, name="decide"),
    path("muc/<int:pk>/", review.correct, name="correct"),
    path("so-lieu/<int:pk>/", lineage.observation, name="observation"),
    path("nhiem-vu/", tasks.tasks, name="tasks"),
]

everyone = [
    path("dang-nhap/", signin.Login.as_view(), name="login"),
    path("dang-xuat/", signin.Logout.as_view(), name="logout"),
    path("hien-thi/", display.display, name="display"),
]

urlpatterns = [*chair, *reporting, *everyone]
