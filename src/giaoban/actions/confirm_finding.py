"""Agree that a contradiction is one: it stays marked until the report is mended."""

from __future__ import annotations

from giaoban.actions._act import act
from giaoban.actions._decide import decide, hold
from giaoban.actions.errors import ActError
from giaoban.records.models import Kind, ReadItem, State, User


def confirm_finding(item: ReadItem, *, by: User) -> ReadItem:
    """Mark the finding as right. Raises ActError `wrong_kind`; access.Refused."""
    with act("confirm_finding", item, by=by) as trail:
        item = hold(item)
        if item.kind != Kind.FINDING:
            raise ActError("wrong_kind", kind=item.kind)
        trail.subject, trail.unchanged = item, item.state == State.ACCEPTED
        if not trail.unchanged:
            decide(item, State.ACCEPTED, by=by)
        return item
