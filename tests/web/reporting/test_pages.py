"""The reporting pages without script: hand in, look, correct, say yes, and walk from the number to its words."""

import html
import re
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import cast
from giaoban.actions.accept_directive import accept_directive
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.reject_item import reject_item
from giaoban.records.models import Document, Observation, State

REPORT = (
    "Doanh thu dịch vụ bưu chính 6 tháng đầu năm 2023 ước đạt 27.477 tỷ đồng, tăng 5,48% so với cùng kỳ năm 2022.\n"
)


@pytest.fixture
def office(client: Client, people: dict[str, Any]) -> Client:
    client.force_login(people["khue"])
    return client


def page(answer: Any) -> str:
    assert answer.status_code == 200, answer
    return html.unescape(answer.content.decode())


def test_one_file_handed_in_leads_to_its_review(office: Client) -> None:
    answer = office.post(reverse("web:upload"), {"files": SimpleUploadedFile("bc.txt", REPORT.encode())})
    document = Document.objects.get()
    assert answer["Location"] == reverse("web:document", args=[document.pk])
    shown = page(office.get(answer["Location"]))
    assert 'id="cho-1"' in shown
    assert 'id="muc-1"' in shown
    assert "27.477 tỷ đồng" in shown


def test_several_at_once_tell_what_became_of_each(office: Client) -> None:
    files = [
        SimpleUploadedFile("tot.txt", REPORT.encode()),
        SimpleUploadedFile("rong.txt", b""),
        SimpleUploadedFile("<img src=x onerror=alert(1)>.txt", b"\x00\x01\x02\x03" * 200),
    ]
    answer = office.post(reverse("web:upload"), {"files": files}, follow=True)
    assert Document.objects.count() == 1
    assert b"<img src=x" not in answer.content
    shown = page(answer)
    assert "rong.txt: Tệp không có nội dung" in shown
    assert "tot.txt: Đã đọc" in shown


def test_pasted_text_is_a_report_too(office: Client) -> None:
    office.post(reverse("web:upload"), {"text": REPORT.replace("\n", "\r\n"), "title": "Giao ban tháng 6"})
    document = Document.objects.get()
    assert (document.name, document.text.rstrip()) == ("Giao ban tháng 6.txt", REPORT.rstrip())


def test_what_was_pasted_is_not_lost_when_it_cannot_be_kept(office: Client, settings: Any) -> None:
    settings.MAX_UPLOAD = 10
    answer = office.post(reverse("web:upload"), {"text": REPORT, "title": "Tên"})
    assert answer.status_code == 422
    shown = html.unescape(answer.content.decode())
    assert REPORT.strip() in shown
    assert 'value="Tên"' in shown
    assert not Document.objects.exists()


def test_nothing_handed_in_is_said_kindly(office: Client) -> None:
    answer = office.post(reverse("web:upload"), {})
    assert answer.status_code == 422
    assert "Hãy chọn tệp" in answer.content.decode()


def test_the_same_file_again_says_so_and_opens_the_first(office: Client) -> None:
    for name in ("a.txt", "b.txt"):
        answer = office.post(reverse("web:upload"), {"files": SimpleUploadedFile(name, REPORT.encode())}, follow=True)
    assert "đã được gửi" in page(answer)
    assert answer.redirect_chain[0][0] == reverse("web:document", args=[Document.objects.get().pk])


def test_the_original_comes_back_as_a_download_byte_for_byte(office: Client) -> None:
    office.post(reverse("web:upload"), {"files": SimpleUploadedFile("bc.txt", REPORT.encode())})
    answer = office.get(reverse("web:document_file", args=[Document.objects.get().pk]))
    assert b"".join(answer.streaming_content) == REPORT.encode()
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.fixture
def report(people: dict[str, Any]) -> Document:
    return cast.document(people["khue"])


def test_the_text_and_the_rows_point_at_each_other(office: Client, report: Document) -> None:
    shown = page(office.get(reverse("web:document", args=[report.pk])))
    for item in report.items.all():
        assert shown.count(f'id="cho-{item.position}"') == 1
        assert shown.count(f'id="muc-{item.position}"') == 1
        assert f'href="#cho-{item.position}"' in shown
        assert f'href="#muc-{item.position}"' in shown
    assert "Tỷ lệ so với kế hoạch chưa khớp." in shown


def test_hostile_words_in_a_report_stay_words(office: Client, people: dict[str, Any]) -> None:
    text = "<script>alert(1)</script> doanh thu 27.477 tỷ đồng</textarea>"
    report = cast.document(people["khue"], cast.Reading(text, figures=(cast.revenue(text=text),)))
    assert b"<script>alert" not in office.get(reverse("web:document", args=[report.pk])).content


