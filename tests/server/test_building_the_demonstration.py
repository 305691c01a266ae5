"""The demonstration ministry: units of the packs, people, figures with both versions of what was restated, reports."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from giaoban.packs import load_packs
from giaoban.records.models import DirectiveDraft, Document, Entity, Kind, Observation, State, User
from giaoban.server.demo.build import built
from giaoban.server.demo.cast import CAST, logins, password, seat
from giaoban.server.demo.figures import generate
from giaoban.server.demo.fill import fill_figures
from giaoban.server.demo.hand_in import FILES, REPORTS, hand_in_reports
from giaoban.server.entities import load_units

PLANTED = tomllib.loads((REPORTS / "giao-ban-quy-3-2024.planted.toml").read_text("utf-8"))["planted"]


@pytest.fixture
def ministry(db: None) -> None:
    load_units()
    seat()


@pytest.fixture
def reports(ministry: None) -> dict[str, Document]:
    hand_in_reports(lambda line: None)
    return {source: Document.objects.get(name=name) for source, name in FILES.items()}


def test_the_units_of_the_packs_are_loaded_once(db: None) -> None:
    assert load_units() == Entity.objects.count() > 400
    assert load_units() == 0
    assert Entity.objects.filter(kind="province", valid_to=None).count() == 34
    of_the_ministry = Entity.objects.get(key="department:van-phong-bo")
    assert of_the_ministry.path == "/ministry:tttt/department:van-phong-bo/"


def test_a_unit_that_changed_in_the_packs_is_brought_up_to_date(db: None) -> None:
    load_units()
    Entity.objects.filter(key="province:ha-noi").update(name="Tên cũ", path="/sai/")
    assert load_units() == 1
    assert Entity.objects.get(key="province:ha-noi").path == "/province:ha-noi/"


def test_everybody_of_the_cast_signs_in_with_one_password_of_this_installation(ministry: None, settings: Any) -> None:
    assert built()
    seat()
    assert User.objects.count() == len(CAST)
    assert all(user.check_password(password()) for user in User.objects.all())
    assert [who for who, _, _ in logins()] == [person.username for person in CAST]
    kept = Path(settings.MEDIA_ROOT).parent / "demo_password"
    assert kept.stat().st_mode & 0o077 == 0


def test_figures_come_with_their_citation_and_both_versions(ministry: None) -> None:
    restated = {(f.indicator, f.entity, f.period) for f in generate() if f.version == 2}
    wanted = [f for f in generate() if (f.indicator, f.entity, f.period) in restated or f.citation]
    fill_figures(wanted, by=User.objects.get(username="vanphong"))
    assert Observation.objects.count() == len(wanted)
    second = Observation.objects.filter(version=2)
    assert second.count() == len(restated) > 0
    for later in second.select_related("replaces"):
        assert later.replaces is not None
        assert later.replaces.key == later.key
        assert later.replaces.recorded_at < later.recorded_at
    published = Observation.objects.filter(demo=False)
    assert published.exists()
    assert not published.filter(citation="").exists()
    assert {kept.sector for kept in Observation.objects.all()} <= {sector.code for sector in load_packs().sectors}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted["quote"])
def test_every_planted_contradiction_is_found(reports: dict[str, Document], planted: dict[str, str]) -> None:
    report = reports["giao-ban-quy-3-2024.md"]
    assert report.text.count(planted["quote"]) == 1
    start = report.text.index(planted["quote"])
    findings = report.items.filter(kind=Kind.FINDING)
    assert [found for found in findings if found.start <= start < found.end or start <= found.start < start + 10]


def test_nothing_else_is_found(reports: dict[str, Document]) -> None:
    found = {source: report.items.filter(kind=Kind.FINDING).count() for source, report in reports.items()}
    assert found == {
        "so-ket-6-thang-2023.md": 0,
        "giao-ban-quy-3-2024.md": len(PLANTED),
        "giao-ban-thang-10-2024.txt": 0,
    }


def test_one_report_is_decided_and_the_others_wait(reports: dict[str, Document]) -> None:
    decided = reports["so-ket-6-thang-2023.md"].items
    assert decided.filter(kind=Kind.FIGURE, state=State.ACCEPTED).count() >= 12
    assert DirectiveDraft.objects.count() >= 4
    for source in ("giao-ban-quy-3-2024.md", "giao-ban-thang-10-2024.txt"):
        assert not reports[source].items.exclude(state=State.PENDING).exists()
    accepted = Observation.objects.current().get(indicator="post.revenue", period="2023-H1", scenario="actual")
    assert accepted.value == 27_477_000_000_000
    assert accepted.demo


def test_handing_in_again_adds_nothing(reports: dict[str, Document]) -> None:
    hand_in_reports(lambda line: None)
    assert Document.objects.count() == len(FILES)
