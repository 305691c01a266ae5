"""The frame of every act: right → rule → write → audit → outbox, in one transaction, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from giaoban.access import require
from giaoban.records.models import AuditEntry, AuditHead, Outbox, User, seal


@dataclass
class Trail:
    """What an act leaves behind; the act fills it in while it runs."""

    subject: Model | None
    detail: dict[str, Any] = field(default_factory=dict)
    outbox: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    unchanged: bool = False  # the act found everything done already: nothing to tell


@contextmanager
def act(name: str, subject: Model | None = None, *, by: User) -> Iterator[Trail]:
    """Run the body as the act `name` of `by` on `subject`. Raises access.Refused before the body starts."""
    with transaction.atomic():
        require(by, name, subject)
        trail = Trail(subject)
        yield trail
        if trail.unchanged:
            return
        _enter(name, trail, by)
        Outbox.objects.bulk_create(Outbox(topic=topic, payload=payload) for topic, payload in trail.outbox)


def _enter(name: str, trail: Trail, by: User) -> None:
    """Add the act to the trail. The head is locked last of all rows, so that no two acts wait for one another."""
    AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    number, at, subject = head.number + 1, timezone.now(), _named(trail.subject)
    mark = seal(head.seal, number, at, by.pk, name, subject, trail.detail)
    AuditEntry.objects.create(
        number=number, at=at, by=by, act=name, subject=subject, detail=trail.detail, previous=head.seal, seal=mark
    )
    head.number, head.seal = number, mark
    head.save()


def _named(subject: Model | None) -> str:
    return f"{subject._meta.model_name}:{subject.pk}" if subject is not None else ""
