"""The page of an indicator: definition, versions, contributions, files."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from django.test import Client

from giaoban.records.models import Observation

PAGE = "/chi-tieu/post.revenue/?ky=2023-H1"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_definition_names_its_rules_and_its_source(leader: Client, post: dict[str, Observation]) -> None:
    shown = text(leader, PAGE)
    for words in ("cộng các đơn vị", "cộng các kỳ", "tăng là tốt", "BCCP-02", "thanhtra.com.vn"):
        assert words in shown


def test_every_restatement_stays_on_the_page(leader: Client, post: dict[str, Observation], record) -> None:
    now = post["now"]
    record("ministry", "2023-H1", 28_000, version=2, replaces=now)
    shown = text(leader, PAGE)
    assert "28.000" in shown
    assert "27.477" in shown
    assert "1, đã thay" in shown
    assert "2, đang dùng" in shown


def test_a_restatement_is_seen_at_once(leader: Client, post: dict[str, Observation], record) -> None:
    assert ">27.477</a>" in text(leader, "/linh-vuc/post/?ky=2023-H1")
    record("ministry", "2023-H1", 28_000, version=2, replaces=post["now"])
    assert ">28.000</a>" in text(leader, "/linh-vuc/post/?ky=2023-H1")


def test_a_published_figure_carries_its_address(leader: Client, post: dict[str, Observation]) -> None:
    assert '<a href="https://mic.gov.vn/">Hội nghị sơ kết</a>' in text(leader, PAGE)


def test_the_contributions_of_a_province_in_new_boundaries_name_its_forebears(
    leader: Client, post: dict[str, Observation]
) -> None:
    address = "/chi-tieu/post.revenue/dong-gop/?ky=2023-01&ranh-gioi=2025-07-01&don-vi=province:phu-tho-2025"
    shown = text(leader, address)
    assert f"/so-lieu/{post['hoabinh'].pk}/" in shown
    assert f"/so-lieu/{post['hanoi'].pk}/" not in shown
    assert "1/3 đơn vị" in shown


@pytest.mark.parametrize("name", ["chuoi", "don-vi", "phien-ban", "dong-gop"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_every_table_downloads(leader: Client, post: dict[str, Observation], name: str, ending: str) -> None:
    answer = leader.get(f"/chi-tieu/post.revenue/bang/{name}.{ending}?ky=2023-01")
    assert answer.status_code == 200
    assert f".{ending}" in answer["Content-Disposition"]


def test_the_csv_holds_exact_numbers_and_no_zero_for_what_is_missing(
    leader: Client, post: dict[str, Observation]
) -> None:
    answer = leader.get("/chi-tieu/post.revenue/bang/don-vi.csv?ky=2023-01")
    rows = {row[1]: row for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))}
    assert rows["Hà Nội"][2] == "900"
    assert rows["Cao Bằng"][2] == ""


def test_the_workbook_holds_numbers_as_numbers(leader: Client, post: dict[str, Observation]) -> None:
    answer = leader.get("/linh-vuc/post/bang.xlsx?ky=2023-H1")
    sheet = zipfile.ZipFile(io.BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<v>27477</v>" in sheet


@pytest.mark.parametrize(("ending", "opening"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_the_line_downloads_for_print(leader: Client, record, ending: str, opening: bytes) -> None:
    for month in range(1, 7):
        record("ministry", f"2023-{month:02}", month)
    answer = leader.get(f"/chi-tieu/post.revenue/bieu-do.{ending}?ky=2023-06")
    assert answer.content.startswith(opening)


@pytest.mark.parametrize(
    "address",
    ["/chi-tieu/post.none/", "/chi-tieu/post.revenue/bang/none.csv", "/chi-tieu/post.revenue/bang/chuoi.exe",
     "/chi-tieu/post.revenue/bieu-do.gif", "/chi-tieu/post.revenue/dong-gop/?don-vi=province:none"],
)  # fmt: skip
def test_what_does_not_exist_is_not_found(leader: Client, post: dict[str, Observation], address: str) -> None:
    assert leader.get(address).status_code == 404


def test_a_cell_that_looks_like_a_formula_is_words(leader: Client, post: dict[str, Observation], record) -> None:
    record("ministry", "2021", 1, citation='=HYPERLINK("http://x")')
    answer = leader.get("/chi-tieu/post.revenue/bang/phien-ban.csv")
    assert "\"'=HYPERLINK" in answer.content.decode()


def test_a_joined_province_says_how_many_of_its_forebears_reported(
    leader: Client, post: dict[str, Observation]
) -> None:
    answer = leader.get("/chi-tieu/post.revenue/bang/don-vi.csv?ky=2023-01&ranh-gioi=2025-07-01")
    rows = {row[1]: row for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))}
    assert rows["Đơn vị"][3] == "Đơn vị báo cáo"
    assert rows["Phú Thọ"][2:4] == ["100", "1/3 đơn vị"]
