"""The pages in a real Chromium: no barrier that axe finds, nothing wider than the screen, no policy broken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = {
    "home": "/?ky=2023-H1",
    "sector": "/linh-vuc/post/?ky=2023-01&ranh-gioi=2025-07-01",
    "near": "/linh-vuc/post/?ky=2023-06",
    "indicator": "/chi-tieu/post.revenue/?ky=2023-H1",
    "contributions": "/chi-tieu/post.revenue/dong-gop/?ky=2023-01",
    "design": "/thiet-ke/",
}
Opened = Callable[..., Any]


@pytest.fixture
def opened(live_server: Any, leader: Any, post: Any, record: Any, browser: Any) -> Opened:
    """Open an address as the leader; the page's console is kept in `page.said`."""
    for month in range(2, 7):
        record("ministry", f"2023-{month:02}", 1000 + month)

    def open_page(address: str, *, width: int = 1366, **cookies: str) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800})
        kept = {"sessionid": leader.cookies["sessionid"].value, **cookies}
        context.add_cookies([{"name": name, "value": held, "url": live_server.url} for name, held in kept.items()])
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(live_server.url + address)
        return page

    return open_page


def test_axe_finds_no_barrier_in_any_colours(opened: Opened) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = {}
    for name, address in PAGES.items():
        for theme in ("light", "dark", "contrast"):
            page = opened(address, giaoban_theme=theme)
            for violation in Axe().run(page).response["violations"]:
                found[name, theme, violation["id"]] = [node["html"][:160] for node in violation["nodes"]][:3]
            page.context.close()
    assert found == {}


@pytest.mark.parametrize("width", [360, 390, 1366, 1920])
def test_nothing_is_wider_than_the_screen(opened: Opened, width: int) -> None:
    wide = {}
    for name, address in PAGES.items():
        page = opened(address, width=width, giaoban_mode="projector" if width == 1920 else "desk")
        reached = page.evaluate("document.documentElement.scrollWidth")
        if reached > width:
            wide[name] = reached
        page.context.close()
    assert wide == {}


def test_the_pages_break_no_rule_of_their_content_policy(opened: Opened) -> None:
    for address in PAGES.values():
        page = opened(address)
        assert page.said == []
        page.context.close()


def test_the_keyboard_reaches_the_content_and_the_menu(opened: Opened) -> None:
    page = opened(PAGES["home"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    menu = page.locator("details.menu").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None


def test_a_number_is_one_click_from_the_words_it_came_from(opened: Opened, post: Any) -> None:
    page = opened("/linh-vuc/post/?ky=2023-H1")
    page.get_by_role("link", name="27.477").first.click()
    assert page.url.endswith(f"/so-lieu/{post['now'].pk}/")
    assert "Hội nghị sơ kết" in page.content()


def test_the_colours_chosen_stay(opened: Opened) -> None:
    page = opened(PAGES["home"])
    page.get_by_text("Hiển thị").click()
    page.get_by_role("button", name="Tối").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_figures_stand_in_columns(opened: Opened) -> None:
    """Every digit of a table has one width: the typeface has no tabular figures, ours are cut from it."""
    page = opened(PAGES["design"])
    widths = page.evaluate(
        """() => [..."0123456789"].map((digit) => {
            const cell = document.createElement("td"); cell.className = "num"; cell.textContent = digit.repeat(50);
            cell.style.setProperty("padding", "0"); cell.style.setProperty("display", "inline-block");
            document.body.append(cell); return cell.getBoundingClientRect().width; })"""
    )
    assert max(widths) - min(widths) < 0.5
