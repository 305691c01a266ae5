"""Toàn ngành."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from giaoban.packs import load_packs
from giaoban.records.models import Observation

Record = Callable[..., Observation]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_every_sector_has_its_place(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/?ky=2023-H1")
    for sector in load_packs().sectors:
        assert f"/linh-vuc/{sector.code}/" in shown


def columns(shown: str) -> tuple[str, str]:
    """What got better, and what got worse."""
    places = [shown.index(f"<h2>{name}</h2>") for name in ("Tốt lên", "Xấu đi, chậm kế hoạch", "Còn thiếu")]
    return shown[places[0] : places[1]], shown[places[1] : places[2]]


def test_what_got_better_is_told_in_words(leader: Client, post: dict[str, Observation], record: Record) -> None:
    record("ministry", "2021-H1", 20_000)
    better, worse = columns(page(leader, "/?ky=2022-H1"))
    assert "Doanh thu dịch vụ bưu chính" in better
    assert "tăng 30,25%" in better
    assert "Không có chỉ tiêu chính nào xấu đi hay chậm kế hoạch." in worse


def test_what_is_behind_its_plan_is_told_though_it_rose(leader: Client, post: dict[str, Observation]) -> None:
    better, worse = columns(page(leader, "/?ky=2023-H1"))
    assert "Doanh thu dịch vụ bưu chính" not in better
    assert "tăng 5,48%" in worse
    assert "đạt 43,8% kế hoạch năm 2023, chậm hơn tiến độ" in worse


def test_who_did_not_report_is_named_with_how_much(leader: Client, post: dict[str, Observation]) -> None:
    shown = page(leader, "/?ky=2023-01")
    missing = shown[shown.index("<h2>Còn thiếu</h2>") : shown.index("Các lĩnh vực</h2>")]
    assert "<b>Hà Giang</b>" in missing
    assert "thiếu 1 chỉ tiêu chính" in missing
    assert "và 56 đơn vị nữa" in missing


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