def test_a_yes_with_one_button(office: Client, report: Document) -> None:
    figure = cast.item(report, "figure", scenario="actual")
    answer = office.post(reverse("web:decide", args=[report.pk]), {"accept": figure.pk})
    assert answer["Location"].endswith(f"#muc-{figure.position}")
    assert Observation.objects.get().value == 27_477_000_000_000
    assert "Xem trong hồ sơ" in page(office.get(reverse("web:document", args=[report.pk])))


def test_many_chosen_at_once_and_one_that_fails_stops_no_other(office: Client, report: Document) -> None:
    chosen = [item.pk for item in report.items.exclude(kind="finding")]
    answer = office.post(
        reverse("web:decide", args=[report.pk]),
        {"accept": "chosen", "chosen": chosen},
        headers={"Accept": "application/json"},
    ).json()
    assert answer["counts"]["accepted"] == 3
    assert len(answer["faults"]) == 1  # the target has no indicator yet
    assert "chỉ tiêu" in answer["faults"][0]
    assert Observation.objects.count() == 2


def test_items_of_another_report_are_not_decided_here(office: Client, report: Document, people: dict[str, Any]) -> None:
    other = cast.item(cast.document(people["khue"], name="khac.txt"), "figure", scenario="actual")
    office.post(reverse("web:decide", args=[report.pk]), {"accept": other.pk})
    other.refresh_from_db()
    assert other.state == State.PENDING


def test_a_correction_by_form_and_a_yes_in_one(office: Client, report: Document) -> None:
    goal = cast.item(report, "target")
    opened = page(office.get(reverse("web:document", args=[report.pk]), {"sua": goal.pk}))
    assert f'name="indicator" id="indicator-{goal.pk}"' in opened
    office.post(reverse("web:correct", args=[goal.pk]), {"indicator": "post.revenue", "accept": "1"})
    assert Observation.objects.get().scenario == "target"


def test_a_suggestion_is_one_button(office: Client, report: Document) -> None:
    goal = cast.item(report, "target")
    shown = page(office.get(reverse("web:document", args=[report.pk])))
    assert 'name="pick" value="post.revenue"' in shown
    office.post(reverse("web:correct", args=[goal.pk]), {"pick": "post.revenue"})
    goal.refresh_from_db()
    assert (goal.indicator, goal.state) == ("post.revenue", State.PENDING)


def test_a_correction_that_makes_no_sense_is_kept_and_shown_again(office: Client, report: Document) -> None:
    figure = cast.item(report, "figure", scenario="actual")
    answer = office.post(reverse("web:correct", args=[figure.pk]), {"period": "tháng mười ba", "accept": "1"})
    assert f"sua={figure.pk}" in answer["Location"]
    shown = page(office.get(answer["Location"].split("#")[0]))
    assert 'value="tháng mười ba"' in shown
    assert not Observation.objects.exists()


def test_a_value_on_record_is_told_before_it_is_restated(
    office: Client, report: Document, people: dict[str, Any]
) -> None:
    accept_figure(cast.item(report, "figure", scenario="actual"), by=people["khue"])
    text = cast.TEXT.replace("27.477", "27.500")
    read = cast.Reading(text, figures=(cast.revenue("27.500 tỷ đồng", "27500000000000", text),))
    again = cast.document(people["khue"], read, "moi.txt")
    assert "Hồ sơ đang ghi 27.477 tỷ đồng" in page(office.get(reverse("web:document", args=[again.pk])))


def test_a_value_the_record_holds_already_is_no_restatement(
    office: Client, report: Document, people: dict[str, Any]
) -> None:
    accept_figure(cast.item(report, "figure", scenario="actual"), by=people["khue"])
    again = cast.document(people["khue"], name="moi.txt")
    shown = page(office.get(reverse("web:document", args=[again.pk])))
    assert "Hồ sơ đã có đúng số này; nhận để thêm nguồn." in shown
    assert "là điều chỉnh" not in shown


def test_a_report_leads_to_the_pictures_it_feeds(office: Client, report: Document, people: dict[str, Any]) -> None:
    addresses = [reverse("web:document", args=[report.pk]), reverse("web:documents")]
    link = 'href="/linh-vuc/post/?ky=2023-H1" aria-label="Bưu chính, 6 tháng đầu năm 2023"'
    assert all(link not in page(office.get(address)) for address in addresses)
    kept = accept_figure(cast.item(report, "figure", scenario="actual"), by=people["khue"])
    assert all(link in page(office.get(address)) for address in addresses)
    assert 'href="/linh-vuc/post/?ky=2023-H1"' in page(office.get(reverse("web:observation", args=[kept.pk])))


