"""The main job in a real browser: written reports in, the picture of every sector out, each number one click from
its words. On the two real conference reports where they are at hand, and on a report of our own everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from giaoban.actions._shelves import forget
from giaoban.records.models import DirectiveDraft, Document, Observation, ReadItem, Source, User
from giaoban.server.demo.hand_in import REPORTS, content_of
from giaoban.web.reporting.pictures import pictures_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHARED = Path(__file__).parents[3] / "shared" / "reports"
PASSWORD = "mot-mat-khau-cua-bai-thu"
WAITING = ".row[data-state=pending]:not([data-kind=finding])"


@pytest.fixture
def page(browser: Browser, live_server: Any, people: dict[str, User]) -> Iterator[Page]:
    """A page of Lê Minh Khuê of the office, who signs in and hands the reports in."""
    forget()
    people["khue"].set_password(PASSWORD)
    people["khue"].save()
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1366, "height": 768})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.goto("/dang-nhap/")
    opened.fill("#id_username", "khue")
    opened.fill("#id_password", PASSWORD)
    opened.keyboard.press("Enter")
    opened.wait_for_url(live_server.url + "/")
    yield opened
    context.close()
    forget()
    assert wrong == []


def hand_in(page: Page, files: list[Path]) -> list[str]:
    """Hand all files in at once; returns where each is to be reviewed."""
    page.goto("/bao-cao/gui/")
    page.set_input_files("#files", files)
    page.click("form.hand-in button")
    opened = page.locator("#sent li a")
    expect(opened).to_have_count(len(files))
    return [str(link.get_attribute("href")) for link in opened.all()]


def decide(page: Page, address: str) -> None:
    """Review a report with the keyboard alone: the first suggestion where the indicator is open, yes where nothing is
    amiss, no where a field stays open."""
    page.goto(address)
    for _ in range(200):
        if page.locator(WAITING).count() == 0:
            return
        row = page.locator(f"#{page.locator('.row.current').get_attribute('id')}")
        if not row.evaluate("(row, waiting) => row.matches(waiting)", WAITING):
            page.keyboard.press("j")
            continue
        if row.locator(".pick").count() and row.get_attribute("data-kind") == "figure":
            page.keyboard.press("1")
            expect(row.locator(".pick")).to_have_count(0)
        answer(page, row)
    raise AssertionError("the review does not come to an end")


def answer(page: Page, row: Locator) -> None:
    amiss = row.locator(".fault").count() > 0
    page.keyboard.press("x" if amiss else "a")
    expect(row).to_have_attribute("data-state", "rejected" if amiss else "accepted")


def fed(report: Document, by: User) -> dict[str, str]:
    """The pictures a report feeds, as the review page names them: what it calls each, and where it is."""
    return {f"{one.sector}, {one.period}": one.href for one in pictures_of([report.pk], by).get(report.pk, [])}


def follow_every_number(page: Page, report: Document, by: User) -> int:
    """From the report by its own links to each picture it feeds, and from each accepted number by one click to the
    words it came from, highlighted. Returns how many numbers were followed."""
    followed = set()
    for name, address in fed(report, by).items():
        page.goto(f"/bao-cao/{report.pk}/")
        page.locator("#pictures").get_by_role("link", name=name, exact=True).click()
        assert page.url.endswith(address)
        for source in Source.objects.filter(item__document=report).select_related("item", "observation"):
            number = page.locator(f'a.number[href="/so-lieu/{source.observation_id}/"]:visible').first
            if source.observation_id in followed or number.count() == 0:
                continue
            number.click()
            expect(page.locator(".said mark").first).to_have_text(source.item.quote, use_inner_text=False)
            followed.add(source.observation_id)
            page.go_back()
    stands = {"scenario": "actual", "later": None}  # what a later yes restated is one click further
    accepted = Observation.objects.filter(sources__item__document=report, **stands).distinct()
    assert [(one.indicator, one.period) for one in accepted if one.pk not in followed] == []
    return len(followed)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the two real reports are not at hand")
def test_the_two_real_reports_become_the_picture_of_every_sector(page: Page, people: dict[str, User]) -> None:
    addresses = hand_in(page, sorted(SHARED.glob("*.txt")))
    for address in addresses:
        decide(page, address)
    may = Document.objects.get(name="giao-ban-thang-5-2022.txt")
    assert follow_every_number(page, may, people["khue"]) >= 19
    page.goto("/linh-vuc/telecom/?ky=2022-04")
    for number in ("1.438", "6.914", "41,46", "1,35", "26.000", "0,005%"):
        expect(page.get_by_role("link", name=number, exact=True).first).to_be_visible()
    page.goto("/linh-vuc/ict_industry/?ky=2022-C05")
    for number in ("1.321.000", "57", "44,8", "30,1%"):
        expect(page.get_by_role("link", name=number, exact=True).first).to_be_visible()
    page.goto("/nhiem-vu/")
    assert page.locator("tbody tr").count() == DirectiveDraft.objects.count() >= 30


def test_a_report_of_our_own_becomes_the_picture_with_its_findings_and_tasks(
    page: Page, people: dict[str, User], tmp_path: Path
) -> None:
    report = tmp_path / "Báo cáo giao ban quý III-2024.docx"
    report.write_bytes(content_of(REPORTS / "giao-ban-quy-3-2024.md"))
    decide(page, hand_in(page, [report])[0])
    document = Document.objects.get()
    assert follow_every_number(page, document, people["khue"]) >= 10
    for found in ReadItem.objects.filter(kind="finding").exclude(sector=""):
        page.goto(f"/linh-vuc/{found.sector}/?ky=2024-Q3")
        said = page.locator("#mau-thuan li", has_text=found.content["message"])
        said.get_by_role("link").click()
        expect(page.locator(".row.current .message")).to_have_text(found.content["message"])
    drafts = DirectiveDraft.objects.exclude(sector="")
    assert drafts.exists()
    for draft in drafts:
        page.goto(f"/linh-vuc/{draft.sector}/")
        expect(page.locator("#nhiem-vu li", has_text=draft.text[:60])).to_have_count(1)


def test_the_list_of_reports_leads_to_the_pictures_too(page: Page, people: dict[str, User], tmp_path: Path) -> None:
    report = tmp_path / "giao-ban-thang-10-2024.txt"
    report.write_bytes(content_of(REPORTS / "giao-ban-thang-10-2024.txt"))
    decide(page, hand_in(page, [report])[0])
    pictures = fed(Document.objects.get(), people["khue"])
    assert pictures
    for name, address in pictures.items():
        page.goto("/bao-cao/")
        page.get_by_role("link", name=name, exact=True).click()
        assert page.url.endswith(address)
    assert Observation.objects.filter(scenario="actual").exists()
