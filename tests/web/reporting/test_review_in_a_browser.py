"""A real browser, a report of our own: hand in, review by keyboard, accept, and walk from the number to its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import cast
from giaoban.records.models import Document, Observation, User

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
REPORT = """BÁO CÁO GIAO BAN THÁNG 6/2023

Lĩnh vực Bưu chính: Doanh thu dịch vụ bưu chính 6 tháng đầu năm 2023 ước đạt 27.477 tỷ đồng.
Đã có 50/63 tỉnh hoàn thành kế hoạch, đạt 90,1%.

Lĩnh vực Viễn thông: Doanh thu dịch vụ viễn thông 6 tháng đầu năm 2023 ước đạt 74.473 tỷ đồng.

Bộ trưởng yêu cầu Cục Viễn thông trình kế hoạch phủ sóng trước ngày 30/9/2023.
"""
PASSWORD = "mot-mat-khau-cua-bai-thu"


@pytest.fixture
def page(browser: Browser, live_server: Any, people: dict[str, User]) -> Iterator[Page]:
    """A page of Lê Minh Khuê of the office, signed in; any error on it fails the test."""
    people["khue"].set_password(PASSWORD)
    people["khue"].save()
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1366, "height": 768})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
    opened.goto("/dang-nhap/")
    opened.fill("#id_username", "khue")
    opened.fill("#id_password", PASSWORD)
    opened.click("form.signin button")
    yield opened
    context.close()
    assert wrong == []


def no_barrier(page: Page) -> None:
    """What axe finds at WCAG 2.2 AA."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def hand_in(page: Page, tmp_path: Path, text: str = REPORT, name: str = "giao-ban.txt") -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    page.goto("/bao-cao/gui/")
    page.set_input_files("#files", tmp_path / name)
    page.click("form.hand-in button")


def test_from_a_file_to_the_words_behind_its_number(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path)
    no_barrier(page)
    page.click("#sent a")
    expect(page.locator("h1")).to_contain_text("giao-ban.txt")
    no_barrier(page)
    assert not Observation.objects.exists()

    row = page.locator(".row", has_text="Doanh thu dịch vụ bưu chính").first
    row.locator("[data-goto]").click()
    expect(row).to_have_class("row current")
    expect(page.locator("#words .mark.current")).to_have_text("27.477 tỷ đồng")
    page.keyboard.press("a")
    expect(row.locator(".state")).to_contain_text("Đã nhận")
    kept = Observation.objects.get()
    assert (kept.indicator, kept.value) == ("post.revenue", 27_477_000_000_000)

    row.get_by_role("link", name="Xem trong hồ sơ").click()
    expect(page.locator("mark")).to_have_text("27.477 tỷ đồng")
    expect(page.locator(".said blockquote")).to_contain_text("6 tháng đầu năm 2023 ước đạt")
    no_barrier(page)


def test_the_keyboard_goes_through_the_list(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path)
    page.click("#sent a")
    current = page.locator(".row.current")
    first = current.get_attribute("id")
    page.keyboard.press("j")
    assert current.get_attribute("id") != first
    page.keyboard.press("k")
    assert current.get_attribute("id") == first
    page.keyboard.press("x")
    expect(page.locator(f"#{first} .state")).to_contain_text("Đã bỏ")
    assert current.get_attribute("id") != first
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#kinds a[data-xem=directive]").click()
    assert page.locator(".row:visible").evaluate_all("rows => rows.every(row => row.dataset.kind === 'directive')")


def test_a_correction_is_kept_while_it_is_typed(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path)
    page.click("#sent a")
    row = page.locator(".row", has_text="Doanh thu dịch vụ viễn thông").first
    row.locator("[data-goto]").click()
    page.keyboard.press("e")
    box = row.locator("input[name=value]")
    expect(box).to_be_focused()
    box.fill("74.500 tỷ")
    expect(row.locator("[data-kept]")).to_have_text("Đã giữ")
    box.fill("bảy mươi bốn gì đó")
    expect(row.locator("[data-fault=value]")).not_to_be_empty()
    page.reload()  # nothing was pressed but keys
    row = page.locator(".row", has_text="viễn thông").first
    typed = Document.objects.get().items.get(indicator="telecom.revenue").typed
    assert typed["value"] == "bảy mươi bốn gì đó"


def test_chosen_rows_are_accepted_together(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path)
    page.click("#sent a")
    for name in ("bưu chính", "viễn thông"):
        page.locator(".row", has_text=f"Doanh thu dịch vụ {name}").first.locator("input[name=chosen]").check()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Nhận mục đã chọn").click()
    expect(page.locator("[data-count=accepted]")).to_have_text("2")
    assert Observation.objects.count() == 2


def test_a_bad_file_is_refused_in_words_beside_a_good_one(page: Page, tmp_path: Path) -> None:
    (tmp_path / "tot.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "hong.docx").write_bytes(b"\x00\x01\x02" * 500)
    page.goto("/bao-cao/gui/")
    page.set_input_files("#files", [tmp_path / "hong.docx", tmp_path / "tot.txt"])
    page.click("form.hand-in button")
    expect(page.locator("#sent li")).to_have_count(2)
    expect(page.locator("#sent li").nth(0).locator(".bad")).to_contain_text("Hãy")
    expect(page.locator("#sent li").nth(1)).to_contain_text("Đã đọc")
    assert Document.objects.count() == 1


def test_what_is_pasted_outlives_a_closed_page(page: Page) -> None:
    page.goto("/bao-cao/gui/")
    page.fill("#text", REPORT)
    page.goto("/bao-cao/")
    page.goto("/bao-cao/gui/")
    expect(page.locator("#text")).to_have_value(REPORT)
    page.click("form.hand-in button")
    expect(page.locator("#sent li")).to_contain_text("Đã đọc")
    expect(page.locator("#text")).to_have_value("")


@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_no_page_runs_over_its_edge(page: Page, people: dict[str, User], width: int) -> None:
    report = cast.document(people["khue"])
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/bao-cao/",
        "/bao-cao/gui/",
        f"/bao-cao/{report.pk}/",
        f"/bao-cao/{report.pk}/?sua=1",
        "/nhiem-vu/",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        no_barrier(page)
