"""Who may see and do what: the table as people meet it, and nothing outside one's branch."""

from typing import Any

import pytest

import cast
from giaoban.access import Refused, may, require, visible
from giaoban.actions.accept_directive import accept_directive
from giaoban.actions.accept_figure import accept_figure
from giaoban.records.models import Role

#               upload decide see_document see_observation see_task see_audit
EXPECTED = {
    "khue": "yes    yes    all          all             all      no",
    "vinh": "no     no     all          all             all      no",
    "lam": " no     no     all          all             all      yes",
    "anh": " no     no     all          all             all      yes",
    "tho": " yes    yes    some         all             some     no",
    "nam": " yes    no     some         all             some     no",
    "ha": "  yes    no     some         some            some     no",
    "dan": " no     no     none         none            none     no",
}


@pytest.fixture
def world(people: dict[str, Any], units: dict[str, Any]) -> dict[str, Any]:
    """A post report of the ministry and the same of Hà Nội, both accepted."""
    national, local = cast.document(people["khue"]), cast.document(people["ha"])
    for report, by in ((national, people["khue"]), (local, people["ha"])):
        accept_figure(cast.item(report, "figure", scenario="actual"), by=by)
        accept_directive(cast.item(report, "directive"), by=by)
    return {"national": national, "local": local}


def seen(model: str, user: Any) -> str:
    everything = visible(model, user).model._default_manager.count()
    rows = visible(model, user).count()
    return "none" if rows == 0 else "all" if rows == everything else "some"


@pytest.mark.parametrize("who", EXPECTED)
def test_the_table_as_people_meet_it(world: dict[str, Any], people: dict[str, Any], who: str) -> None:
    user = people[who]
    figure = cast.item(world["national"], "figure", scenario="actual")
    upload, decide, document, observation, task, audit = EXPECTED[who].split()
    assert may(user, "upload_document") == (upload == "yes")
    assert may(user, "accept_figure", figure) == (decide == "yes")
    assert (seen("Observation", user), seen("AuditEntry", user) == "all") == (observation, audit == "yes")
    if who not in ("tho", "nam"):
        assert (seen("Document", user), seen("DirectiveDraft", user)) == (document, task)


def test_a_reporter_sees_the_own_branch_only(world: dict[str, Any], people: dict[str, Any]) -> None:
    assert list(visible("Document", people["ha"])) == [world["local"]]
    assert {kept.entity.key for kept in visible("Observation", people["ha"])} == {"province:ha-noi"}
    assert {item.document for item in visible("ReadItem", people["ha"])} == {world["local"]}
    assert {entity.key for entity in visible("Entity", people["ha"])} == {"province:ha-noi"}
    for model in ("Document", "Observation", "ReadItem", "Source", "DirectiveDraft"):
        assert not visible(model, people["binh"]).exists()


def test_an_officer_sees_reports_that_speak_of_the_own_sectors(world: dict[str, Any], people: dict[str, Any]) -> None:
    assert set(visible("Document", people["tho"])) == {world["national"], world["local"]}
    assert not visible("Document", people["nam"]).exists()
    own = cast.document(people["nam"])
    assert list(visible("Document", people["nam"])) == [own]


def test_a_branch_is_a_unit_and_all_below_it(people: dict[str, Any], units: dict[str, Any]) -> None:
    below = cast.Entity.objects.create(key="so:ha-noi", kind="provincial_department", name="Sở", parent=units["hanoi"])
    near = cast.Entity.objects.create(key="province:ha-noi-2", kind="province", name="Một tỉnh gần giống tên")
    assert set(visible("Entity", people["ha"])) == {units["hanoi"], below}
    assert near not in visible("Entity", people["ha"])


def test_a_unit_that_moves_takes_its_branch_along(units: dict[str, Any]) -> None:
    team = cast.Entity.objects.create(key="team:1", kind="team", name="Tổ", parent=units["post"])
    units["post"].parent = units["hanoi"]
    units["post"].save()
    team.refresh_from_db()
    assert team.path == "/province:ha-noi/department:vu-buu-chinh/team:1/"


def test_whoever_has_left_may_nothing(world: dict[str, Any], people: dict[str, Any]) -> None:
    people["khue"].is_active = False
    assert not visible("Document", people["khue"]).exists()
    with pytest.raises(Refused) as refused:
        require(people["khue"], "see_document")
    assert refused.value.code == "signed_out"


def test_whoever_has_no_unit_reaches_no_branch(world: dict[str, Any], people: dict[str, Any]) -> None:
    people["ha"].entity = None
    assert not visible("Document", people["ha"]).exists()
    assert not may(people["ha"], "accept_figure", cast.item(world["local"], "figure", scenario="actual"))


def test_an_act_that_is_not_in_the_table_is_a_fault_of_ours(people: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        require(people["khue"], "do_as_one_likes")


def test_every_role_has_somebody_in_the_cast(people: dict[str, Any]) -> None:
    assert {person.role for person in people.values()} == set(Role.values)
