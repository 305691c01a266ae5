"""Check the trail of acts: is it whole, and is every entry as it was written?"""

from __future__ import annotations

from giaoban.actions._act import act
from giaoban.records.models import GENESIS, AuditEntry, AuditHead, User


def verify_trail(*, by: User) -> list[int]:
    """The numbers of the entries that do not hold; an empty list means that the trail is whole."""
    with act("see_audit", by=by) as trail:
        trail.unchanged = True
        return _broken()


def _broken() -> list[int]:
    broken, previous, number = [], GENESIS, 0
    for entry in AuditEntry.objects.order_by("number").iterator():
        number += 1
        if entry.number != number or entry.previous != previous or entry.seal != entry.reckon_seal():
            broken.append(entry.number)
        previous, number = entry.seal, entry.number
    head = AuditHead.objects.filter(pk=1).first()
    if head and (head.number, head.seal) != (number, previous):
        broken.append(head.number)
    return broken