def test_from_the_number_to_its_words(office: Client, report: Document, people: dict[str, Any]) -> None:
    kept = accept_figure(cast.item(report, "figure", scenario="actual"), by=people["tho"])
    shown = page(office.get(reverse("web:observation", args=[kept.pk])))
    assert "<mark>27.477 tỷ đồng</mark>" in shown
    assert "Doanh thu dịch vụ bưu chính 6 tháng đầu năm 2023" in shown
    assert f"ký tự {report.text.index('27.477')}–{report.text.index('27.477') + 14}" in shown
    assert "Đặng Thị Thơ nhận lúc" in shown
    assert reverse("web:document", args=[report.pk]) in shown


def test_every_version_and_source_is_on_the_page(office: Client, report: Document, people: dict[str, Any]) -> None:
    first = accept_figure(cast.item(report, "figure", scenario="actual"), by=people["khue"])
    text = cast.TEXT.replace("27.477", "27.500")
    read = cast.Reading(text, figures=(cast.revenue("27.500 tỷ đồng", "27500000000000", text),))
    again = cast.document(people["khue"], read, "moi.txt")
    second = accept_figure(cast.item(again, "figure"), by=people["khue"])
    old = page(office.get(reverse("web:observation", args=[first.pk])))
    assert "Bản cũ" in old
    assert reverse("web:observation", args=[second.pk]) in old
    reject_item(cast.item(again, "figure"), by=people["khue"])
    now = page(office.get(reverse("web:observation", args=[second.pk])))
    assert "đã rút lúc" in now
    assert "27.500 tỷ đồng" in now


def test_a_source_outside_the_branch_is_counted_but_not_shown(
    client: Client, people: dict[str, Any], units: dict[str, Any]
) -> None:
    report = cast.document(people["khue"])
    kept = accept_figure(cast.item(report, "figure", scenario="actual"), by=people["khue"])
    client.force_login(people["nam"])
    shown = page(client.get(reverse("web:observation", args=[kept.pk])))
    assert "<mark>" not in shown
    assert "ngoài phạm vi" in shown


def test_accepted_directives_are_listed_as_draft_tasks(
    office: Client, report: Document, people: dict[str, Any]
) -> None:
    accept_directive(cast.item(report, "directive"), by=people["khue"])
    shown = page(office.get(reverse("web:tasks")))
    assert "Trình phương án" in shown
    assert "30/9/2023" in shown
    assert "đã qua" in shown


def test_a_leader_reads_but_has_nothing_to_decide_with(
    client: Client, people: dict[str, Any], report: Document
) -> None:
    client.force_login(people["vinh"])
    shown = page(client.get(reverse("web:document", args=[report.pk])))
    assert 'name="accept"' not in shown
    assert "<form" not in shown.split('id="list"')[1].split("</section>")[0]


def test_how_many_queries_the_review_asks_does_not_grow_with_the_report(
    office: Client, people: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    figures = tuple(cast.revenue() for _ in range(60))
    report = cast.document(people["khue"], cast.Reading(cast.TEXT, figures=figures), "dai.txt")
    with django_assert_max_num_queries(20):
        office.get(reverse("web:document", args=[report.pk]))


def test_a_long_report_comes_by_the_sheet_and_every_item_is_on_one(office: Client, people: dict[str, Any]) -> None:
    text = "".join(f"Mục {n}: 27.477 tỷ đồng.\n" for n in range(700))
    places = [found.start() for found in re.finditer("27.477 tỷ đồng", text)]
    figures = tuple(replace(cast.revenue(text=text), span=cast.Span("27.477 tỷ đồng", place)) for place in places)
    report = cast.document(people["khue"], cast.Reading(text, figures=figures), "dai.txt")
    address = reverse("web:document", args=[report.pk])
    sheets = [page(office.get(address, {"trang": number})) for number in (1, 2, 3)]
    for position in range(1, 701):
        assert sum(f'id="muc-{position}"' in shown for shown in sheets) == 1
        assert sum(f'id="cho-{position}"' in shown for shown in sheets) == 1
    assert all(sum(f"Mục {n}: " in shown for shown in sheets) == 1 for n in range(700))
    assert 'id="muc-650"' in page(office.get(address, {"muc": "650"}))
