"""The page of a sector."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

import cast
from giaoban.actions.accept_directive import accept_directive
from giaoban.records.models import Observation, User

POST = "/linh-vuc/post/?ky=2023-H1"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_half_year_of_post_reads_as_it_was_published(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, POST)
    assert ">27.477</a>" in shown
    assert "tăng 5,48%" in shown
    assert "đạt 43,8% kế hoạch năm 2023" in shown


def test_a_number_leads_to_the_words_it_came_from(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, POST)
    for known in ("now", "before", "plan"):
        assert f'href="{reverse("web:observation", args=[post[known].pk])}"' in shown


def test_a_total_leads_to_all_it_was_made_of(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/linh-vuc/post/?ky=2023-01")
    made_of = "/chi-tieu/post.revenue/dong-gop/?ky=2023-01"
    assert f'href="{made_of}">1.000</a>' in shown
    listed = page(leader, made_of)
    for unit in ("hanoi", "hoabinh"):
        assert reverse("web:observation", args=[post[unit].pk]) in listed


def test_what_is_missing_is_said_and_never_zero(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/linh-vuc/post/?ky=2023-01")
    assert "2/63 đơn vị" in shown
    assert "Cao Bằng" in shown
    assert "chưa báo cáo" in shown


def test_demonstration_data_says_so_and_published_data_does_not(leader: Client, post: dict[str, Observation]) -> None:
    assert "Có số liệu minh họa" in page(leader, "/linh-vuc/post/?ky=2023-01")
    assert "Có số liệu minh họa" not in page(leader, POST)


def test_links_keep_period_boundaries_and_day(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/linh-vuc/post/?ky=2023-01&ranh-gioi=2025-07-01&biet-den=2025-01-01")
    kept = "?ky=2022-12&amp;biet-den=2025-01-01&amp;ranh-gioi=2025-07-01"
    assert kept in shown


def test_as_known_before_it_was_recorded_there_is_no_figure(leader: Client, post: dict[str, Observation]) -> None:
    assert ">27.477</a>" not in page(leader, POST + "&biet-den=2023-06-30")


def test_boundaries_of_2025_join_the_provinces_on_the_map(leader: Client, post: dict[str, Observation]) -> None:
    before, after = (
        page(leader, "/linh-vuc/post/?ky=2023-01"),
        page(leader, "/linh-vuc/post/?ky=2023-01&ranh-gioi=2025-07-01"),
    )
    assert before.count("data-unit=") > after.count("data-unit=") >= 34
    assert "Quy về địa giới ngày 01/07/2025 (34 đơn vị)" in after


def test_the_picker_sends_year_and_part(leader: Client, post: dict[str, Observation]) -> None:
    assert ">27.477</a>" in page(leader, "/linh-vuc/post/?nam=2023&doan=H1")


def test_an_unreadable_period_is_said_and_the_usual_shown(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/linh-vuc/post/?ky=2023-13&ranh-gioi=hom-qua")
    assert "Không có kỳ «2023-13»" in shown
    assert "«hom-qua» không phải là ngày" in shown


def test_a_contradiction_in_a_report_of_the_sector_is_shown_with_its_place(
    leader: Client, people: dict[str, User], post: dict[str, Observation]
) -> None:
    report = cast.document(people["tho"])
    found = report.items.get(kind="finding")
    found.sector = "post"
    found.save()
    shown = page(leader, POST)
    assert "Tỷ lệ so với kế hoạch chưa khớp." in shown
    assert f"/bao-cao/{report.pk}/?muc={found.position}#muc-{found.position}" in shown


def test_no_such_sector_is_not_found(leader: Client) -> None:
    assert leader.get("/linh-vuc/khong-co/").status_code == 404


def test_a_stranger_is_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/linh-vuc/post/").status_code == 302


def test_a_reporter_sees_only_their_own_units_figures(
    client: Client, people: dict[str, User], post: dict[str, Observation]
) -> None:
    client.force_login(people["ha"])
    shown = page(client, "/linh-vuc/post/?ky=2023-01")
    assert f"/so-lieu/{post['hanoi'].pk}/" in shown
    assert f"/so-lieu/{post['hoabinh'].pk}/" not in shown


def test_in_english_numbers_words_and_names_are_english(leader: Client, post: dict[str, Observation]) -> None:
    leader.cookies["django_language"] = "en"
    shown = page(leader, POST)
    assert ">27,477</a>" in shown
    assert "up 5.48%" in shown
    assert "Postal service revenue" in shown


def test_a_figure_of_the_half_year_is_shown_in_june_under_its_own_name(
    leader: Client, post: dict[str, Observation]
) -> None:
    shown = page(leader, "/linh-vuc/post/?ky=2023-06")
    card = shown[shown.index('<article class="headline">') : shown.index("</article>")]
    assert f'href="{reverse("web:observation", args=[post["now"].pk])}">27.477</a>' in card
    assert '<p class="told">6 tháng đầu năm 2023</p>' in card
    assert "tăng 5,48%" in card
    assert "chưa báo cáo" not in card


def test_a_yearly_figure_is_not_missing_in_a_month(leader: Client, post: dict[str, Observation], record: Any) -> None:
    record("ministry", "2022", "0.00000004", indicator="post.upu_rank")
    shown = page(leader, "/linh-vuc/post/?ky=2023-06")
    waiting = shown[shown.index('<section class="waiting-figures"') : shown.index('id="chi-tiet"')]
    assert "số năm 2022, chưa đến kỳ" in waiting
    missing = shown[shown.index('id="con-thieu"') : shown.index('id="mau-thuan"')]
    assert "2IPD" not in missing


def test_directives_that_were_accepted_wait_on_the_page_of_their_sector(
    leader: Client, people: dict[str, User]
) -> None:
    item = cast.item(cast.document(people["tho"]), "directive")
    accept_directive(item, by=people["tho"])
    shown = page(leader, "/linh-vuc/post/")
    waiting = shown[shown.index('id="nhiem-vu"') :]
    assert "Trình phương án" in waiting
    assert "hạn 30/9/2023" in waiting
    assert f"/bao-cao/{item.document_id}/?muc={item.position}#cho-{item.position}" in waiting
