"""The trail of acts: every entry seals the one before it, and a changed or missing one shows."""

from typing import Any

import pytest
from django.db import connection

import cast
from giaoban.access import Refused
from giaoban.actions._act import act
from giaoban.actions.accept_figure import accept_figure
from giaoban.actions.reject_item import reject_item
from giaoban.actions.verify_trail import verify_trail
from giaoban.records.models import GENESIS, AuditEntry, AuditHead, Outbox


@pytest.fixture
def trail(people: dict[str, Any]) -> list[AuditEntry]:
    report = cast.document(people["khue"])
    item = cast.item(report, "figure", scenario="actual")
    accept_figure(item, by=people["khue"])
    reject_item(item, by=people["tho"])
    accept_figure(item, by=people["tho"])
    return list(AuditEntry.objects.all())


def change(sql: str, *values: object) -> None:
    """Somebody with the database in hand."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_each_entry_seals_the_one_before(trail: list[AuditEntry], people: dict[str, Any]) -> None:
    assert [entry.number for entry in trail] == [1, 2, 3]
    assert [entry.previous for entry in trail] == [GENESIS, trail[0].seal, trail[1].seal]
    assert verify_trail(by=people["lam"]) == []


def test_a_changed_entry_shows(trail: list[AuditEntry], people: dict[str, Any]) -> None:
    change("UPDATE records_auditentry SET act = %s WHERE number = 2", "accept_figure")
    assert verify_trail(by=people["lam"]) == [2]


def test_a_removed_entry_shows(trail: list[AuditEntry], people: dict[str, Any]) -> None:
    change("DELETE FROM records_auditentry WHERE number = 2")
    assert 3 in verify_trail(by=people["lam"])


def test_a_cut_tail_shows(trail: list[AuditEntry], people: dict[str, Any]) -> None:
    change("DELETE FROM records_auditentry WHERE number = 3")
    assert verify_trail(by=people["lam"]) == [3]


def test_an_act_that_fails_leaves_no_trail_and_no_work(people: dict[str, Any]) -> None:
    def fail() -> None:
        with act("reject_item", by=people["khue"]) as trail:
            trail.outbox.append(("observation_recorded", {}))
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fail()
    assert not AuditEntry.objects.exists()
    assert not Outbox.objects.exists()
    assert not AuditHead.objects.exclude(number=0).exists()


@pytest.mark.parametrize("who", ["khue", "vinh", "tho", "ha", "dan"])
def test_only_auditors_and_administrators_verify(people: dict[str, Any], who: str) -> None:
    with pytest.raises(Refused):
        verify_trail(by=people[who])
