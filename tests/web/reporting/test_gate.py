"""The gate: strangers sign in first, roles without a right find nothing, and every answer carries its armour."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

import cast
from giaoban.access.rights import OPEN_ROUTES, RIGHTS, ROUTES, SIGNED_IN_ROUTES
from giaoban.actions.accept_figure import accept_figure


@pytest.fixture
def addresses(people: dict[str, Any]) -> dict[str, str]:
    """Every address of the table, of things that are there."""
    report = cast.document(people["khue"])
    figure = cast.item(report, "figure", scenario="actual")
    kept = accept_figure(figure, by=people["khue"])
    things = {"web:correct": figure.pk, "web:observation": kept.pk}
    examples = {"name": "units", "ending": "csv"}
    found = {}
    for pattern in get_resolver().url_patterns[0].url_patterns:
        route = f"web:{pattern.name}"
        given = {
            "pk": things.get(route, report.pk),
            "code": "post" if "sector" in route else "post.revenue",
            **examples,
        }
        if route in ROUTES:
            found[route] = reverse(route, kwargs={name: given[name] for name in pattern.pattern.converters})
    return found


def test_a_stranger_is_sent_to_sign_in_from_everywhere(client: Client, addresses: dict[str, str]) -> None:
    for route, address in addresses.items():
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, route
            assert answer["Location"].startswith(reverse("web:login")), route


@pytest.mark.parametrize("who", ["khue", "vinh", "lam", "anh", "tho", "nam", "ha", "dan"])
def test_a_role_without_the_right_finds_nothing(
    client: Client, addresses: dict[str, str], people: dict[str, Any], who: str
) -> None:
    client.force_login(people[who])
    for route, address in addresses.items():
        if people[who].role not in RIGHTS[ROUTES[route]]:
            assert client.get(address).status_code == 404, route
            assert client.post(address).status_code == 404, route


@pytest.mark.parametrize("who", ["ha", "binh", "nam"])
def test_what_is_outside_the_branch_is_not_there(
    client: Client, addresses: dict[str, str], people: dict[str, Any], who: str
) -> None:
    client.force_login(people[who])
    for route in ("web:document", "web:document_file", "web:correct"):
        assert client.get(addresses[route]).status_code == 404, route
    assert client.post(addresses["web:decide"], {"accept": "1"}).status_code == 404
    if people[who].role == "reporter":
        assert client.get(addresses["web:observation"]).status_code == 404


@pytest.mark.parametrize("path", ["/dang-nhap/", "/khong-co/", "/"])
def test_every_answer_carries_its_armour(client: Client, db: None, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_what_a_person_saw_stays_out_of_caches(client: Client, people: dict[str, Any]) -> None:
    client.force_login(people["khue"])
    assert client.get(reverse("web:documents")).headers["Cache-Control"] == "private, no-store"


def test_a_form_from_elsewhere_is_refused_in_words(people: dict[str, Any]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["khue"])
    answer = strict.post(reverse("web:upload"), {"text": cast.TEXT})
    assert answer.status_code == 403
    assert "tải lại trang" in answer.content.decode()


def test_signing_in_takes_the_password_and_out_takes_a_post(client: Client, people: dict[str, Any]) -> None:
    people["khue"].set_password("mot-mat-khau-dai")
    people["khue"].save()
    assert people["khue"].password.startswith("argon2")
    wrong = client.post(reverse("web:login"), {"username": "khue", "password": "sai"})
    assert "chưa đúng" in wrong.content.decode()
    right = client.post(reverse("web:login"), {"username": "khue", "password": "mot-mat-khau-dai"})
    assert right.status_code == 302
    assert client.get(reverse("web:logout")).status_code == 405
    assert client.post(reverse("web:logout")).status_code == 302
    assert client.get(reverse("web:documents")).status_code == 302


def test_signing_in_leads_to_no_other_site(client: Client, people: dict[str, Any]) -> None:
    people["khue"].set_password("mot-mat-khau-dai")
    people["khue"].save()
    form = {"username": "khue", "password": "mot-mat-khau-dai", "next": "https://xau.example/"}
    assert client.post(reverse("web:login"), form)["Location"] == reverse("web:home")


def test_the_table_names_no_address_twice() -> None:
    assert not OPEN_ROUTES & ROUTES.keys()
    assert not SIGNED_IN_ROUTES & ROUTES.keys()
