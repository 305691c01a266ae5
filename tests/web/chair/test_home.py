"""Toàn ngành."""

from __future__ import annotations

from django.test import Client

from giaoban.packs import load_packs
from giaoban.records.models import Observation


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_every_sector_has_its_place(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/?ky=2023-H1")
    for sector in load_packs().sectors:
        assert f"/linh-vuc/{sector.code}/" in shown


def test_what_got_better_and_what_is_missing_is_told_in_words(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/?ky=2023-H1")
    better = shown[shown.index("<h2>Tốt lên</h2>") : shown.index("<h2>Xấu đi</h2>")]
    assert "Doanh thu dịch vụ bưu chính" in better
    assert "tăng 5,48%" in better


def test_without_any_figure_the_page_still_stands(leader: Client) -> None:
    assert "Chưa có số liệu nào của lĩnh vực này." in page(leader, "/")


def test_the_page_opens_on_the_year_so_far(leader: Client, post: dict[str, Observation]) -> None:
    assert "6 tháng đầu năm 2023" in page(leader, "/")


def test_a_choice_of_display_is_remembered_and_goes_back(leader: Client) -> None:
    answer = leader.post("/hien-thi/", {"theme": "dark", "next": "/?ky=2023"})
    assert (answer.status_code, answer["Location"]) == (302, "/?ky=2023")
    assert 'data-theme="dark"' in page(leader, "/")


def test_a_choice_of_display_leads_nowhere_else(leader: Client) -> None:
    assert leader.post("/hien-thi/", {"theme": "dark", "next": "https://example.org/"})["Location"] == "/"


def test_what_is_no_choice_is_not_kept(leader: Client) -> None:
    assert not leader.post("/hien-thi/", {"theme": '"><script>', "next": "/"}).cookies
